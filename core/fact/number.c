/* number.c - the number grammar: text becomes tokens, tokens an amount, an amount a value.
 *
 *   number   = [sign] amount ["and"] [fraction] {scale}
 *   amount   = digits ["hundred"] | words | "a"
 *   words    = {below-hundred ["hundred" ["and"]]} {scale words ...}, scales falling
 *   fraction = [amount | "a"] denominator | digits "/" digits | ½
 *   range    = number ("to" | "-" | "and") number */
#include "fact/number.h"

#include "fact/number_token.h"

enum { FRACTION_DECIMALS = 12, MAX_FRACTION_TOP = 999999 };

typedef struct parser {
    const cc_lexicon *lexicon;
    cc_number_tokens  tokens;
    size_t            at;
} parser;

/* A number before it becomes a value. */
typedef struct amount {
    int64_t n; /* times 10^-decimals */
    int32_t decimals;
    int64_t top, den; /* a fraction beside it; den 0: none */
    int32_t scale10;
    int64_t times; /* 12: dozens; else 1 */
    bool    words, minus;
} amount;

/* -- From tokens to an amount ------------------------------------------------------------------ */

static const cc_number_token *peek(const parser *p, size_t ahead)
{
    size_t at = p->at + ahead;
    return &p->tokens.at[at < p->tokens.n ? at : p->tokens.n];
}

static bool accept(parser *p, cc_number_kind kind)
{
    if (peek(p, 0)->kind != kind)
        return false;
    p->at++;
    return true;
}

/* "and" before what goes on with the same number: "three hundred and five". */
static void skip_and(parser *p)
{
    cc_number_kind next = peek(p, 1)->kind, after = peek(p, 2)->kind;
    if (peek(p, 0)->kind == CC_NUMBER_AND && next == CC_NUMBER_SMALL && after != CC_NUMBER_FRACTION)
        p->at++;
}

static bool add_small(const cc_number_token *t, int64_t *below1000)
{
    int64_t tens = *below1000 % 100;
    bool    fits = tens == 0 || (tens >= 20 && tens % 10 == 0 && t->n >= 1 && t->n <= 9);
    if (!fits || (*below1000 > 0 && t->n == 0))
        return false;
    *below1000 += t->n;
    return true;
}

/* "three hundred and five", 1 to 9,999 ("twenty-five hundred"). */
static bool read_below_thousand(parser *p, int64_t *ret)
{
    size_t from = p->at;
    *ret        = 0;
    if (accept(p, CC_NUMBER_ARTICLE))
        *ret = 1;
    while (*ret == 0 || p->tokens.at[from].kind != CC_NUMBER_ARTICLE) {
        if (peek(p, 0)->kind != CC_NUMBER_SMALL || !add_small(peek(p, 0), ret))
            break;
        p->at++;
    }
    if (peek(p, 0)->kind == CC_NUMBER_HUNDRED && *ret < 100) {
        p->at++;
        *ret = (*ret == 0 ? 1 : *ret) * 100;
        skip_and(p);
        while (peek(p, 0)->kind == CC_NUMBER_SMALL && add_small(peek(p, 0), ret))
            p->at++;
    }
    return p->at > from;
}

static int64_t power10(int64_t exp10)
{
    int64_t n = 1;
    while (exp10-- > 0)
        n *= 10;
    return n;
}

/* Whole numbers in words; the last scale word stays apart: it says how exact the number is. */
static bool read_words(parser *p, amount *ret)
{
    int64_t part, last = 13;
    size_t  from = p->at;
    ret->words   = true;
    for (;;) {
        size_t before = p->at;
        if (from != before)
            skip_and(p);
        if (!read_below_thousand(p, &part)) {
            if (from != before || peek(p, 0)->kind != CC_NUMBER_SCALE)
                break;
            part = 1;
        }
        int64_t scale = peek(p, 0)->kind == CC_NUMBER_SCALE ? peek(p, 0)->n : 0;
        if (scale >= last || part >= 1000000)
            return false;
        ret->n       = ret->n * power10(from == before ? 0 : last - scale) + part;
        ret->scale10 = (int32_t)scale;
        last         = scale;
        p->at += scale != 0;
        if (scale == 0)
            break;
    }
    return p->at > from;
}

/* "two point five": the digits one by one. */
static bool read_point(parser *p, amount *ret)
{
    if (ret->scale10 != 0)
        return false;
    while (peek(p, 0)->kind == CC_NUMBER_SMALL) {
        if (peek(p, 0)->n > 9 || ret->decimals == 9)
            return false;
        ret->n = ret->n * 10 + peek(p, 0)->n;
        ret->decimals++;
        p->at++;
    }
    return ret->decimals > 0;
}

/* A denominator after what was read, or "and a half", "1/2" beside it. false: no number. */
static bool read_fraction(parser *p, amount *ret, bool whole)
{
    bool and = accept(p, CC_NUMBER_AND);
    if (peek(p, 0)->kind == CC_NUMBER_RATIO && ret->scale10 == 0 && ret->decimals == 0) {
        ret->top = peek(p, 0)->n;
        ret->den = peek(p, 0)->den;
        p->at++;
        return ret->top <= MAX_FRACTION_TOP;
    }
    if (and) {
        ret->top = peek(p, 0)->kind == CC_NUMBER_ARTICLE ? 1 : peek(p, 0)->n;
        if (peek(p, 0)->kind != CC_NUMBER_ARTICLE && peek(p, 0)->kind != CC_NUMBER_SMALL)
            return false;
        p->at++;
    } else if (peek(p, 0)->kind == CC_NUMBER_FRACTION) {
        ret->top = whole ? ret->n : 1;
        ret->n   = 0;
    }
    if (peek(p, 0)->kind != CC_NUMBER_FRACTION)
        return !and;
    ret->den   = peek(p, 0)->den;
    ret->words = true;
    p->at++;
    return ret->scale10 == 0 && ret->decimals == 0 && ret->top <= MAX_FRACTION_TOP;
}

/* "million", "hundred thousand", "dozen", and "a" or "of a" after a fraction. */
static bool read_scale(parser *p, amount *ret)
{
    if (ret->den != 0) {
        size_t skip = peek(p, 0)->kind == CC_NUMBER_OF;
        if (peek(p, skip)->kind == CC_NUMBER_ARTICLE)
            p->at += skip + 1;
    }
    if (!ret->words && accept(p, CC_NUMBER_HUNDRED))
        ret->scale10 += 2;
    if (peek(p, 0)->kind == CC_NUMBER_SCALE && (ret->scale10 <= 2 || !ret->words)) {
        ret->scale10 += (int32_t)peek(p, 0)->n;
        p->at++;
    }
    if (peek(p, 0)->kind == CC_NUMBER_DOZEN && ret->scale10 == 0 && ret->n < 100) {
        ret->times = peek(p, 0)->n;
        p->at++;
    }
    return p->at == p->tokens.n;
}

static bool read_amount(parser *p, amount *ret)
{
    *ret       = (amount){.times = 1};
    ret->minus = accept(p, CC_NUMBER_MINUS);
    bool whole = false;
    if (peek(p, 0)->kind == CC_NUMBER_DIGITS) {
        ret->n        = peek(p, 0)->n;
        ret->decimals = peek(p, 0)->decimals;
        whole         = true;
        p->at++;
    } else if (peek(p, 0)->kind != CC_NUMBER_FRACTION && peek(p, 0)->kind != CC_NUMBER_RATIO) {
        whole = read_words(p, ret);
        if (!whole || (accept(p, CC_NUMBER_POINT) && !read_point(p, ret)))
            return false;
    }
    return read_fraction(p, ret, whole) && read_scale(p, ret);
}

/* -- From an amount to a value ----------------------------------------------------------------- */

__extension__ typedef __int128 wide;

/* top/den to twelve decimals, rounded. */
static cc_dec divide(int64_t top, int64_t den)
{
    wide scaled = (wide)top * power10(FRACTION_DECIMALS);
    return cc_dec_norm((cc_dec){(int64_t)((scaled + den / 2) / den), -FRACTION_DECIMALS});
}

/* A fraction is as exact as a tenth of its denominator. */
static cc_status value_fraction(const amount *a, cc_value *ret)
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

static cc_status value_amount(const amount *a, bool percent, cc_value *ret)
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

/* "a", "million": words of a number that are none by themselves. */
static bool is_bare(const cc_number_tokens *tokens)
{
    cc_number_kind last = tokens->at[tokens->n - 1].kind;
    bool           unit = last == CC_NUMBER_SCALE || last == CC_NUMBER_HUNDRED;
    return last == CC_NUMBER_ARTICLE || (tokens->n == 1 && unit);
}

static bool parse_amount(parser *p, cc_str text, amount *ret)
{
    p->at = 0;
    return cc_number_tokenize(p->lexicon, cc_str_trim(text), &p->tokens) && !is_bare(&p->tokens) &&
           read_amount(p, ret);
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

static cc_status value_range(const amount *first, const amount *second, bool percent, cc_value *ret)
{
    cc_value low, high, reached;
    amount   scaled = *first;
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

static cc_status parse_range(parser *p, cc_str text, bool percent, cc_value *ret)
{
    amount first, second;
    for (size_t at = 1; at < text.len; at++) {
        size_t joint = joint_len(text, at), after = at + joint;
        if (joint != 0 && after < text.len && parse_amount(p, cc_str_sub(text, 0, at), &first) &&
            parse_amount(p, cc_str_sub(text, after, text.len - after), &second))
            return value_range(&first, &second, percent, ret);
    }
    return CC_WARN;
}

cc_status cc_number_parse(const cc_lexicon *lexicon, cc_str text, cc_str scale, bool percent,
                          cc_value *ret)
{
    char   plain[CC_MAX_NUMBER_TEXT];
    size_t len = 0;
    parser p   = {.lexicon = lexicon};
    amount a;
    if (!cc_number_plain(text, plain, &len) || !cc_number_plain(CC_S(" "), plain, &len) ||
        !cc_number_plain(scale, plain, &len))
        return CC_WARN;
    cc_str whole = cc_str_trim((cc_str){plain, len});
    if (parse_amount(&p, whole, &a))
        return value_amount(&a, percent, ret);
    return parse_range(&p, whole, percent, ret);
}
