/* key.h - what two claims must share to be compared at all: "claim|money|level|export". */
#ifndef CC_COMPARE_KEY_H
#define CC_COMPARE_KEY_H

#include "base/bounds.h"
#include "fact/lexicon.h"

/* Up to CC_MAX_KEYS keys of the claim, sorted by bytes: its rarest stems, two of them known to the
 * language, and its digits, so that a slip of the hand is met in other words. 0: nothing to go by. */
size_t cc_claim_keys(cc_arena *arena, const cc_lexicon *lexicon, const cc_claim *claim,
                     cc_str keys[CC_MAX_KEYS]);

/* Whether a key is that of digits: what shares it and one overfull key beside is not alike enough. */
bool cc_is_digits_key(cc_str key);

/* Units that may meet have one class: "money" of any currency, "percent" with its points, the dimension
 * of what converts ("length"), the rest by itself; "count" without one. */
cc_str cc_unit_class(const cc_lexicon *lexicon, const cc_claim *claim);
/* "level", "change", "rank", "multiple": aspects that may meet have one class. */
cc_str cc_aspect_class(cc_aspect aspect);

/* The smallest key that both have, and the one after it (empty: none). Both sorted. */
cc_str cc_common_key(const cc_str *a, size_t a_count, const cc_str *b, size_t b_count,
                     cc_str *ret_next);

#endif
