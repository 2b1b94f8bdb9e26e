/* value.h - exact decimals and the intervals that written figures stand for. No doubles.
 *
 * A written value v whose last significant digit has the unit u (cc_value.step) stands for the
 * half-open [v - u/2, v + u/2). Two or more trailing zeros of an integer are not significant
 * (8,000: u = 1,000; 100: u = 100), one is (1,990: u = 1); in a percentage and after a decimal
 * point all are (100 %: u = 1; 4.0: u = 0.1). A scale word multiplies u. */
#ifndef CC_FACT_VALUE_H
#define CC_FACT_VALUE_H

#include "base/arena.h"

/* -1, 0, 1; exact for any two decimals whose difference of exponents is below 10^9. */
int cc_dec_cmp(cc_dec a, cc_dec b);
/* a * num against b * den, without a division; num and den are above 0. */
int cc_dec_cmp_scaled(cc_dec a, int64_t num, cc_dec b, int64_t den);
/* Errors: CC_WARN - more than 18 digits are needed; *ret is not written. */
cc_status cc_dec_add(cc_dec a, cc_dec b, cc_dec *ret);
cc_status cc_dec_sub(cc_dec a, cc_dec b, cc_dec *ret);
cc_status cc_dec_mul(cc_dec a, cc_dec b, cc_dec *ret);
cc_dec    cc_dec_int(int64_t n);
cc_dec    cc_dec_norm(cc_dec d); /* no trailing zeros in mant; nought is {0, 0} */
cc_dec    cc_dec_abs(cc_dec d);
int32_t   cc_dec_top(cc_dec d); /* digits before the point: 3 for 250, 0 for 0.5, -1 for 0.05 */
/* "495700000000", "-0.25": plain decimal notation, for records. Reads the same and "1e3" not. */
cc_str    cc_dec_print(cc_arena *arena, cc_dec d);
cc_status cc_dec_parse(cc_str text, cc_dec *ret);

/* How digits were written, as the number grammar found it. */
typedef struct cc_written {
    cc_dec  number;   /* before the scale word */
    int32_t scale10;  /* the scale word's power of ten: million 6; 0 none */
    int32_t decimals; /* digits after the point */
    bool    words;    /* "three hundred": u = 1 unless a scale word follows */
    bool    percent;  /* all digits are significant */
} cc_written;

/* The interval without a hedge. Errors: CC_WARN - it takes more than 18 digits, or an exponent
 * beyond 30. */
cc_status cc_value_written(const cc_written *written, cc_value *ret);
/* The same for a step that is no power of ten: dozens, fractions. flags: CC_EXACT, CC_SCALED. */
cc_status cc_value_around(cc_dec stated, cc_dec step, uint32_t flags, cc_value *ret);
/* "25-40 billion": from the low end of one to the high end of the other; stated is `low`'s. */
cc_value cc_value_range(const cc_value *low, const cc_value *high);

/* Widths of the hedges that have one, from rules/<lang>/tables/hedges.yaml: per mille of the value by
 * the number of significant digits (1, 2, 3 or more). */
typedef struct cc_hedge_width {
    uint16_t about[3];
    uint16_t just;
} cc_hedge_width;
/* Moves or opens the ends of an unhedged value. A width that takes more than 18 digits is not
 * applied. */
void cc_value_hedge(cc_value *value, cc_hedge hedge, const cc_hedge_width *width);

/* Whether both can be true: their intervals have a point in common. Against a bound ("over",
 * "at least", "under", "up to") a CC_EXACT value counts as the point itself. */
bool cc_value_meet(const cc_value *a, const cc_value *b);
/* Whether they were written alike: same stated value and same hedge. */
/* Whether the figures meet by rounding alone: "over 25 million", and 25 million as written. */
bool cc_value_at_edge(const cc_value *a, const cc_value *b);

bool cc_value_same(const cc_value *a, const cc_value *b);

/* The same after `a`, value and precision, was converted to the unit of `b`: times num/den, by
 * cross-multiplication. */
bool cc_value_meet_scaled(const cc_value *a, int64_t num, int64_t den, const cc_value *b);

/* n, with a = b * 10^n, |n| >= 1, when the leading digits agree: all that the coarser one wrote,
 * at least two, or one when both have just one. Else 0. */
int32_t cc_value_power10(const cc_value *a, const cc_value *b);
/* The distance in words, for a reason: "1000x" where only the scale differs, "0.4
 * percentage points" of percentages, "5" of exact counts, else a share of the smaller: "12 %". Of dates, in days: "3
 * days". */
cc_str cc_value_gap(cc_arena *arena, const cc_value *a, const cc_value *b, cc_str unit);

#endif
