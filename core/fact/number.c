/* number.c - from an amount to a value, and ranges: number ("to" | "-" | "and") number. */
#include "fact/number.h"

#include "fact/number_amount.h"
#include "fact/number_token.h"

enum { FRACTION_DECIMALS = 12, MAX_QUOTIENT = 9999999 };

__extension__ typedef __int128 wide;

/* top/den, to twelve decimals where the powers of ten in `den` leave something to divide by. */
static cc_dec divide(int64_t top, int64_t den)
{
    int32_t exp10 = -FRACTION_DECIMALS;
    for (; den % 10 == 0 && top / (den / 10) < MAX_QUOTIENT; den /= 10)
        exp10--;
    wide scaled = (wide)top * cc_power10(FRACTION_DECIMALS);
    return cc_dec_norm((cc_dec){(int64_t)((scaled + den / 2) / den), exp10});
}

/* A fraction is as exact as a tenth of its denominator. */
static cc_status value_fraction(const cc_amount *a, cc_value *ret)
{
    cc_dec   sum, stated, step = divide(1, a->den * 10), scale = {1, a->scale10};
    uint32_t flags = a->scale10 != 0 ? CC_SCALED : 0;
    CC_TRY(cc_dec_add(cc_dec_int(a->n), divide(a->top, a->den), &sum));
    scale.mant = a->times;
    CC_TRY(cc_dec_mul(sum, scale, &stated));
    CC_TRY(cc_dec_mul(step, scale, &step));
    stated.mant = a->minus ? -stated.mant : stated.mant;
    return cc_value_around(stated, step, flags, ret);
}

static cc_status value_amount(const cc_amount *a, bool percent, cc_value *ret)
{
    cc_dec number = {a->minus ? -a->n : a->n, -a->decimals};
    if (a->den != 0)
        return value_fraction(a, ret);
    if (a->times != 1) {
        CC_TRY(cc_dec_mul(number, cc_dec_int(a->times), &number));
        return cc_value_around(number, cc_dec_int(a->times), CC_SCALED, ret);
    }
    cc_written written = {
        .number   = number,
        .scale10  = a->scale10,
        .decimals = a->decimals,
        .words    = a->words,
        .percent  = percent,
    };
    return cc_value_written(&written, ret);
}

/* -- Ranges ------------------------------------------------------------------------------------ */

/* The length of the word or dash that joins a range at `at`; 0: none. */
static size_t joint_len(cc_str s, size_t at)
{
    cc_str rest = cc_str_sub(s, at, s.len - at);
    if (cc_str_starts(rest, CC_S(" to ")))
        return 4;
    if (cc_str_starts(rest, CC_S(" and ")))
        return 5;
    return at > 0 && rest.ptr[0] == '-' ? 1 : 0;
}

/* "700,000 to 1.4 million": the first end stands for itself only when it is no bare "700". */
static bool stands_alone(const cc_value *low)
{
    return cc_dec_cmp(low->stated, cc_dec_int(1000)) >= 0 || low->stated.mant == 0;
}

static cc_status value_range(const cc_amount *first, const cc_amount *second, bool percent,
                             cc_value *ret)
{
    cc_value  low, high, reached;
    cc_amount scaled = *first;
    CC_TRY(value_amount(first, percent, &low));
    CC_TRY(value_amount(second, percent, &high));
    scaled.scale10 = second->scale10;
    bool reaches   = first->scale10 == 0 && second->scale10 != 0 && first->times == 1;
    if (reaches && second->words && first->n < 10 && second->n >= 100)
        return CC_WARN; /* "eight to nine hundred thousand": 8,000 or 800,000? */
    if (reaches && value_amount(&scaled, percent, &reached) == CC_OK &&
        cc_dec_cmp(reached.stated, high.stated) <= 0)
        low = reached;
    else if (reaches && !stands_alone(&low))
        return CC_WARN;
    if (cc_dec_cmp(low.stated, high.stated) >= 0)
        return CC_WARN;
    *ret = cc_value_range(&low, &high);
    return CC_OK;
}

static cc_status parse_range(const cc_lexicon *lexicon, cc_str text, bool percent, cc_value *ret)
{
    cc_amount first, second;
    for (size_t at = 1; at < text.len; at++) {
        size_t joint = joint_len(text, at), after = at + joint;
        if (joint != 0 && after < text.len &&
            cc_amount_read(lexicon, cc_str_sub(text, 0, at), &first) &&
            cc_amount_read(lexicon, cc_str_sub(text, after, text.len - after), &second))
            return value_range(&first, &second, percent, ret);
    }
    return CC_WARN;
}

cc_status cc_number_parse(const cc_lexicon *lexicon, cc_str text, cc_str scale, bool percent,
                          cc_value *ret)
{
    char      plain[CC_MAX_NUMBER_TEXT];
    size_t    len = 0;
    cc_amount a;
    if (!cc_number_plain(text, plain, &len) || !cc_number_plain(CC_S(" "), plain, &len) ||
        !cc_number_plain(scale, plain, &len))
        return CC_WARN;
    cc_str whole = cc_str_trim((cc_str){plain, len});
    if (cc_amount_read(lexicon, whole, &a))
        return value_amount(&a, percent, ret);
    return parse_range(lexicon, whole, percent, ret);
}
