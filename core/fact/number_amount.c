/* number_amount.c - the number grammar up to the amount: what the tokens of a number say.
 *
 *   number   = [sign] amount ["and"] [fraction] {scale} ["and" fraction [scale]]
 *   amount   = digits ["hundred"] | words | "a"
 *   words    = {below-hundred ["hundred" ["and"]]} {scale words ...}, scales falling; a part
 *              below a thousand may be in digits
 *   fraction = [amount | "a"] denominator | digits "/" digits | ½
 *
 * "and" before a proper fraction joins it to a whole ("two hundred and fifty-four hundredths" is
 * 200.54); before any other one it is inside the count ("one hundred and thirty fifths" is 26). */
#include "fact/number_amount.h"

#include "fact/number_token.h"

enum { MAX_FRACTION = 999999, MAX_LOWER_SCALE = 5 };

typedef struct parser {
    cc_number_tokens tokens;
    size_t           at;
    int64_t          after_and; /* "54" of "two hundred and fifty-four"; 0: none */
} parser;

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
    bool           goes_on = next == CC_NUMBER_SMALL || next == CC_NUMBER_DIGITS;
    if (peek(p, 0)->kind == CC_NUMBER_AND && goes_on && after != CC_NUMBER_FRACTION)
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

static bool is_tens(const cc_number_token *t)
{
    return t->kind == CC_NUMBER_SMALL && t->n >= 20 && t->n % 10 == 0;
}

/* "twenty" of "three twenty-fifths", which the denominator takes; "and" binds it to the top. */
static bool starts_denominator(const parser *p, size_t from)
{
    const cc_number_token *next = peek(p, 1);
    return is_tens(peek(p, 0)) && next->kind == CC_NUMBER_FRACTION && next->den < 10 &&
           p->at > from && p->tokens.at[p->at - 1].kind != CC_NUMBER_AND;
}

/* Words or digits below `limit`. */
static void read_small(parser *p, size_t from, int64_t limit, int64_t *below1000)
{
    const cc_number_token *t = peek(p, 0);
    if (t->kind == CC_NUMBER_DIGITS && t->decimals == 0 && t->n > 0 && t->n < limit) {
        *below1000 += t->n;
        p->at++;
        return;
    }
    while (peek(p, 0)->kind == CC_NUMBER_SMALL && !starts_denominator(p, from) &&
           add_small(peek(p, 0), below1000))
        p->at++;
}

/* "three hundred and five", 1 to 9,999 ("twenty-five hundred"). */
static bool read_below_thousand(parser *p, int64_t *ret)
{
    size_t from = p->at;
    *ret        = 0;
    if (accept(p, CC_NUMBER_ARTICLE))
        *ret = 1;
    else
        read_small(p, from, 1000, ret);
    if (peek(p, 0)->kind == CC_NUMBER_HUNDRED && *ret < 100) {
        p->at++;
        *ret           = (*ret == 0 ? 1 : *ret) * 100;
        int64_t before = *ret;
        size_t  and_at = p->at;
        skip_and(p);
        bool joined = p->at > and_at;
        read_small(p, from, 100, ret);
        p->after_and = joined ? *ret - before : 0;
    }
    return p->at > from;
}

int64_t cc_power10(int64_t exp10)
{
    int64_t n = 1;
    while (exp10-- > 0)
        n *= 10;
    return n;
}

/* Whole numbers in words; the last scale word stays apart: it says how exact the number is. */
static bool read_words(parser *p, cc_amount *ret)
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
        ret->n       = ret->n * cc_power10(from == before ? 0 : last - scale) + part;
        ret->scale10 = (int32_t)scale;
        last         = scale;
        p->at += scale != 0;
        if (scale == 0)
            break;
    }
    return p->at > from;
}

/* "two point five": the digits one by one, or "point seventy-one". */
static bool read_point(parser *p, cc_amount *ret)
{
    int64_t two = 0;
    if (ret->scale10 != 0)
        return false;
    if (peek(p, 0)->kind == CC_NUMBER_SMALL && peek(p, 0)->n > 9) {
        read_small(p, p->at, 100, &two);
        ret->n        = ret->n * 100 + two;
        ret->decimals = 2;
        return true;
    }
    while (peek(p, 0)->kind == CC_NUMBER_SMALL) {
        if (peek(p, 0)->n > 9 || ret->decimals == 9)
            return false;
        ret->n = ret->n * 10 + peek(p, 0)->n;
        ret->decimals++;
        p->at++;
    }
    return ret->decimals > 0;
}

/* "thirds", "twenty-fifths", "over three"; 0: none. */
static int64_t read_denominator(parser *p)
{
    int64_t                below;
    const cc_number_token *t = peek(p, 0), *next = peek(p, 1);
    size_t                 from = p->at;
    if (accept(p, CC_NUMBER_OVER) && read_below_thousand(p, &below) && below > 0)
        return below;
    p->at       = from;
    bool joined = is_tens(t) && next->kind == CC_NUMBER_FRACTION && next->den < 10;
    if (!joined && (t->kind != CC_NUMBER_FRACTION || t->den == 1))
        return 0;
    p->at += joined ? 2 : 1;
    return joined ? t->n + next->den : t->den;
}

/* The whole and the top that the words before the denominator are. */
static void split_top(int64_t after_and, cc_amount *ret)
{
    bool mixed   = ret->scale10 == 0 && after_and > 0 && after_and < ret->den;
    ret->top     = mixed ? after_and : ret->n * cc_power10(ret->scale10);
    ret->n       = mixed ? ret->n - after_and : 0;
    ret->scale10 = 0;
}

/* A denominator after what was read, or "and a half", "1/2" beside it. false: no number. */
static bool read_fraction(parser *p, cc_amount *ret, bool whole)
{
    int64_t after_and = p->after_and;
    bool          and = accept(p, CC_NUMBER_AND);
    if (peek(p, 0)->kind == CC_NUMBER_RATIO && ret->scale10 == 0 && ret->decimals == 0) {
        ret->top = peek(p, 0)->n;
        ret->den = peek(p, 0)->den;
        p->at++;
        return ret->top <= MAX_FRACTION;
    }
    if (and&&!read_below_thousand(p, &ret->top))
        return false;
    ret->den = read_denominator(p);
    if (ret->den == 0)
        return !and;
    bool hundreds = ret->words && ret->n >= 100 && ret->n % 100 == 0 && ret->scale10 == 0;
    if (and&&hundreds && ret->top >= ret->den) {
        ret->top += ret->n;
        ret->n = 0;
    }
    ret->words = true;
    if (and)
        return ret->decimals == 0;
    ret->top = 1;
    if (whole)
        split_top(after_and, ret);
    return ret->decimals == 0 && ret->top / ret->den <= MAX_FRACTION;
}

/* "of a", "a", "of one" between a fraction and what it is a part of. */
static void skip_of(parser *p)
{
    size_t                 skip = peek(p, 0)->kind == CC_NUMBER_OF;
    const cc_number_token *t    = peek(p, skip);
    bool one = (t->kind == CC_NUMBER_SMALL || t->kind == CC_NUMBER_DIGITS) && t->n == 1 && skip;
    if (t->kind == CC_NUMBER_ARTICLE || one)
        p->at += skip + 1;
    else if (skip && p->at + 1 == p->tokens.n)
        p->at++;
}

/* "million", "hundred thousand", "lakh crore", "dozen". */
static void read_scale(parser *p, cc_amount *ret)
{
    if (ret->den != 0)
        skip_of(p);
    if (!ret->words && accept(p, CC_NUMBER_HUNDRED))
        ret->scale10 += 2;
    while (peek(p, 0)->kind == CC_NUMBER_SCALE && ret->scale10 <= MAX_LOWER_SCALE) {
        ret->scale10 += (int32_t)peek(p, 0)->n;
        p->at++;
    }
    if (peek(p, 0)->kind == CC_NUMBER_DOZEN && ret->scale10 == 0 && ret->n < 100) {
        ret->times = peek(p, 0)->n;
        p->at++;
    }
}

/* "a million and a half", "one billion and a half million". */
static bool read_scaled_fraction(parser *p, cc_amount *ret)
{
    if (ret->scale10 == 0 || ret->den != 0 || peek(p, 0)->kind != CC_NUMBER_AND ||
        !read_fraction(p, ret, true))
        return false;
    int64_t below = ret->scale10 - peek(p, 0)->n;
    if (peek(p, 0)->kind == CC_NUMBER_SCALE && below > 0 && ret->n < 1000000) {
        ret->n *= cc_power10(below);
        ret->scale10 -= (int32_t)below;
        p->at++;
    }
    return true;
}

static bool read_plain(parser *p, cc_amount *ret)
{
    bool whole = false;
    *ret       = (cc_amount){.times = 1};
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
    bool scaled = ret->scale10 != 0 && peek(p, 0)->kind == CC_NUMBER_AND;
    if (!scaled && !read_fraction(p, ret, whole))
        return false;
    read_scale(p, ret);
    return p->at == p->tokens.n || (read_scaled_fraction(p, ret) && p->at == p->tokens.n);
}

/* "3 hundred and 21", "5 crore 20 lakh". */
static bool read_mixed(parser *p, cc_amount *ret)
{
    *ret = (cc_amount){.times = 1};
    return read_words(p, ret) && p->at == p->tokens.n;
}

static bool read_amount(parser *p, cc_amount *ret)
{
    bool   minus = accept(p, CC_NUMBER_MINUS);
    size_t from  = p->at;
    if (!read_plain(p, ret)) {
        p->at = from;
        if (!read_mixed(p, ret))
            return false;
    }
    ret->minus = minus;
    return true;
}

/* "a", "million": words of a number that are none by themselves. */
static bool is_bare(const cc_number_tokens *tokens)
{
    const cc_number_token *last = &tokens->at[tokens->n - 1];
    bool                   unit = last->kind == CC_NUMBER_SCALE || last->kind == CC_NUMBER_HUNDRED;
    bool                   part =
        tokens->n > 1 && (last[-1].kind == CC_NUMBER_FRACTION || last[-1].kind == CC_NUMBER_OF);
    return (last->kind == CC_NUMBER_ARTICLE && !part) || (tokens->n == 1 && unit);
}

bool cc_amount_read(const cc_lexicon *lexicon, cc_str plain, cc_amount *ret)
{
    parser p = {.at = 0};
    return cc_number_tokenize(lexicon, cc_str_trim(plain), &p.tokens) && !is_bare(&p.tokens) &&
           read_amount(&p, ret);
}
