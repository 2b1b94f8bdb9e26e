/* passage.h - one sentence as the claim model sees it: its words, its figures, its dates, and what
 * stands around it. */
#ifndef CC_CLAIM_PASSAGE_H
#define CC_CLAIM_PASSAGE_H

#include "claim/words.h"
#include "fact/facts.h"

typedef struct cc_passage {
    const cc_doc   *doc;
    const cc_block *block;
    cc_span         span;   /* the sentence; of a record block: the block */
    bool            record; /* telegraphic text under a label */
    cc_words        words;
    cc_words        label;        /* of a record block's row */
    cc_places_named places;       /* named in it */
    cc_str          place_before; /* what "its" may mean; or empty */
    cc_words        before;       /* of the sentence before, which "it" and "cases" may be of */
    const cc_fact  *facts;        /* all facts that start in `span`, by offset */
    size_t          fact_count;
    const bool     *figure;   /* fact i is a figure that may make a claim */
    bool            constant; /* at the prices of one year */
    bool            paired;   /* of two lists one item each is left: pairing.h */
} cc_passage;

/* The facts of `facts` that start within `span`. */
const cc_fact *cc_facts_within(const cc_facts *facts, cc_span span, size_t *ret_count);

/* By kind: number, money, percent, quantity, rank, multiple. */
bool cc_is_figure(const cc_fact *fact);

/* Index of the first word that starts at or after `offset`; words.n: none. */
size_t cc_passage_word(const cc_passage *passage, uint32_t offset);

/* Word w as written; empty behind the last one. */
cc_str cc_passage_text(const cc_passage *passage, size_t w);

/* Whether `word` is among `words`, which end with NULL, in any case. */
bool cc_is_one_of(cc_str word, const char *const *words);

/* Whether "it", "its", "they" or "their" stands there. */
bool cc_passage_says_it(const cc_passage *passage, cc_span range);

/* Text from one offset to another; empty when they cross. */
cc_str cc_passage_between(const cc_passage *passage, uint32_t from, uint32_t to);

/* End of the figure before fact `i`, or the start of the passage; start of the figure after it,
 * or its end. */
uint32_t cc_passage_prior_end(const cc_passage *passage, size_t i);
uint32_t cc_passage_next_start(const cc_passage *passage, size_t i);

static inline uint32_t cc_span_end(cc_span span)
{
    return span.off + span.len;
}

#endif
