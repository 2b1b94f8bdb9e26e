/* value.c - the interval a written figure stands for, and whether two have a point in common. */
#include "fact/value.h"

#include <inttypes.h>

__extension__ typedef __int128 wide;

enum { MAX_EXP10 = 30, BOUND = CC_NO_LOW | CC_NO_HIGH };

/* -- From the digits as written ---------------------------------------------------------------- */

static bool is_in_reach(cc_dec d)
{
    return d.exp10 >= -MAX_EXP10 && d.exp10 <= MAX_EXP10;
}

cc_status cc_value_around(cc_dec stated, cc_dec step, uint32_t flags, cc_value *ret)
{
    cc_value value = {.stated = cc_dec_norm(stated), .step = step, .flags = flags | CC_HIGH_OPEN};
    cc_dec   half;
    if (cc_dec_mul(step, (cc_dec){5, -1}, &half) != CC_OK ||
        cc_dec_sub(stated, half, &value.low) != CC_OK ||
        cc_dec_add(stated, half, &value.high) != CC_OK)
        return CC_WARN;
    if (!is_in_reach(value.low) || !is_in_reach(value.high) || !is_in_reach(value.stated))
        return CC_WARN;
    *ret = value;
    return CC_OK;
}

/* The power of ten of the last significant digit, before the scale word. */
static int32_t find_step10(const cc_written *written, cc_dec number)
{
    if (written->decimals > 0)
        return -written->decimals;
    bool zeros = number.mant != 0 && number.exp10 >= 2;
    return zeros && !written->words && !written->percent ? number.exp10 : 0;
}

cc_status cc_value_written(const cc_written *written, cc_value *ret)
{
    cc_dec   number = cc_dec_norm(written->number), stated = number;
    int32_t  step10 = find_step10(written, number);
    uint32_t flags  = 0;
    if (written->scale10 != 0)
        flags = CC_SCALED;
    else if (written->decimals == 0 && step10 == 0)
        flags = CC_EXACT;
    stated.exp10 += written->scale10;
    return cc_value_around(stated, (cc_dec){1, step10 + written->scale10}, flags, ret);
}

cc_value cc_value_range(const cc_value *low, const cc_value *high)
{
    return (cc_value){
        .stated = low->stated,
        .step   = low->step,
        .low    = low->low,
        .high   = high->high,
        .flags  = CC_RANGE | CC_HIGH_OPEN | ((low->flags | high->flags) & CC_SCALED),
    };
}

/* -- Hedges ------------------------------------------------------------------------------------ */

/* How many digits were meant: 2 for 60, 1 for 8,000. */
static int32_t count_significant(const cc_value *value)
{
    int32_t n = cc_dec_top(value->stated) - cc_dec_top(value->step) + 1;
    return n < 1 ? 1 : n;
}

/* The greater of the step and so many per mille of the value. */
static cc_dec find_width(const cc_value *value, uint16_t permille)
{
    cc_dec share;
    if (cc_dec_mul(cc_dec_abs(value->stated), (cc_dec){permille, -3}, &share) != CC_OK)
        return value->step;
    return cc_dec_cmp(share, value->step) > 0 ? share : value->step;
}

/* Both ends closed: from `below` under the low one to `above` over the high one. */
static void widen(cc_value *value, cc_dec low, cc_dec below, cc_dec high, cc_dec above)
{
    cc_dec new_low, new_high;
    if (cc_dec_sub(low, below, &new_low) != CC_OK || cc_dec_add(high, above, &new_high) != CC_OK)
        return;
    value->low  = new_low;
    value->high = new_high;
    value->flags &= ~(uint32_t)(CC_LOW_OPEN | CC_HIGH_OPEN);
}

static void bound_below(cc_value *value, uint32_t open)
{
    if (!(value->flags & CC_RANGE))
        value->low = value->stated;
    value->high = (cc_dec){0, 0};
    value->flags &= ~(uint32_t)(CC_LOW_OPEN | CC_HIGH_OPEN);
    value->flags |= CC_NO_HIGH | open;
}

static void bound_above(cc_value *value, uint32_t open)
{
    if (!(value->flags & CC_RANGE))
        value->high = value->stated;
    value->low = (cc_dec){0, 0};
    value->flags &= ~(uint32_t)(CC_LOW_OPEN | CC_HIGH_OPEN);
    value->flags |= CC_NO_LOW | open;
}

static void widen_about(cc_value *value, const cc_hedge_width *width)
{
    int32_t digits = count_significant(value);
    cc_dec  around = find_width(value, width->about[digits < 3 ? digits - 1 : 2]);
    bool    range  = value->flags & CC_RANGE;
    widen(value, range ? value->low : value->stated, around, range ? value->high : value->stated,
          around);
}

void cc_value_hedge(cc_value *value, cc_hedge hedge, const cc_hedge_width *width)
{
    cc_dec none = {0, 0}, beside = find_width(value, width->just), at = value->stated;
    bool   range = value->flags & CC_RANGE;
    if (hedge == CC_HEDGE_NONE)
        return;
    value->hedge = hedge;
    value->flags &= ~(uint32_t)CC_EXACT;
    if (hedge == CC_HEDGE_ABOUT)
        widen_about(value, width);
    else if (hedge == CC_HEDGE_JUST_UNDER && !range)
        widen(value, at, beside, at, none);
    else if (hedge == CC_HEDGE_JUST_OVER && !range)
        widen(value, at, none, at, beside);
    else if (hedge == CC_HEDGE_OVER)
        bound_below(value, CC_LOW_OPEN);
    else if (hedge == CC_HEDGE_AT_LEAST)
        bound_below(value, 0);
    else if (hedge == CC_HEDGE_UNDER)
        bound_above(value, CC_HIGH_OPEN);
    else if (hedge == CC_HEDGE_UP_TO)
        bound_above(value, 0);
}

/* -- Comparing --------------------------------------------------------------------------------- */

/* What `value` stands for beside `other`: against a bound an exact count is a point. */
static cc_value view_beside(const cc_value *value, const cc_value *other)
{
    cc_value view = *value;
    if ((value->flags & CC_EXACT) && (other->flags & BOUND)) {
        view.low = view.high = value->stated;
        view.flags           = 0;
    }
    return view;
}

/* Whether the low end of `a`, times num, lies below the high end of `b`, times den. */
static bool starts_below(const cc_value *a, int64_t num, const cc_value *b, int64_t den)
{
    if ((a->flags & CC_NO_LOW) || (b->flags & CC_NO_HIGH))
        return true;
    int order = cc_dec_cmp_scaled(a->low, num, b->high, den);
    return order < 0 || (order == 0 && !(a->flags & CC_LOW_OPEN) && !(b->flags & CC_HIGH_OPEN));
}

bool cc_value_meet_scaled(const cc_value *a, int64_t num, int64_t den, const cc_value *b)
{
    cc_value x = view_beside(a, b), y = view_beside(b, a);
    return starts_below(&x, num, &y, den) && starts_below(&y, den, &x, num);
}

bool cc_value_meet(const cc_value *a, const cc_value *b)
{
    return cc_value_meet_scaled(a, 1, 1, b);
}

/* Whether the digits of `plain` lie on the wrong side of the bound. */
static bool is_past(const cc_value *bound, const cc_value *plain)
{
    int order = cc_dec_cmp(plain->stated, bound->stated);
    if (plain->hedge != CC_HEDGE_NONE || ((plain->flags | bound->flags) & CC_RANGE))
        return false;
    switch (bound->hedge) {
    case CC_HEDGE_OVER: return order <= 0;
    case CC_HEDGE_AT_LEAST: return order < 0;
    case CC_HEDGE_UNDER: return order >= 0;
    case CC_HEDGE_UP_TO: return order > 0;
    default: return false;
    }
}

bool cc_value_at_edge(const cc_value *a, const cc_value *b)
{
    return cc_value_meet(a, b) && (is_past(a, b) || is_past(b, a));
}

bool cc_value_same(const cc_value *a, const cc_value *b)
{
    return a->hedge == b->hedge && (a->flags & CC_RANGE) == (b->flags & CC_RANGE) &&
           cc_dec_cmp(a->stated, b->stated) == 0 &&
           (!(a->flags & CC_RANGE) || cc_dec_cmp(a->high, b->high) == 0);
}

static bool are_alike(cc_dec a, cc_dec step_a, cc_dec b, cc_dec step_b)
{
    cc_value x, y;
    return cc_value_around(a, step_a, 0, &x) == CC_OK &&
           cc_value_around(b, step_b, 0, &y) == CC_OK && cc_value_meet(&x, &y);
}

int32_t cc_value_power10(const cc_value *a, const cc_value *b)
{
    int32_t digits_a = count_significant(a), digits_b = count_significant(b);
    int32_t fewer = digits_a < digits_b ? digits_a : digits_b;
    int32_t n     = cc_dec_top(a->stated) - cc_dec_top(b->stated);
    if (a->stated.mant == 0 || b->stated.mant == 0 || ((a->flags | b->flags) & CC_RANGE))
        return 0;
    if (n == 0 || (fewer < 2 && digits_a != digits_b))
        return 0;
    cc_dec shifted = b->stated, step = b->step;
    shifted.exp10 += n;
    step.exp10 += n;
    return are_alike(a->stated, a->step, shifted, step) ? n : 0;
}

/* -- The distance in words --------------------------------------------------------------------- */

/* big / small in per mille, rounded down; INT64_MAX past what 64 bits hold. */
static int64_t divide_mille(cc_dec big, cc_dec small)
{
    wide    x = big.mant, y = small.mant;
    int32_t by = big.exp10 - small.exp10 + 3;
    if (cc_dec_top(big) - cc_dec_top(small) > 14)
        return INT64_MAX;
    for (; by > 0; by--)
        x *= 10;
    for (; by < 0; by++)
        y *= 10;
    return (int64_t)(x / y);
}

static cc_str print_share(cc_arena *arena, cc_dec apart, cc_dec small)
{
    int64_t mille = divide_mille(apart, small);
    if (mille >= 10000)
        return mille == INT64_MAX ? cc_arena_dup(arena, CC_S("over 10^14 times"))
                                  : cc_arena_printf(arena, "%" PRId64 "x", mille / 1000 + 1);
    if (mille >= 100)
        return cc_arena_printf(arena, "%d %%", (int)((mille + 5) / 10));
    return cc_arena_printf(arena, "%d.%d %%", (int)(mille / 10), (int)(mille % 10));
}

static cc_str print_points(cc_arena *arena, cc_str points)
{
    return cc_arena_printf(arena, "%.*s percentage point%s", CC_F(points),
                           cc_str_eq(points, CC_S("1")) ? "" : "s");
}

/* Between two spans of days, or from a bound to the one that does not meet it. */
static cc_str print_days(cc_arena *arena, const cc_value *a, const cc_value *b)
{
    bool before =
        !(a->flags & CC_NO_HIGH) && !(b->flags & CC_NO_LOW) && cc_dec_cmp(a->high, b->low) <= 0;
    cc_dec apart;
    if (cc_dec_sub(before ? b->low : a->low, before ? a->high : b->high, &apart) != CC_OK)
        return CC_S("");
    cc_str days = cc_dec_print(arena, apart);
    return cc_arena_printf(arena, "%.*s day%s", CC_F(days), cc_str_eq(days, CC_S("1")) ? "" : "s");
}

cc_str cc_value_gap(cc_arena *arena, const cc_value *a, const cc_value *b, cc_str unit)
{
    int32_t n       = cc_value_power10(a, b);
    bool    percent = cc_str_starts(unit, CC_S("percent"));
    cc_dec  apart, small = cc_dec_abs(a->stated), other = cc_dec_abs(b->stated);
    if (cc_str_eq(unit, CC_S("date")))
        return print_days(arena, a, b);
    if (n != 0)
        return cc_arena_printf(arena, "1%0*dx", n < 0 ? -n : n, 0);
    if (cc_dec_sub(a->stated, b->stated, &apart) != CC_OK)
        return cc_arena_dup(arena, CC_S("over 10^14 times"));
    apart = cc_dec_abs(apart);
    small = cc_dec_cmp(small, other) < 0 ? small : other;
    if (percent)
        return print_points(arena, cc_dec_print(arena, apart));
    if ((a->flags & b->flags & CC_EXACT) || small.mant == 0)
        return cc_dec_print(arena, apart);
    return print_share(arena, apart, small);
}
