/* relate.c - units by their factors, rates by their spans, dates by what happened. */
#include "compare/relate.h"

#include "claim/event.h"
#include "compare/twin.h"
#include "fact/period.h"

enum {
    HALF_A_YEAR   = 183, /* days: a report of the next half-year is another report */
    SLACK_PERCENT = 3,   /* 360 or 365 days, 4 or 4.3 weeks to a month */
    NEAR_PERCENT  = 6,   /* so close to a power of ten is a slip */
    MOST_POWERS   = 12,
    MOST_HEADS    = 1000000000,
};

/* -- Dates --------------------------------------------------------------------------------------- */

/* Two acts on one thing: they say nothing of each other unless the later one is the earlier. */
static cc_relation relate_acts(const cc_claim *a, const cc_claim *b)
{
    bool            forth = cc_event_precedes(a, b);
    const cc_value *first = forth ? &a->value : &b->value, *then = forth ? &b->value : &a->value;
    bool            open = (first->flags & CC_NO_LOW) || (then->flags & CC_NO_HIGH);
    return !open && cc_dec_cmp(then->high, first->low) < 0 ? CC_CONFLICT : CC_NOT_COMPARABLE;
}

static bool is_long_apart(const cc_claim *a, const cc_claim *b)
{
    cc_dec gap;
    return cc_dec_sub(a->value.stated, b->value.stated, &gap) == CC_OK &&
           cc_dec_cmp(cc_dec_abs(gap), cc_dec_int(HALF_A_YEAR)) > 0;
}

/* A date of no event may be that of one told in other words, and need not be. */
static cc_relation relate_dates(const cc_claim *a, const cc_claim *b)
{
    bool meet = cc_value_meet(&a->value, &b->value);
    if ((a->noun.len == 0) != (b->noun.len == 0))
        return meet ? CC_AGREE : CC_NOT_COMPARABLE;
    if (a->noun.len > 0 && b->noun.len > 0 && !cc_str_eq(a->noun, b->noun))
        return relate_acts(a, b);
    if (cc_event_recurs(a->noun) && is_long_apart(a, b))
        return CC_NOT_COMPARABLE;
    return meet ? CC_AGREE : CC_CONFLICT;
}

/* -- Rates --------------------------------------------------------------------------------------- */

/* What a figure counts over: a day, 100,000 persons. num 0: not told. */
typedef struct span {
    int64_t num, den;
    cc_str  of; /* "time", "person" */
} span;

/* "100000 person", "day" */
static span read_per(const cc_lexicon *lexicon, cc_str per)
{
    int64_t heads = 0;
    size_t  at    = 0;
    for (; at < per.len && per.ptr[at] >= '0' && per.ptr[at] <= '9' && heads < MOST_HEADS; at++)
        heads = heads * 10 + (per.ptr[at] - '0');
    if (at > 0)
        return (span){heads, 1, cc_str_sub(per, at + 1, per.len - at - 1)};
    const cc_unit *unit = cc_lexicon_unit(lexicon, per);
    if (unit != NULL && cc_str_eq(unit->dimension, CC_S("time")))
        return (span){unit->num, unit->den, unit->dimension};
    return (span){1, 1, per};
}

/* "4,100 trucks in 2018" are so many a year, if they are any flow at all. */
static span read_period(const cc_lexicon *lexicon, const cc_claim *c)
{
    const char *name = c->period.granularity == CC_YEAR      ? "year"
                       : c->period.granularity == CC_QUARTER ? "quarter"
                       : c->period.granularity == CC_MONTH   ? "month"
                                                             : NULL;
    bool        flow = c->kind == CC_NUMBER || c->kind == CC_MONEY || c->kind == CC_QUANTITY;
    if (name == NULL || !flow || c->aspect != CC_LEVEL || c->period_origin == CC_FROM_DOCUMENT)
        return (span){0};
    return read_per(lexicon, (cc_str){name, strlen(name)});
}

static span read_span(const cc_lexicon *lexicon, const cc_claim *c)
{
    return c->per.len > 0 ? read_per(lexicon, c->per) : read_period(lexicon, c);
}

bool cc_rates_differ(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                     int64_t *ret_num, int64_t *ret_den)
{
    if ((a->per.len == 0 && b->per.len == 0) || cc_str_eq(a->per, b->per))
        return false;
    span x = read_span(lexicon, a), y = read_span(lexicon, b);
    return x.num > 0 && y.num > 0 && cc_str_eq(x.of, y.of) &&
           !__builtin_mul_overflow(y.num, x.den, ret_num) &&
           !__builtin_mul_overflow(x.num, y.den, ret_den) && *ret_num != *ret_den;
}

/* Whether a * num lies within `percent` of b * den. */
static bool is_near(cc_dec a, int64_t num, cc_dec b, int64_t den, int percent)
{
    int64_t more, less, hundred;
    return !__builtin_mul_overflow(den, 100 + percent, &more) &&
           !__builtin_mul_overflow(den, 100 - percent, &less) &&
           !__builtin_mul_overflow(num, 100, &hundred) &&
           cc_dec_cmp_scaled(a, hundred, b, more) <= 0 &&
           cc_dec_cmp_scaled(a, hundred, b, less) >= 0;
}

static bool is_like(cc_dec a, int64_t num, cc_dec b, int64_t den)
{
    return cc_dec_cmp_scaled(a, num, b, 2 * den) < 0 && cc_dec_cmp_scaled(b, den, a, 2 * num) < 0;
}

static bool is_off_by_tens(cc_dec a, int64_t num, cc_dec b, int64_t den)
{
    for (int32_t n = -MOST_POWERS; n <= MOST_POWERS; n++)
        if (is_near((cc_dec){a.mant, a.exp10 + n}, num, b, den, NEAR_PERCENT))
            return true;
    return false;
}

/* Spans of time are rounded ("a year is 52 weeks"), heads are not. */
static bool meet_as_rates(const cc_value *a, int64_t num, const cc_value *b, int64_t den)
{
    return cc_value_meet_scaled(a, num, den, b) ||
           cc_value_meet_scaled(a, num * (100 - SLACK_PERCENT), den * 100, b) ||
           cc_value_meet_scaled(a, num * (100 + SLACK_PERCENT), den * 100, b) ||
           is_near(a->stated, num, b->stated, den, SLACK_PERCENT);
}

/* Near a power of ten, or, of two that name their span, less than twice as much: else they are two
 * rates of two things. */
static bool is_slip(const cc_claim *a, int64_t num, const cc_claim *b, int64_t den)
{
    cc_dec x = cc_dec_abs(a->value.stated), y = cc_dec_abs(b->value.stated);
    return (a->per.len > 0 && b->per.len > 0 && is_like(x, num, y, den)) ||
           is_off_by_tens(x, num, y, den);
}

static cc_relation relate_rates(const cc_claim *a, const cc_claim *b, const cc_apart *apart)
{
    int64_t num = apart->num, den = apart->den;
    if (!cc_str_eq(a->unit, b->unit))
        return CC_NOT_COMPARABLE;
    if (meet_as_rates(&a->value, num, &b->value, den))
        return CC_AGREE;
    return is_slip(a, num, b, den) ? CC_CONFLICT : CC_NOT_COMPARABLE;
}

/* -- Levels -------------------------------------------------------------------------------------- */

bool cc_units_convert(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                      int64_t *ret_num, int64_t *ret_den)
{
    const cc_unit *x = cc_lexicon_unit(lexicon, a->unit), *y = cc_lexicon_unit(lexicon, b->unit);
    return x != NULL && y != NULL && cc_str_eq(x->dimension, y->dimension) &&
           !__builtin_mul_overflow(x->num, y->den, ret_num) &&
           !__builtin_mul_overflow(x->den, y->num, ret_den);
}

static cc_relation relate_units(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                                cc_apart *ret)
{
    if (!cc_units_convert(lexicon, a, b, &ret->num, &ret->den))
        return CC_NOT_COMPARABLE;
    return cc_value_meet_scaled(&a->value, ret->num, ret->den, &b->value) ? CC_AGREE : CC_CONFLICT;
}

static cc_value negate(const cc_value *v)
{
    enum { ENDS = CC_LOW_OPEN | CC_HIGH_OPEN | CC_NO_LOW | CC_NO_HIGH };
    cc_value ret = *v;
    ret.low = v->high, ret.high = v->low;
    ret.low.mant     = -ret.low.mant;
    ret.high.mant    = -ret.high.mant;
    ret.stated.mant  = -v->stated.mant;
    uint32_t to_high = (v->flags & (CC_LOW_OPEN | CC_NO_LOW)) << 1;
    uint32_t to_low  = (v->flags & (CC_HIGH_OPEN | CC_NO_HIGH)) >> 1;
    ret.flags        = (v->flags & ~(uint32_t)ENDS) | to_high | to_low;
    return ret;
}

/* "Deficit: -983.6" in a table is a deficit of 983.6 in a sentence. */
static bool is_minus_in_words(const cc_claim *cell, const cc_claim *other)
{
    cc_value as_said = negate(&cell->value);
    return cell->label.len > 0 && cell->value.stated.mant < 0 && other->label.len == 0 &&
           other->value.stated.mant > 0 && cc_value_meet(&as_said, &other->value);
}

cc_relation cc_relate(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                      cc_apart *ret)
{
    *ret = (cc_apart){.num = 1, .den = 1};
    if (a->kind == CC_DATE && b->kind == CC_DATE)
        return relate_dates(a, b);
    if (cc_is_twin_unit(a, b) || cc_is_twin_direction(a, b))
        return CC_CONFLICT;
    ret->rates = cc_rates_differ(lexicon, a, b, &ret->num, &ret->den);
    if (ret->rates)
        return relate_rates(a, b, ret);
    ret->num = ret->den = 1;
    if (!cc_str_eq(a->unit, b->unit))
        return relate_units(lexicon, a, b, ret);
    if (cc_value_meet(&a->value, &b->value) || is_minus_in_words(a, b) || is_minus_in_words(b, a))
        return CC_AGREE;
    ret->power10 = cc_value_power10(&a->value, &b->value);
    return CC_CONFLICT;
}
