/* rates.h - the files of check_rates. */
#ifndef CHECK_RATES_H
#define CHECK_RATES_H

#include "shared/passage.h"

enum {
    SLACK_PERCENT = 3, /* 360 or 365 days, 4 or 4.3 weeks to a month */
    SCORE         = 850,
    MESSAGE_BYTES = 384,
    LINK_WORDS    = 4, /* "or some" and the like, before a figure that says another one again */
};

/* How surely a figure says again what the one before it says. */
typedef enum rate_link {
    NOT_LINKED,
    OFFERED,      /* "$10 a month or $100 a year": a choice of two prices */
    LINKED_OR,    /* ", or 4,100 a day" */
    LINKED_EQUAL, /* "that is", "works out at" */
} rate_link;

/* What says over which time a figure counts. */
typedef enum rate_basis {
    BY_PERIOD, /* the period it is of: "in 2022" */
    BY_WORD,   /* "a day" */
    BY_HINT,   /* "over five years", "on an average day", "a monthly rent of": worth something only
                * where another figure says the same again */
} rate_basis;

/* A figure and the time that it counts over. */
typedef struct rate {
    const cc_fact  *figure;
    const cc_claim *claim; /* NULL: it makes none */
    cc_exact        seconds;
    rate_basis      basis;
    char            text[CC_FIGURE_BYTES + 32]; /* "4,100 a day" */
} rate;

/* Errors: false - it is over no time that is known. basis.c */
bool find_rate(const cc_passage *p, size_t i, rate *ret);

/* How figure i says again what stands before it in its sentence, or in the one before. link.c */
rate_link find_link(const cc_passage *p, size_t i);
/* Whether the sentence up to figure i only says that an equation follows: "That works out at". */
bool opens_as_equation(const cc_passage *p, size_t i);

/* "paid $1,340 million for 214 million journeys, or $9.30 a journey". price.c */
cc_status check_price(const cc_passage *p, size_t i, cc_finding_sink *out);

/* "31,000 cases in a population of 5.2 million, 956 per 100,000 inhabitants". heads.c */
cc_status check_heads(const cc_passage *p, size_t i, cc_finding_sink *out);

/* Whether `more` is about ten, a hundred, ... times `less`, which is above 0. check_rates.c */
bool is_near_tens(cc_exact less, cc_exact more);

static inline const cc_fact *figure(const cc_passage *p, size_t i)
{
    return p->all->figures[i];
}

/* From the figure before it, or the start of the sentence, to figure i. */
static inline cc_str gap_before(const cc_passage *p, size_t i)
{
    uint32_t from = i > p->first ? cc_end_of(figure(p, i - 1)) : p->span.off;
    return cc_trim(cc_text_between(p->all->doc, from, figure(p, i)->span.off));
}

/* From figure i to the next one, or to the end of the sentence. */
static inline cc_str gap_after(const cc_passage *p, size_t i)
{
    uint32_t to = i + 1 < p->end ? figure(p, i + 1)->span.off : p->span.off + p->span.len;
    return cc_trim(cc_text_between(p->all->doc, cc_end_of(figure(p, i)), to));
}

static inline bool is_amount(const cc_fact *f)
{
    return f->kind == CC_NUMBER || f->kind == CC_MONEY || f->kind == CC_QUANTITY;
}

/* Widened by the slack: in hundredths of it. */
static inline cc_range widen(cc_range r)
{
    r.low  = cc_exact_mul(r.low, cc_exact_int(100 - SLACK_PERCENT));
    r.high = cc_exact_mul(r.high, cc_exact_int(100 + SLACK_PERCENT));
    return r;
}

#endif
