/* cage.h - a reader in a process of its own: what it does to itself costs one document.
 *
 * The process is this program again (caged.h). It is started when a document needs it, serves
 * one worker, and is kept for the next document. */
#ifndef CC_HOST_CAGE_H
#define CC_HOST_CAGE_H

#include "base/arena.h"
#include "base/fault.h"

#include <sys/types.h>

typedef struct cc_cage_limits {
    uint64_t memory_bytes;
    uint32_t seconds; /* of processor time for a document */
} cc_cage_limits;

typedef struct cc_cage {
    const char *program; /* path of this program */
    const char *plugin;  /* path of the reader */
    /* Values of its options, as in cc_loaded. */
    const char *const *given;
    cc_cage_limits     limits;
    pid_t              pid; /* 0: not started */
    int                socket;
    size_t             served; /* documents that this process has read to their end */
} cc_cage;

/* Reads a document; blocks and metadata go to `sink` as they come. Returns what the reader
 * returned, its message in *fault.
 *   arena       holds what is under way
 *   *ret_reason "reader-crashed", "reader-timeout" or "reader-memory" where the process did not
 *               come to an end, or sent what no reader may; else NULL
 * Errors: CC_FAIL with *ret_reason; the process is gone, and the next document gets a new one. */
cc_status cc_cage_read(cc_cage *cage, cc_arena *arena, cc_str bytes, cc_block_sink *sink,
                       const char **ret_reason, cc_fault *fault);
/* Ends the process, if there is one. */
void cc_cage_close(cc_cage *cage);

#endif
