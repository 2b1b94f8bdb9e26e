/* event.h - a date that says when something happened once: a claim whose value is the date. */
#ifndef CC_CLAIM_EVENT_H
#define CC_CLAIM_EVENT_H

#include "claim/passage.h"

/* Words of a passage, or of its label. */
typedef struct cc_word_range {
    size_t from, to; /* the last one is before `to` */
} cc_word_range;

/* What happened on a date, and where the words stand that say to what. */
typedef struct cc_event {
    cc_str        act;      /* a stem: "sign", "die" */
    bool          is_near;  /* no figure stands between it and the date, which is of that else */
    bool          happened; /* nothing beside it says that it is planned or expected */
    cc_word_range thing;    /* empty: the label, or nothing, says it */
    bool          is_of_subject; /* empty, and what the sentences before speak of is meant */
    cc_word_range manner;        /* "to traffic", "at home" */
} cc_event;

/* false: the date that fact `i` is is no event's, or of something that happens again and again. */
bool cc_event_find(const cc_passage *passage, size_t i, cc_event *ret);

/* Whether prose says of date `i`, which has its year, that something was so then, whatever it was:
 * it may agree with any date, and conflicts only between two short texts. */
bool cc_event_is_dated(const cc_passage *passage, size_t i);

/* "elected to the Senate": what happens to one again and again, each time otherwise. */
bool cc_event_needs_manner(cc_str act);

/* "published": what is done anew with the next edition, half a year later or more. */
bool cc_event_recurs(cc_str act);

/* Whether `first` comes before `then` where both happen to one thing: a signature and an entry into
 * force. A law is adopted before it is signed, a treaty after that. */
bool cc_event_precedes(const cc_claim *first, const cc_claim *then);

/* Its days, from 1970-01-01, both ends included; open where it says "before", "after", "by". */
cc_value cc_event_value(const cc_period *period);

#endif
