/* sheet_roles.c - what a column is for, by its header and by what most of its cells say. */
#include "shared/sheet/sheet_layout.h"

enum { LONG_CELL = 60 /* bytes, on average: prose */, MOST_KEYS = 8 };

/* -- Headers ---------------------------------------------------------------------------------- */

static bool is_name_byte(char c)
{
    return cc_sheet_is_letter(c) || c < 0 || c == '#';
}

static cc_str next_word(cc_str text, size_t *at)
{
    while (*at < text.len && !is_name_byte(text.ptr[*at]))
        ++*at;
    size_t from = *at;
    while (*at < text.len && is_name_byte(text.ptr[*at]))
        ++*at;
    return (cc_str){text.ptr + from, *at - from};
}

/* How many words of the header are in the list; *ret_all: how many it has. */
static size_t count_words(cc_str header, const char *const *list, size_t *ret_all)
{
    size_t at = 0, n = 0;
    cc_str word;
    *ret_all = 0;
    while ((word = next_word(header, &at)).len > 0) {
        n += cc_sheet_is_any(word, list);
        ++*ret_all;
    }
    return n;
}

static bool is_date_header(cc_str header)
{
    static const char *const words[] = {"year",   "years", "date",   "month",       "quarter",
                                        "period", "time",  "fiscal", "fy",          "calendar",
                                        "ref",    "day",   "week",   "observation", NULL};
    size_t                   all, n = count_words(header, words, &all);
    return n > 0 && n == all;
}

static bool has_word(cc_str header, const char *word)
{
    const char *const list[] = {word, NULL};
    size_t            all;
    return count_words(header, list, &all) > 0;
}

/* "Country Code", "hs_code", "FIPS", "Rank", "Latitude" */
static bool is_code_header(cc_str header)
{
    static const char *const words[] = {
        "code",  "codes", "id",   "ids",  "fips",      "geoid", "iso",      "zip",       "sic",
        "naics", "hs",    "hts",  "rank", "lat",       "lon",   "latitude", "longitude", "no",
        "#",     "cusip", "uuid", "url",  "footnotes", "flag",  "flags",    NULL};
    size_t at = 0;
    cc_str word, last = {header.ptr, 0};
    while ((word = next_word(header, &at)).len > 0)
        last = word;
    return cc_sheet_is_any(last, words);
}

/* -- One column ------------------------------------------------------------------------------- */

static size_t count_filled(const cc_sheet_column *c)
{
    size_t n = 0;
    for (size_t i = CC_SHEET_NOTHING + 1; i < CC_SHEET_SAYS_COUNT; i++)
        n += c->said[i];
    return n;
}

static bool is_dates(const cc_sheet_column *c, size_t filled)
{
    cc_str header = cc_short_text(&c->header);
    bool   parts  = has_word(header, "month") || has_word(header, "quarter");
    return (c->said[CC_SHEET_YEAR] + c->said[CC_SHEET_TIME]) * 10 >= filled * 9 ||
           (is_date_header(header) && parts);
}

/* "06", "48": nothing but digits, as many in each cell. */
static bool is_padded(const cc_sheet_column *c, size_t filled)
{
    return c->padded > 0 && c->digits == filled && c->least == c->most;
}

static cc_sheet_role judge_column(const cc_sheet_column *c)
{
    size_t filled = count_filled(c), numbers = c->said[CC_SHEET_NUMBER];
    if (filled == 0)
        return CC_SHEET_FIGURES;
    if (is_code_header(cc_short_text(&c->header)))
        return CC_SHEET_CODES;
    if (is_dates(c, filled))
        return CC_SHEET_TIMES;
    if (is_padded(c, filled))
        return CC_SHEET_CODES;
    if (numbers > 0 && (numbers + c->said[CC_SHEET_YEAR] + c->said[CC_SHEET_MISSING]) * 2 >= filled)
        return CC_SHEET_FIGURES;
    if (c->said[CC_SHEET_MISSING] == filled)
        return CC_SHEET_FIGURES;
    return c->bytes > filled * LONG_CELL ? CC_SHEET_PROSE : CC_SHEET_KEYS;
}

/* "USA", "12a", "data/2019.txt" */
static bool is_code(cc_str text)
{
    if (memchr(text.ptr, '/', text.len) != NULL && memchr(text.ptr, ' ', text.len) == NULL)
        return true;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
            return false;
    return text.len <= 3;
}

static void count_digits(cc_sheet_column *c, cc_str text)
{
    size_t digits = 0;
    while (digits < text.len && cc_sheet_is_digit(text.ptr[digits]))
        digits++;
    if (digits < text.len)
        return;
    c->least = c->digits == 0 || digits < c->least ? digits : c->least;
    c->most  = digits > c->most ? digits : c->most;
    c->padded += digits > 1 && text.ptr[0] == '0';
    c->digits++;
}

/* A cell alone in its row is a note or a heading. */
static void count_cells(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < rows[i].count && rows[i].count > 1; k++) {
            const cc_sheet_cell *cell = &rows[i].cells[k];
            if (cell->column >= CC_SHEET_COLUMNS)
                break;
            cc_sheet_column *c = &l->columns[cell->column];
            c->said[cell->says]++;
            c->bytes += cell->text.len;
            c->codes += is_code(cell->text);
            count_digits(c, cell->text);
        }
}

/* A day above 12 in the place of the month tells. */
static void read_dates(cc_sheet_layout *l, size_t column, const cc_sheet_row *rows, size_t count)
{
    cc_sheet_column *c      = &l->columns[column];
    cc_sheet_series  series = {.n = 0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < rows[i].count; k++) {
                const cc_sheet_cell *cell = &rows[i].cells[k];
                if (cell->column != column)
                    continue;
                cc_sheet_time time = cc_sheet_time_read(cell->text, c->day_first);
                c->day_first =
                    c->day_first || (pass == 0 && cell->says == CC_SHEET_TIME && time.unit == 0);
                if (pass == 1)
                    cc_sheet_series_note(&series, &time);
            }
    c->step = cc_sheet_series_step(&series);
}

/* -- All of them ------------------------------------------------------------------------------ */

/* Of several columns of dates, those that are called so name the row, else the first one. A column
 * of years that is called something else is none of them, unless it comes first. */
static void choose_dates(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    enum { MOST_DATES = 3 };
    size_t called = 0, kept = 0;
    for (size_t i = 0; i < l->width; i++)
        called += l->columns[i].role == CC_SHEET_TIMES &&
                  is_date_header(cc_short_text(&l->columns[i].header));
    for (size_t i = 0; i < l->width; i++) {
        cc_sheet_column *c = &l->columns[i];
        if (c->role != CC_SHEET_TIMES)
            continue;
        bool keeps =
            kept < MOST_DATES && (called > 0 ? is_date_header(cc_short_text(&c->header))
                                             : kept == 0 && (c->said[CC_SHEET_TIME] > 0 || i == 0 ||
                                                             c->header.len == 0));
        kept += keeps;
        c->role = keeps ? CC_SHEET_TIMES : CC_SHEET_PROSE;
        if (keeps)
            read_dates(l, i, rows, count);
    }
}

/* "CPI" under "Indicator" says what the figures are. */
static bool names_measure(cc_str header)
{
    static const char *const words[] = {"indicator", "measure", "series", "item", "variable",
                                        "subject",   "unit",    "units",  NULL};
    return cc_sheet_is_any(header, words);
}

/* Codes beside words say the same once more. */
static void choose_keys(cc_sheet_layout *l)
{
    size_t words = 0, kept = 0;
    for (size_t i = 0; i < l->width; i++)
        words += l->columns[i].role == CC_SHEET_KEYS &&
                 l->columns[i].codes < l->columns[i].said[CC_SHEET_WORDS];
    for (size_t i = 0; i < l->width; i++) {
        cc_sheet_column *c = &l->columns[i];
        if (c->role != CC_SHEET_KEYS)
            continue;
        if (words > 0 && c->codes >= c->said[CC_SHEET_WORDS] &&
            !names_measure(cc_short_text(&c->header)))
            c->role = CC_SHEET_CODES;
        else if (kept++ >= MOST_KEYS)
            c->role = CC_SHEET_PROSE;
    }
}

static uint64_t hash_text(uint64_t hash, cc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    return hash;
}

/* Whether few rows have the name of another one, with a cell alone in its row before it or without. */
static bool tells_apart(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    uint64_t seen[CC_SHEET_ROWS], section = 0;
    size_t   n = 0, twice = 0;
    l->outer.len = 0;
    for (size_t i = 0; i < count && n < CC_SHEET_ROWS; i++) {
        cc_short name;
        if (rows[i].count < 2) {
            section = l->sections ? hash_text(1, rows[i].cells[0].text) : 0;
            continue;
        }
        cc_sheet_name_row(l, &rows[i], &name);
        seen[n++] = hash_text(section, cc_short_text(&name));
        for (size_t k = 0; k + 1 < n; k++)
            if (seen[k] == seen[n - 1]) {
                twice++;
                break;
            }
    }
    return twice * 10 <= n;
}

static bool names_rows_at(const cc_sheet_layout *l, size_t column)
{
    return l->columns[column].role == CC_SHEET_KEYS || l->columns[column].role == CC_SHEET_TIMES;
}

static void find_outer(cc_sheet_layout *l)
{
    l->outer_column = 0;
    while (l->outer_column < l->width && !names_rows_at(l, l->outer_column))
        l->outer_column++;
}

/* Tables of numbers alone go by their first column, if by any; others by their first codes. */
static void add_names(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    size_t names = 0, tries = 0;
    for (size_t i = 0; i < l->width; i++)
        names += names_rows_at(l, i);
    for (size_t i = 0; i < l->width && !l->named && tries < MOST_KEYS; i++) {
        cc_sheet_column *c = &l->columns[i];
        if (c->role != CC_SHEET_CODES && (names > 0 || i > 0))
            continue;
        c->role  = CC_SHEET_KEYS;
        l->named = tells_apart(l, rows, count);
        tries++;
    }
}

static void name_rows(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    l->sections = false;
    find_outer(l);
    l->named    = tells_apart(l, rows, count);
    l->sections = !l->named;
    l->named    = l->named || tells_apart(l, rows, count);
    l->sections = l->sections && l->named;
    if (!l->named)
        add_names(l, rows, count);
    l->outer.len = 0;
}

/* As wide as the widest row, with nothing counted. */
static void clear_counts(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t end = (size_t)rows[i].cells[rows[i].count - 1].column + 1;
        l->width   = end > l->width ? end : l->width;
    }
    l->width = l->width < CC_SHEET_COLUMNS ? l->width : CC_SHEET_COLUMNS;
    for (size_t i = 0; i < l->width; i++) {
        cc_sheet_column *c = &l->columns[i];
        c->step            = CC_SHEET_NO_TIME;
        c->day_first       = false;
        c->bytes = c->codes = c->digits = c->padded = c->most = 0;
        memset(c->said, 0, sizeof c->said);
    }
}

void cc_sheet_find_roles(cc_sheet_layout *l, const cc_sheet_row *rows, size_t count)
{
    clear_counts(l, rows, count);
    count_cells(l, rows, count);
    for (size_t i = 0; i < l->width; i++)
        l->columns[i].role = judge_column(&l->columns[i]);
    choose_dates(l, rows, count);
    choose_keys(l);
    name_rows(l, rows, count);
}
