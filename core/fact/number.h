/* number.h - numbers as English prose writes them, in digits or words. */
#ifndef CC_FACT_NUMBER_H
#define CC_FACT_NUMBER_H

#include "fact/lexicon.h"

/* "4.9", "1,250", "−4.46", "40 000", "16’157", "three hundred and five", "half a million",
 * "two dozen", "1/2", "2 1/2", "5-1/4", and ranges: "25-40 billion", "5 to 7", "5 and 7".
 * "between" is no part of it. A scale word may be part of `text` or stand in `scale` ("million",
 * "bn", "k"). A scale word of a range's end reaches back, where that keeps the ends in order.
 * Hyphen, minus and dash are alike, and so are blank, NBSP, U+2009 and U+202F.
 * Errors: CC_WARN - it is none, or takes more than 18 digits ("unparsed": never guessed). */
cc_status cc_number_parse(const cc_lexicon *lexicon, cc_str text, cc_str scale, bool percent,
                          cc_value *ret);

#endif
