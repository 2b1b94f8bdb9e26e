/* duration.h - lengths of time, and dates that lie a length of time away. */
#ifndef EXTRACT_DATE_DURATION_H
#define EXTRACT_DATE_DURATION_H

#include "reading.h"

/* "three years", "several days", "two years ago": a match with a unit.
 * Errors: CC_WARN - no number, or no unit. */
cc_status cc_duration_resolve(const cc_reading *r, cc_fact *fact);

/* The part of `whole` that "the first ten months", "the last week" of it are; `length` as
 * cc_duration_resolve filled it. Unknown where it is no part of it. */
cc_period cc_duration_cut(const cc_reading *r, const cc_fact *length, const cc_period *whole);

#endif
