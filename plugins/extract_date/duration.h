/* duration.h - lengths of time, and dates that lie a length of time away. */
#ifndef EXTRACT_DATE_DURATION_H
#define EXTRACT_DATE_DURATION_H

#include "reading.h"

/* "three years", "several days", "two years ago": a match with a unit.
 * Errors: CC_WARN - no number, or no unit. */
cc_status cc_duration_resolve(const cc_reading *r, cc_fact *fact);

#endif
