/* dated.h - the dates of a passage that say when something happened become claims. */
#ifndef CC_CLAIM_DATED_H
#define CC_CLAIM_DATED_H

#include "claim/claims.h"
#include "claim/measure.h"
#include "claim/thing.h"

/* What is known where the passage stands; all of it is borrowed. */
typedef struct cc_dating {
    cc_arena              *arena;
    const cc_claim_source *source;
    const cc_context      *context;
    cc_things             *things; /* named so far; what happened to one is noted */
    cc_thing               titled; /* of the innermost heading */
    cc_thing               label;  /* of a record's row */
    cc_str                 series; /* of the passage, where its skeleton occurs often */
    cc_claims             *claims; /* gains those of the passage */
} cc_dating;

/* Whether it is the date of a sentence's figures and of no event: of one day with them, and no figure
 * in a list of figures. */
bool cc_dates_figure(const cc_claim *claim);

void cc_take_dates(const cc_dating *dating, const cc_passage *passage);

#endif
