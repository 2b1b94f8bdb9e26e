/* fraction.h - "three quarters of the oil" says what "75 percent of the oil" says. */
#ifndef CC_CLAIM_FRACTION_H
#define CC_CLAIM_FRACTION_H

#include "fact/facts.h"

/* Copies of `facts` in which a fraction in words of something is a percentage; `facts` themselves
 * where there is none. `text` is the document's. */
const cc_fact *cc_fractions_apply(cc_arena *arena, cc_str text, const cc_fact *facts, size_t count);

#endif
