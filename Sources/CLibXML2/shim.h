// Where libxml2 is found. Swift sees only the door in CXML.
#include <libxml/xmlversion.h>
