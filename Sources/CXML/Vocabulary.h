#ifndef CXML_VOCABULARY_H
#define CXML_VOCABULARY_H

#include "CXML.h"

// The names that are listened for, found by their bytes.

typedef struct {
  const char *local;
  uint32_t length;
  int32_t name;
  uint8_t space;
} slot;

typedef struct {
  const char *uri;
  size_t length;
  uint8_t space;
} known_space;

struct cxml_vocabulary {
  slot *slots;
  uint32_t mask;
  known_space *spaces;
  int32_t space_count;
  // The words of all of them.
  char *words;
};

/// The family of a namespace; 0 for one that is not known.
uint8_t cxml_space_of(const cxml_vocabulary *vocabulary, const char *uri, size_t length);

/// The index of a name in a namespace, or -1 if nobody wants to hear of it.
int32_t cxml_find(
    const cxml_vocabulary *vocabulary, const char *local, size_t length, uint8_t space);

#endif
