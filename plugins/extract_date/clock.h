/* clock.h - times of day. */
#ifndef EXTRACT_DATE_CLOCK_H
#define EXTRACT_DATE_CLOCK_H

#include "reading.h"

/* "8 p.m.", "19:15" on the day told last, else on the document's: a match with an hour. It names
 * no period. Errors: CC_WARN - no such time. */
cc_status cc_clock_resolve(const cc_reading *r, cc_fact *fact);

#endif
