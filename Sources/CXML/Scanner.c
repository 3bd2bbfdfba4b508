#include "Scanner.h"

#include <stdlib.h>
#include <string.h>

#include "References.h"
#include "ScannerState.h"

// No tag, comment or instruction of a real file is longer.
#define TOKEN_LIMIT ((size_t)64 << 20)

int cxml_reserve(void **array, size_t *room, size_t needed, size_t size) {
  if (needed <= *room) return 1;
  size_t larger = *room * 2 > needed ? *room * 2 : needed + 64;
  void *moved = realloc(*array, larger * size);
  if (!moved) return 0;
  *array = moved;
  *room = larger;
  return 1;
}

// MARK: Words

static void tell(cxml_scanner *s, const char *at, const char *end) {
  if (end > at) s->handler.text(s->handler.context, at, (size_t)(end - at));
}

// Reads words up to the next tag; gives what is left of them, where a character is not whole.
static const char *read_words(cxml_scanner *s, const char *at, const char *end, int is_whole) {
  const char *start = at;
  // Most words have neither, and are looked through by the C library.
  int is_plain = !memchr(at, '&', (size_t)(end - at)) && !memchr(at, '\r', (size_t)(end - at));
  if (is_plain) at = end;
  while (at < end) {
    if (*at != '&' && *at != '\r') {
      at++;
      continue;
    }
    tell(s, start, at);
    if (*at == '\r') {
      if (at + 1 == end && !is_whole) return at;
      static const char line_break = '\n';
      tell(s, &line_break, &line_break + 1);
      at += at + 1 < end && at[1] == '\n' ? 2 : 1;
    } else {
      char character[4];
      size_t room = (size_t)(end - at) < 16 ? (size_t)(end - at) : 16;
      const char *stop = memchr(at, ';', room);
      if (!stop && !is_whole && room < 16) return at;
      size_t length = stop ? cxml_resolve(at + 1, (size_t)(stop - at - 1), character) : 0;
      if (length == 0) {
        s->status = CXML_MALFORMED;
        return end;
      }
      tell(s, character, character + length);
      at = stop + 1;
    }
    start = at;
  }
  // A character that goes on in the next bytes waits for them.
  const char *cut = end;
  if (!is_whole && end > start && (end[-1] & 0x80)) {
    int steps = 0;
    do cut--;
    while (cut > start && (*cut & 0xC0) == 0x80 && ++steps < 4);
  }
  tell(s, start, cut);
  return cut;
}

// MARK: Tokens

// The bytes at which something happens in a tag, outside of quotes.
static const unsigned char in_tag[256] = {['>'] = 1, ['"'] = 1, ['\''] = 1, ['<'] = 1, ['x'] = 1};

// Where a tag ends: at the first > that is not in quotes; NULL if it is not there yet.
static const char *end_of_tag(const char *at, const char *end, int *declares_space) {
  for (; at < end; at++) {
    if (!in_tag[(unsigned char)*at]) continue;
    if (*at == '>' || *at == '<') return at;
    if (*at == 'x') {
      if (is_space(at[-1]) && end - at > 5 && memcmp(at, "xmlns", 5) == 0) *declares_space = 1;
      continue;
    }
    at = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (!at) return NULL;
  }
  return NULL;
}

static const char *find(const char *at, const char *end, const char *words) {
  size_t length = strlen(words);
  while ((size_t)(end - at) >= length) {
    const char *found = memchr(at, words[0], (size_t)(end - at) - length + 1);
    if (!found) return NULL;
    if (memcmp(found, words, length) == 0) return found;
    at = found + 1;
  }
  return NULL;
}

// Whether bytes begin with words; -1 if there are too few to tell.
static int begins(const char *at, const char *end, const char *words) {
  size_t length = strlen(words), room = (size_t)(end - at);
  if (memcmp(at, words, room < length ? room : length) != 0) return 0;
  return room < length ? -1 : 1;
}

// Reads what begins with <! or <?; gives what follows it, or NULL if it is not there yet.
static const char *read_aside(cxml_scanner *s, const char *at, const char *end) {
  static const struct { const char *open, *close; } kinds[] = {
      {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
  int is_open = 0;
  for (size_t i = 0; i < 3; i++) {
    int fits = begins(at, end, kinds[i].open);
    if (fits < 0) is_open = 1;
    if (fits <= 0) continue;
    const char *inner = at + strlen(kinds[i].open);
    const char *close = find(inner, end, kinds[i].close);
    if (!close) return NULL;
    if (i == 1) {
      if (s->depth == 0) s->status = CXML_MALFORMED;
      else tell(s, inner, close);
    }
    return close + strlen(kinds[i].close);
  }
  int declares = begins(at, end, "<!DOCTYPE");
  if (declares < 0 || is_open) return NULL;
  s->status = declares ? CXML_DECLARATION : CXML_MALFORMED;
  return end;
}

// Reads as much as is whole; gives where the rest begins.
static const char *read_tokens(cxml_scanner *s, const char *at, const char *end, int last) {
  while (at < end && s->status == CXML_OK) {
    if (*at != '<') {
      const char *tag = memchr(at, '<', (size_t)(end - at));
      const char *stop = tag ? tag : end;
      if (s->depth == 0) {
        if (skip_space(at, stop) != stop) s->status = CXML_MALFORMED;
        at = stop;
      } else {
        at = read_words(s, at, stop, tag || last);
        if (at < stop) return at;
      }
      continue;
    }
    if (at + 1 == end) return at;
    if (at[1] == '!' || at[1] == '?') {
      const char *next = read_aside(s, at, end);
      if (!next) return at;
      at = next;
      continue;
    }
    int declares_space = 0;
    const char *stop = end_of_tag(at + 1, end, &declares_space);
    if (!stop) return at;
    s->status = *stop == '<'   ? CXML_MALFORMED
                : at[1] == '/' ? cxml_close_element(s, at + 2, stop)
                               : cxml_start_element(s, at + 1, stop, declares_space);
    at = stop + 1;
  }
  return at;
}

// MARK: The scanner

cxml_scanner *cxml_scanner_open(
    const cxml_vocabulary *vocabulary, int32_t depth_limit, cxml_handler handler) {
  cxml_scanner *s = calloc(1, sizeof(cxml_scanner));
  if (!s) return NULL;
  s->vocabulary = vocabulary;
  s->handler = handler;
  s->depth_limit = depth_limit;
  s->elements = calloc((size_t)depth_limit + 1, sizeof(element));
  if (s->elements) return s;
  free(s);
  return NULL;
}

cxml_status cxml_scan(cxml_scanner *s, const char *bytes, size_t count, int last) {
  if (s->status != CXML_OK) return s->status;
  const char *at = bytes, *end = bytes + count;
  // What is left of earlier bytes stands in front.
  if (s->count > 0) {
    if (!cxml_reserve((void **)&s->buffer, &s->room, s->count + count, 1)) return CXML_MEMORY;
    if (count > 0) memcpy(s->buffer + s->count, bytes, count);
    s->count += count;
    if (s->count < s->wanted && !last) return CXML_OK;
    at = s->buffer;
    end = at + s->count;
  }
  if (at) at = read_tokens(s, at, end, last);
  if (s->status != CXML_OK) return s->status;
  size_t rest = at ? (size_t)(end - at) : 0;
  if (rest > TOKEN_LIMIT || (last && (rest > 0 || s->depth > 0 || !s->has_root)))
    return s->status = CXML_MALFORMED;
  if (rest > 0) {
    // The rest may lie in the buffer itself.
    size_t offset = s->count > 0 ? (size_t)(at - s->buffer) : 0;
    int is_inside = s->count > 0;
    if (!cxml_reserve((void **)&s->buffer, &s->room, rest, 1)) return s->status = CXML_MEMORY;
    memmove(s->buffer, is_inside ? s->buffer + offset : at, rest);
  }
  s->count = rest;
  // A long token is looked at again when it has doubled, so that time stays linear.
  s->wanted = rest * 2;
  return CXML_OK;
}

void cxml_scanner_close(cxml_scanner *s) {
  if (!s) return;
  free(s->elements);
  free(s->names);
  free(s->bindings);
  free(s->buffer);
  free(s->values);
  free(s);
}
