/* xlsx_decimal.c - files hold 0.30000000000000004 where a cell shows 0.3: the sixteenth digit is
 * noise, and goes first. */
#include "xlsx_decimal.h"

#include <string.h>

enum { MOST_EXPONENT = 400 };

/* Drops all digits from the n-th on, rounding half up. */
static void shorten(cc_xlsx_decimal *d, size_t n)
{
    if (n >= d->n)
        return;
    bool up = d->digits[n] >= 5;
    d->n    = n;
    while (up && d->n > 0) {
        up = ++d->digits[d->n - 1] == 10;
        d->n -= up;
    }
    if (up) {
        d->digits[0] = 1;
        d->n         = 1;
        d->exp10++;
    }
    while (d->n > 0 && d->digits[d->n - 1] == 0)
        d->n--;
}

static bool read_exponent(cc_str text, size_t at, int32_t *ret)
{
    int32_t n     = 0;
    bool    minus = at < text.len && text.ptr[at] == '-';
    at += at < text.len && (text.ptr[at] == '-' || text.ptr[at] == '+');
    if (at == text.len)
        return false;
    for (; at < text.len && n < MOST_EXPONENT; at++) {
        if (text.ptr[at] < '0' || text.ptr[at] > '9')
            return false;
        n = n * 10 + (text.ptr[at] - '0');
    }
    *ret = minus ? -n : n;
    return n < MOST_EXPONENT;
}

static void add_digit(cc_xlsx_decimal *d, char c, bool whole)
{
    bool first = d->n == 0 && c == '0';
    d->exp10 += whole && !first;
    d->exp10 -= !whole && first;
    if (!first && d->n <= CC_XLSX_DIGITS)
        d->digits[d->n++] = (uint8_t)(c - '0');
}

bool cc_xlsx_decimal_read(cc_str text, cc_xlsx_decimal *ret)
{
    bool    whole = true, any = false;
    int32_t exp10 = 0;
    size_t  at    = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
    *ret          = (cc_xlsx_decimal){.negative = at == 1 && text.ptr[0] == '-'};
    for (; at < text.len && at < MOST_EXPONENT; at++) {
        char c = text.ptr[at];
        if (c == '.' && whole)
            whole = false;
        else if (c >= '0' && c <= '9')
            add_digit(ret, c, whole), any = true;
        else
            break;
    }
    if (at < text.len && ((text.ptr[at] | 0x20) != 'e' || !read_exponent(text, at + 1, &exp10)))
        return false;
    ret->exp10 += exp10;
    shorten(ret, CC_XLSX_DIGITS);
    while (ret->n > 0 && ret->digits[ret->n - 1] == 0)
        ret->n--;
    return any;
}

void cc_xlsx_decimal_round(cc_xlsx_decimal *d, int32_t decimals)
{
    int32_t keep = d->exp10 + decimals;
    if (keep < 0)
        d->n = 0;
    else if ((size_t)keep < d->n)
        shorten(d, (size_t)keep);
}

unsigned cc_xlsx_decimal_digit(const cc_xlsx_decimal *d, int32_t place)
{
    int32_t at = d->exp10 - 1 - place;
    return at >= 0 && (size_t)at < d->n ? d->digits[at] : 0;
}
