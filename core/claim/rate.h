/* rate.h - per what a figure is counted: "trucks a day", "tons annually". */
#ifndef CC_CLAIM_RATE_H
#define CC_CLAIM_RATE_H

#include "claim/passage.h"

/* The fact's own, else a span of time or a number of heads that follows the figure's noun: "day",
 * "100000 person"; empty: none. Lives in `arena`. */
cc_str cc_claim_per(cc_arena *arena, const cc_lexicon *lexicon, const cc_passage *passage,
                    size_t i);

/* Whether fact i is what another figure is per: the 100,000 of "per 100,000 inhabitants". */
bool cc_is_rate_base(const cc_passage *passage, size_t i);

#endif
