/* similar.h - how alike the measures of two claims are, from their weighted stems. */
#ifndef CC_COMPARE_SIMILAR_H
#define CC_COMPARE_SIMILAR_H

#include "claim/vocabulary.h"

/* All in [0, 1]. Computed with IEEE square roots only: the same on every machine. */
typedef struct cc_likeness {
    double similarity; /* half containment, half cosine, less where little is shared */
    double cover_a;    /* how much of a's own words b knows, by rarity */
    double cover_b;
    double own_shared; /* idf of the own words that both have as own, added up */
} cc_likeness;

cc_likeness cc_measure_likeness(const cc_claim *a, const cc_claim *b);

/* 1; less where own words set the two apart: "imports" against "exports", "goods" against "goods and services". */
double cc_measure_contrast(const cc_vocabulary *vocabulary, const cc_claim *a, const cc_claim *b);

/* How well the counted nouns fit, in [0, 1]. */
double cc_noun_fit(const cc_claim *a, const cc_claim *b);

#endif
