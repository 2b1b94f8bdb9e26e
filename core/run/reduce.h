/* reduce.h - the records that share a key become scored pairs. */
#ifndef CC_RUN_REDUCE_H
#define CC_RUN_REDUCE_H

#include "compare/compare.h"
#include "store/record.h"

typedef struct cc_reducer {
    cc_comparer comparer;
    cc_arena    scratch;                              /* emptied after each group */
    void (*put)(void *user, const cc_record *record); /* the record is borrowed */
    void    *user;
    uint64_t claims; /* of the whole run: pairs that it has no use for are not put; 0: not known */
    uint64_t pairs, not_compared; /* so far */
} cc_reducer;

/* All records of one key, in any order. Claims are compared; other kinds are passed on. */
void cc_reduce_group(cc_reducer *reducer, const cc_record *records, size_t count);
/* After the last group: puts what was not compared. */
void cc_reduce_end(cc_reducer *reducer);

#endif
