#ifndef CXML_SCANNER_H
#define CXML_SCANNER_H

#include "CXML.h"

// A reader of XML in UTF-8 that finds elements and words and nothing else. Office documents have ten
// bytes of markup for one of words, nearly all of which nobody listens to.

typedef struct cxml_scanner cxml_scanner;

cxml_scanner *cxml_scanner_open(
    const cxml_vocabulary *vocabulary, int32_t depth_limit, cxml_handler handler);
cxml_status cxml_scan(cxml_scanner *scanner, const char *bytes, size_t count, int last);
void cxml_scanner_close(cxml_scanner *scanner);

#endif
