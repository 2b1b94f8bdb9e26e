/* xlsx_format.c - number formats: sections by sign, placeholders, words around them. */
#include "xlsx_format.h"

#include "xlsx_decimal.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    MOST_SECTIONS = 4,
    MOST_WORDS    = 40, /* bytes before or behind the digits */
    MOST_DECIMALS = 20,
    MOST_WHOLE    = 40, /* digits: what is larger is shown with an exponent */
};

/* What one section of a format asks for. */
typedef struct number_section {
    cc_str  text;
    char    before[MOST_WORDS], behind[MOST_WORDS];
    size_t  before_len, behind_len;
    int32_t decimals, needed;     /* places behind the point; of these, shown even if nought */
    int32_t whole;                /* least digits before it */
    int32_t power10;              /* the value is shown multiplied: "%", "," */
    bool    placeholders, digits; /* any; "0" or "#" among them */
    bool    point, grouped, brackets, minus;
    bool    as_is; /* General, exponents, fractions */
    bool    year, month, day, hour;
} number_section;

cc_str cc_xlsx_built_in(uint32_t id)
{
    static const char *const formats[] = {
        [1] = "0",          [2] = "0.00",    [3] = "#,##0",        [4] = "#,##0.00",
        [5] = "$#,##0",     [6] = "$#,##0",  [7] = "$#,##0.00",    [8] = "$#,##0.00",
        [9] = "0%",         [10] = "0.00%",  [14] = "m/d/yyyy",    [15] = "d-mmm-yy",
        [16] = "d-mmm",     [17] = "mmm-yy", [18] = "h:mm",        [19] = "h:mm",
        [20] = "h:mm",      [21] = "h:mm",   [22] = "m/d/yy h:mm", [27] = "yyyy/m/d",
        [28] = "m/d",       [29] = "m/d",    [30] = "m/d/yy",      [31] = "yyyy/m/d",
        [32] = "h:mm",      [33] = "h:mm",   [34] = "h:mm",        [35] = "h:mm",
        [36] = "yyyy/m/d",  [37] = "#,##0",  [38] = "#,##0",       [39] = "#,##0.00",
        [40] = "#,##0.00",  [41] = "#,##0",  [42] = "$#,##0",      [43] = "#,##0.00",
        [44] = "$#,##0.00", [45] = "h:mm",   [46] = "h:mm",        [47] = "h:mm",
        [50] = "yyyy/m/d",  [51] = "m/d",    [52] = "yyyy/m",      [53] = "m/d",
        [54] = "m/d",       [55] = "yyyy/m", [56] = "m/d",         [57] = "yyyy/m/d",
        [58] = "m/d",
    };
    bool known = id < sizeof formats / sizeof *formats && formats[id] != NULL;
    return known ? (cc_str){formats[id], strlen(formats[id])} : (cc_str){"", 0};
}

/* -- Sections ------------------------------------------------------------------------------- */

/* The bytes that the element at `at` takes: a quoted text, an escape, a bracket, a character. */
static size_t element_length(cc_str text, size_t at)
{
    char        c     = text.ptr[at];
    const char *close = NULL;
    if (c == '"' || c == '[')
        close = memchr(text.ptr + at + 1, c == '"' ? '"' : ']', text.len - at - 1);
    if (close != NULL)
        return (size_t)(close - text.ptr) - at + 1;
    return (c == '\\' || c == '_' || c == '*') && at + 1 < text.len ? 2 : 1;
}

static size_t split_sections(cc_str format, cc_str *sections)
{
    size_t n = 0, from = 0;
    for (size_t at = 0; at < format.len; at += element_length(format, at))
        if (format.ptr[at] == ';' && n + 1 < MOST_SECTIONS) {
            sections[n++] = (cc_str){format.ptr + from, at - from};
            from          = at + 1;
        }
    sections[n++] = (cc_str){format.ptr + from, format.len - from};
    return n;
}

static void add_words(number_section *s, const char *text, size_t len)
{
    char   *to = s->placeholders ? s->behind : s->before;
    size_t *n  = s->placeholders ? &s->behind_len : &s->before_len;
    if (len > MOST_WORDS - *n)
        return;
    memcpy(to + *n, text, len);
    *n += len;
}

/* "[$€-407]" is a currency; colours and conditions show nothing. */
static void take_bracket(number_section *s, const char *text, size_t len)
{
    static const char *const elapsed[] = {"[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"};
    for (size_t i = 0; i < sizeof elapsed / sizeof *elapsed; i++)
        s->hour = s->hour || (strlen(elapsed[i]) == len && strncasecmp(text, elapsed[i], len) == 0);
    if (len < 3 || text[1] != '$')
        return;
    const char *end = memchr(text, '-', len);
    add_words(s, text + 2, end != NULL ? (size_t)(end - text) - 2 : len - 3);
}

static void take_placeholder(number_section *s, char c)
{
    s->placeholders = true;
    s->digits       = s->digits || c != '?';
    if (!s->point) {
        s->whole += c == '0';
    } else if (s->decimals < MOST_DECIMALS) {
        s->decimals++;
        s->needed = c != '#' ? s->decimals : s->needed;
    }
}

/* A comma with placeholders on both sides groups; behind the last one it divides by a thousand. */
static void take_comma(number_section *s, cc_str text, size_t at)
{
    size_t next = at + 1;
    while (next < text.len && text.ptr[next] == ',')
        next++;
    bool inner = next < text.len && strchr("0#?", text.ptr[next]) != NULL;
    if (s->placeholders && inner)
        s->grouped = true;
    else if (s->placeholders)
        s->power10 -= 3;
}

static void take_letter(number_section *s, char c)
{
    switch (c | 0x20) {
    case 'y': s->year = true; break;
    case 'm': s->month = true; break;
    case 'd': s->day = true; break;
    case 'h':
    case 's': s->hour = true; break;
    case 'e':
        s->as_is = s->as_is || s->placeholders;
        s->year  = s->year || !s->placeholders;
        break;
    default: break;
    }
}

static void take_percent(number_section *s)
{
    s->power10 += 2;
    add_words(s, "%", 1);
}

static void take_character(number_section *s, cc_str text, size_t at)
{
    char c = text.ptr[at];
    if (strchr("0#?", c) != NULL)
        take_placeholder(s, c);
    else if (c == '.')
        s->point = true;
    else if (c == ',')
        take_comma(s, text, at);
    else if (c == '/')
        s->as_is = s->as_is || s->placeholders;
    else if (c == '%')
        take_percent(s);
    else if (c == '(' || c == ')')
        s->brackets = true;
    else if (c == '-')
        s->minus = true;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        take_letter(s, c);
    else if (c != '+' && c != '@' && c != ':')
        add_words(s, &text.ptr[at], 1);
}

static void take_element(number_section *s, cc_str text, size_t at, size_t len)
{
    const char *p = text.ptr + at;
    if (*p == '"' && len > 1)
        add_words(s, p + 1, len - 2);
    else if (*p == '[' && len > 1)
        take_bracket(s, p, len);
    else if (*p == '\\' && len > 1 && strchr("()-", p[1]) == NULL)
        add_words(s, p + 1, 1);
    else if (*p == '\\' && len > 1)
        take_character(s, text, at + 1);
    else if (len == 1)
        take_character(s, text, at);
}

static void read_section(cc_str text, number_section *ret)
{
    const char *general = memmem(text.ptr, text.len, "eneral", 6);
    *ret                = (number_section){.text = text, .as_is = general != NULL || text.len == 0};
    for (size_t at = 0, len; at < text.len && general == NULL; at += len) {
        len = element_length(text, at);
        take_element(ret, text, at, len);
    }
}

/* -- Dates ---------------------------------------------------------------------------------- */

/* Days from 1970-01-01 become a day of the calendar (Howard Hinnant's algorithm). */
static void find_day(int32_t days, uint32_t *year, uint32_t *month, uint32_t *day)
{
    uint32_t z = (uint32_t)(days + 719468), era = z / 146097, doe = z % 146097;
    uint32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    uint32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    *day   = doy - (153 * mp + 2) / 5 + 1;
    *month = mp < 10 ? mp + 3 : mp - 9;
    *year  = yoe + era * 400 + (*month <= 2);
}

/* The whole part of a number below 2,958,466, the day after 9999-12-31; -1: no such day. */
static int32_t whole_days(const cc_xlsx_decimal *d)
{
    int32_t n = 0;
    if (d->negative || d->exp10 > 7)
        return -1;
    for (int32_t place = d->exp10 - 1; place >= 0; place--)
        n = n * 10 + (int32_t)cc_xlsx_decimal_digit(d, place);
    return n < 2958466 ? n : -1;
}

/* 1900 was no leap year, but is one in the count from 1900. */
static int32_t to_unix_days(int32_t serial, bool from_1904)
{
    if (from_1904)
        return serial - 24107;
    return serial - 25569 + (serial < 60);
}

static size_t show_date(const number_section *s, int32_t serial, bool from_1904, char *out)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    uint32_t                 year, month, day;
    int                      n = 0;
    find_day(to_unix_days(serial, from_1904), &year, &month, &day);
    const char *name = months[month - 1];
    if (s->day && s->year)
        n = snprintf(out, CC_XLSX_SHOWN_BYTES, "%u %s %u", day, name, year);
    else if (s->day)
        n = snprintf(out, CC_XLSX_SHOWN_BYTES, "%u %s", day, name);
    else if (s->month && s->year)
        n = snprintf(out, CC_XLSX_SHOWN_BYTES, "%s %u", name, year);
    else
        n = s->month ? snprintf(out, CC_XLSX_SHOWN_BYTES, "%s", name)
                     : snprintf(out, CC_XLSX_SHOWN_BYTES, "%u", year);
    return (size_t)n;
}

/* -- Numbers -------------------------------------------------------------------------------- */

typedef struct output {
    char  *at;
    size_t len;
} output;

static void emit(output *o, const char *text, size_t len)
{
    if (len > CC_XLSX_SHOWN_BYTES - o->len)
        return;
    memcpy(o->at + o->len, text, len);
    o->len += len;
}

static void put_digit(output *o, const cc_xlsx_decimal *d, int32_t place)
{
    char c = (char)('0' + cc_xlsx_decimal_digit(d, place));
    emit(o, &c, 1);
}

static void put_whole(output *o, const cc_xlsx_decimal *d, const number_section *s)
{
    int32_t n = d->n > 0 && d->exp10 > s->whole ? d->exp10 : s->whole;
    n         = n > 0 ? n : s->decimals == 0 || s->as_is;
    for (int32_t place = n - 1; place >= 0; place--) {
        put_digit(o, d, place);
        if (s->grouped && place > 0 && place % 3 == 0)
            emit(o, ",", 1);
    }
}

/* Down to the last digit that is not nought, but at least to those that are needed. */
static void put_decimals(output *o, const cc_xlsx_decimal *d, const number_section *s)
{
    int32_t last = (int32_t)d->n - d->exp10;
    last         = d->n > 0 && last < s->decimals ? last : d->n > 0 ? s->decimals : 0;
    last         = last > s->needed ? last : s->needed;
    if (last <= 0)
        return;
    emit(o, ".", 1);
    for (int32_t i = 1; i <= last; i++)
        put_digit(o, d, -i);
}

static size_t show_number(cc_xlsx_decimal d, const number_section *s, bool signs, char *out)
{
    output o = {.at = out};
    d.exp10 += s->as_is ? 0 : s->power10;
    cc_xlsx_decimal_round(&d, s->decimals);
    if (d.n > 0 && (signs ? d.negative : s->minus || s->brackets))
        emit(&o, "-", 1);
    emit(&o, s->before, s->before_len);
    if (s->digits || s->as_is) {
        put_whole(&o, &d, s);
        put_decimals(&o, &d, s);
    } else if (s->minus) {
        emit(&o, "-", 1);
    }
    emit(&o, s->behind, s->behind_len);
    return o.len;
}

static size_t show_as_is(const cc_xlsx_decimal *d, char *out)
{
    number_section s = {.as_is = true, .whole = 1, .decimals = MOST_DECIMALS};
    return show_number(*d, &s, true, out);
}

/* -- All of it ------------------------------------------------------------------------------ */

/* The section for the value; *ret_signs: it shows the sign itself, as does the only one. */
static cc_str choose(cc_str format, const cc_xlsx_decimal *d, bool *ret_signs)
{
    cc_str sections[MOST_SECTIONS];
    size_t n = split_sections(format, sections), at = 0;
    if (d->negative && d->n > 0 && n > 1)
        at = 1;
    else if (d->n == 0 && n > 2)
        at = 2;
    *ret_signs = at == 0;
    return sections[at];
}

size_t cc_xlsx_show(cc_str number, cc_str format, bool from_1904, char *out)
{
    cc_xlsx_decimal d;
    number_section  s;
    bool            signs;
    if (!cc_xlsx_decimal_read(number, &d) || d.exp10 > MOST_WHOLE || d.exp10 < -MOST_DECIMALS) {
        output o = {.at = out};
        emit(&o, number.ptr, number.len);
        return o.len;
    }
    read_section(choose(format, &d, &signs), &s);
    bool dated = !s.placeholders && (s.year || s.month || s.day || s.hour);
    if (dated && (s.year || s.day || (s.month && !s.hour)) && whole_days(&d) >= 0)
        return show_date(&s, whole_days(&d), from_1904, out);
    if (dated && !s.as_is)
        return 0;
    if (s.as_is)
        return show_as_is(&d, out);
    return show_number(d, &s, signs, out);
}
