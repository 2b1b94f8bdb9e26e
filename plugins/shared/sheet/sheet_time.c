/* sheet_time.c - points in time as sheets write them: a handful of numbers and names of months. */
#include "shared/sheet/sheet_cell.h"

#include <stdio.h>

enum { MAX_TOKENS = 4, LONGEST_TIME = 32, FIRST_YEAR = 1500, LAST_YEAR = 2199 };

typedef struct token {
    cc_str   text;
    char     kind; /* 'Y' four digits, 'D' one or two, 'm' a month, 'q' 'f' those letters */
    uint32_t number;
} token;

static const char *const MONTHS[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

const char *cc_sheet_month_name(uint32_t month)
{
    return month >= 1 && month <= 12 ? MONTHS[month - 1] : NULL;
}

/* -- Tokens ---------------------------------------------------------------------------------- */

static bool is_word(cc_str text, const char *word)
{
    return text.len == strlen(word) && strncasecmp(text.ptr, word, text.len) == 0;
}

/* "Mar", "Sept", "March"; 0: none. */
static uint32_t month_of(cc_str text)
{
    for (uint32_t i = 0; i < 12; i++)
        if (is_word(text, MONTHS[i]) || (text.len == 3 && strncasecmp(text.ptr, MONTHS[i], 3) == 0))
            return i + 1;
    return is_word(text, "sept") ? 9 : 0;
}

static bool name_token(token *t)
{
    t->number = month_of(t->text);
    if (t->number > 0)
        t->kind = 'm';
    else if (is_word(t->text, "q") || is_word(t->text, "quarter"))
        t->kind = 'q';
    else if (is_word(t->text, "fy") || is_word(t->text, "fiscal") || is_word(t->text, "year"))
        t->kind = 'f';
    else if (is_word(t->text, "m"))
        t->kind = 'M';
    return t->kind != 0;
}

static bool number_token(token *t)
{
    for (size_t i = 0; i < t->text.len && i < 5; i++)
        t->number = t->number * 10 + (uint32_t)(t->text.ptr[i] - '0');
    bool year = t->text.len == 4 && t->number >= FIRST_YEAR && t->number <= LAST_YEAR;
    t->kind   = year ? 'Y' : t->text.len <= 2 ? 'D' : '\0';
    return t->kind != 0;
}

/* "2023p", "2022 (r)": preliminary, revised, estimated, forecast. */
static bool is_mark(cc_str text, size_t at)
{
    bool last = at + 1 == text.len || (at + 2 == text.len && text.ptr[at + 1] == ')');
    return at > 0 && last && strchr("pref", text.ptr[at] | 0x20) != NULL;
}

/* Returns how many; 0: something else stands there. A time of day at the end counts for nothing. */
static size_t split(cc_str text, token *tokens, char *kinds)
{
    size_t n = 0, at = 0, to;
    while (at < text.len) {
        bool letters = cc_sheet_is_letter(text.ptr[at]);
        if (!letters && !cc_sheet_is_digit(text.ptr[at])) {
            if (n == 0 || strchr(" -/.,:'()*", text.ptr[at]) == NULL)
                return 0;
            at++;
            continue;
        }
        if (is_mark(text, at) || (n == 3 && memchr(text.ptr + at, ':', text.len - at) != NULL))
            break;
        for (to = at; to < text.len && (letters ? cc_sheet_is_letter(text.ptr[to])
                                                : cc_sheet_is_digit(text.ptr[to]));)
            to++;
        if (n == MAX_TOKENS)
            return 0;
        tokens[n] = (token){.text = {text.ptr + at, to - at}};
        if (letters ? !name_token(&tokens[n]) : !number_token(&tokens[n]))
            return 0;
        kinds[n] = tokens[n].kind;
        n++;
        at = to;
    }
    kinds[n] = '\0';
    return n;
}

/* -- Patterns -------------------------------------------------------------------------------- */

/* What each token is, by pattern of kinds: y year, Y year of two digits, n month, d day, a and b
 * month and day in either order, q quarter, v month alone, w words. */
static const struct {
    const char *kinds, *parts;
} PATTERNS[] = {
    {"Y", "y"},     {"YDD", "ynd"}, {"DDY", "aby"}, {"YMD", "y-n"}, {"YqD", "y-q"},
    {"qDY", "-qy"}, {"DqY", "q-y"}, {"mY", "ny"},   {"mD", "nY"},   {"Ym", "yn"},
    {"DmY", "dny"}, {"DmD", "dnY"}, {"mDY", "ndy"}, {"Ymd", "ynd"}, {"m", "v"},
    {"qD", "wq"},   {"fY", "w-"},   {"fD", "w-"},   {"ffY", "w--"}, {"YD", "ye"},
};

/* "19" is 2019, "98" is 1998. */
static uint32_t whole_year(uint32_t two_digits)
{
    return two_digits + (two_digits < 50 ? 2000 : 1900);
}

static void take(cc_sheet_time *time, char part, uint32_t n, bool day_first)
{
    switch (part) {
    case 'y': time->year = n; break;
    case 'Y': time->year = whole_year(n); break;
    case 'q': time->quarter = n; break;
    case 'n': time->month = n; break;
    case 'd': time->day = n; break;
    case 'a': *(day_first ? &time->day : &time->month) = n; break;
    case 'b': *(day_first ? &time->month : &time->day) = n; break;
    case 'v':
        time->month = n;
        time->unit  = CC_SHEET_IN_WORDS;
        break;
    case 'w': time->unit = CC_SHEET_IN_WORDS; break;
    default: break;
    }
}

bool cc_sheet_may_be_two_years(const cc_sheet_time *time)
{
    return time->day == 0 && time->month == (time->year + 1) % 100;
}

/* "2018-19" or "2018-07" */
static void take_second(cc_sheet_time *time, const token *second)
{
    time->month = second->number;
    if (second->number > 12 && cc_sheet_may_be_two_years(time))
        time->unit = CC_SHEET_TWO_YEARS;
}

static cc_sheet_unit find_unit(const cc_sheet_time *time, const char *parts)
{
    bool months = strpbrk(parts, "nabe") != NULL, days = strpbrk(parts, "dab") != NULL;
    if (time->unit != CC_SHEET_NO_TIME)
        return time->unit;
    if (strchr(parts, 'q') != NULL)
        return time->quarter >= 1 && time->quarter <= 4 ? CC_SHEET_A_QUARTER : CC_SHEET_NO_TIME;
    if (months && (time->month < 1 || time->month > 12))
        return CC_SHEET_NO_TIME;
    if (days)
        return time->day >= 1 && time->day <= 31 ? CC_SHEET_A_DAY : CC_SHEET_NO_TIME;
    return months ? CC_SHEET_A_MONTH : CC_SHEET_WHOLE_YEAR;
}

cc_sheet_time cc_sheet_time_read(cc_str text, bool day_first)
{
    token         tokens[MAX_TOKENS];
    char          kinds[MAX_TOKENS + 1];
    cc_sheet_time time = {.unit = CC_SHEET_NO_TIME};
    size_t        n    = text.len <= LONGEST_TIME ? split(text, tokens, kinds) : 0;
    for (size_t i = 0; n > 0 && i < sizeof PATTERNS / sizeof *PATTERNS; i++) {
        if (strcmp(PATTERNS[i].kinds, kinds) != 0 ||
            (strcmp(kinds, "YD") == 0 && strchr("-/", text.ptr[4]) == NULL))
            continue;
        for (size_t k = 0; k < n; k++)
            take(&time, PATTERNS[i].parts[k], tokens[k].number, day_first);
        if (strcmp(kinds, "YD") == 0)
            take_second(&time, &tokens[1]);
        time.unit = find_unit(&time, PATTERNS[i].parts);
        return time;
    }
    return time;
}

size_t cc_sheet_time_write(const cc_sheet_time *t, char *out)
{
    const char *month = cc_sheet_month_name(t->month);
    int         n     = 0;
    switch (t->unit) {
    case CC_SHEET_WHOLE_YEAR: n = snprintf(out, CC_SHEET_TIME_BYTES, "%u", t->year); break;
    case CC_SHEET_TWO_YEARS:
        n = snprintf(out, CC_SHEET_TIME_BYTES, "%u-%u", t->year, t->year + 1);
        break;
    case CC_SHEET_A_QUARTER:
        n = snprintf(out, CC_SHEET_TIME_BYTES, "Q%u %u", t->quarter, t->year);
        break;
    case CC_SHEET_A_MONTH: n = snprintf(out, CC_SHEET_TIME_BYTES, "%s %u", month, t->year); break;
    case CC_SHEET_A_DAY:
        n = snprintf(out, CC_SHEET_TIME_BYTES, "%u %s %u", t->day, month, t->year);
        break;
    default: break;
    }
    return (size_t)n;
}
