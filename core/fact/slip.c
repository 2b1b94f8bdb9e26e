/* slip.c - the digits of a value as written, and slips of the hand in them. */
#include "fact/slip.h"

#include "fact/value.h"

#include <stdlib.h>

enum {
    LEAST  = 100,        /* fewer digits agree by chance */
    MOST   = 1000000000, /* what has more is no figure that is copied by hand */
    DIGITS = 10,
};

static int64_t without_zeros(int64_t n)
{
    while (n > 0 && n % 10 == 0)
        n /= 10;
    return n;
}

/* In units of the last digit written; 0: too many. */
static int64_t digits_of(const cc_value *value)
{
    cc_dec  v = cc_dec_abs(value->stated);
    int64_t n = v.mant;
    for (int32_t e = v.exp10; e > value->step.exp10 && n < MOST; e--)
        n *= 10;
    return v.exp10 < value->step.exp10 || n >= MOST ? 0 : n;
}

cc_slip cc_value_slip(const cc_value *a, const cc_value *b)
{
    int64_t x = digits_of(a), y = digits_of(b);
    int     differ = 0, last = 0, from[2] = {0}, to[2] = {0};
    if (a->step.exp10 != b->step.exp10 || x < LEAST || y < LEAST)
        return CC_NO_SLIP;
    for (int at = 0; x > 0 && y > 0; at++, x /= 10, y /= 10) {
        if (x % 10 == y % 10)
            continue;
        if (differ == 2 || (differ == 1 && at != last + 1))
            return CC_NO_SLIP;
        last         = at;
        from[differ] = (int)(x % 10);
        to[differ++] = (int)(y % 10);
    }
    bool swapped = differ == 2 && from[0] == to[1] && from[1] == to[0];
    return x != y ? CC_NO_SLIP : swapped ? CC_SWAPPED : differ == 1 ? CC_ONE_DIGIT : CC_NO_SLIP;
}

static int by_digit(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

cc_str cc_value_digits(const cc_value *value, char ret[10])
{
    int64_t n   = without_zeros(digits_of(value));
    size_t  len = 0;
    if (n < LEAST)
        return (cc_str){ret, 0};
    for (; n > 0 && len < DIGITS; n /= 10)
        ret[len++] = (char)('0' + n % 10);
    qsort(ret, len, 1, by_digit);
    return (cc_str){ret, len};
}
