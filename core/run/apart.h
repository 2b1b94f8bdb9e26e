/* apart.h - what keeps two claims from being compared at all, in words. */
#ifndef CC_RUN_APART_H
#define CC_RUN_APART_H

#include "claim/words.h"
#include "compare/compare.h"

/* A sentence without its full stop; empty: other claims decide what becomes of the pair. */
cc_str cc_tell_apart(const cc_comparer *comparer, cc_stemmer *stemmer, cc_arena *arena,
                     const cc_claim *a, const cc_claim *b);

#endif
