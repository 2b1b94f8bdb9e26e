/* furniture.h - figures that measure nothing: enumerators, identifiers, citations, ranks, scores.
 * The largest source of false alarms, so they go before anything else is asked of them. */
#ifndef CC_CLAIM_FURNITURE_H
#define CC_CLAIM_FURNITURE_H

#include "claim/passage.h"

/* Whether fact `i` of the passage, a figure by kind, is furniture; and which: "enumerator" (NULL:
 * none). */
bool        cc_is_furniture(const cc_passage *passage, size_t i);
const char *cc_furniture(const cc_passage *passage, size_t i);

/* Whether it stands in a heading, caption or note: context, but no claims. */
bool cc_is_in_title(const cc_passage *passage);

/* In record text, a figure that is itself (part of) a label: "25-54 years: 42.97%". */
bool cc_is_label_figure(const cc_passage *passage, size_t i);

#endif
