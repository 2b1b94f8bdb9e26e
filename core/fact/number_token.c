/* number_token.c - one spelling for blanks and dashes, then digits and words of numbers.yaml. */
#include "fact/number_token.h"

enum { MAX_DIGITS = 18, MAX_GROUP_LEAD = 3, MAX_DENOMINATOR_DIGITS = 6, MAX_POWER_DIGITS = 3 };

/* Of what a power comes to; its exponent, and that of the result. */
enum { POWER_DIGITS = 15, MAX_POWER = 30 };
#define POWER_LIMIT 1000000000000000

__extension__ typedef __int128 wide;

/* -- Text: one spelling for blanks and dashes -------------------------------------------------- */

typedef struct spelling {
    const char *from, *to;
} spelling;

static const spelling spellings[] = {
    {"\xC2\xA0", " "},
    {"\xE2\x80\xAF", " "},
    {"\xE2\x80\x89", " "},
    {"−", "-"},
    {"–", "-"},
    {"—", "-"},
    {"‑", "-"},
    {"’", "'"},
    {"×", "x"},
    {"⁄", "/"},
    {"½", " 1/2 "},
    {"¼", " 1/4 "},
    {"¾", " 3/4 "},
    {"⅓", " 1/3 "},
    {"⅔", " 2/3 "},
    {"⅕", " 1/5 "},
    {"⅖", " 2/5 "},
    {"⅗", " 3/5 "},
    {"⅘", " 4/5 "},
    {"⅙", " 1/6 "},
    {"⅚", " 5/6 "},
    {"⅛", " 1/8 "},
    {"⅜", " 3/8 "},
    {"⅝", " 5/8 "},
    {"⅞", " 7/8 "},
    {"⁻", "^-"},
    {"⁰", "^0"},
    {"¹", "^1"},
    {"²", "^2"},
    {"³", "^3"},
    {"⁴", "^4"},
    {"⁵", "^5"},
    {"⁶", "^6"},
    {"⁷", "^7"},
    {"⁸", "^8"},
    {"⁹", "^9"},
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

/* Appends the digits of so many bytes to *n; false: more than 18 in all. */
static bool take_digits(cc_str s, size_t at, size_t len, size_t *taken, int64_t *n)
{
    for (size_t end = at + len; at < end; at++) {
        if (!cc_is_digit(s.ptr[at]))
            continue;
        if (++*taken > MAX_DIGITS)
            return false;
        *n = *n * 10 + (s.ptr[at] - '0');
    }
    return true;
}

/* The bytes of the groups at `at`: so many digits each, after a mark. */
static size_t count_groups(cc_str s, size_t at, char mark, size_t digits)
{
    size_t from = at;
    while (at < s.len && s.ptr[at] == mark && count_digits(s, at + 1) == digits)
        at += digits + 1;
    return at - from;
}

/* "1.234,56": groups and decimals can be told apart. */
static bool has_decimal_comma(cc_str s, size_t at)
{
    size_t decimals = count_digits(s, at + 1);
    return at < s.len && s.ptr[at] == ',' && (decimals == 1 || decimals == 2);
}

/* The bytes of the groups behind `lead` digits: of three after one mark, or of two and then three
 * ("1,23,456"). *ret_point is the decimal sign that goes with them. */
static size_t find_groups(cc_str s, size_t at, size_t lead, char *ret_point)
{
    char mark  = at < s.len ? s.ptr[at] : '\0';
    *ret_point = '.';
    if (lead == 0 || lead > MAX_GROUP_LEAD || mark == '\0' || strchr(", '.", mark) == NULL)
        return 0;
    size_t pairs = mark == ',' && lead < MAX_GROUP_LEAD ? count_groups(s, at, ',', 2) : 0;
    size_t whole = pairs + count_groups(s, at + pairs, mark, 3);
    if (mark == '.') {
        *ret_point = whole > 0 && has_decimal_comma(s, at + whole) ? ',' : '.';
        return *ret_point == ',' ? whole : 0;
    }
    return pairs == 0 || whole == pairs + 4 ? whole : 0;
}

/* "^6", "-6", "6": where it ends; `at` itself where there is none. */
static size_t read_power(cc_str s, size_t at, int32_t *ret)
{
    size_t  from = at, digits = 0;
    bool    minus = false;
    int32_t n     = 0;
    for (; at < s.len && digits < MAX_POWER_DIGITS; at++) {
        char c = s.ptr[at];
        if (cc_is_digit(c))
            n = n * 10 + (c - '0'), digits++;
        else if (c == '-' && digits == 0)
            minus = true;
        else if (c != '^' && (c != '+' || digits > 0))
            break;
    }
    *ret = minus ? -n : n;
    return digits == 0 ? from : at;
}

/* At most POWER_DIGITS digits, and no noughts at the end. */
static wide shorten(wide n, int32_t *decimals)
{
    for (; n >= POWER_LIMIT || (n != 0 && n % 10 == 0); n = (n + 5) / 10)
        --*decimals;
    return n;
}

/* "1.1^23", "2.5^-1". false: nought, or a power that is out of reach. */
static bool raise_power(int32_t power, cc_number_token *ret)
{
    wide    n = 1, one = (wide)POWER_LIMIT * POWER_LIMIT;
    int32_t decimals = 0, times = power < 0 ? -power : power;
    if (ret->n == 0 || times > MAX_POWER)
        return false;
    for (; times > 0; times--) {
        decimals += ret->decimals;
        n = shorten(n * ret->n, &decimals);
    }
    if (power < 0) {
        decimals = 2 * POWER_DIGITS - decimals;
        n        = shorten(one / n, &decimals);
    }
    ret->n        = (int64_t)n;
    ret->decimals = decimals;
    return decimals >= -MAX_POWER && decimals <= MAX_POWER;
}

/* "e6", "x10^6" after digits, "10^6", and any other power. */
static bool apply_power(cc_str s, size_t *at, cc_number_token *ret)
{
    static const char *const marks[] = {"e", "x10", "x 10", " x 10", "^"};
    cc_str                   rest    = cc_str_sub(s, *at, s.len - *at);
    bool                     ten     = ret->n == 10 && ret->decimals == 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        int32_t power;
        size_t  from = *at + strlen(marks[i]);
        if (!cc_str_starts(rest, cc_str_z(marks[i])))
            continue;
        size_t end = read_power(s, from, &power);
        if (end == from)
            continue;
        *at = end;
        if (marks[i][0] == '^' && !ten)
            return raise_power(power, ret);
        ret->n = marks[i][0] == '^' ? 1 : ret->n;
        ret->decimals -= power;
        return true;
    }
    return true;
}

/* "1,250.5", ".5", "1.3e6". Moves *at past it. */
static bool read_digits(cc_str s, size_t *at, cc_number_token *ret)
{
    char   point;
    size_t lead = count_digits(s, *at), taken = 0;
    size_t len = lead + find_groups(s, *at + lead, lead, &point);
    if (!take_digits(s, *at, len, &taken, &ret->n))
        return false;
    *at += len;
    len = *at < s.len && s.ptr[*at] == point ? count_digits(s, *at + 1) : 0;
    if (len > 0) {
        if (!take_digits(s, *at + 1, len, &taken, &ret->n))
            return false;
        ret->decimals = (int32_t)len;
        *at += len + 1;
    }
    ret->kind = CC_NUMBER_DIGITS;
    return apply_power(s, at, ret);
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
                   {"over", CC_NUMBER_OVER},         {"point", CC_NUMBER_POINT},
                   {"minus", CC_NUMBER_MINUS}};
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
        for (ret->n = n.mant; n.exp10 > 0; n.exp10--)
            ret->n *= 10;
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
