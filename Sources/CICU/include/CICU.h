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

/// How sure ICU's detector is that bytes are of an encoding (named as ICU names it), from 0 to 100.
int32_t cicu_detection_confidence(
    const char *_Nonnull encoding, const uint8_t *_Nullable bytes, size_t count);

#endif
