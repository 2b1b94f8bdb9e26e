/* twin.h - one figure, written alike in two claims that give it another unit or another direction:
 * a slip of the hand as much as another digit is. */
#ifndef CC_COMPARE_TWIN_H
#define CC_COMPARE_TWIN_H

#include "claimcheck.h"

/* "$5 million" and "€5 million", "5 percent" and "5 percentage points": units of one kind, between
 * which nothing converts; "5 trucks a day" and "5 trucks a year". Symmetric. */
bool cc_is_twin_unit(const cc_claim *a, const cc_claim *b);

/* "rose by 5 percent" and "fell by 5 percent". Symmetric. */
bool cc_is_twin_direction(const cc_claim *a, const cc_claim *b);

/* Whether the sentences of two documents, of one time as far as is known, are the same but for the
 * figures, and long enough to be no formula: either document then says the other figure. Not of a
 * series, nor under labels. Symmetric. */
bool cc_is_same_frame(const cc_claim *a, const cc_claim *b);

#endif
