#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

// SHA-256 (FIPS 180-4). A target of our own, since Foundation has none on Linux, swift-crypto more
// than doubles the time of a build, and libcrypto would be one more library that the program needs
// where it runs. It is in C for the instructions that processors have for it: with them hashing is
// a fiftieth of the time of an analysis, without them a tenth.

/// Writes the 32 bytes of the digest of `count` bytes.
void csha256_digest(const uint8_t *_Nullable bytes, size_t count, uint8_t *_Nonnull digest);

/// The same without special instructions: for tests.
void csha256_digest_portable(const uint8_t *_Nullable bytes, size_t count, uint8_t *_Nonnull digest);

#endif
