/* doc_date.c - where a document says when it was written. */
#include "fact/doc_date.h"

enum {
    YEAR_FIRST      = 1900, /* of a file's name: other numbers of four digits are no years */
    YEAR_LAST       = 2100,
    PLACE_MAX_BYTES = 48, /* "WASHINGTON, " before the date of a dateline */
    TITLE_MAX_BYTES = 160,
    LINE_MAX_BYTES  = 80,
    PATH_COMPONENTS = 2,
};

/* -- Dates as machines write them ---------------------------------------------------------- */

static size_t digits_at(cc_str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.len && cc_is_digit(s.ptr[at + n]))
        n++;
    return n;
}

static int32_t number_at(cc_str s, size_t at, size_t digits)
{
    int32_t n = 0;
    for (size_t i = at; i < at + digits; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

static cc_period period_of(int32_t year, int32_t month, int32_t day)
{
    int32_t   m = month == 0 ? 1 : month, m_last = month == 0 ? 12 : month;
    cc_period p = {
        .day_first   = cc_day_from_date(year, m, day == 0 ? 1 : day),
        .day_last    = cc_day_from_date(year, m_last, day == 0 ? cc_month_days(year, m_last) : day),
        .granularity = day > 0     ? CC_DAY
                       : month > 0 ? CC_MONTH
                                   : CC_YEAR,
    };
    return p;
}

static bool is_separator(char c)
{
    return c == '-' || c == '_' || c == '.';
}

/* A number of two digits after a separator; 0: none. */
static int32_t next_pair(cc_str s, size_t *at)
{
    if (*at >= s.len || !is_separator(s.ptr[*at]) || digits_at(s, *at + 1) != 2)
        return 0;
    *at += 3;
    return number_at(s, *at - 2, 2);
}

/* "2009-10-29", "2009_10", "20091029", "2009" at a place where a run of digits begins. */
static bool read_digits(cc_str s, size_t at, cc_period *ret)
{
    size_t  run  = digits_at(s, at);
    int32_t year = run == 4 || run == 8 ? number_at(s, at, 4) : 0, month, day;
    if (year < YEAR_FIRST || year > YEAR_LAST)
        return false;
    at += 4;
    month = run == 8 ? number_at(s, at, 2) : next_pair(s, &at);
    day   = run == 8 ? number_at(s, at + 2, 2) : month == 0 ? 0 : next_pair(s, &at);
    if (month > 0 && day > 0 && cc_date_exists(year, month, day))
        *ret = period_of(year, month, day);
    else if (run == 4 && month >= 1 && month <= 12)
        *ret = period_of(year, month, 0);
    else if (run == 4)
        *ret = period_of(year, 0, 0);
    else
        return false;
    return true;
}

static bool find_digits(cc_str s, cc_period *ret)
{
    for (size_t at = 0; at < s.len; at++) {
        size_t run = digits_at(s, at);
        if (run > 0 && read_digits(s, at, ret))
            return true;
        at += run;
    }
    return false;
}

/* -- Metadata ------------------------------------------------------------------------------ */

/* The end of the run of letters or of digits at `at`. */
static size_t word_end(cc_str s, size_t at)
{
    size_t end = at;
    while (end < s.len &&
           (cc_is_digit(s.ptr[at]) ? cc_is_digit(s.ptr[end]) : cc_is_alpha(s.ptr[end])))
        end++;
    return end;
}

/* "12 May 2021", "Wed, May 12, 2021 10:00", "12May2021": the first month, day and year in it. */
static bool read_words(const cc_calendar *calendar, cc_arena *arena, cc_str s, cc_period *ret)
{
    cc_date_parts parts = {.size = sizeof parts};
    cc_doc        none  = {.size = sizeof none, .date = cc_period_unknown()};
    cc_fact       fact  = {.size = sizeof fact};
    for (size_t at = 0, end; at<s.len; at = end> at ? end : at + 1) {
        end          = word_end(s, at);
        cc_str word  = cc_str_sub(s, at, end - at);
        bool   digit = word.len > 0 && digits_at(word, 0) == word.len;
        if (parts.month.len == 0 && cc_calendar_month(calendar, word) > 0)
            parts.month = word;
        else if (digit && word.len <= 2 && parts.day.len == 0)
            parts.day = word;
        else if (digit && word.len == 4 && parts.year.len == 0)
            parts.year = word;
    }
    if (parts.month.len == 0 || parts.year.len == 0 ||
        cc_period_resolve(calendar, arena, &none, &parts, &fact) != CC_OK)
        return false;
    *ret = fact.period;
    return cc_period_is_known(ret);
}

static bool read_meta(const cc_calendar *calendar, cc_arena *arena, const cc_doc *doc,
                      cc_period *ret)
{
    for (size_t i = 0; i < doc->meta_count; i++) {
        cc_str value = cc_str_trim(doc->meta[i].value);
        if (!cc_str_eq(doc->meta[i].key, CC_S("date")))
            continue;
        if (cc_str_starts(value, CC_S("D:"))) /* PDF: "D:20210512093000Z" */
            value = cc_str_sub(value, 2, value.len - 2 > 8 ? 8 : value.len - 2);
        if (read_digits(value, 0, ret) || read_words(calendar, arena, value, ret))
            return true;
    }
    return false;
}

/* -- The first blocks ---------------------------------------------------------------------- */

/* A place in capitals or capitalised words, and a comma: "New York, ". Or nothing. */
static bool is_place(cc_str s)
{
    s = cc_str_trim(s);
    if (s.len > PLACE_MAX_BYTES || (s.len > 0 && memchr(",(:", s.ptr[s.len - 1], 3) == NULL))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (cc_is_digit(s.ptr[i]) || ((i == 0 || s.ptr[i - 1] == ' ') && cc_is_lower(s.ptr[i])))
            return false;
    return true;
}

/* The end of the block, or a dash and the text that the dateline leads in. */
static bool ends_dateline(cc_str s)
{
    s = cc_str_trim(s);
    if (s.len > 0 && memchr(".):", s.ptr[0], 3) != NULL)
        s = cc_str_trim(cc_str_sub(s, 1, s.len - 1));
    return s.len == 0 || cc_str_starts(s, CC_S("\xE2\x80\x94")) ||
           cc_str_starts(s, CC_S("\xE2\x80\x93")) || cc_str_starts(s, CC_S("- ")) ||
           cc_str_starts(s, CC_S("--"));
}

static bool is_title(const cc_doc *doc, size_t block, cc_str before, cc_str after)
{
    if ((block > 0 && doc->blocks[block].kind != CC_HEADING) || cc_str_trim(after).len > 0 ||
        before.len > TITLE_MAX_BYTES)
        return false;
    before   = cc_str_trim(before);
    size_t i = before.len;
    while (i > 0 && before.ptr[i - 1] != ' ')
        i--;
    return before.len > 0 && !cc_is_lower(before.ptr[i]); /* not "to 2030" */
}

/* "Joint Budget Office | May 2021", "Second edition, 12 May 2021": what a short line ends with behind
 * a separator. */
static bool ends_line(cc_str before, cc_str after)
{
    static const char *const separators[] = {
        ",", "|", "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", NULL};
    before = cc_str_trim(before);
    if (cc_str_trim(after).len > 0 || before.len > LINE_MAX_BYTES)
        return false;
    for (size_t i = 0; separators[i] != NULL; i++)
        if (cc_str_ends(before, cc_str_z(separators[i])))
            return true;
    return false;
}

typedef enum line_kind { NO_LINE, TITLE_LINE, DATE_LINE } line_kind;

static line_kind judge_line(const cc_calendar *calendar, const cc_doc *doc, size_t block,
                            const cc_fact *fact)
{
    cc_span span = doc->blocks[block].span;
    size_t  from = fact->span.off - span.off, to = from + fact->span.len;
    cc_str  text   = cc_str_span(doc->text, span);
    cc_str  before = cc_str_sub(text, 0, from), after = cc_str_sub(text, to, text.len - to);
    if (fact->period.granularity <= CC_MONTH &&
        (cc_calendar_is_dateline(calendar, before) || (is_place(before) && ends_dateline(after))))
        return DATE_LINE;
    bool title = fact->period.granularity <= CC_YEAR && is_title(doc, block, before, after);
    bool line  = fact->period.granularity <= CC_MONTH && ends_line(before, after);
    return title || line ? TITLE_LINE : NO_LINE;
}

static bool is_candidate(const cc_fact *fact)
{
    return fact->kind == CC_DATE && cc_period_is_known(&fact->period) &&
           fact->period.hedge == CC_HEDGE_NONE &&
           (fact->period.granularity != CC_DAY || fact->period.day_first == fact->period.day_last);
}

static bool read_dateline(const cc_calendar *calendar, const cc_doc_date_clues *clues,
                          const cc_doc *doc, cc_period *ret)
{
    line_kind best  = NO_LINE;
    size_t    block = 0;
    for (size_t i = 0; i < clues->fact_count && best < DATE_LINE; i++) {
        const cc_fact *fact = &clues->facts[i];
        while (block < doc->block_count &&
               fact->span.off >= doc->blocks[block].span.off + doc->blocks[block].span.len)
            block++;
        if (block >= doc->block_count || block >= CC_DATELINE_BLOCKS)
            break;
        line_kind kind = is_candidate(fact) ? judge_line(calendar, doc, block, fact) : NO_LINE;
        if (kind > best) {
            best = kind;
            *ret = fact->period;
        }
    }
    return best != NO_LINE;
}

/* -- The path ------------------------------------------------------------ */

static bool read_path(const cc_calendar *calendar, cc_arena *arena, cc_str path, cc_period *ret)
{
    size_t end = path.len;
    for (int i = 0; i < PATH_COMPONENTS && end > 0; i++) {
        size_t from = end;
        while (from > 0 && path.ptr[from - 1] != '/' && path.ptr[from - 1] != '!')
            from--;
        cc_str part = cc_str_sub(path, from, end - from);
        if (read_words(calendar, arena, part, ret) || find_digits(part, ret))
            return true;
        end = from > 0 ? from - 1 : 0;
    }
    return false;
}

void cc_doc_date_find(const cc_calendar *calendar, cc_arena *arena, const cc_doc_date_clues *clues,
                      cc_doc *doc)
{
    cc_period date = cc_period_unknown();
    if (read_digits(clues->option, 0, &date))
        doc->date_origin = CC_DATE_OPTION;
    else if (read_meta(calendar, arena, doc, &date))
        doc->date_origin = CC_DATE_METADATA;
    else if (read_dateline(calendar, clues, doc, &date))
        doc->date_origin = CC_DATE_DATELINE;
    else if (read_path(calendar, arena, doc->path, &date))
        doc->date_origin = CC_DATE_PATH;
    else if (read_digits(clues->container, 0, &date))
        doc->date_origin = CC_DATE_CONTAINER;
    else
        doc->date_origin = CC_DATE_UNKNOWN;
    doc->date = date;
}
