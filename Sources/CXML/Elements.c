#include <string.h>

#include "References.h"
#include "ScannerState.h"

// No element has more attributes that anybody asks for.
#define ATTRIBUTE_LIMIT 32

// The bytes that end a name.
static const unsigned char after_name[256] = {
    [' '] = 1, ['\n'] = 1, ['\t'] = 1, ['\r'] = 1, ['='] = 1,
    ['>'] = 1, ['/'] = 1,  ['<'] = 1,  ['"'] = 1,  ['\''] = 1, ['&'] = 1};

// A name and what stands behind its prefix.
typedef struct {
  const char *start, *local, *end;
} name_range;

static name_range read_name(const char *at, const char *end) {
  name_range name = {at, at, at};
  for (; at < end && !after_name[(unsigned char)*at]; at++) {
    if (*at == ':' && name.local == name.start) name.local = at + 1;
  }
  name.end = at;
  return name;
}

// The value of an attribute with its references resolved; 0 if there is a wrong one.
static int resolve_value(cxml_scanner *s, const char *at, const char *end, cxml_attribute *into) {
  size_t length = (size_t)(end - at);
  if (!cxml_reserve((void **)&s->values, &s->value_room, s->value_count + length + 4, 1)) return 0;
  char *to = s->values + s->value_count;
  char *start = to;
  while (at < end) {
    if (*at == '&') {
      const char *stop = memchr(at, ';', (size_t)(end - at));
      size_t written = stop ? cxml_resolve(at + 1, (size_t)(stop - at - 1), to) : 0;
      if (written == 0) return 0;
      to += written;
      at = stop + 1;
    } else {
      *to++ = is_space(*at) ? ' ' : *at;
      at++;
    }
  }
  into->length = (size_t)(to - start);
  s->value_count += into->length;
  return 1;
}

// MARK: Namespaces

static uint8_t space_of_prefix(const cxml_scanner *s, const char *prefix, size_t length) {
  for (size_t i = s->binding_count; i > 0; i--) {
    const binding *known = &s->bindings[i - 1];
    if (known->length != length || (length > 0 && known->prefix[0] != prefix[0])) continue;
    if (length < 2 || memcmp(known->prefix, prefix, length) == 0) return known->space;
  }
  return 0;
}

// The index of a name, or -1 if nobody listens; a name without a prefix is in the given namespace.
static int32_t find_name(const cxml_scanner *s, name_range name, uint8_t bare_space) {
  uint8_t space = name.local == name.start
                      ? bare_space
                      : space_of_prefix(s, name.start, (size_t)(name.local - name.start) - 1);
  return cxml_find(s->vocabulary, name.local, (size_t)(name.end - name.local), space);
}

static int bind(
    cxml_scanner *s, const char *prefix, size_t length, const char *uri, size_t uri_length) {
  // A longer prefix than any program writes is one of nobody's.
  if (length >= sizeof(((binding *)0)->prefix)) return 1;
  uint8_t space = cxml_space_of(s->vocabulary, uri, uri_length);
  // A prefix that means nothing anywhere need not be known.
  if (space == 0 && space_of_prefix(s, prefix, length) == 0) return 1;
  if (!cxml_reserve((void **)&s->bindings, &s->binding_room, s->binding_count + 1, sizeof(binding)))
    return 0;
  binding *added = &s->bindings[s->binding_count++];
  memcpy(added->prefix, prefix, length);
  added->length = (uint8_t)length;
  added->space = space;
  return 1;
}

// MARK: Elements

typedef struct {
  name_range name;
  const char *value, *value_end;
} raw_attribute;

// Reads an attribute; gives what follows it, or NULL if it is none.
static const char *read_attribute(const char *at, const char *end, raw_attribute *into) {
  into->name = read_name(at, end);
  if (into->name.end == at) return NULL;
  at = skip_space(into->name.end, end);
  if (at == end || *at != '=') return NULL;
  at = skip_space(at + 1, end);
  if (at == end || (*at != '"' && *at != '\'')) return NULL;
  char quote = *at++;
  into->value = at;
  while (at < end && *at != quote) {
    if (*at == '<') return NULL;
    at++;
  }
  if (at == end) return NULL;
  into->value_end = at;
  return at + 1;
}

static void end_element(cxml_scanner *s) {
  element *last = &s->elements[--s->depth];
  s->name_count = last->start;
  s->binding_count = last->binding_count;
  if (last->name >= 0) s->handler.end(s->handler.context, last->name);
}

// Reads the attributes of an element that somebody listens to.
static int collect(
    cxml_scanner *s, const char *at, const char *end, cxml_attribute *attributes, int32_t *count) {
  raw_attribute raw;
  // Where resolved values lie is known once all are written.
  int is_resolved[ATTRIBUTE_LIMIT];
  s->value_count = 0;
  for (at = skip_space(at, end); at < end && *count < ATTRIBUTE_LIMIT; at = skip_space(at, end)) {
    at = read_attribute(at, end, &raw);
    if (!at) return 0;
    int32_t name = find_name(s, raw.name, 0);
    if (name < 0) continue;
    cxml_attribute *attribute = &attributes[*count];
    attribute->name = name;
    attribute->value = raw.value;
    attribute->length = (size_t)(raw.value_end - raw.value);
    is_resolved[*count] = 0;
    for (const char *c = raw.value; c < raw.value_end; c++) {
      if (*c != '&' && *c != '\n' && *c != '\t' && *c != '\r') continue;
      if (!resolve_value(s, raw.value, raw.value_end, attribute)) return 0;
      is_resolved[*count] = 1;
      break;
    }
    (*count)++;
  }
  size_t place = 0;
  for (int32_t i = 0; i < *count; i++) {
    if (!is_resolved[i]) continue;
    attributes[i].value = s->values + place;
    place += attributes[i].length;
  }
  return 1;
}

// Gives prefixes the meaning that a tag says.
static cxml_status bind_all(cxml_scanner *s, const char *at, const char *end) {
  raw_attribute raw;
  for (at = skip_space(at, end); at < end; at = skip_space(at, end)) {
    at = read_attribute(at, end, &raw);
    if (!at) return CXML_MALFORMED;
    const char *name = raw.name.start;
    size_t length = (size_t)(raw.name.end - name);
    if (length < 5 || memcmp(name, "xmlns", 5) != 0) continue;
    int has_prefix = length > 6 && name[5] == ':';
    if (length > 5 && !has_prefix) continue;
    const char *prefix = has_prefix ? name + 6 : raw.name.end;
    if (!bind(s, prefix, (size_t)(raw.name.end - prefix), raw.value,
              (size_t)(raw.value_end - raw.value)))
      return CXML_MEMORY;
  }
  return CXML_OK;
}

cxml_status cxml_start_element(
    cxml_scanner *s, const char *at, const char *end, int declares_space) {
  int is_empty = end > at && end[-1] == '/';
  if (is_empty) end--;
  name_range name = read_name(at, end);
  size_t length = (size_t)(name.end - at);
  if (length == 0 || (name.end < end && !is_space(*name.end))) return CXML_MALFORMED;
  if (s->depth == 0 && s->has_root) return CXML_MALFORMED;
  s->has_root = 1;
  if (s->depth == s->depth_limit) return CXML_DEPTH;
  if (!cxml_reserve((void **)&s->names, &s->name_room, s->name_count + length, 1))
    return CXML_MEMORY;
  element *added = &s->elements[s->depth];
  *added = (element){s->name_count, length, -1, s->binding_count};
  memcpy(s->names + s->name_count, at, length);
  if (declares_space) {
    cxml_status status = bind_all(s, name.end, end);
    if (status != CXML_OK) return status;
  }
  s->name_count += length;
  s->depth++;
  added->name = find_name(s, name, name.local == name.start ? space_of_prefix(s, "", 0) : 0);
  if (added->name >= 0) {
    cxml_attribute attributes[ATTRIBUTE_LIMIT];
    int32_t count = 0;
    if (!collect(s, name.end, end, attributes, &count)) return CXML_MALFORMED;
    s->handler.start(s->handler.context, added->name, attributes, count);
  }
  if (is_empty) end_element(s);
  return CXML_OK;
}

cxml_status cxml_close_element(cxml_scanner *s, const char *at, const char *end) {
  if (s->depth == 0) return CXML_MALFORMED;
  element *last = &s->elements[s->depth - 1];
  if ((size_t)(end - at) < last->length || memcmp(s->names + last->start, at, last->length))
    return CXML_MALFORMED;
  if (skip_space(at + last->length, end) != end) return CXML_MALFORMED;
  end_element(s);
  return CXML_OK;
}
