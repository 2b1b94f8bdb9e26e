/* pairing.h - two lists of one sentence that belong together item by item: "exports to Canada and
 * Mexico were $5 million and $6 million, respectively", "5 and 6 percent in 2018 and 2019". */
#ifndef CC_CLAIM_PAIRING_H
#define CC_CLAIM_PAIRING_H

#include "claim/passage.h"

enum { CC_MAX_PAIRED = 8 };

typedef struct cc_pairing {
    size_t  count;                  /* 0: there is none */
    size_t  figures[CC_MAX_PAIRED]; /* indices of facts, in the order of the text */
    cc_span items[CC_MAX_PAIRED];   /* what each figure is of: names or dates */
} cc_pairing;

/* The paired lists of a passage whose figures are known; the first ones it has. */
cc_pairing cc_pairing_find(const cc_passage *passage);

/* The place of fact `i` in the list of figures; pairing->count: it is none of them. */
size_t cc_pairing_index(const cc_pairing *pairing, size_t i);

/* The passage as if figure and item `k` alone stood in it. Facts keep their indices. */
cc_passage cc_pairing_only(cc_arena *arena, const cc_passage *passage, const cc_pairing *pairing,
                           size_t k);

#endif
