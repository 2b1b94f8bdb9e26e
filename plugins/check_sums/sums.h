/* sums.h - the files of check_sums. */
#ifndef CHECK_SUMS_H
#define CHECK_SUMS_H

#include "shared/passage.h"

enum {
    SCORE_SUM      = 850,
    MESSAGE_BYTES  = 320,
    MAX_PARTS      = 40, /* rows of a table; a sentence has fewer */
    MAX_SUBSET     = 6,  /* of more parts, or from more than MAX_CHOICE, no subset is tried */
    MAX_CHOICE     = 8,
    CLOSE_PERCENT  = 20, /* a sum that is farther off is a sum of other things */
    LONGEST_SHARES = 30,
};

/* A stated total and what should add up to it. */
typedef struct sum {
    const cc_fact *total, *parts[MAX_PARTS];
    size_t         count;
    bool           rounded; /* numbers in tables are, counts in prose are not */
} sum;

/* All parts, or up to six of them, meet the total; one alone says it again. */
bool sum_holds(const sum *s);
/* The parts together lie within `percent` of the total. */
bool      sum_is_close(const sum *s, int64_t percent);
cc_status sum_report(const cc_doc *doc, const sum *s, cc_finding_sink *out);

/* Each looks at its own kind of passage and puts what is wrong. */
cc_status check_sentences(const cc_passages *all, cc_finding_sink *out);
cc_status check_lists(const cc_passages *all, cc_finding_sink *out);
cc_status check_tables(const cc_passages *all, cc_finding_sink *out);

/* Figures that can be added: no dates, spans of time, multiples, ranks. */
static inline bool is_addend(const cc_fact *f)
{
    return (f->kind == CC_NUMBER || f->kind == CC_MONEY || f->kind == CC_PERCENT ||
            f->kind == CC_QUANTITY) &&
           f->value.stated.mant >= 0 && !(f->value.flags & CC_RANGE);
}

static inline bool is_addable(const cc_fact *a, const cc_fact *b)
{
    return is_addend(a) && is_addend(b) && cc_is_alike(a, b) && cc_is_same(a->per, b->per);
}

#endif
