/* align.h - between two documents, which figure answers which. Align first, judge afterwards: a
 * disagreement is none until the pair is certain. */
#ifndef CC_COMPARE_ALIGN_H
#define CC_COMPARE_ALIGN_H

#include "compare/compare.h"
#include "compare/relate.h"
#include "store/record.h"

typedef struct cc_aligned {
    const cc_claim *a, *b;
    cc_relation     relation; /* CC_AGREE or CC_CONFLICT */
    cc_apart        apart;
    uint32_t        score; /* 0 to 1000; 500 is the threshold of this run */
} cc_aligned;

/* `pairs` are all of one pair of documents (or of one with itself); `claims` is the size of the
 * run. *ret lives in `arena`, by score from the top. Returns how many. */
size_t cc_align(const cc_comparer *comparer, cc_arena *arena, const cc_pair *pairs, size_t count,
                uint64_t claims, cc_aligned **ret);

#endif
