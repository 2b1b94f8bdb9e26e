/* scope.h - the entities a sentence is about, in a first form: places, and runs of capitalised
 * words. */
#ifndef CC_CLAIM_SCOPE_H
#define CC_CLAIM_SCOPE_H

#include "claim/measure.h"

/* Fills scope, scope_count and scope_own of *ret for figure `i`; `label` holds the places of what a
 * record block stands under. In the order of the text, each once. */
void cc_claim_scope(cc_arena *arena, const cc_passage *passage, size_t i,
                    const cc_places_named *label, cc_claim *ret);

#endif
