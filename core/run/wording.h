/* wording.h - figures in the sentences of check --why-not. */
#ifndef CC_RUN_WORDING_H
#define CC_RUN_WORDING_H

#include "claim/words.h"
#include "store/record.h"

/* "$5 million (memo.txt:14:3)" */
cc_str cc_name_figure(cc_arena *arena, const cc_side *side);

/* Of a claim: "$5 million (memo.txt:14:3) measures 'exports timber' (canada; forecast), 2019 and
 * stands for 4500000 to 5500000 USD"; in brackets its scope, and what is not a plain level, stated. */
cc_str cc_describe_figure(cc_stemmer *stemmer, cc_arena *arena, const cc_listed *figure);

/* Thousandths: "0.215" */
cc_str cc_print_mille(cc_arena *arena, uint32_t mille);

#endif
