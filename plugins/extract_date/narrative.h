/* narrative.h - against which date a date without a year is read.
 *
 * News speaks from the document's own date. A history, whose years lie far from that, speaks from
 * the date told last; so does any text within one sentence. */
#ifndef EXTRACT_DATE_NARRATIVE_H
#define EXTRACT_DATE_NARRATIVE_H

#include "reading.h"

/* Looks at all years written; sets `history` and the years it tells. */
void cc_narrative_begin(cc_reading *r);
/* The document, with the date told last in place of its own where that is the anchor.
 *   anaphor  "the next day": always told from the date before it */
cc_doc cc_narrative_anchor(const cc_reading *r, bool anaphor);
/* The same for what is told from a day: in news the document's own date, unless a day was told in
 * the sentence. */
cc_doc cc_narrative_day(const cc_reading *r);
/* The fact was told: what follows may be read against it. */
void cc_narrative_tell(cc_reading *r, const cc_fact *fact);
/* The period of the parts, told from `doc`; where that is too coarse, in news from the day of
 * writing. As host->period. */
cc_status cc_narrative_resolve(const cc_reading *r, const cc_doc *doc, const cc_date_parts *parts,
                               cc_fact *fact);

#endif
