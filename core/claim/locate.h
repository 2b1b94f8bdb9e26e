/* locate.h - where a claim stands. */
#ifndef CC_CLAIM_LOCATE_H
#define CC_CLAIM_LOCATE_H

#include "claim/claims.h"
#include "claim/passage.h"

/* A claim of fact `i` with its document, kind, place, text and sentence, and nothing measured yet. The
 * sentence of a record has its label before it: "Population: 38 million". */
cc_claim cc_claim_locate(cc_arena *arena, const cc_claim_source *source, const cc_passage *passage,
                         size_t i);

#endif
