#include "CICU.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

cicu_transliterator *cicu_transliterator_open(const char *name) {
  UChar id[64];
  int32_t length = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8(id, 64, &length, name, -1, &error);
  UTransliterator *transliterator =
      utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, NULL, &error);
  return U_FAILURE(error) ? NULL : (cicu_transliterator *)transliterator;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

ptrdiff_t cicu_transliterate(
    const cicu_transliterator *transliterator, uint16_t *units, size_t count, size_t capacity) {
  if (count == 0) return 0;
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = (int32_t)count;
  int32_t limit = length;
  utrans_transUChars(
      (const UTransliterator *)transliterator, (UChar *)units, &length, (int32_t)capacity, 0,
      &limit, &error);
  return U_FAILURE(error) || length > (int32_t)capacity ? -1 : length;
}
