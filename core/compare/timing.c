/* timing.c - the table of period compatibility. */
#include "compare/timing.h"

enum {
    NEAR_DAYS  = 3,  /* two documents that speak of one "now" */
    MONTH_DAYS = 31, /* two that do not */
    YEAR_DAYS  = 366,
    FAR_DAYS   = 1 << 24, /* before and after all dates */
    FIT_OPEN   = 500,
};

static bool is_own(const cc_claim *c)
{
    return c->period_origin == CC_FROM_DOCUMENT;
}

static bool is_record(const cc_claim *c)
{
    return c->label.len > 0;
}

/* Lengths and areas stay as they are. */
static bool is_lasting(const cc_claim *a, const cc_claim *b)
{
    return a->kind == CC_QUANTITY && b->kind == CC_QUANTITY && a->per.len == 0 && b->per.len == 0;
}

bool cc_timing_is_stated(const cc_claim *a, const cc_claim *b)
{
    if (a->kind == CC_DATE && b->kind == CC_DATE)
        return true;
    return cc_period_is_known(&a->period) && cc_period_is_known(&b->period) && !is_own(a) &&
           !is_own(b);
}

/* What changes on a day or in a month changes again. */
static bool are_changes(const cc_claim *a, const cc_claim *b)
{
    return (a->aspect == CC_CHANGE || a->aspect == CC_RATE_OF_CHANGE) && a->aspect == b->aspect &&
           a->period.granularity <= CC_MONTH && b->period.granularity <= CC_MONTH;
}

static uint32_t fit_own(const cc_claim *a, const cc_claim *b)
{
    int64_t days = (int64_t)a->period.day_first - b->period.day_first;
    bool    fine = a->period.granularity <= CC_MONTH && b->period.granularity <= CC_MONTH;
    days         = days < 0 ? -days : days;
    if (cc_str_eq(a->doc->sha256, b->doc->sha256))
        return 1000;
    if (days <= NEAR_DAYS && fine)
        return 850;
    if (is_lasting(a, b))
        return 800;
    if (is_record(a) && is_record(b))
        return 600;
    if (days <= MONTH_DAYS || cc_period_overlap(&a->period, &b->period))
        return 600;
    /* A percentage is set anew; most else that holds without a date holds for a while. */
    return days <= YEAR_DAYS && a->kind != CC_PERCENT && !are_changes(a, b) ? 500 : 0;
}

static bool same_days(const cc_period *a, const cc_period *b)
{
    return a->day_first == b->day_first && a->day_last == b->day_last;
}

static bool holds(const cc_period *outer, const cc_period *inner)
{
    return outer->day_first <= inner->day_first && inner->day_last <= outer->day_last;
}

/* "Before 2015" is any day until then, "after June" any day from July on; "by May" is what had come
 * together then, and no earlier day. */
static cc_period open_end(cc_period p)
{
    int32_t first = p.day_first, last = p.day_last;
    if (p.hedge == CC_HEDGE_UNDER) {
        p.day_first = -FAR_DAYS;
        p.day_last  = first - 1;
    }
    if (p.hedge == CC_HEDGE_OVER) {
        p.day_first = last + 1;
        p.day_last  = FAR_DAYS;
    }
    return p;
}

static bool is_open(const cc_period *p)
{
    return p->day_first == -FAR_DAYS || p->day_last == FAR_DAYS;
}

static uint32_t fit_stated(const cc_period *a, const cc_period *b)
{
    if (!cc_period_overlap(a, b))
        return 0;
    if (!same_days(a, b) && (is_open(a) || is_open(b)))
        return FIT_OPEN;
    if (a->fiscal != b->fiscal && a->granularity == b->granularity)
        return 200;
    if (same_days(a, b))
        return 1000;
    if (a->granularity == b->granularity)
        return a->granularity == CC_YEARS ? 600 : 500;
    /* What a month, a quarter or a season brings is no year's. */
    bool by_day = a->granularity == CC_DAY || b->granularity == CC_DAY;
    if (!by_day)
        return 150;
    return holds(a, b) || holds(b, a) ? 500 : 150;
}

static int64_t days_between(const cc_period *a, const cc_period *b)
{
    return a->day_first > b->day_last ? (int64_t)a->day_first - b->day_last
                                      : (int64_t)b->day_first - a->day_last;
}

static uint32_t inherited_weaker(const cc_claim *a, const cc_claim *b, uint32_t fit)
{
    bool one = a->period_origin == CC_FROM_BEFORE || b->period_origin == CC_FROM_BEFORE;
    bool two = a->period_origin == CC_FROM_BEFORE && b->period_origin == CC_FROM_BEFORE;
    return two ? fit * 80 / 100 : one ? fit * 85 / 100 : fit;
}

uint32_t cc_timing_fit(const cc_claim *a, const cc_claim *b)
{
    bool known_a = cc_period_is_known(&a->period), known_b = cc_period_is_known(&b->period);
    if (!known_a || !known_b)
        return known_a || known_b ? 750 : 850;
    if (is_own(a) && is_own(b))
        return fit_own(a, b);
    if (is_own(a) || is_own(b)) {
        if (cc_period_overlap(&a->period, &b->period))
            return is_lasting(a, b) ? 800 : 750;
        bool before = a->period_origin == CC_FROM_BEFORE || b->period_origin == CC_FROM_BEFORE;
        if (is_lasting(a, b))
            return before ? 800 : 600; /* less, for nobody dates what stays as it is */
        int64_t most = are_changes(a, b) ? MONTH_DAYS : YEAR_DAYS;
        return days_between(&a->period, &b->period) > most && !is_record(a) && !is_record(b) ? 0
                                                                                             : 450;
    }
    cc_period x = open_end(a->period), y = open_end(b->period);
    return inherited_weaker(a, b, fit_stated(&x, &y));
}
