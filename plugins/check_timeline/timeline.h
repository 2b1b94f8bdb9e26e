/* timeline.h - the files of check_timeline. */
#ifndef CHECK_TIMELINE_H
#define CHECK_TIMELINE_H

#include "shared/passage.h"

enum {
    SCORE         = 850,
    MESSAGE_BYTES = 320,
    NEAR_WORDS    = 3,
    FAR_WORDS     = 8, /* of a clause */
    TIMEX_YEAR    = 4, /* digits; of a day of a month 10 */
};

/* The figures of a sentence, and where findings go. */
typedef struct place {
    const cc_passage *p;
    cc_finding_sink  *out;
} place;

/* From one date to another: a figure with both ends, two that share one period, or "began in A
 * and ended in B". */
typedef struct range {
    size_t    first, end; /* figures of the sentence; `end` is behind it */
    cc_str    from, to;   /* TIMEX3 values of one kind */
    cc_str    text;
    cc_period period; /* from the first day to the last; unknown where one of them is */
    bool      impossible;
} range;

/* Each looks at the figure and puts what is wrong with it. */
cc_status check_range(const place *at, size_t i);  /* order.c */
cc_status check_pair(const place *at, size_t i);   /* order.c */
cc_status check_age(const place *at, size_t i);    /* order.c */
cc_status check_span(const place *at, size_t i);   /* spans.c */
cc_status check_shift(const place *at, size_t i);  /* shifts.c */
cc_status check_after(const place *at, size_t i);  /* shifts.c */
cc_status check_future(const place *at, size_t i); /* future.c */

/* "Opens: 4 November 2024", and in the next block "Closes: 21 October 2024". order.c */
cc_status check_labels(const cc_passages *all, size_t block, cc_finding_sink *out);

/* "May 2020 to March 2020". order.c */
bool find_range(const cc_passage *p, size_t i, range *ret);
/* "began in 2019 and ended in 2021", whatever the order of the dates. order.c */
bool find_pair(const cc_passage *p, size_t i, range *ret);

static inline const cc_fact *figure(const cc_passage *p, size_t i)
{
    return p->all->figures[i];
}

static inline cc_str text_of(const cc_passage *p, size_t i)
{
    return cc_text_of(p->all->doc, figure(p, i)->span);
}

/* From the figure before it, or the start of the sentence, to figure i. */
static inline cc_str gap_before(const cc_passage *p, size_t i)
{
    uint32_t from = i > p->first ? cc_end_of(figure(p, i - 1)) : p->span.off;
    return cc_trim(cc_text_between(p->all->doc, from, figure(p, i)->span.off));
}

/* From figure i to the end of the sentence. */
static inline cc_str rest_after(const cc_passage *p, size_t i)
{
    return cc_trim(
        cc_text_between(p->all->doc, cc_end_of(figure(p, i)), p->span.off + p->span.len));
}

static inline bool is_known(const cc_period *p)
{
    return p->day_first <= p->day_last;
}

static inline bool is_dated(const cc_fact *f)
{
    return f->kind == CC_DATE && is_known(&f->period) && f->period.hedge == CC_HEDGE_NONE;
}

static inline int32_t read_digits(cc_str s, size_t off, size_t count)
{
    int32_t n = 0;
    for (size_t i = off; i < off + count && i < s.len; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

/* "2020", "2020-05", "2020-05-01" */
static inline bool is_written_date(cc_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((s.ptr[i] < '0' || s.ptr[i] > '9') && s.ptr[i] != '-')
            return false;
    return s.len >= TIMEX_YEAR;
}

static inline bool has_year(const cc_fact *f)
{
    return is_dated(f) && f->timex.len >= TIMEX_YEAR &&
           is_written_date((cc_str){f->timex.ptr, TIMEX_YEAR});
}

/* How many years a text writes in four digits. */
static inline size_t count_years(cc_str text)
{
    size_t years = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        digits = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? digits + 1 : 0;
        years += digits == TIMEX_YEAR;
    }
    return years;
}

/* Years from one date to another; without the days, from one less to as many. */
static inline int64_t years_between(const cc_fact *from, const cc_fact *to)
{
    return read_digits(to->timex, 0, TIMEX_YEAR) - read_digits(from->timex, 0, TIMEX_YEAR);
}

/* The last word of a text; empty: it has none. */
static inline cc_str last_word(cc_str text)
{
    cc_str word, last = {0};
    while ((word = cc_next_word(&text)).len > 0)
        last = word;
    return last;
}

static inline bool is_one_of(cc_str s, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (cc_is(s, words[i]))
            return true;
    return false;
}

static inline cc_status put(const place *at, const char *check, size_t i, size_t j,
                            const char *message)
{
    cc_miss m = {.check         = check,
                 .score         = SCORE,
                 .message       = message,
                 .primary       = figure(at->p, i),
                 .related       = {figure(at->p, j)},
                 .related_count = i == j ? 0 : 1};
    return cc_put_miss(&m, at->out);
}

#endif
