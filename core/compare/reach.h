/* reach.h - how well the scopes of two claims fit. */
#ifndef CC_COMPARE_REACH_H
#define CC_COMPARE_REACH_H

#include "base/str.h"

/* In [0, 1]: 1 where one of them names nothing, for then it inherits. */
double cc_scope_fit(const cc_claim *a, const cc_claim *b);

/* Whether the words of one are words of the other, in their order: "freight board" and "board",
 * not "female" and "male". Both folded and not empty. */
bool cc_is_within_name(cc_str a, cc_str b);

#endif
