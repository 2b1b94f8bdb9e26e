/* spot.h - figures at a place that a user names: "memo.txt:14" or "memo.txt:14:3". */
#ifndef CC_RUN_SPOT_H
#define CC_RUN_SPOT_H

#include "base/arena.h"
#include "base/fault.h"
#include "store/record.h"

typedef struct cc_spot {
    cc_str   file;
    uint32_t line, column; /* line: or paragraph, or page; column 0: none given */
} cc_spot;

typedef CC_LIST(const cc_listed *) cc_spotted;

/* Errors: CC_FATAL - no FILE:LINE. */
cc_status cc_spot_parse(const char *text, cc_spot *ret, cc_fault *fault);

/* The figures among `records` that stand on the line, or in the column: at most 64. `file` may lack
 * folders and archives before the document's name. Errors: CC_FATAL - none, or two documents are
 * meant. */
cc_status cc_spot_find(cc_arena *arena, const cc_spot *spot, const cc_records *records,
                       cc_spotted *ret, cc_fault *fault);

#endif
