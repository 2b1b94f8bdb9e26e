/* scope.h - the entities a sentence is about, in a first form: runs of capitalised words, and
 * the places of demonyms.yaml. */
#ifndef CC_CLAIM_SCOPE_H
#define CC_CLAIM_SCOPE_H

#include "claim/passage.h"

/* Sorted, each once, folded; places by their canonical name. */
const cc_str *cc_claim_scope(cc_arena *arena, const cc_vocabulary *vocabulary,
                             const cc_passage *passage, size_t *ret_count);

#endif
