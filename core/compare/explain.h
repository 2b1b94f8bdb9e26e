/* explain.h - why two claims were compared, in words. */
#ifndef CC_COMPARE_EXPLAIN_H
#define CC_COMPARE_EXPLAIN_H

#include "claim/words.h"

/* What both say of measure, scope and period, in the words of `a`, and how far apart they are. */
cc_reason cc_explain(cc_stemmer *stemmer, cc_arena *arena, const cc_claim *a, const cc_claim *b);

#endif
