#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "Scanner.h"
#include "Vocabulary.h"

// No element has more attributes that anybody asks for.
#define ATTRIBUTE_LIMIT 32

struct cxml_reader {
  const cxml_vocabulary *vocabulary;
  cxml_handler handler;
  int32_t depth;
  int32_t depth_limit;
  // One of both, once the first bytes are seen.
  cxml_scanner *scanner;
  xmlParserCtxtPtr parser;
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

static void stop(cxml_reader *reader, cxml_status status) {
  if (reader->status == CXML_OK) reader->status = status;
  xmlStopParser(reader->parser);
}

// The index of a name, or -1 if nobody wants to hear of it.
static int32_t find(const cxml_reader *reader, const xmlChar *local, const xmlChar *uri) {
  const char *space = (const char *)uri;
  return cxml_find(
      reader->vocabulary, (const char *)local, strlen((const char *)local),
      uri ? cxml_space_of(reader->vocabulary, space, strlen(space)) : 0);
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
    const cxml_vocabulary *vocabulary, int32_t depth_limit, cxml_handler handler) {
  cxml_reader *reader = calloc(1, sizeof(cxml_reader));
  if (!reader) return NULL;
  reader->vocabulary = vocabulary;
  reader->handler = handler;
  reader->depth_limit = depth_limit;
  return reader;
}

// Whether XML is in UTF-8, as its first bytes and its declaration say.
static int is_utf8(const char *bytes, size_t count) {
  if (count < 2 || bytes[0] == 0 || bytes[1] == 0) return count < 2;
  if ((unsigned char)bytes[0] >= 0xFE || (unsigned char)bytes[1] >= 0xFE) return 0;
  char head[256] = {0};
  memcpy(head, bytes, count < sizeof head - 1 ? count : sizeof head - 1);
  if (strncmp(head, "<?xml", 5) != 0) return 1;
  char *end = strstr(head, "?>");
  if (end) *end = 0;
  char *label = strstr(head, "encoding");
  if (!label) return 1;
  label += strcspn(label, "\"'");
  if (!*label) return 1;
  label++;
  label[strcspn(label, "\"'")] = 0;
  return strcasecmp(label, "UTF-8") == 0 || strcasecmp(label, "US-ASCII") == 0;
}

static void open_parser(cxml_reader *reader) {
  pthread_once(&once, prepare);
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
  // NOENT makes attributes come with &amp; resolved; there are no other entities, since there is no
  // declaration.
  if (reader->parser)
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA);
}

// Opens what reads the file, by its first bytes; gives how many of them are a mark.
static size_t begin(cxml_reader *reader, const char *bytes, size_t count) {
  if (reader->scanner || reader->parser) return 0;
  if (is_utf8(bytes, count)) {
    reader->scanner = cxml_scanner_open(reader->vocabulary, reader->depth_limit, reader->handler);
  } else {
    open_parser(reader);
  }
  if (!reader->scanner && !reader->parser) reader->status = CXML_MEMORY;
  return count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

cxml_status cxml_read(cxml_reader *reader, const char *bytes, size_t count, int last) {
  if (count == 0 && !last) return reader->status;
  size_t mark = begin(reader, bytes ? bytes : "", count);
  if (reader->status != CXML_OK) return reader->status;
  if (reader->scanner)
    return reader->status =
        cxml_scan(reader->scanner, bytes ? bytes + mark : "", count - mark, last);
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

void cxml_close(cxml_reader *reader) {
  if (!reader) return;
  cxml_scanner_close(reader->scanner);
  if (reader->parser) {
    if (reader->parser->myDoc) xmlFreeDoc(reader->parser->myDoc);
    xmlFreeParserCtxt(reader->parser);
  }
  free(reader);
}

static void start_html(void *context, const xmlChar *local, const xmlChar **values) {
  cxml_reader *reader = context;
  if (!enter(reader)) return;
  int32_t name = find(reader, local, NULL);
  if (name < 0) return;
  cxml_attribute attributes[ATTRIBUTE_LIMIT];
  int32_t count = 0;
  for (; values && values[0] && count < ATTRIBUTE_LIMIT; values += 2) {
    int32_t attribute = find(reader, values[0], NULL);
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
  int32_t name = find(reader, local, NULL);
  if (name >= 0) reader->handler.end(reader->handler.context, name);
}

cxml_status cxml_read_html(
    const char *bytes, size_t count, const cxml_vocabulary *vocabulary, int32_t depth_limit,
    cxml_handler handler) {
  pthread_once(&once, prepare);
  cxml_reader reader;
  memset(&reader, 0, sizeof reader);
  reader.vocabulary = vocabulary;
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
  htmlDocPtr page = htmlCtxtReadMemory(
      reader.parser, bytes ? bytes : "", (int)count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
          | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
  if (page) xmlFreeDoc(page);
  if (reader.parser->myDoc) {
    xmlFreeDoc(reader.parser->myDoc);
    reader.parser->myDoc = NULL;
  }
  htmlFreeParserCtxt(reader.parser);
  return reader.status;
}
