/* when.h - which period a figure speaks of, and how that is known. */
#ifndef CC_CLAIM_WHEN_H
#define CC_CLAIM_WHEN_H

#include "claim/passage.h"

/* What a passage may inherit where it names no date itself. Unknown periods are not used. */
typedef struct cc_inherited {
    cc_period header; /* of the row, column, lead-in or innermost heading */
    cc_period before; /* the last one of the sentence before, in the same paragraph */
} cc_inherited;

/* Figure `i` of the passage. Unknown, with CC_FROM_NOWHERE, when not even the document has a date. */
cc_period cc_claim_period(const cc_passage *passage, size_t i, const cc_inherited *inherited,
                          cc_period_origin *ret_origin);

/* Whether figure `i` takes its period from fact `date` of its own passage. */
bool cc_is_period_of(const cc_passage *passage, size_t i, size_t date);

/* The last known period among the facts; unknown: none. */
cc_period cc_last_period(const cc_fact *facts, size_t count);

#endif
