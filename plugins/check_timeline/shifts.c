/* shifts.c - "two years later, in 2021", "three years after the law of 2015". */
#include "timeline.h"

enum {
    MONTH_DAYS = 30,
    YEAR_DAYS  = 365,
    MAX_DATES  = 8, /* back to the date that "later" may count from */
};

/* "five years later" */
typedef struct shift {
    const char *unit, *units;
    int64_t     days;  /* of the unit */
    int64_t     slack; /* days */
    cc_exact    count; /* below nought: earlier */
} shift;

/* Fills all but the count; false: no unit of a shift. */
static bool find_unit(cc_str word, shift *ret)
{
    static const shift units[] = {
        {"year", "years", YEAR_DAYS, 3 * YEAR_DAYS / 4, {0, 0, false}},
        {"month", "months", MONTH_DAYS, 3 * MONTH_DAYS / 2, {0, 0, false}},
        {"week", "weeks", 7, 3, {0, 0, false}},
        {"day", "days", 1, 1, {0, 0, false}}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (cc_is(word, units[i].unit) || cc_is(word, units[i].units)) {
            *ret = units[i];
            return true;
        }
    return false;
}

/* What stands before a word of the text. */
static cc_str before_word(cc_str text, cc_str word)
{
    return cc_trim((cc_str){text.ptr, (size_t)(word.ptr - text.ptr)});
}

static bool read_shift(const cc_host *host, cc_str text, shift *ret)
{
    cc_str   direction = last_word(text), unit, number;
    cc_value value;
    if (!cc_is(direction, "later") && !cc_is(direction, "earlier"))
        return false;
    text = before_word(text, direction);
    unit = last_word(text);
    if (!find_unit(unit, ret))
        return false;
    number = before_word(text, unit);
    if (host->number(host, number, (cc_str){"", 0}, &value) != CC_OK ||
        value.hedge != CC_HEDGE_NONE || (value.flags & CC_RANGE))
        return false;
    ret->count = cc_exact_of(value.stated);
    if (cc_is(direction, "earlier"))
        ret->count = cc_exact_negate(ret->count);
    return true;
}

static bool is_in_years(const cc_fact *a, const cc_fact *b, const shift *s)
{
    return s->days == YEAR_DAYS && a->timex.len == TIMEX_YEAR && b->timex.len == TIMEX_YEAR;
}

/* From one to the other in the unit, rounded. */
static int64_t count_units(const cc_fact *from, const cc_fact *to, const shift *s)
{
    int64_t days = (int64_t)to->period.day_first - from->period.day_first;
    if (s->days == YEAR_DAYS)
        return years_between(from, to);
    if (s->days == MONTH_DAYS) /* of 30.4 days */
        return (days * 12 + (days < 0 ? -YEAR_DAYS : YEAR_DAYS) / 2) / YEAR_DAYS;
    return days / s->days;
}

static bool fits(const cc_fact *from, const cc_fact *to, const shift *s)
{
    int64_t  days = (int64_t)to->period.day_first - from->period.day_first;
    cc_exact miss = cc_exact_sub(cc_exact_mul(s->count, cc_exact_int(s->days)), cc_exact_int(days));
    if (is_in_years(from, to, s))
        return cc_exact_cmp(s->count, cc_exact_int(years_between(from, to))) == 0;
    return cc_exact_cmp(miss, cc_exact_int(s->slack)) <= 0 &&
           cc_exact_cmp(miss, cc_exact_int(-s->slack)) >= 0;
}

/* One end of a range has the period of the whole. */
static bool is_point(const cc_fact *f)
{
    return has_year(f) &&
           (f->period.granularity != CC_DAY || f->period.day_first == f->period.day_last);
}

/* The last date of the block before figure i; NULL: there is none, or one of the last few is where
 * the shift leads to `to` from. */
static const cc_fact *find_start(const cc_passage *p, size_t i, const cc_fact *to, const shift *s)
{
    const cc_fact *last = NULL;
    for (size_t k = i; k > 0 && i - k < MAX_DATES; k--) {
        const cc_fact *f = figure(p, k - 1);
        if (cc_has_byte(cc_text_between(p->all->doc, cc_end_of(f), to->span.off), '\n'))
            break;
        if (f->kind == CC_DATE && !is_point(f))
            return NULL;
        if (f->kind != CC_DATE)
            continue;
        if (fits(f, to, s))
            return NULL;
        last = last == NULL ? f : last;
    }
    return last;
}

/* "opened in 2010. Five years later, in 2016, it closed" */
cc_status check_shift(const place *at, size_t i)
{
    static const char *const links[] = {", in",          ", on", "(", "(in",
                                        ", that is, in", "–",    "—", NULL};
    const cc_passage        *p       = at->p;
    char                     message[MESSAGE_BYTES];
    shift                    s;
    if (i + 1 >= p->end || figure(p, i)->kind != CC_DATE || !is_point(figure(p, i + 1)) ||
        !is_one_of(gap_before(p, i + 1), links) || !read_shift(p->all->host, text_of(p, i), &s))
        return CC_OK;
    const cc_fact *to = figure(p, i + 1), *from = find_start(p, i, to, &s);
    if (from == NULL)
        return CC_OK;
    cc_str  said = text_of(p, i), a = cc_text_of(p->all->doc, from->span), b = text_of(p, i + 1);
    int64_t n = count_units(from, to, &s);
    snprintf(message, sizeof message, "from %.*s to %.*s are %lld %s, which is not '%.*s'",
             (int)a.len, a.ptr, (int)b.len, b.ptr, (long long)(n < 0 ? -n : n), s.units,
             (int)said.len, said.ptr);
    cc_miss m = {.check         = "date-order",
                 .score         = SCORE,
                 .message       = message,
                 .primary       = to,
                 .related       = {from},
                 .related_count = 1};
    return cc_put_miss(&m, at->out);
}

/* "after the agreement was signed in": leads to the date that is counted from. */
static bool counts_from(cc_str gap, bool *ret_after)
{
    cc_str rest = gap, first = cc_next_word(&rest), last = last_word(gap);
    *ret_after = cc_is(first, "after");
    return (*ret_after || cc_is(first, "before")) && cc_count_words(gap) <= FAR_WORDS &&
           !cc_has_byte(gap, ',') && !cc_has_byte(gap, ';') && !cc_has_byte(gap, '(') &&
           (cc_is(last, "in") || cc_is(last, "of") || cc_is(last, "on") || cc_is(last, "the"));
}

/* "in 2021, two years after the agreement was signed in 2018" */
cc_status check_after(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    char              message[MESSAGE_BYTES];
    bool              after;
    if (i + 2 >= p->end || figure(p, i + 1)->kind != CC_DURATION ||
        !cc_is(figure(p, i + 1)->unit, "year") || !cc_is_plain(figure(p, i + 1)) ||
        !is_point(figure(p, i)) || !is_point(figure(p, i + 2)) ||
        !cc_is(gap_before(p, i + 1), ",") || !counts_from(gap_before(p, i + 2), &after))
        return CC_OK;
    const cc_fact *to = figure(p, i), *from = figure(p, i + 2);
    int64_t        n = years_between(from, to);
    cc_str         a = text_of(p, i), d = text_of(p, i + 1), b = text_of(p, i + 2);
    shift          s = {.days = YEAR_DAYS, .slack = 3 * YEAR_DAYS / 4};
    s.count          = cc_exact_of(figure(p, i + 1)->value.stated);
    if (!after)
        s.count = cc_exact_negate(s.count);
    if (fits(from, to, &s))
        return CC_OK;
    snprintf(message, sizeof message, "from %.*s to %.*s are %lld years, not %.*s", (int)b.len,
             b.ptr, (int)a.len, a.ptr, (long long)(n < 0 ? -n : n), (int)d.len, d.ptr);
    return put(at, "date-order", i + 1, i + 2, message);
}
