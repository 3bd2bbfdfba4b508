#include "CLexicons.h"

// A line for each file of lexicons/, in the order of their names, here and below; a test compares
// the two.
#define LEXICONS(X) \
  X("modality", modality) \
  X("page-clutter", page_clutter) \
  X("signatory-endings", signatory_endings) \
  X("title-endings", title_endings)

static const unsigned char modality[] = {
#embed "../../lexicons/modality.tsv"
};
static const unsigned char page_clutter[] = {
#embed "../../lexicons/page-clutter.tsv"
};
static const unsigned char signatory_endings[] = {
#embed "../../lexicons/signatory-endings.tsv"
};
static const unsigned char title_endings[] = {
#embed "../../lexicons/title-endings.tsv"
};

#define ROW(name, bytes) {name, bytes, sizeof bytes},
static const struct clexicon lexicons[] = {LEXICONS(ROW)};

size_t clexicons_count(void) { return sizeof lexicons / sizeof lexicons[0]; }

struct clexicon clexicons_at(size_t index) { return lexicons[index]; }
