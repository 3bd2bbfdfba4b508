#ifndef CXML_SCANNER_STATE_H
#define CXML_SCANNER_STATE_H

#include "Scanner.h"
#include "Vocabulary.h"

typedef struct {
  // The name as it is written, in the names of open elements.
  size_t start;
  size_t length;
  // The index of the name, or -1 if nobody listens.
  int32_t name;
  // How many prefixes had a meaning before it.
  size_t binding_count;
} element;

typedef struct {
  char prefix[32];
  uint8_t length;
  uint8_t space;
} binding;

struct cxml_scanner {
  const cxml_vocabulary *vocabulary;
  cxml_handler handler;
  element *elements;
  int32_t depth;
  int32_t depth_limit;
  // Names of open elements, one behind the other.
  char *names;
  size_t name_count, name_room;
  binding *bindings;
  size_t binding_count, binding_room;
  // What was read and not yet understood.
  char *buffer;
  size_t count, room;
  // How many bytes there must be before it is worth looking again.
  size_t wanted;
  // Values of attributes in which something stands for something else.
  char *values;
  size_t value_count, value_room;
  int has_root;
  cxml_status status;
};

/// Makes room for as many things in an array that grows; 0 if there is no memory.
int cxml_reserve(void **array, size_t *room, size_t needed, size_t size);

/// Reads a start tag between < and >; `declares_space` where it may give prefixes a meaning.
///
/// The attributes of an element that nobody listens to are passed over as they are.
cxml_status cxml_start_element(
    cxml_scanner *s, const char *at, const char *end, int declares_space);

/// Reads an end tag between </ and >.
cxml_status cxml_close_element(cxml_scanner *s, const char *at, const char *end);

static inline int is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

static inline const char *skip_space(const char *at, const char *end) {
  while (at < end && is_space(*at)) at++;
  return at;
}

#endif
