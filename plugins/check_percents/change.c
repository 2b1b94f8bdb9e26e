/* change.c - "from A to B, up C percent", "rose C percent to B from A", "doubled from A to B". */
#include "percents.h"

enum {
    NEAR_WORDS = 4, /* between "from" or "to" and what belongs to it */
    FAR_WORDS  = 7, /* ", which is an increase of some" */
};

/* Two values of one thing, and where they stand in the sentence. */
typedef struct change {
    size_t from, to;
} change;

/* Whether the last words of a text have `word` among them: "from an estimated". */
static bool leads_with(cc_str text, const char *word)
{
    cc_str rest = text, last[3] = {{0}};
    for (cc_str w; (w = cc_next_word(&rest)).len > 0;) {
        last[0] = last[1];
        last[1] = last[2];
        last[2] = w;
    }
    return cc_is(last[2], word) || (cc_is(last[1], word) && !cc_is(last[2], "the")) ||
           (cc_is(last[0], word) && cc_is(last[1], "an"));
}

static bool can_change(const cc_fact *f)
{
    return is_amount(f) || is_percent(f);
}

/* The next figure that is no date, no year and no span of time; end: none. */
static size_t next_amount(const cc_passage *p, size_t i)
{
    while (++i < p->end && (p->all->figures[i]->kind == CC_DATE))
        ;
    return i;
}

static size_t previous_amount(const cc_passage *p, size_t i)
{
    while (i > p->first && p->all->figures[i - 1]->kind == CC_DATE)
        i--;
    return i > p->first ? i - 1 : SIZE_MAX;
}

/* "from A to B" and "to B from A" that begin at figure `i`. */
static bool find_change(const cc_passage *p, size_t i, change *ret)
{
    const cc_fact *const *f = p->all->figures;
    size_t                j = can_change(f[i]) ? next_amount(p, i) : p->end;
    if (j >= p->end || !cc_is_alike(f[i], f[j]) ||
        cc_count_words(gap_between(p, i, j)) > FAR_WORDS ||
        cc_has_byte(gap_between(p, i, j), ';') || cc_has_byte(gap_between(p, i, j), ','))
        return false;
    bool forth = leads_with(gap_before(p, i), "from") && leads_with(gap_before(p, j), "to");
    bool back  = leads_with(gap_before(p, i), "to") && leads_with(gap_before(p, j), "from");
    *ret       = forth ? (change){i, j} : (change){j, i};
    return forth || back;
}

/* -- The rate that goes with it ---------------------------------------------------------------- */

static bool is_rate(const cc_passage *p, size_t i)
{
    const cc_fact *f = p->all->figures[i];
    return f->kind == CC_PERCENT && f->per.len == 0 && f->value.stated.mant > 0 &&
           !leads_with(gap_before(p, i), "to") && !leads_with(gap_before(p, i), "at");
}

/* Of another thing than the two figures: "annually", "adjusted for inflation". */
static bool is_adjusted(const cc_passage *p, size_t rate)
{
    const cc_host *host  = p->all->host;
    cc_str         after = gap_after(p, rate);
    cc_str         words = after;
    for (int n = 0; n < NEAR_WORDS; n++)
        cc_next_word(&words);
    after.len = (size_t)(words.ptr - after.ptr);
    return cc_has_cue(host, "adjusted", gap_before(p, rate)) || cc_has_cue(host, "adjusted", after);
}

static bool says_change(const cc_passage *p, size_t rate)
{
    const cc_host *host   = p->all->host;
    cc_str         before = gap_before(p, rate), after = gap_after(p, rate);
    return cc_has_cue(host, "up", before) || cc_has_cue(host, "down", before) ||
           cc_has_cue(host, "up", after) || cc_has_cue(host, "down", after) ||
           cc_ends(before, "or") || cc_ends(before, "(");
}

static bool breaks_off(cc_str gap)
{
    return cc_has_byte(gap, ';') || cc_contains(gap, " and ") || cc_contains(gap, "while") ||
           cc_contains(gap, "with ");
}

/* The percentage before the first or behind the second figure; SIZE_MAX: none. */
static size_t find_rate(const cc_passage *p, size_t first, size_t second)
{
    size_t before = previous_amount(p, first), after = next_amount(p, second);
    if (before != SIZE_MAX && is_rate(p, before) && says_change(p, before)) {
        cc_str gap = gap_between(p, before, first);
        if (cc_count_words(gap) <= NEAR_WORDS && !breaks_off(gap))
            return before;
    }
    if (after < p->end && is_rate(p, after) && says_change(p, after)) {
        cc_str gap = gap_between(p, second, after);
        if (cc_count_words(gap) <= FAR_WORDS && !breaks_off(gap) &&
            (cc_has_byte(gap, ',') || cc_has_byte(gap, '(')))
            return after;
    }
    return SIZE_MAX;
}

/* -- Judging ----------------------------------------------------------------------------------- */

static cc_exact stated(const cc_fact *f)
{
    return cc_exact_of(f->value.stated);
}

/* 100 B = (100 + rate) A, or 100 - rate where B is the lesser. */
static bool fits_rate(const cc_fact *a, const cc_fact *b, const cc_fact *rate)
{
    cc_range x = cc_figure_range(a), y = cc_figure_range(b), r = cc_range_of(&rate->value);
    bool     falls = cc_exact_cmp(stated(b), stated(a)) < 0;
    if (falls) {
        cc_exact low = cc_exact_sub(cc_exact_int(100), r.high);
        r.high       = cc_exact_sub(cc_exact_int(100), r.low);
        r.low        = low;
        r.flags      = 0;
    } else {
        r = cc_range_add(r, cc_range_point(cc_exact_int(100)));
    }
    y = cc_range_scale(y, cc_exact_int(100));
    x = cc_range_mul(r, x);
    return cc_range_meet(&x, &y);
}

/* The distance of two percentages: what percentage points measure. */
static bool fits_points(const cc_fact *a, const cc_fact *b, const cc_fact *rate)
{
    bool           falls = cc_exact_cmp(stated(b), stated(a)) < 0;
    const cc_fact *low = falls ? b : a, *high = falls ? a : b;
    cc_range       r = cc_range_of(&rate->value);
    if (cc_is(rate->unit, "basis-point"))
        r = cc_range_scale(r, (cc_exact){1, -2, false});
    cc_range x = cc_range_add(cc_range_of(&low->value), r);
    cc_range y = cc_range_of(&high->value);
    return cc_range_meet(&x, &y);
}

static cc_status report_points(const cc_passage *p, const change *c, size_t rate, bool meant,
                               cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], points[64], percent[64];
    cc_str                a = text_of(p, c->from), b = text_of(p, c->to), r = text_of(p, rate);
    cc_exact              gap = cc_exact_sub(stated(f[c->to]), stated(f[c->from]));
    gap.mant                  = cc_wide_abs(gap.mant);
    cc_exact share = cc_exact_div(cc_exact_mul(gap, cc_exact_int(100)), stated(f[c->from]), 0);
    if (gap.lost || share.lost)
        return CC_OK;
    cc_print_exact(gap, points, sizeof points);
    cc_print_exact(share, percent, sizeof percent);
    snprintf(message, sizeof message,
             "from %.*s to %.*s is %s percentage points or %s percent, not %.*s", (int)a.len, a.ptr,
             (int)b.len, b.ptr, points, percent, (int)r.len, r.ptr);
    return put_miss(p, meant ? SCORE_POINTS : SCORE_MISS, message, (size_t[]){rate, c->from, c->to},
                    out);
}

static cc_status report_rate(const cc_passage *p, const change *c, size_t rate,
                             cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], right[128];
    cc_str                a = text_of(p, c->from), b = text_of(p, c->to), r = text_of(p, rate);
    cc_exact              gap = cc_exact_sub(stated(f[c->to]), stated(f[c->from]));
    gap.mant                  = cc_wide_abs(gap.mant);
    cc_exact share = divide_like(cc_exact_mul(gap, cc_exact_int(100)), stated(f[c->from]), f[rate]);
    if (share.lost)
        return CC_OK;
    cc_print_like(p->all->doc, f[rate], share, right, sizeof right);
    snprintf(message, sizeof message, "from %.*s to %.*s is a change of %s, not %.*s", (int)a.len,
             a.ptr, (int)b.len, b.ptr, right, (int)r.len, r.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){rate, c->from, c->to}, out);
}

static cc_status judge(const cc_passage *p, const change *c, size_t rate, cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    const cc_fact        *a = f[c->from], *b = f[c->to], *r = f[rate];
    bool                  points = !is_percent(r), shares = is_percent(a);
    if (points && !shares)
        return CC_OK;
    if (shares && fits_points(a, b, r))
        return points || fits_rate(a, b, r) ? CC_OK : report_points(p, c, rate, true, out);
    if (!points && fits_rate(a, b, r))
        return CC_OK;
    return shares ? report_points(p, c, rate, false, out) : report_rate(p, c, rate, out);
}

cc_status check_changes(const cc_passage *p, cc_finding_sink *out)
{
    const cc_fact *const *f      = p->all->figures;
    cc_status             status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        change c;
        if (!find_change(p, i, &c) || f[c.from]->value.stated.mant <= 0)
            continue;
        size_t second = c.from > c.to ? c.from : c.to;
        size_t rate   = find_rate(p, i, second);
        if (rate != SIZE_MAX && !is_adjusted(p, rate))
            status = judge(p, &c, rate, out);
    }
    return status;
}
