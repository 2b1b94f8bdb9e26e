/* decimal.c - exact decimals, mant * 10^exp10, computed in 128 bits. */
#include "fact/value.h"

#include <cc_record.h>

__extension__ typedef __int128 wide;

enum { MAX_DIGITS = 18, MAX_EXP10 = 30 };

static wide scale_up(wide n, int32_t by)
{
    while (by-- > 0)
        n *= 10;
    return n;
}

static int32_t count_digits(wide n)
{
    int32_t digits = 0;
    for (; n != 0; n /= 10)
        digits++;
    return digits;
}

static cc_status narrow(wide mant, int32_t exp10, cc_dec *ret)
{
    while (mant != 0 && mant % 10 == 0) {
        mant /= 10;
        exp10++;
    }
    if (count_digits(mant) > MAX_DIGITS)
        return CC_WARN;
    *ret = mant == 0 ? (cc_dec){0, 0} : (cc_dec){(int64_t)mant, exp10};
    return CC_OK;
}

int cc_dec_cmp_scaled(cc_dec a, int64_t num, cc_dec b, int64_t den)
{
    wide x = (wide)a.mant * num, y = (wide)b.mant * den;
    if (x == 0 || y == 0 || (x < 0) != (y < 0))
        return (x > y) - (x < y);
    int     sign  = x < 0 ? -1 : 1;
    int64_t top_x = (int64_t)count_digits(x) + a.exp10, top_y = (int64_t)count_digits(y) + b.exp10;
    if (top_x != top_y)
        return top_x > top_y ? sign : -sign;
    /* Same number of digits before the point: either fits when given the other's exponent. */
    x = scale_up(x, a.exp10 - b.exp10);
    y = scale_up(y, b.exp10 - a.exp10);
    return (x > y) - (x < y);
}

int cc_dec_cmp(cc_dec a, cc_dec b)
{
    return cc_dec_cmp_scaled(a, 1, b, 1);
}

cc_status cc_dec_add(cc_dec a, cc_dec b, cc_dec *ret)
{
    a = cc_dec_norm(a);
    b = cc_dec_norm(b);
    if (a.mant == 0 || b.mant == 0)
        return narrow(a.mant == 0 ? b.mant : a.mant, a.mant == 0 ? b.exp10 : a.exp10, ret);
    int64_t apart = (int64_t)a.exp10 - b.exp10;
    if (apart > MAX_DIGITS || apart < -MAX_DIGITS)
        return CC_WARN;
    wide x = scale_up(a.mant, (int32_t)apart), y = scale_up(b.mant, (int32_t)-apart);
    return narrow(x + y, apart < 0 ? a.exp10 : b.exp10, ret);
}

cc_status cc_dec_sub(cc_dec a, cc_dec b, cc_dec *ret)
{
    if (b.mant == INT64_MIN)
        return CC_WARN;
    return cc_dec_add(a, (cc_dec){-b.mant, b.exp10}, ret);
}

cc_status cc_dec_mul(cc_dec a, cc_dec b, cc_dec *ret)
{
    return narrow((wide)a.mant * b.mant, a.exp10 + b.exp10, ret);
}

cc_dec cc_dec_int(int64_t n)
{
    return cc_dec_norm((cc_dec){n, 0});
}

cc_dec cc_dec_norm(cc_dec d)
{
    if (d.mant == 0)
        return (cc_dec){0, 0};
    while (d.mant % 10 == 0) {
        d.mant /= 10;
        d.exp10++;
    }
    return d;
}

cc_dec cc_dec_abs(cc_dec d)
{
    return d.mant < 0 ? (cc_dec){-d.mant, d.exp10} : d;
}

int32_t cc_dec_top(cc_dec d)
{
    return d.mant == 0 ? 0 : count_digits(d.mant) + d.exp10;
}

cc_str cc_dec_print(cc_arena *arena, cc_dec d)
{
    char text[CC_DEC_TEXT];
    cc_dec_text(d, text);
    return cc_arena_dup(arena, cc_str_z(text));
}

/* Appends the digits at `*at` to `*mant`; how many there were, -1: too many. */
static int32_t read_digits(cc_str text, size_t *at, wide *mant)
{
    size_t from = *at;
    for (; *at < text.len && cc_is_digit(text.ptr[*at]); (*at)++) {
        if (count_digits(*mant) > MAX_DIGITS)
            return -1;
        *mant = *mant * 10 + (text.ptr[*at] - '0');
    }
    return (int32_t)(*at - from);
}

/* The zeros that end a whole number, all but its first digit. */
static int32_t count_zeros(cc_str text)
{
    size_t n = 0;
    if (memchr(text.ptr, '.', text.len) != NULL)
        return 0;
    while (n + 1 < text.len && text.ptr[text.len - 1 - n] == '0')
        n++;
    return (int32_t)n;
}

cc_status cc_dec_parse(cc_str text, cc_dec *ret)
{
    bool minus = text.len > 0 && text.ptr[0] == '-';
    text       = cc_str_sub(text, minus, text.len - minus);
    if (text.len == 0 || text.len >= CC_DEC_TEXT)
        return CC_WARN;
    int32_t exp10 = count_zeros(text);
    wide    mant  = 0;
    size_t  at    = 0;
    text.len -= (size_t)exp10;
    if (read_digits(text, &at, &mant) <= 0)
        return CC_WARN;
    if (at + 1 < text.len && text.ptr[at] == '.') {
        at++;
        exp10 = -read_digits(text, &at, &mant);
    }
    if (at != text.len)
        return CC_WARN;
    return narrow(minus ? -mant : mant, exp10, ret);
}
