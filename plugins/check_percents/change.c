/* change.c - "from A to B, up C percent", "rose C percent to B from A", "B, up C percent from A",
 * "went from A to B; it doubled", "from A to B, an increase of D". */
#include "percents.h"

enum {
    NEAR_WORDS = 5, /* between "from" or "to" and what belongs to it */
    LINK_WORDS = 4, /* "over the year from" */
    FAR_WORDS  = 9, /* "; in other words, an increase over the year of some" */
};

/* Two values of one thing, and where they stand in the sentence. */
typedef struct change {
    size_t from, to;
    bool   contrast; /* nothing says which of them is the base */
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

static bool breaks_off(cc_str gap)
{
    return cc_contains(gap, " and ") || cc_contains(gap, "while") || cc_contains(gap, "with ") ||
           cc_contains(gap, "but ");
}

/* "from A to B" and "to B from A" that begin at figure `i`. */
static bool find_course(const cc_passage *p, size_t i, size_t j, change *ret)
{
    cc_str gap = gap_between(p, i, j);
    if (cc_count_words(gap) > FAR_WORDS || cc_has_byte(gap, ';') || cc_has_byte(gap, ','))
        return false;
    bool forth = leads_with(gap_before(p, i), "from") && leads_with(gap_before(p, j), "to");
    bool back  = leads_with(gap_before(p, i), "to") && leads_with(gap_before(p, j), "from");
    *ret       = forth ? (change){i, j, false} : (change){j, i, false};
    return forth || back;
}

/* "B in 2020, up from A", "B (against A in 2019)". */
static bool find_contrast(const cc_passage *p, size_t i, size_t j, change *ret)
{
    static const char *const links[] = {"up from", "down from",  "compared with", "compared to",
                                        "against", "as against", "versus",        NULL};
    cc_str                   gap     = gap_between(p, i, j);
    *ret                             = (change){j, i, !cc_ends(gap, "from")};
    return cc_count_words(gap) <= NEAR_WORDS && !cc_has_byte(gap, ';') &&
           (cc_has_byte(gap, ',') || cc_has_byte(gap, '(')) && ends_with_any(gap, links);
}

/* That begins at figure `i`, with no other amount between the two. */
static bool find_change(const cc_passage *p, size_t i, change *ret)
{
    const cc_fact *const *f = p->all->figures;
    size_t                j = can_change(f[i]) ? next_amount(p, i) : p->end;
    return j < p->end && cc_is_alike(f[i], f[j]) &&
           (find_course(p, i, j, ret) || find_contrast(p, i, j, ret));
}

/* "B in 2020, up C percent from A": the rate between the two; SIZE_MAX: none is. */
static size_t find_middle(const cc_passage *p, size_t i, change *ret)
{
    static const char *const links[] = {"from", "from the", "over the", "on the", NULL};
    const cc_fact *const    *f       = p->all->figures;
    size_t                   rate    = can_change(f[i]) ? next_amount(p, i) : p->end;
    size_t                   j       = rate < p->end ? next_amount(p, rate) : p->end;
    if (j >= p->end || f[rate]->kind != CC_PERCENT || !cc_is_alike(f[i], f[j]))
        return SIZE_MAX;
    cc_str one = gap_between(p, i, rate), two = gap_between(p, rate, j);
    *ret         = (change){j, i, false};
    bool set_off = (cc_has_byte(one, ',') || cc_has_byte(one, '(')) && !cc_has_byte(one, ')') &&
                   cc_count_words(one) <= NEAR_WORDS && !breaks_off(one);
    bool linked = ends_with_any(two, links) && cc_count_words(two) <= LINK_WORDS &&
                  !cc_has_byte(two, ',') && !cc_has_byte(two, ';') && !breaks_off(two);
    return set_off && linked && says_direction(p, rate) ? rate : SIZE_MAX;
}

/* -- The rate that goes with it ---------------------------------------------------------------- */

/* "6.4 points": of percent, where percentages change. */
static bool is_points(const cc_passage *p, size_t i)
{
    cc_str after = gap_after(p, i), word = cc_next_word(&after);
    return p->all->figures[i]->kind == CC_NUMBER && (cc_is(word, "points") || cc_is(word, "point"));
}

/* "doubled", "a threefold"; "three times" may be of something else. */
static bool is_multiple(const cc_passage *p, size_t i)
{
    return p->all->figures[i]->kind == CC_MULTIPLE && !cc_contains(text_of(p, i), "times") &&
           !cc_contains(text_of(p, i), "wice");
}

/* "by $12 million", "an increase of 12" */
static bool is_step(const cc_passage *p, const change *c, size_t i)
{
    cc_str before = gap_before(p, i);
    return is_amount(p->all->figures[i]) &&
           cc_is_alike(p->all->figures[i], p->all->figures[c->to]) &&
           (cc_ends(before, " by") || (cc_ends(before, " of") && says_direction(p, i)));
}

static bool is_rate(const cc_passage *p, const change *c, size_t i)
{
    const cc_fact *f = p->all->figures[i];
    if (f->per.len > 0 || f->value.stated.mant <= 0 || leads_with(gap_before(p, i), "to") ||
        leads_with(gap_before(p, i), "at"))
        return false;
    if (f->kind == CC_MULTIPLE)
        return is_multiple(p, i);
    return (f->kind == CC_PERCENT && says_change(p, i)) ||
           (is_percent(p->all->figures[c->to]) && is_points(p, i) && says_change(p, i)) ||
           is_step(p, c, i);
}

/* "12 percent of the total", "12 percent more than planned": not of the first figure. */
static bool has_base(const cc_passage *p, size_t rate)
{
    cc_str after = gap_after(p, rate);
    return cc_is(cc_first_word(after), "of") || cc_contains(cc_first_words(after, 4), " than ");
}

/* Of another thing than the two figures: "annually", "adjusted for inflation". */
static bool is_adjusted(const cc_passage *p, size_t rate)
{
    const cc_fact *const *f     = p->all->figures;
    const cc_host        *host  = p->all->host;
    size_t                prior = previous_amount(p, rate), next = next_amount(p, rate);
    uint32_t              from = prior == SIZE_MAX ? p->span.off : cc_end_of(f[prior]);
    uint32_t              to   = next < p->end ? f[next]->span.off : p->span.off + p->span.len;
    cc_str before = cc_last_clause(cc_text_between(p->all->doc, from, f[rate]->span.off));
    cc_str after  = cc_text_between(p->all->doc, cc_end_of(f[rate]), to);
    if (is_points(p, rate))
        cc_next_word(&after);
    after = cc_first_words(after, NEAR_WORDS);
    return has_base(p, rate) || cc_has_cue(host, "adjusted", before) ||
           cc_has_cue(host, "adjusted", after);
}

/* "; in other words, it", ", that is, by": says once more what was said. */
static bool restates(cc_str gap)
{
    return cc_contains(gap, "that is") || cc_contains(gap, "other words") ||
           cc_contains(gap, "That is") || cc_contains(gap, "That was") ||
           cc_contains(gap, "This is") || cc_contains(gap, "This was") || cc_contains(gap, "i.e.");
}

/* Behind the second of the figures. */
static bool follows(const cc_passage *p, size_t second, size_t rate)
{
    cc_str gap = gap_between(p, second, rate);
    if (cc_count_words(gap) > FAR_WORDS || breaks_off(gap))
        return false;
    if (restates(gap))
        return true;
    return !cc_has_byte(gap, ';') && !cc_contains(gap, ". ") &&
           (cc_has_byte(gap, ',') || cc_has_byte(gap, '(') || cc_contains(gap, "—") ||
            cc_contains(gap, "–") || cc_is(cc_first_word(gap), "by"));
}

/* The rate before the first or behind the second figure; SIZE_MAX: none. */
static size_t find_rate(const cc_passage *p, const change *c)
{
    size_t first = c->from < c->to ? c->from : c->to, second = c->from + c->to - first;
    size_t before = previous_amount(p, first), after = next_amount(p, second);
    if (before != SIZE_MAX && is_rate(p, c, before)) {
        cc_str gap = gap_between(p, before, first);
        if (cc_count_words(gap) <= NEAR_WORDS && !breaks_off(gap) && !cc_has_byte(gap, ';'))
            return before;
    }
    return after < p->end && is_rate(p, c, after) && follows(p, second, after) ? after : SIZE_MAX;
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

/* B - A = the step, whichever is the greater. */
static bool fits_step(const cc_fact *a, const cc_fact *b, const cc_fact *step)
{
    bool     falls = cc_exact_cmp(stated(b), stated(a)) < 0;
    cc_range low = cc_figure_range(falls ? b : a), high = cc_figure_range(falls ? a : b);
    low = cc_range_add(low, cc_figure_range(step));
    return cc_range_meet(&low, &high);
}

static cc_status report_step(const cc_passage *p, const change *c, size_t step,
                             cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], right[128];
    cc_str                a = text_of(p, c->from), b = text_of(p, c->to), r = text_of(p, step);
    cc_exact              gap = cc_exact_sub(stated(f[c->to]), stated(f[c->from]));
    gap.mant                  = cc_wide_abs(gap.mant);
    if (gap.lost)
        return CC_OK;
    cc_print_like(p->all->doc, f[step], gap, right, sizeof right);
    snprintf(message, sizeof message, "from %.*s to %.*s is a change of %s, not %.*s", (int)a.len,
             a.ptr, (int)b.len, b.ptr, right, (int)r.len, r.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){step, c->from, c->to}, out);
}

static cc_status judge_percent(const cc_passage *p, const change *c, size_t rate,
                               cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    const cc_fact        *a = f[c->from], *b = f[c->to], *r = f[rate];
    bool                  points = !is_percent(r), shares = is_percent(a);
    if (points && !shares)
        return CC_OK;
    if (shares && fits_points(a, b, r))
        return points || fits_rate(a, b, r) ? CC_OK : report_points(p, c, rate, true, out);
    if (!points && (fits_rate(a, b, r) || (c->contrast && fits_rate(b, a, r))))
        return CC_OK;
    return shares ? report_points(p, c, rate, false, out) : report_rate(p, c, rate, out);
}

static cc_status judge(const cc_passage *p, const change *c, size_t rate, cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    const cc_fact        *a = f[c->from], *b = f[c->to], *r = f[rate];
    if (a->value.stated.mant <= 0 || b->value.stated.mant < 0)
        return CC_OK;
    if (r->kind == CC_MULTIPLE)
        return b->value.stated.mant == 0 || fits_multiple(a, b, r)
                   ? CC_OK
                   : report_multiple(p, (size_t[]){rate, c->from, c->to}, out);
    if (r->kind == CC_PERCENT || is_percent(a))
        return judge_percent(p, c, rate, out);
    return fits_step(a, b, r) ? CC_OK : report_step(p, c, rate, out);
}

cc_status check_changes(const cc_passage *p, size_t end, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < end && status == CC_OK; i++) {
        change c;
        size_t rate = find_change(p, i, &c) ? find_rate(p, &c) : find_middle(p, i, &c);
        if (rate != SIZE_MAX && !is_adjusted(p, rate))
            status = judge(p, &c, rate, out);
    }
    return status;
}
