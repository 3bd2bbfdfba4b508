#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>
#include <stdint.h>

// Runs another program on untrusted input, with limits on what it may take and without a network.

/// What a program may take.
typedef struct {
  /// Seconds from its start to its end.
  double seconds;
  /// Bytes of memory that it may address; 0 for no limit.
  uint64_t memory;
  /// Bytes that it may write to standard output.
  size_t output;
} cprocess_limits;

/// How a run ended.
typedef enum {
  /// It ended by itself; the status tells how.
  CPROCESS_ENDED = 0,
  /// It could not be started.
  CPROCESS_NOT_STARTED = 1,
  /// It took too long.
  CPROCESS_TIME = 2,
  /// It wrote too much.
  CPROCESS_OUTPUT = 3,
  /// It was ended by a signal, as a program is that runs out of memory.
  CPROCESS_KILLED = 4,
} cprocess_outcome;

/// What a run gave; `output` is freed with `cprocess_free`.
typedef struct {
  cprocess_outcome outcome;
  int32_t status;
  uint8_t *_Nullable output;
  size_t count;
} cprocess_result;

/// Runs the program at a path, in a folder, and waits for it. Its standard input is empty, its standard
/// error goes to the file `stderr` there. `arguments` and `environment` end with NULL. All processes that it starts
/// end with it.
cprocess_result cprocess_run(
    const char *_Nonnull path, char *const _Nullable *_Nonnull arguments,
    char *const _Nullable *_Nonnull environment, const char *_Nonnull folder,
    cprocess_limits limits);

/// Frees what a run wrote.
void cprocess_free(cprocess_result result);

#endif
