/* nearest.h - what a mistyped word was most likely meant to be. */
#ifndef CC_BASE_NEAREST_H
#define CC_BASE_NEAREST_H

#include "base/str.h"

/* Of `known` (ends with NULL): the first that begins with `word`, else the one with the fewest
 * bytes put in, left out or replaced. NULL: none is near. */
const char *cc_nearest(cc_str word, const char *const *known);

#endif
