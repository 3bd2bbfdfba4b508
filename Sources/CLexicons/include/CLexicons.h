#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>

/// One file of lexicons/, as it was when the program was built.
struct clexicon {
  /// Its name without folder and ending.
  const char *name;
  /// Its bytes, UTF-8.
  const unsigned char *bytes;
  /// How many bytes there are.
  size_t length;
};

/// How many lexicons there are.
size_t clexicons_count(void);

/// The lexicon at an index below `clexicons_count()`.
struct clexicon clexicons_at(size_t index);

#endif
