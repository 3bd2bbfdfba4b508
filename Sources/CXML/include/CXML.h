#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

// Markup in, events out. No tree is built, so that memory does not grow with the depth or length of a
// file. Nothing is ever fetched: a document type declaration, which could name files or define
// entities, ends the reading of XML.
//
// HTML, and XML in encodings other than UTF-8, is read by libxml2; XML in UTF-8 by a scanner of our
// own, in a tenth of its time.

/// A name that its user wants to hear of: what is called otherwise is passed over, with its
/// attributes, but not what stands in it.
typedef struct {
  /// The name without its prefix.
  const char *_Nonnull local;
  /// The family of namespaces that it belongs to; 0 for any.
  uint8_t space;
} cxml_name;

/// A namespace and the family that it belongs to, from 1.
typedef struct {
  const char *_Nonnull uri;
  uint8_t space;
} cxml_space;

/// An attribute of an element: the index of its name, and its value, which lives as long as the call.
typedef struct {
  int32_t name;
  const char *_Nonnull value;
  size_t length;
} cxml_attribute;

/// Who hears of what is read. Names are indices in the list of names.
typedef struct {
  void *_Nullable context;
  void (*_Nonnull start)(
      void *_Nullable context, int32_t name, const cxml_attribute *_Nullable attributes,
      int32_t count);
  void (*_Nonnull end)(void *_Nullable context, int32_t name);
  void (*_Nonnull text)(void *_Nullable context, const char *_Nonnull bytes, size_t length);
} cxml_handler;

/// How reading ended.
typedef enum {
  /// All is well so far.
  CXML_OK = 0,
  /// The markup is not well-formed.
  CXML_MALFORMED = 1,
  /// There is a document type declaration.
  CXML_DECLARATION = 2,
  /// Elements lie too deep in each other.
  CXML_DEPTH = 3,
  /// There is no memory.
  CXML_MEMORY = 4,
} cxml_status;

/// The names that are listened for; it never changes, so that any threads may share it.
typedef struct cxml_vocabulary cxml_vocabulary;

/// A vocabulary; `NULL` if there is no memory. The names are copied.
cxml_vocabulary *_Nullable cxml_learn(
    const cxml_name *_Nonnull names, int32_t name_count, const cxml_space *_Nullable spaces,
    int32_t space_count);

/// Frees a vocabulary.
void cxml_forget(cxml_vocabulary *_Nullable vocabulary);

/// Whether some words stand in markup: what does not even name a thing need not be read for it.
int cxml_holds(const char *_Nullable bytes, size_t count, const char *_Nonnull words);

typedef struct cxml_reader cxml_reader;

/// A reader of XML; `NULL` if there is no memory. The vocabulary must live as long.
cxml_reader *_Nullable cxml_open(
    const cxml_vocabulary *_Nonnull vocabulary, int32_t depth_limit, cxml_handler handler);

/// Reads the next bytes; `last` with the last of them.
cxml_status cxml_read(
    cxml_reader *_Nonnull reader, const char *_Nullable bytes, size_t count, int last);

/// Frees a reader.
void cxml_close(cxml_reader *_Nullable reader);

/// Reads a page of HTML, in UTF-8, as far as it goes. Names are those of elements and attributes in
/// small letters.
cxml_status cxml_read_html(
    const char *_Nullable bytes, size_t count, const cxml_vocabulary *_Nonnull vocabulary,
    int32_t depth_limit, cxml_handler handler);

#endif
