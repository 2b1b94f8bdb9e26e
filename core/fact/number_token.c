/* number_token.c - one spelling for blanks and dashes, then digits and words of numbers.yaml. */
#include "fact/number_token.h"

enum { MAX_DIGITS = 18, GROUP_DIGITS = 3, MAX_DENOMINATOR_DIGITS = 4 };

/* -- Text: one spelling for blanks and dashes -------------------------------------------------- */

typedef struct spelling {
    const char *from, *to;
} spelling;

static const spelling spellings[] = {
    {"\xC2\xA0", " "},         {"\xE2\x80\xAF", " "},     {"\xE2\x80\x89", " "},
    {"\xE2\x88\x92", "-"},     {"\xE2\x80\x93", "-"},     {"\xE2\x80\x94", "-"},
    {"\xE2\x80\x91", "-"},     {"\xE2\x80\x99", "'"},     {"\xC2\xBD", " 1/2 "},
    {"\xC2\xBC", " 1/4 "},     {"\xC2\xBE", " 3/4 "},     {"\xE2\x85\x93", " 1/3 "},
    {"\xE2\x85\x94", " 2/3 "}, {"\xE2\x85\x9B", " 1/8 "}, {"\xE2\x85\x99", " 1/6 "},
};

/* The bytes of `s` that `*ret_to` stands for. */
static size_t respell(cc_str s, cc_str *ret_to)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        cc_str from = cc_str_z(spellings[i].from);
        if (cc_str_starts(s, from)) {
            *ret_to = cc_str_z(spellings[i].to);
            return from.len;
        }
    }
    *ret_to = cc_str_sub(s, 0, 1);
    return 1;
}

bool cc_number_plain(cc_str s, char *buffer, size_t *len)
{
    cc_str to;
    for (size_t at = 0; at < s.len;) {
        at += respell(cc_str_sub(s, at, s.len - at), &to);
        if (*len + to.len > CC_MAX_NUMBER_TEXT)
            return false;
        for (size_t i = 0; i < to.len; i++)
            buffer[(*len)++] = cc_is_blank(to.ptr[i]) ? ' ' : cc_lower(to.ptr[i]);
    }
    return true;
}

/* -- Tokens ------------------------------------------------------------------------------------ */

static size_t count_digits(cc_str s, size_t at)
{
    size_t from = at;
    while (at < s.len && cc_is_digit(s.ptr[at]))
        at++;
    return at - from;
}

/* Appends digits to *n; false: more than 18 in all. */
static bool take_digits(cc_str s, size_t at, size_t len, size_t *taken, int64_t *n)
{
    *taken += len;
    if (*taken > MAX_DIGITS)
        return false;
    for (size_t i = 0; i < len; i++)
        *n = *n * 10 + (s.ptr[at + i] - '0');
    return true;
}

static bool is_group_mark(char c)
{
    return c == ',' || c == ' ' || c == '\'';
}

/* "1,250.5", ".5": groups of three after one mark. Moves *at past it. */
static bool read_digits(cc_str s, size_t *at, cc_number_token *ret)
{
    size_t len = count_digits(s, *at), taken = 0;
    char   mark = *at + len < s.len && is_group_mark(s.ptr[*at + len]) ? s.ptr[*at + len] : 0;
    if (!take_digits(s, *at, len, &taken, &ret->n))
        return false;
    *at += len;
    bool grouped = len >= 1 && len <= GROUP_DIGITS;
    while (mark != 0 && grouped && *at < s.len && s.ptr[*at] == mark &&
           count_digits(s, *at + 1) == GROUP_DIGITS) {
        if (!take_digits(s, *at + 1, GROUP_DIGITS, &taken, &ret->n))
            return false;
        *at += GROUP_DIGITS + 1;
    }
    if (*at + 1 < s.len && s.ptr[*at] == '.' && cc_is_digit(s.ptr[*at + 1])) {
        len = count_digits(s, *at + 1);
        if (!take_digits(s, *at + 1, len, &taken, &ret->n))
            return false;
        ret->decimals = (int32_t)len;
        *at += len + 1;
    }
    ret->kind = CC_NUMBER_DIGITS;
    return true;
}

/* "1/2", once its first number was read as digits. */
static bool read_ratio(cc_str s, size_t *at, cc_number_token *ret)
{
    size_t len = count_digits(s, *at + 1), taken = 0;
    if (ret->decimals != 0 || len == 0 || len > MAX_DENOMINATOR_DIGITS ||
        !take_digits(s, *at + 1, len, &taken, &ret->den) || ret->den == 0)
        return false;
    *at += len + 1;
    ret->kind = CC_NUMBER_RATIO;
    return true;
}

static cc_number_kind find_kind(cc_str section, cc_str value)
{
    static const struct {
        const char    *name;
        cc_number_kind kind;
    } kinds[]   = {{"small", CC_NUMBER_SMALL},       {"hundred", CC_NUMBER_HUNDRED},
                   {"scale", CC_NUMBER_SCALE},       {"dozen", CC_NUMBER_DOZEN},
                   {"fraction", CC_NUMBER_FRACTION}, {"and", CC_NUMBER_AND},
                   {"a", CC_NUMBER_ARTICLE},         {"of", CC_NUMBER_OF},
                   {"point", CC_NUMBER_POINT},       {"minus", CC_NUMBER_MINUS}};
    cc_str name = cc_str_eq(section, CC_S("link")) ? value : section;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (cc_str_eq(name, cc_str_z(kinds[i].name)))
            return kinds[i].kind;
    return CC_NUMBER_END;
}

static bool read_word(const cc_lexicon *lexicon, cc_str s, size_t *at, cc_number_token *ret)
{
    size_t from = *at;
    cc_str section;
    cc_dec n = {0, 0};
    while (*at < s.len && cc_is_alpha(s.ptr[*at]))
        (*at)++;
    cc_str word  = cc_str_sub(s, from, *at - from);
    cc_str value = cc_lexicon_find(lexicon, CC_S("numbers"), word, &section);
    if (value.len == 0)
        return false;
    ret->kind = find_kind(section, value);
    if (cc_dec_parse(value, &n) == CC_OK)
        ret->n = n.exp10 == 1 ? n.mant * 10 : n.mant;
    ret->den = ret->n;
    return ret->kind != CC_NUMBER_END;
}

static bool read_token(const cc_lexicon *lexicon, cc_str s, size_t *at, cc_number_token *ret)
{
    char c     = s.ptr[*at];
    bool point = c == '.' && count_digits(s, *at + 1) > 0;
    if (!cc_is_digit(c) && !point)
        return cc_is_alpha(c) && read_word(lexicon, s, at, ret);
    if (!read_digits(s, at, ret))
        return false;
    return *at >= s.len || s.ptr[*at] != '/' || read_ratio(s, at, ret);
}

bool cc_number_tokenize(const cc_lexicon *lexicon, cc_str plain, cc_number_tokens *ret)
{
    memset(ret, 0, sizeof *ret);
    for (size_t at = 0; at < plain.len;) {
        cc_number_token *next = &ret->at[ret->n];
        char             c    = plain.ptr[at];
        if (ret->n == CC_MAX_NUMBER_TOKENS)
            return false;
        if (c == ' ' || c == '+' || c == '-') {
            next->kind = c == '-' && ret->n == 0 ? CC_NUMBER_MINUS : CC_NUMBER_END;
            ret->n += next->kind == CC_NUMBER_MINUS;
            at++;
        } else if (read_token(lexicon, plain, &at, next)) {
            ret->n++;
        } else {
            return false;
        }
    }
    return ret->n > 0;
}
