/* event.h - a date that says when something happened once: a claim whose value is the date. */
#ifndef CC_CLAIM_EVENT_H
#define CC_CLAIM_EVENT_H

#include "claim/passage.h"

/* The stem of what happened on the date that fact `i` is ("sign", "die"); empty: the date is no
 * event's, or of something that happens again and again. */
cc_str cc_event_stem(const cc_passage *passage, size_t i);

/* Whether it stands right before the date: "was opened on 21 June". */
bool cc_event_is_near(const cc_passage *passage, size_t i);

/* Its days, from 1970-01-01, both ends included; open where it says "before", "after", "by". */
cc_value cc_event_value(const cc_period *period);

#endif
