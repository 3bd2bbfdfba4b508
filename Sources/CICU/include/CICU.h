#ifndef CICU_H
#define CICU_H

// The door to ICU: opaque handles and plain integers. No header of ICU is included here, since ICU
// renames its functions by macro, which Swift cannot see, and Foundation brings an ICU of its own.

/// The version of ICU in use, as in "72.1". The string is static.
const char *cicu_version(void);

#endif
