/* reach.h - how well the scopes of two claims fit. */
#ifndef CC_COMPARE_REACH_H
#define CC_COMPARE_REACH_H

#include "base/str.h"

/* In [0, 1]: 1 where one of them names nothing, for then it inherits. */
double cc_scope_fit(const cc_claim *a, const cc_claim *b);

#endif
