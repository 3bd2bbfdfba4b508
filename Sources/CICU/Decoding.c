#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

static void mark_unexplained(
    const void *context, UConverterToUnicodeArgs *arguments, const char *bytes, int32_t length,
    UConverterCallbackReason reason, UErrorCode *error) {
  (void)context;
  (void)bytes;
  (void)length;
  if (reason > UCNV_IRREGULAR) return;
  static const UChar unexplained = CICU_UNEXPLAINED;
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &unexplained, 1, 0, error);
}

ptrdiff_t cicu_decode(
    const char *encoding, const uint8_t *bytes, size_t count, uint16_t *units, size_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &error);
  if (U_FAILURE(error)) return -1;
  ucnv_setToUCallBack(converter, mark_unexplained, NULL, NULL, NULL, &error);
  UChar *target = (UChar *)units;
  const char *source = (const char *)bytes;
  // ICU gives no pointer to hold for an empty text.
  if (count > 0) {
    ucnv_toUnicode(
        converter, &target, (UChar *)units + capacity, &source, source + count, NULL, true, &error);
  }
  ucnv_close(converter);
  return U_FAILURE(error) ? -1 : target - (UChar *)units;
}

struct cicu_detection {
  UCharsetDetector *detector;
  const UCharsetMatch **matches;
  int32_t count;
};

cicu_detection *cicu_detection_open(const uint8_t *bytes, size_t count) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return NULL;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)count, &error);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &error);
  cicu_detection *detection = U_SUCCESS(error) ? malloc(sizeof *detection) : NULL;
  if (detection == NULL) {
    ucsdet_close(detector);
    return NULL;
  }
  *detection = (cicu_detection){detector, matches, found};
  return detection;
}

void cicu_detection_close(cicu_detection *detection) {
  ucsdet_close(detection->detector);
  free(detection);
}

int32_t cicu_detection_confidence(const cicu_detection *detection, const char *encoding) {
  for (int32_t index = 0; index < detection->count; index++) {
    UErrorCode error = U_ZERO_ERROR;
    const char *name = ucsdet_getName(detection->matches[index], &error);
    if (U_SUCCESS(error) && strcmp(name, encoding) == 0) {
      int32_t confidence = ucsdet_getConfidence(detection->matches[index], &error);
      return U_SUCCESS(error) ? confidence : 0;
    }
  }
  return 0;
}
