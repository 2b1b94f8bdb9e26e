/* credit.h - whom a sentence credits with its figures: "according to the Census Bureau". */
#ifndef CC_CLAIM_CREDIT_H
#define CC_CLAIM_CREDIT_H

#include "claim/passage.h"

/* The name behind the first of the vocabulary's credits, as written; empty: none. Borrowed. */
cc_str cc_claim_credit(const cc_vocabulary *vocabulary, const cc_passage *passage);

#endif
