/* statistic.h - claims that agree or conflict with one another are about one statistic: union-find
 * over places. */
#ifndef CC_STORE_STATISTIC_H
#define CC_STORE_STATISTIC_H

#include "base/dict.h"

typedef struct cc_statistic_node {
    const cc_claim *claim;
    cc_str          place; /* "SHA256#OFFSET": the same whatever the document is called */
    size_t          parent;
    size_t          next; /* of the same statistic, in a ring */
} cc_statistic_node;

typedef struct cc_statistics {
    cc_arena *arena;
    cc_dict   places; /* to index in nodes, from 1 */
    CC_LIST(cc_statistic_node) nodes;
} cc_statistics;

void cc_statistics_join(cc_statistics *statistics, const cc_claim *a, const cc_claim *b);

/* Index of the node that stands for all joined with the place; nodes.n: not known. */
size_t cc_statistics_find(const cc_statistics *statistics, const cc_side *side);

/* The claim at the place; NULL: not known. */
const cc_claim *cc_statistics_claim(const cc_statistics *statistics, const cc_side *side);

/* A short name, the same in every run over the same documents; empty: not known. */
cc_str cc_statistic_name(const cc_statistics *statistics, cc_arena *arena, const cc_side *side);

#endif
