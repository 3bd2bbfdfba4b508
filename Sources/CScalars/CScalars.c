#include "CScalars.h"

#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wide character holds a code point");

size_t cscalars_find(const uint32_t *code_points, size_t count, uint32_t code_point) {
  const wchar_t *start = (const wchar_t *)code_points;
  const wchar_t *found = wmemchr(start, (wchar_t)code_point, count);
  return found ? (size_t)(found - start) : count;
}
