/* measure.h - the words that say what a figure measures. */
#ifndef CC_CLAIM_MEASURE_H
#define CC_CLAIM_MEASURE_H

#include "claim/passage.h"

/* Whether any of them says what is measured: "Total" does not. */
bool cc_words_measure(const cc_words *words);

/* What stands around a block: given once a block, used for each of its figures. */
typedef struct cc_context {
    cc_words        heading;    /* the innermost heading above */
    cc_words        above;      /* the headings further up */
    cc_words        label;      /* row and column headers, a list's lead-in */
    cc_words        caption;    /* of the table that a cell stands in */
    cc_words        question;   /* the question or lead-in right before a block of prose */
    cc_places_named places;     /* named in the label */
    cc_str          label_text; /* the row header, folded; "" in prose */
} cc_context;

/* In record text, the label next to figure `i`: "land" in "land: 2,736,690 sq km", "albania" in
 * "Albania 282 km". Folded; empty: none. */
cc_str cc_sublabel(cc_arena *arena, const cc_passage *passage, size_t i);

/* Stems of the noun that figure `i` counts, the head last, one blank between: "direct invest" in
 * "3 direct investments"; of a percentage what it is a share of. May be empty. */
cc_str cc_counted_noun(cc_arena *arena, const cc_passage *passage, size_t i);

/* Where the words lie that belong to figure `i` and to no other: before it and behind it. */
cc_span cc_own_before(const cc_passage *passage, size_t i);
cc_span cc_own_after(const cc_passage *passage, size_t i);
/* As cc_own_before; where neither range measures anything, that of the figure before. */
cc_span cc_own_or_prior(const cc_passage *passage, size_t i);

/* Stems sorted by bytes, each once with its greatest weight, the most telling ones up to a cap. */
const cc_stem *cc_measure(cc_arena *arena, const cc_passage *passage, const cc_context *context,
                          size_t i, size_t *ret_count);

#endif
