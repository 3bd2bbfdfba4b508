#include "CICU.h"

#include <unicode/ubrk.h>

// ICU's handle under a name of our own.
static UBreakIterator *iterator_of(cicu_breaker *breaker) { return (UBreakIterator *)breaker; }

cicu_breaker *cicu_breaker_open(const char *locale, bool words) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator =
      ubrk_open(words ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, &error);
  return U_FAILURE(error) ? NULL : (cicu_breaker *)iterator;
}

void cicu_breaker_close(cicu_breaker *breaker) { ubrk_close(iterator_of(breaker)); }

bool cicu_breaker_set_text(cicu_breaker *breaker, const uint16_t *units, size_t count) {
  if (count > INT32_MAX) return false;
  static const UChar none = 0;
  UErrorCode error = U_ZERO_ERROR;
  const UChar *text = count > 0 ? (const UChar *)units : &none;
  ubrk_setText(iterator_of(breaker), text, (int32_t)count, &error);
  if (U_FAILURE(error)) return false;
  ubrk_first(iterator_of(breaker));
  return true;
}

size_t cicu_breaker_next(cicu_breaker *breaker, int32_t *boundaries, size_t capacity) {
  size_t count = 0;
  while (count < capacity) {
    int32_t boundary = ubrk_next(iterator_of(breaker));
    if (boundary == UBRK_DONE) break;
    boundaries[count++] = boundary;
  }
  return count;
}
