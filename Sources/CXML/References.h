#ifndef CXML_REFERENCES_H
#define CXML_REFERENCES_H

#include <stddef.h>

/// Writes the character that a name between & and ; stands for, in UTF-8; gives its length, or 0 if
/// there is none. There are five names, and numbers: no entity is ever defined.
size_t cxml_resolve(const char *name, size_t length, char *to);

#endif
