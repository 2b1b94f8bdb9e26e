/* slip.h - the digits of a value as written, and slips of the hand in them. */
#ifndef CC_FACT_SLIP_H
#define CC_FACT_SLIP_H

#include "claimcheck.h"

typedef enum cc_slip {
    CC_NO_SLIP,
    CC_ONE_DIGIT, /* 54.7 and 57.7 */
    CC_SWAPPED,   /* two neighbours have changed places: 54.7 and 57.4 */
} cc_slip;

/* How the digits of b differ from those of a, both of three or more and to one decimal. */
cc_slip cc_value_slip(const cc_value *a, const cc_value *b);

/* The digits without the zeros of their scale, the least first: "457" for 54.7 million and 5,470;
 * what is swapped or of another scale has the same. Empty: fewer than three, or too many. */
cc_str cc_value_digits(const cc_value *value, char ret[10]);

#endif
