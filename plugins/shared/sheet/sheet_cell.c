/* sheet_cell.c - figures and gaps are told by their bytes alone. */
#include "shared/sheet/sheet_cell.h"

enum { LONGEST_FIGURE = 48, MOST_LETTERS = 3 };

static bool is_missing(cc_str text)
{
    static const char *const none[] = {"-",   "--",   "---",    "\u2013", "\u2014", "\u2212", ".",
                                       "..",  "...",  "\u2026", "n/a",    "n.a",    "n.a.",   "na",
                                       "nan", "null", "#n/a",   "(d)",    "(x)",    "(na)",   "(s)",
                                       "(z)", "*",    "**",     ":",      "nd",     "nil",    NULL};
    return cc_sheet_is_any(text, none);
}

static size_t skip_signs(cc_str text)
{
    size_t at = 0;
    while (at < text.len && (strchr("+-(<>~$ ", text.ptr[at]) != NULL || text.ptr[at] < 0))
        at++;
    return at;
}

/* "$1,234.5", "(3.2)%", "1 234", "1.2e+05", "12.5 km", "4.9 million", "1,234 (r)": digits and
 * separators, then three letters at most or a word of scale. */
static bool is_number(cc_str text, bool decimal_comma)
{
    size_t at = skip_signs(text), letters = 0;
    if (at + 1 < text.len && strncasecmp(text.ptr, "US$", 3) == 0)
        at = 3;
    at += !decimal_comma && at + 1 < text.len && text.ptr[at] == '.';
    if (text.len > LONGEST_FIGURE || at == text.len || !cc_sheet_is_digit(text.ptr[at]))
        return false;
    while (at < text.len && (cc_sheet_is_digit(text.ptr[at]) ||
                             strchr(".,' ", text.ptr[at]) != NULL || text.ptr[at] < 0))
        at++;
    cc_str rest = {text.ptr + at, text.len - at};
    for (size_t i = 0; i < rest.len; i++)
        letters += cc_sheet_is_letter(rest.ptr[i]);
    if (rest.len > 1 && (rest.ptr[0] == '-' || rest.ptr[0] == '/'))
        return false;
    return rest.len == 0 || (rest.ptr[0] != '+' && letters <= MOST_LETTERS) ||
           (rest.len >= 7 && strncasecmp(rest.ptr + 1, "illion", 6) == 0) ||
           (rest.len >= 8 && strncasecmp(rest.ptr, "thousand", 8) == 0);
}

cc_sheet_says cc_sheet_judge(cc_str text, bool decimal_comma)
{
    if (text.len == 0)
        return CC_SHEET_NOTHING;
    if (is_missing(text))
        return CC_SHEET_MISSING;
    cc_sheet_time time = cc_sheet_time_read(text, false);
    if (time.unit == CC_SHEET_NO_TIME)
        time = cc_sheet_time_read(text, true);
    if (time.unit != CC_SHEET_NO_TIME)
        return time.unit == CC_SHEET_WHOLE_YEAR ? CC_SHEET_YEAR : CC_SHEET_TIME;
    return is_number(text, decimal_comma) ? CC_SHEET_NUMBER : CC_SHEET_WORDS;
}

bool cc_sheet_is_like_year(cc_str text)
{
    size_t digits = 0;
    while (digits < text.len && cc_sheet_is_digit(text.ptr[digits]))
        digits++;
    return digits == 4 && (text.len == 4 || text.ptr[4] == '.') &&
           memcmp(text.ptr, "1000", 4) >= 0 && memcmp(text.ptr, "2200", 4) < 0;
}
