/* percents.h - the files of check_percents. */
#ifndef CHECK_PERCENTS_H
#define CHECK_PERCENTS_H

#include "shared/passage.h"

enum {
    SCORE_MISS    = 850,
    SCORE_POINTS  = 650, /* a slip of the pen: the figures are right */
    MESSAGE_BYTES = 384,
};

/* Each looks at one passage and puts what is wrong. Changes begin before figure `end`; their rate
 * may stand behind it. */
cc_status check_changes(const cc_passage *p, size_t end, cc_finding_sink *out);
cc_status check_shares(const cc_passage *p, cc_finding_sink *out);
cc_status check_multiples(const cc_passage *p, cc_finding_sink *out);

/* Whether b is so many times a; "halved", "a fivefold rise". */
bool fits_multiple(const cc_fact *a, const cc_fact *b, const cc_fact *times);
/* at: the multiple, a and b */
cc_status report_multiple(const cc_passage *p, const size_t at[3], cc_finding_sink *out);

/* The figure's text. */
static inline cc_str text_of(const cc_passage *p, size_t i)
{
    return cc_text_of(p->all->doc, p->all->figures[i]->span);
}

/* What stands between two figures of the sentence; without the blanks around it. */
static inline cc_str gap_between(const cc_passage *p, size_t a, size_t b)
{
    const cc_fact *const *f = p->all->figures;
    return cc_trim(cc_text_between(p->all->doc, cc_end_of(f[a]), f[b]->span.off));
}

/* What stands before a figure: from the figure before it or the start of the sentence. */
static inline cc_str gap_before(const cc_passage *p, size_t i)
{
    const cc_fact *const *f    = p->all->figures;
    uint32_t              from = i > p->first ? cc_end_of(f[i - 1]) : p->span.off;
    return cc_trim(cc_text_between(p->all->doc, from, f[i]->span.off));
}

static inline cc_str gap_after(const cc_passage *p, size_t i)
{
    const cc_fact *const *f  = p->all->figures;
    uint32_t              to = i + 1 < p->end ? f[i + 1]->span.off : p->span.off + p->span.len;
    return cc_trim(cc_text_between(p->all->doc, cc_end_of(f[i]), to));
}

/* A whole word or more at the end of a text is one of `words`. */
static inline bool ends_with_any(cc_str text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (cc_ends(text, *words) &&
            (text.len == strlen(*words) || !cc_is_letter(text.ptr[text.len - strlen(*words) - 1]) ||
             !cc_is_letter(**words)))
            return true;
    return false;
}

/* "up 12 percent", "a 12 percent increase" */
static inline bool says_direction(const cc_passage *p, size_t i)
{
    const cc_host *host   = p->all->host;
    cc_str         before = gap_before(p, i), after = gap_after(p, i);
    return cc_has_cue(host, "up", before) || cc_has_cue(host, "down", before) ||
           cc_has_cue(host, "up", after) || cc_has_cue(host, "down", after);
}

/* The same, or ", or 12 percent", "by 12 percent", "a change of 12 percent". */
static inline bool says_change(const cc_passage *p, size_t i)
{
    static const char *const words[] = {"or", "by", "(", "(+", "change of", "difference of", NULL};
    return says_direction(p, i) || ends_with_any(gap_before(p, i), words);
}

static inline bool is_time(const cc_fact *f)
{
    return f->kind == CC_DATE || f->kind == CC_DURATION;
}

/* The next figure that is no date and no span of time; end: none. */
static inline size_t next_amount(const cc_passage *p, size_t i)
{
    while (++i < p->end && is_time(p->all->figures[i]))
        ;
    return i;
}

/* SIZE_MAX: none */
static inline size_t previous_amount(const cc_passage *p, size_t i)
{
    while (i > p->first && is_time(p->all->figures[i - 1]))
        i--;
    return i > p->first ? i - 1 : SIZE_MAX;
}

static inline bool is_percent(const cc_fact *f)
{
    return f->kind == CC_PERCENT && cc_is(f->unit, "percent");
}

static inline bool is_amount(const cc_fact *f)
{
    return f->kind == CC_NUMBER || f->kind == CC_MONEY || f->kind == CC_QUANTITY;
}

/* Decimals that the figure was written with. */
static inline int32_t decimals_of(const cc_fact *f)
{
    int32_t exp10 = cc_exact_norm(cc_exact_of(f->value.step)).exp10;
    return exp10 < 0 ? -exp10 : 0;
}

/* top / below as precisely as the figure is written, or so that it differs from it. */
static inline cc_exact divide_like(cc_exact top, cc_exact below, const cc_fact *like)
{
    cc_exact q = cc_exact_div(top, below, decimals_of(like));
    if (cc_exact_cmp(q, cc_exact_of(like->value.stated)) == 0)
        q = cc_exact_div(top, below, decimals_of(like) + 1);
    return q;
}

/* Puts a finding at `primary` with one or two figures it was worked out from. */
static inline cc_status put_miss(const cc_passage *p, uint32_t score, const char *message,
                                 const size_t at[3], cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    cc_miss               m = {.check         = "percent-mismatch",
                               .score         = score,
                               .message       = message,
                               .primary       = f[at[0]],
                               .related       = {f[at[1]], f[at[2]]},
                               .related_count = at[1] == at[2] ? 1 : 2};
    return cc_put_miss(&m, out);
}

#endif
