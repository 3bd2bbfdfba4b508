#include "CLexicons.h"

// A line for each file of lexicons/, in the order of their names; a test compares the two.
#define LEXICONS(X) \
  X(modality)

#define STRING(name) #name

static const unsigned char modality_bytes[] = {
#embed "../../lexicons/modality.tsv"
};

#define ROW(name) {STRING(name), name##_bytes, sizeof name##_bytes},
static const struct clexicon lexicons[] = {LEXICONS(ROW)};

size_t clexicons_count(void) { return sizeof lexicons / sizeof lexicons[0]; }

struct clexicon clexicons_at(size_t index) { return lexicons[index]; }
