#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The door to ICU: opaque handles and plain integers. No header of ICU is included here, since ICU
// renames its functions by macro, which Swift cannot see, and Foundation brings an ICU of its own.

/// The version of ICU in use, as in "72.1". The string is static.
const char *_Nonnull cicu_version(void);

// MARK: Characters

/// The one code point that NFKC makes of a code point, or the code point itself if there is none or
/// more than one.
uint32_t cicu_compatibility_form(uint32_t code_point);

/// Whether a code point is a control, in private use, a surrogate, or not assigned.
bool cicu_is_unreadable(uint32_t code_point);

// MARK: Decoding

/// What stands in decoded text for bytes that the encoding does not explain. It is no character, so
/// that no text means it.
#define CICU_UNEXPLAINED 0xFFFF

/// Decodes bytes into UTF-16, each unexplained sequence of bytes into one CICU_UNEXPLAINED.
///
/// `units` has room for `capacity` units, of which two for each byte are enough. Returns how many
/// were written, or -1 if ICU does not know the encoding or the room is too small.
ptrdiff_t cicu_decode(
    const char *_Nonnull encoding, const uint8_t *_Nullable bytes, size_t count,
    uint16_t *_Nonnull units, size_t capacity);

/// What ICU's detector says of some bytes, which must stay where they are meanwhile.
typedef struct cicu_detection cicu_detection;

/// Looks at bytes; null if there is no room.
cicu_detection *_Nullable cicu_detection_open(const uint8_t *_Nullable bytes, size_t count);

/// Forgets what was found.
void cicu_detection_close(cicu_detection *_Nonnull detection);

/// How sure the detector is that the bytes are of an encoding (named as ICU names it), from 0 to 100.
int32_t cicu_detection_confidence(
    const cicu_detection *_Nonnull detection, const char *_Nonnull encoding);

// MARK: Segmentation

/// A breaker of text into words or sentences, for one thread at a time.
typedef struct cicu_breaker cicu_breaker;

/// Opens a breaker by the rules of a locale; null if ICU has none.
cicu_breaker *_Nullable cicu_breaker_open(const char *_Nonnull locale, bool words);

/// Closes a breaker.
void cicu_breaker_close(cicu_breaker *_Nonnull breaker);

/// Gives a breaker a text of UTF-16, which must stay where it is until the next one is given.
bool cicu_breaker_set_text(
    cicu_breaker *_Nonnull breaker, const uint16_t *_Nullable units, size_t count);

/// Writes the next boundaries, in units, and says how many; 0 at the end. The first one is the end of
/// the first word.
size_t cicu_breaker_next(
    cicu_breaker *_Nonnull breaker, int32_t *_Nonnull boundaries, size_t capacity);

// MARK: Order

/// The order of texts in a language, for one thread at a time.
typedef struct cicu_collator cicu_collator;

/// Opens the order of a locale, as in "zh@collation=pinyin"; null if ICU has none.
cicu_collator *_Nullable cicu_collator_open(const char *_Nonnull locale);

/// Closes an order.
void cicu_collator_close(cicu_collator *_Nonnull collator);

/// Writes the key of a text, which sorts byte by byte, and returns its length; more than `capacity`
/// means that nothing is written as long as that.
size_t cicu_collator_key(
    const cicu_collator *_Nonnull collator, const uint16_t *_Nullable units, size_t count,
    uint8_t *_Nullable key, size_t capacity);

// MARK: Scripts

/// A conversion between scripts, for one thread at a time.
typedef struct cicu_transliterator cicu_transliterator;

/// Opens a conversion by its name in ICU, as in "Traditional-Simplified"; null if ICU has none.
cicu_transliterator *_Nullable cicu_transliterator_open(const char *_Nonnull name);

/// Closes a conversion.
void cicu_transliterator_close(cicu_transliterator *_Nonnull transliterator);

/// Converts a text in its place, and returns its new length, or -1 if it does not fit.
ptrdiff_t cicu_transliterate(
    const cicu_transliterator *_Nonnull transliterator, uint16_t *_Nonnull units, size_t count,
    size_t capacity);

#endif
