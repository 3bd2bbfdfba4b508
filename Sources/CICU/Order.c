#include "CICU.h"

#include <unicode/ucol.h>

cicu_collator *cicu_collator_open(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &error);
  return U_FAILURE(error) ? NULL : (cicu_collator *)collator;
}

void cicu_collator_close(cicu_collator *collator) { ucol_close((UCollator *)collator); }

size_t cicu_collator_key(
    const cicu_collator *collator, const uint16_t *units, size_t count, uint8_t *key,
    size_t capacity) {
  static const UChar none = 0;
  const UChar *text = count > 0 ? (const UChar *)units : &none;
  return (size_t)ucol_getSortKey(
      (const UCollator *)collator, text, (int32_t)count, key, (int32_t)capacity);
}
