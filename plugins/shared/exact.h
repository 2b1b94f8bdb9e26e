/* exact.h - decimals and the ranges that written figures stand for, in 128 bits and without
 * doubles; for checkers that calculate.
 *
 * What takes more than 37 digits is `lost`, and so is all that is made of it; a lost range meets
 * every other, so that nothing is reported of it. Ranges are multiplied as if both were above 0. */
#ifndef CC_SHARED_EXACT_H
#define CC_SHARED_EXACT_H

#include <claimcheck.h>

__extension__ typedef __int128 cc_wide;

enum { CC_EXACT_POWERS = 80 }; /* no written figure has an exponent beyond it */

/* mant * 10^exp10 */
typedef struct cc_exact {
    cc_wide mant;
    int32_t exp10;
    bool    lost;
} cc_exact;

/* flags: CC_LOW_OPEN, CC_HIGH_OPEN, CC_NO_LOW, CC_NO_HIGH. */
typedef struct cc_range {
    cc_exact low, high;
    uint32_t flags;
} cc_range;

/* -- Decimals ---------------------------------------------------------------------------------- */

/* 10^37: ten times as much is still below 2^127. */
static inline cc_wide cc_wide_limit(void)
{
    return (cc_wide)1000000000000000000 * 1000000000000000000 * 10;
}

static inline cc_wide cc_wide_abs(cc_wide n)
{
    return n < 0 ? -n : n;
}

static inline cc_exact cc_exact_of(cc_dec d)
{
    bool lost = d.exp10 > CC_EXACT_POWERS || d.exp10 < -CC_EXACT_POWERS;
    return (cc_exact){d.mant, lost ? 0 : d.exp10, lost};
}

static inline cc_exact cc_exact_int(int64_t n)
{
    return (cc_exact){n, 0, false};
}

/* With the smallest mantissa; nought is 0 * 10^0. */
static inline cc_exact cc_exact_norm(cc_exact a)
{
    while (a.mant != 0 && a.mant % 10 == 0) {
        a.mant /= 10;
        a.exp10++;
    }
    return a.mant == 0 ? (cc_exact){0, 0, a.lost} : a;
}

/* With an exponent that is no greater than it was. */
static inline cc_exact cc_exact_shift(cc_exact a, int32_t exp10)
{
    for (; a.mant != 0 && a.exp10 > exp10 && !a.lost; a.exp10--) {
        a.mant *= 10;
        a.lost = cc_wide_abs(a.mant) >= cc_wide_limit();
    }
    a.exp10 = exp10;
    return a;
}

static inline cc_exact cc_exact_add(cc_exact a, cc_exact b)
{
    int32_t exp10 = a.exp10 < b.exp10 ? a.exp10 : b.exp10;
    a             = cc_exact_shift(a, exp10);
    b             = cc_exact_shift(b, exp10);
    a.lost        = a.lost || b.lost || cc_wide_abs(a.mant + b.mant) >= cc_wide_limit();
    a.mant += b.mant;
    return a;
}

static inline cc_exact cc_exact_negate(cc_exact a)
{
    a.mant = -a.mant;
    return a;
}

static inline cc_exact cc_exact_sub(cc_exact a, cc_exact b)
{
    return cc_exact_add(a, cc_exact_negate(b));
}

static inline cc_exact cc_exact_mul(cc_exact a, cc_exact b)
{
    a = cc_exact_norm(a);
    b = cc_exact_norm(b);
    if (a.mant != 0 && cc_wide_abs(b.mant) > (cc_wide_limit() - 1) / cc_wide_abs(a.mant))
        return (cc_exact){0, 0, true};
    return (cc_exact){a.mant * b.mant, a.exp10 + b.exp10, a.lost || b.lost};
}

/* -1, 0, 1; 0 where one of them is lost. */
static inline int cc_exact_cmp(cc_exact a, cc_exact b)
{
    cc_exact gap = cc_exact_sub(cc_exact_norm(a), cc_exact_norm(b));
    return gap.lost ? 0 : (gap.mant > 0) - (gap.mant < 0);
}

/* a / b to `decimals` places, half away from nought; lost where b is nought. */
static inline cc_exact cc_exact_div(cc_exact a, cc_exact b, int32_t decimals)
{
    a = cc_exact_norm(a);
    b = cc_exact_norm(b);
    if (b.mant == 0 || a.lost || b.lost)
        return (cc_exact){0, 0, true};
    a          = cc_exact_shift(a, a.exp10 < b.exp10 - decimals ? a.exp10 : b.exp10 - decimals);
    cc_wide by = b.mant;
    for (int32_t i = a.exp10; i < b.exp10 - decimals && cc_wide_abs(by) < cc_wide_limit(); i++)
        by *= 10;
    cc_wide half = cc_wide_abs(by) / 2;
    cc_wide mant = (cc_wide_abs(a.mant) + half) / cc_wide_abs(by);
    return (cc_exact){(a.mant < 0) == (b.mant < 0) ? mant : -mant, -decimals, a.lost};
}

/* -- Ranges ------------------------------------------------------------------------------------ */

static inline cc_range cc_range_point(cc_exact at)
{
    return (cc_range){at, at, 0};
}

/* What a written figure can stand for. */
static inline cc_range cc_range_of(const cc_value *v)
{
    const uint32_t ends = CC_LOW_OPEN | CC_HIGH_OPEN | CC_NO_LOW | CC_NO_HIGH;
    return (cc_range){cc_exact_of(v->low), cc_exact_of(v->high), v->flags & ends};
}

/* The same, but a whole number that was counted stands for itself. */
static inline cc_range cc_range_of_count(const cc_value *v)
{
    return v->flags & CC_EXACT ? cc_range_point(cc_exact_of(v->stated)) : cc_range_of(v);
}

static inline cc_range cc_range_add(cc_range a, cc_range b)
{
    return (cc_range){cc_exact_add(a.low, b.low), cc_exact_add(a.high, b.high), a.flags | b.flags};
}

static inline cc_range cc_range_mul(cc_range a, cc_range b)
{
    return (cc_range){cc_exact_mul(a.low, b.low), cc_exact_mul(a.high, b.high), a.flags | b.flags};
}

/* `by` is above 0. */
static inline cc_range cc_range_scale(cc_range a, cc_exact by)
{
    return cc_range_mul(a, cc_range_point(by));
}

/* `a` ends before `b` begins. */
static inline bool cc_range_is_below(const cc_range *a, const cc_range *b)
{
    if ((a->flags & CC_NO_HIGH) || (b->flags & CC_NO_LOW) || a->high.lost || b->low.lost)
        return false;
    int  c    = cc_exact_cmp(a->high, b->low);
    bool open = (a->flags & CC_HIGH_OPEN) || (b->flags & CC_LOW_OPEN);
    return c < 0 || (c == 0 && open && !cc_exact_sub(a->high, b->low).lost);
}

static inline bool cc_range_meet(const cc_range *a, const cc_range *b)
{
    return !cc_range_is_below(a, b) && !cc_range_is_below(b, a);
}

#endif
