#include "References.h"

#include <stdint.h>
#include <string.h>

// Writes a character in UTF-8; gives its length, or 0 if there is none.
static size_t write_scalar(uint32_t code, char *to) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
  if (code < 0x80) return to[0] = (char)code, 1;
  if (code < 0x800) {
    to[0] = (char)(0xC0 | code >> 6);
    to[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  if (code < 0x10000) {
    to[0] = (char)(0xE0 | code >> 12);
    to[1] = (char)(0x80 | (code >> 6 & 0x3F));
    to[2] = (char)(0x80 | (code & 0x3F));
    return 3;
  }
  to[0] = (char)(0xF0 | code >> 18);
  to[1] = (char)(0x80 | (code >> 12 & 0x3F));
  to[2] = (char)(0x80 | (code >> 6 & 0x3F));
  to[3] = (char)(0x80 | (code & 0x3F));
  return 4;
}

size_t cxml_resolve(const char *name, size_t length, char *to) {
  static const struct { const char *name; char meaning; } known[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  if (length > 1 && name[0] == '#') {
    int base = name[1] == 'x' ? 16 : 10;
    size_t i = base == 16 ? 2 : 1;
    if (i == length) return 0;
    uint32_t code = 0;
    for (; i < length; i++) {
      char c = name[i];
      uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                       : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                       : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                              : 99;
      if (digit >= (uint32_t)base) return 0;
      code = code * (uint32_t)base + digit;
      if (code > 0x10FFFF) return 0;
    }
    return write_scalar(code, to);
  }
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strlen(known[i].name) == length && memcmp(known[i].name, name, length) == 0)
      return to[0] = known[i].meaning, 1;
  }
  return 0;
}
