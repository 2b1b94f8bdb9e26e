/* copy.h - from the document's arena into one that outlives it. The one place where lifetimes
 * cross. */
#ifndef CC_STORE_COPY_H
#define CC_STORE_COPY_H

#include "base/arena.h"

cc_doc_ref     *cc_copy_doc_ref(cc_arena *to, const cc_doc_ref *ref);
const cc_claim *cc_copy_claim(cc_arena *to, const cc_claim *claim, const cc_doc_ref *ref);
/* Sides keep the document references they have. */
const cc_finding *cc_copy_finding(cc_arena *to, const cc_finding *finding);
cc_side           cc_copy_side(cc_arena *to, const cc_side *side);
/* Borrows all of the claim's strings. */
cc_side cc_side_of_claim(const cc_claim *claim);

#endif
