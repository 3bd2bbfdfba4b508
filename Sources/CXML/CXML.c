#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// No element has more attributes that anybody asks for.
#define ATTRIBUTE_LIMIT 32

typedef struct {
  // Interned by the parser, so that names are compared by address.
  const xmlChar *local;
  int32_t name;
  uint8_t space;
} slot;

typedef struct {
  const xmlChar *uri;
  uint8_t space;
} known_space;

struct cxml_reader {
  xmlParserCtxtPtr parser;
  cxml_handler handler;
  slot *slots;
  uint32_t mask;
  known_space *spaces;
  int32_t space_count;
  int32_t depth;
  int32_t depth_limit;
  cxml_status status;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void) { xmlInitParser(); }

static void ignore_error(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static void ignore_structured_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

static uint32_t hash(const xmlChar *address) {
  uintptr_t value = (uintptr_t)address;
  return (uint32_t)((value >> 3) ^ (value >> 13));
}

static void stop(cxml_reader *reader, cxml_status status) {
  if (reader->status == CXML_OK) reader->status = status;
  xmlStopParser(reader->parser);
}

// Puts the names into the parser's dictionary and into a table by their addresses.
static int learn(
    cxml_reader *reader, const cxml_name *names, int32_t name_count, const cxml_space *spaces,
    int32_t space_count) {
  uint32_t size = 16;
  while (size < (uint32_t)name_count * 3) size *= 2;
  reader->slots = calloc(size, sizeof(slot));
  reader->spaces = calloc(space_count > 0 ? space_count : 1, sizeof(known_space));
  if (!reader->slots || !reader->spaces) return 0;
  reader->mask = size - 1;
  for (int32_t i = 0; i < name_count; i++) {
    const xmlChar *local = xmlDictLookup(reader->parser->dict, BAD_CAST names[i].local, -1);
    if (!local) return 0;
    uint32_t place = hash(local) & reader->mask;
    while (reader->slots[place].local) place = (place + 1) & reader->mask;
    reader->slots[place] = (slot){local, i, names[i].space};
  }
  reader->space_count = space_count;
  for (int32_t i = 0; i < space_count; i++) {
    reader->spaces[i].uri = xmlDictLookup(reader->parser->dict, BAD_CAST spaces[i].uri, -1);
    reader->spaces[i].space = spaces[i].space;
    if (!reader->spaces[i].uri) return 0;
  }
  return 1;
}

static uint8_t space_of(const cxml_reader *reader, const xmlChar *uri) {
  if (!uri) return 0;
  for (int32_t i = 0; i < reader->space_count; i++) {
    if (reader->spaces[i].uri == uri) return reader->spaces[i].space;
  }
  return 0;
}

// The index of a name, or -1 if nobody wants to hear of it.
static int32_t find(const cxml_reader *reader, const xmlChar *local, const xmlChar *uri) {
  uint32_t place = hash(local) & reader->mask;
  uint8_t space = 0;
  int is_known = 0;
  for (; reader->slots[place].local; place = (place + 1) & reader->mask) {
    if (reader->slots[place].local != local) continue;
    if (reader->slots[place].space == 0) return reader->slots[place].name;
    if (!is_known) {
      space = space_of(reader, uri);
      is_known = 1;
    }
    if (reader->slots[place].space == space) return reader->slots[place].name;
  }
  return -1;
}

static int enter(cxml_reader *reader) {
  if (reader->status != CXML_OK) return 0;
  reader->depth++;
  if (reader->depth <= reader->depth_limit) return 1;
  stop(reader, CXML_DEPTH);
  return 0;
}

static void start_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
    int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
    const xmlChar **values) {
  (void)prefix;
  (void)namespace_count;
  (void)namespaces;
  (void)defaulted;
  cxml_reader *reader = context;
  if (!enter(reader)) return;
  int32_t name = find(reader, local, uri);
  if (name < 0) return;
  cxml_attribute attributes[ATTRIBUTE_LIMIT];
  int32_t count = 0;
  // Five pointers each: name, prefix, namespace, beginning and end of the value.
  for (int i = 0; i < attribute_count && count < ATTRIBUTE_LIMIT; i++, values += 5) {
    int32_t attribute = find(reader, values[0], values[2]);
    if (attribute < 0) continue;
    attributes[count].name = attribute;
    attributes[count].value = (const char *)values[3];
    attributes[count].length = (size_t)(values[4] - values[3]);
    count++;
  }
  reader->handler.start(reader->handler.context, name, attributes, count);
}

static void end_element(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  cxml_reader *reader = context;
  if (reader->status != CXML_OK) return;
  reader->depth--;
  int32_t name = find(reader, local, uri);
  if (name >= 0) reader->handler.end(reader->handler.context, name);
}

static void characters(void *context, const xmlChar *bytes, int length) {
  cxml_reader *reader = context;
  if (reader->status != CXML_OK || length <= 0) return;
  reader->handler.text(reader->handler.context, (const char *)bytes, (size_t)length);
}

static void declaration(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  stop(context, CXML_DECLARATION);
}

cxml_reader *cxml_open(
    const cxml_name *names, int32_t name_count, const cxml_space *spaces, int32_t space_count,
    int32_t depth_limit, cxml_handler handler) {
  pthread_once(&once, prepare);
  cxml_reader *reader = calloc(1, sizeof(cxml_reader));
  if (!reader) return NULL;
  reader->handler = handler;
  reader->depth_limit = depth_limit;
  xmlSAXHandler events;
  memset(&events, 0, sizeof events);
  events.initialized = XML_SAX2_MAGIC;
  events.startElementNs = start_element;
  events.endElementNs = end_element;
  events.characters = characters;
  events.ignorableWhitespace = characters;
  events.cdataBlock = characters;
  events.internalSubset = declaration;
  events.error = ignore_error;
  events.fatalError = ignore_error;
  events.warning = ignore_error;
  events.serror = ignore_structured_error;
  reader->parser = xmlCreatePushParserCtxt(&events, reader, NULL, 0, NULL);
  if (!reader->parser) {
    free(reader);
    return NULL;
  }
  // NOENT makes attributes come with &amp; resolved; there are no other entities, since there is no
  // declaration.
  xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA);
  if (!learn(reader, names, name_count, spaces, space_count)) {
    cxml_close(reader);
    return NULL;
  }
  return reader;
}

cxml_status cxml_read(cxml_reader *reader, const char *bytes, size_t count, int last) {
  while (reader->status == CXML_OK) {
    int part = count > 1 << 20 ? 1 << 20 : (int)count;
    int ends = last && (size_t)part == count;
    int error = xmlParseChunk(reader->parser, bytes, part, ends);
    if (reader->status != CXML_OK) break;
    if (error == XML_ERR_NO_MEMORY) {
      reader->status = CXML_MEMORY;
    } else if (!reader->parser->wellFormed || reader->parser->disableSAX) {
      reader->status = CXML_MALFORMED;
    }
    count -= (size_t)part;
    if (bytes) bytes += part;
    if (count == 0) break;
  }
  return reader->status;
}

void cxml_stop(cxml_reader *reader) { stop(reader, CXML_MALFORMED); }

void cxml_close(cxml_reader *reader) {
  if (!reader) return;
  if (reader->parser) {
    if (reader->parser->myDoc) xmlFreeDoc(reader->parser->myDoc);
    xmlFreeParserCtxt(reader->parser);
  }
  free(reader->slots);
  free(reader->spaces);
  free(reader);
}

// Names that the parser adds of itself are not interned.
static int32_t find_html(const cxml_reader *reader, const xmlChar *name) {
  const xmlChar *interned = xmlDictExists(reader->parser->dict, name, -1);
  return interned ? find(reader, interned, NULL) : -1;
}

static void start_html(void *context, const xmlChar *local, const xmlChar **values) {
  cxml_reader *reader = context;
  if (!enter(reader)) return;
  int32_t name = find_html(reader, local);
  if (name < 0) return;
  cxml_attribute attributes[ATTRIBUTE_LIMIT];
  int32_t count = 0;
  for (; values && values[0] && count < ATTRIBUTE_LIMIT; values += 2) {
    int32_t attribute = find_html(reader, values[0]);
    if (attribute < 0) continue;
    const char *value = values[1] ? (const char *)values[1] : "";
    attributes[count].name = attribute;
    attributes[count].value = value;
    attributes[count].length = strlen(value);
    count++;
  }
  reader->handler.start(reader->handler.context, name, attributes, count);
}

static void end_html(void *context, const xmlChar *local) {
  cxml_reader *reader = context;
  if (reader->status != CXML_OK) return;
  reader->depth--;
  int32_t name = find_html(reader, local);
  if (name >= 0) reader->handler.end(reader->handler.context, name);
}

cxml_status cxml_read_html(
    const char *bytes, size_t count, const cxml_name *names, int32_t name_count,
    int32_t depth_limit, cxml_handler handler) {
  pthread_once(&once, prepare);
  cxml_reader reader;
  memset(&reader, 0, sizeof reader);
  reader.handler = handler;
  reader.depth_limit = depth_limit;
  if (count > INT32_MAX) return CXML_MEMORY;
  reader.parser = htmlNewParserCtxt();
  if (!reader.parser) return CXML_MEMORY;
  xmlSAXHandler *events = reader.parser->sax;
  memset(events, 0, sizeof *events);
  events->initialized = 1;
  events->startElement = start_html;
  events->endElement = end_html;
  events->characters = characters;
  events->ignorableWhitespace = characters;
  events->cdataBlock = characters;
  events->error = ignore_error;
  events->fatalError = ignore_error;
  events->warning = ignore_error;
  reader.parser->userData = &reader;
  cxml_status status = CXML_MEMORY;
  if (learn(&reader, names, name_count, NULL, 0)) {
    htmlDocPtr page = htmlCtxtReadMemory(
        reader.parser, bytes ? bytes : "", (int)count, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
            | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
    if (page) xmlFreeDoc(page);
    status = reader.status;
  }
  if (reader.parser->myDoc) {
    xmlFreeDoc(reader.parser->myDoc);
    reader.parser->myDoc = NULL;
  }
  htmlFreeParserCtxt(reader.parser);
  free(reader.slots);
  free(reader.spaces);
  return status;
}
