// The door to zlib, which compresses the sources that the library keeps.
#include <zlib.h>
