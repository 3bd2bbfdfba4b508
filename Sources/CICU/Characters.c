#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/uvernum.h>

const char *cicu_version(void) { return U_ICU_VERSION; }

uint32_t cicu_compatibility_form(uint32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return code_point;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&error);
  if (U_FAILURE(error)) return code_point;
  UChar source[2];
  int32_t source_length = 0;
  U16_APPEND_UNSAFE(source, source_length, code_point);
  UChar form[32];
  int32_t length = unorm2_normalize(normalizer, source, source_length, form, 32, &error);
  if (U_FAILURE(error) || length < 1) return code_point;
  int32_t offset = 0;
  UChar32 first;
  U16_NEXT(form, offset, length, first);
  return offset == length ? (uint32_t)first : code_point;
}

bool cicu_is_unreadable(uint32_t code_point) {
  switch (u_charType((UChar32)code_point)) {
  case U_CONTROL_CHAR:
  case U_PRIVATE_USE_CHAR:
  case U_SURROGATE:
  case U_UNASSIGNED:
    return true;
  default:
    return false;
  }
}
