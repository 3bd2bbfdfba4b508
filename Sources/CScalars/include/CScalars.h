#ifndef CSCALARS_H
#define CSCALARS_H

#include <stddef.h>
#include <stdint.h>

/// Where a code point stands first among some; `count` if it stands nowhere.
///
/// The search is that of the C library (`wmemchr`), which looks at many of them at a time and which
/// Swift does not see.
size_t cscalars_find(const uint32_t *_Nonnull code_points, size_t count, uint32_t code_point);

#endif
