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
    TOTAL_PERCENT  = 60, /* a slip of the first digit; what is farther off is another sum */
    CLOSE_PERCENT  = 20, /* a sum that is farther off is a sum of other things */
    NEAR_PERCENT   = 10, /* where little says that the parts are all of them */
    LONGEST_SHARES = 30,
    CUE_WORDS      = 4, /* "a combined sum of some" */
};

/* A stated total and what should add up to it. */
typedef struct sum {
    const cc_doc  *doc;
    const cc_fact *total, *parts[MAX_PARTS];
    size_t         count;
    bool           rounded; /* numbers in tables are, counts in prose are not */
} sum;

/* All parts, or up to six of them, meet the total; one alone says it again. */
bool sum_holds(const sum *s);
/* The parts together lie within `percent` of the total. */
bool sum_is_close(const sum *s, int64_t percent);
/* All adds up with one digit of one figure changed, or two neighbours swapped. */
bool      sum_is_slip(const sum *s);
cc_status sum_report(const sum *s, cc_finding_sink *out);
/* The same, and CC_END: the sentence is done with. */
cc_status sum_report_last(const sum *s, cc_finding_sink *out);

/* Shares of one whole; all of them, or a few. */
typedef struct shares {
    const cc_fact *parts[MAX_PARTS];
    size_t         count;
} shares;

/* False: it is no plain percentage, or there are too many. */
bool shares_add(shares *s, const cc_fact *f);
/* Reports those that pass 100 percent, or, where they are `all`, miss it. */
cc_status shares_judge(const shares *s, bool all, cc_finding_sink *out);
/* Words that say that what follows is divided without overlap. */
bool shares_are_meant(const cc_host *host, cc_str text);

/* Each looks at its own kind of passage and puts what is wrong. CC_END: it did, about this sentence. */
cc_status check_sentences(const cc_passages *all, cc_finding_sink *out);
cc_status check_lists(const cc_passages *all, cc_finding_sink *out);
cc_status check_tables(const cc_passages *all, cc_finding_sink *out);
cc_status check_labels(const cc_passages *all, cc_finding_sink *out);
/* "Of the T, A went to X, B to Y and C to Z"; "T: ... The remaining C". */
cc_status check_division(const cc_passage *p, cc_finding_sink *out);
cc_status check_rest(const cc_passages *all, size_t sentence, cc_finding_sink *out);
cc_status check_shares(const cc_passage *p, cc_finding_sink *out);

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

/* "of which 12" is a share, and a level. */
static inline cc_aspect sum_aspect(const cc_claim *c)
{
    return c->aspect == CC_SHARE ? CC_LEVEL : c->aspect;
}

/* Not of other years, nor growth beside levels. A part that makes no claim is furniture; a total
 * need not say what it measures: "The total was 85." */
static inline bool are_of_one_kind(const cc_claim *a, const cc_claim *b)
{
    if (a == NULL || b == NULL)
        return a != NULL;
    bool dated = a->period_origin == CC_FROM_SENTENCE && b->period_origin == CC_FROM_SENTENCE;
    return sum_aspect(a) == sum_aspect(b) && cc_is_same(a->per, b->per) &&
           (!dated || (a->period.day_first == b->period.day_first &&
                       a->period.day_last == b->period.day_last));
}

/* -- The text around a figure ------------------------------------------------------------------ */

static inline cc_str before_figure(const cc_passage *p, size_t i)
{
    const cc_fact *const *f    = p->all->figures;
    uint32_t              from = i > p->first ? cc_end_of(f[i - 1]) : p->span.off;
    return cc_trim(cc_text_between(p->all->doc, from, f[i]->span.off));
}

static inline cc_str after_figure(const cc_passage *p, size_t i)
{
    const cc_fact *const *f  = p->all->figures;
    uint32_t              to = i + 1 < p->end ? f[i + 1]->span.off : p->span.off + p->span.len;
    return cc_trim(cc_text_between(p->all->doc, cc_end_of(f[i]), to));
}

static inline cc_str between_figures(const cc_passage *p, size_t a, size_t b)
{
    const cc_fact *const *f = p->all->figures;
    return cc_trim(cc_text_between(p->all->doc, cc_end_of(f[a]), f[b]->span.off));
}

static inline bool has_digit(const cc_passages *all, size_t i)
{
    cc_str text = cc_text_of(all->doc, all->figures[i]->span);
    for (size_t k = 0; k < text.len; k++)
        if (text.ptr[k] >= '0' && text.ptr[k] <= '9')
            return true;
    return false;
}

#endif
