/* compare.h - whether two claims speak of the same thing, and whether both can be true. The one
 * place where that is decided. */
#ifndef CC_COMPARE_COMPARE_H
#define CC_COMPARE_COMPARE_H

#include "claim/vocabulary.h"
#include "fact/lexicon.h"

typedef struct cc_comparer {
    const cc_vocabulary *vocabulary;
    const cc_lexicon    *lexicon;
} cc_comparer;

/* How surely a and b speak of the same thing, 1 to 1000; 0: a gate says they do not. Symmetric. */
uint32_t cc_compare(const cc_comparer *comparer, const cc_claim *a, const cc_claim *b);

/* Why a pair scores what it scores, in words. */
typedef struct cc_trace {
    const char *gate;   /* "their periods do not overlap"; NULL: none is shut */
    const char *factor; /* the least one: "words in common"; NULL: a gate is shut */
    double      least;  /* that factor, in [0, 1] */
} cc_trace;

/* As cc_compare, and tells why. */
uint32_t cc_compare_traced(const cc_comparer *comparer, const cc_claim *a, const cc_claim *b,
                           cc_trace *ret);

/* Of 1000: the raw score from which a pair counts, in a run over so many claims, between two
 * documents or within one. */
uint32_t cc_threshold(uint64_t claims, bool within);

/* Whether a pair is worth keeping in a run over so many claims: it scores a quarter of the threshold,
 * or its values are the same, for they keep others from being held against them. */
bool cc_is_candidate(const cc_claim *a, const cc_claim *b, uint32_t raw, uint64_t claims);

/* The raw score on the scale on which 500 is the threshold. */
uint32_t cc_rescale(uint32_t raw, uint32_t threshold);

/* By document, then offset: the order in which pairs are written. */
int cc_claim_cmp(const cc_claim *a, const cc_claim *b);

#endif
