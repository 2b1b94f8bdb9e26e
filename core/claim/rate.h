/* rate.h - per what a figure is counted: "trucks a day", "tons annually". */
#ifndef CC_CLAIM_RATE_H
#define CC_CLAIM_RATE_H

#include "claim/passage.h"

/* The fact's own, else a span of time that follows the figure's noun; empty: none. */
cc_str cc_claim_per(const cc_lexicon *lexicon, const cc_passage *passage, size_t i);

#endif
