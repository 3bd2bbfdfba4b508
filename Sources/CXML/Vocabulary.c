#define _GNU_SOURCE
#include "Vocabulary.h"

#include <stdlib.h>
#include <string.h>

// Names are short, and differ in their length, first, middle and last letter.
static uint32_t hash(const char *local, size_t length) {
  const unsigned char *bytes = (const unsigned char *)local;
  uint32_t value = (uint32_t)length * 31 + bytes[0];
  value = value * 31 + bytes[length / 2];
  return value * 31 + bytes[length - 1];
}

static const char *keep(char **end, const char *words) {
  size_t room = strlen(words) + 1;
  char *kept = memcpy(*end, words, room);
  *end += room;
  return kept;
}

cxml_vocabulary *cxml_learn(
    const cxml_name *names, int32_t name_count, const cxml_space *spaces, int32_t space_count) {
  size_t room = 1;
  for (int32_t i = 0; i < name_count; i++) room += strlen(names[i].local) + 1;
  for (int32_t i = 0; i < space_count; i++) room += strlen(spaces[i].uri) + 1;
  uint32_t size = 16;
  while (size < (uint32_t)name_count * 4) size *= 2;
  cxml_vocabulary *vocabulary = calloc(1, sizeof(cxml_vocabulary));
  if (!vocabulary) return NULL;
  vocabulary->words = malloc(room);
  vocabulary->slots = calloc(size, sizeof(slot));
  vocabulary->spaces = calloc(space_count > 0 ? (size_t)space_count : 1, sizeof(known_space));
  if (!vocabulary->words || !vocabulary->slots || !vocabulary->spaces) {
    cxml_forget(vocabulary);
    return NULL;
  }
  char *end = vocabulary->words;
  vocabulary->mask = size - 1;
  for (int32_t i = 0; i < name_count; i++) {
    size_t length = strlen(names[i].local);
    if (length == 0) continue;
    uint32_t place = hash(names[i].local, length) & vocabulary->mask;
    while (vocabulary->slots[place].local) place = (place + 1) & vocabulary->mask;
    const char *local = keep(&end, names[i].local);
    vocabulary->slots[place] = (slot){local, (uint32_t)length, i, names[i].space};
  }
  vocabulary->space_count = space_count;
  for (int32_t i = 0; i < space_count; i++) {
    const char *uri = keep(&end, spaces[i].uri);
    vocabulary->spaces[i] = (known_space){uri, strlen(uri), spaces[i].space};
  }
  return vocabulary;
}

void cxml_forget(cxml_vocabulary *vocabulary) {
  if (!vocabulary) return;
  free(vocabulary->slots);
  free(vocabulary->spaces);
  free(vocabulary->words);
  free(vocabulary);
}

uint8_t cxml_space_of(const cxml_vocabulary *vocabulary, const char *uri, size_t length) {
  for (int32_t i = 0; i < vocabulary->space_count; i++) {
    const known_space *known = &vocabulary->spaces[i];
    if (known->length == length && memcmp(known->uri, uri, length) == 0) return known->space;
  }
  return 0;
}

int32_t cxml_find(
    const cxml_vocabulary *vocabulary, const char *local, size_t length, uint8_t space) {
  if (length == 0) return -1;
  uint32_t place = hash(local, length) & vocabulary->mask;
  for (;; place = (place + 1) & vocabulary->mask) {
    const slot *found = &vocabulary->slots[place];
    if (!found->local) return -1;
    if (found->length != length || (found->space != 0 && found->space != space)) continue;
    if (memcmp(found->local, local, length) == 0) return found->name;
  }
}

int cxml_holds(const char *bytes, size_t count, const char *words) {
  return bytes && memmem(bytes, count, words, strlen(words)) != NULL;
}
