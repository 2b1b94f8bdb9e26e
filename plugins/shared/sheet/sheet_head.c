/* sheet_head.c - the first row that is as wide as the table and has no figure holds its headers;
 * rows below may go on with them, and rows above that begin further right head groups of them. */
#include "shared/sheet/sheet_layout.h"

enum { MOST_HEAD_ROWS = 4 };

static size_t count_numbers(const cc_sheet_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->count; i++)
        n += row->cells[i].says == CC_SHEET_NUMBER;
    return n;
}

static size_t find_widest(const cc_sheet_row *rows, size_t count)
{
    size_t widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = rows[i].count > widest ? rows[i].count : widest;
    return widest;
}

bool cc_sheet_says_units(const cc_sheet_row *row)
{
    static const char *const units[] = {"unit", "units", "unit:", "units:", NULL};
    return row->count == 2 && cc_sheet_is_any(row->cells[0].text, units);
}

/* "($ millions)" under most of the headers. */
static bool is_units(const cc_sheet_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->count; i++)
        n += row->cells[i].text.ptr[0] == '(';
    return n * 2 >= row->count;
}

/* Headers in two rows have a corner in one of them. */
static bool goes_on(const cc_sheet_row *above, const cc_sheet_row *row)
{
    if (row->count < 2 || count_numbers(row) > 0)
        return false;
    return (above->cells[0].column == 0) != (row->cells[0].column == 0) || is_units(row);
}

size_t cc_sheet_find_head(const cc_sheet_row *rows, size_t count, size_t *ret_first)
{
    size_t at = 0, widest = find_widest(rows, count);
    while (at < count && count_numbers(&rows[at]) == 0 &&
           (rows[at].count < 2 || rows[at].count * 2 < widest || cc_sheet_says_units(&rows[at])))
        at++;
    *ret_first = at;
    if (at == count || count_numbers(&rows[at]) > 0)
        return at;
    while (*ret_first > 0 && rows[*ret_first - 1].cells[0].column > rows[at].cells[0].column)
        --*ret_first;
    for (at++; at < count && at - *ret_first < MOST_HEAD_ROWS; at++)
        if (!goes_on(&rows[at - 1], &rows[at]))
            break;
    return at;
}

/* -- Headers ---------------------------------------------------------------------------------- */

/* "obs_value": the row says of what. */
static bool says_nothing(cc_str header)
{
    static const char *const names[] = {"value",     "values", "obs value", "amount",
                                        "datavalue", "data",   "figure",    NULL};
    return cc_sheet_is_any(header, names);
}

/* "gdp_growth" is two words. */
static void add_header(cc_sheet_column *column, cc_str text)
{
    char   words[CC_SHORT_BYTES];
    size_t len = text.len < sizeof words ? text.len : 0;
    for (size_t i = 0; i < len; i++)
        words[i] = text.ptr[i] == '_' ? ' ' : text.ptr[i];
    if (!says_nothing((cc_str){words, len}))
        cc_sheet_add_label(&column->header, (cc_str){words, len}, " ");
}

static void read_head_row(cc_sheet_layout *layout, const cc_sheet_row *row, bool spreads)
{
    for (size_t i = 0; i < row->count; i++) {
        const cc_sheet_cell *cell = &row->cells[i];
        size_t               end  = (size_t)cell->column + cell->spread + 1;
        if (spreads && cell->column > 0 && cell->spread == 0)
            end = i + 1 < row->count ? row->cells[i + 1].column : layout->width;
        for (size_t at = cell->column; at < end && at < CC_SHEET_COLUMNS; at++)
            add_header(&layout->columns[at], cell->text);
    }
}

/* Dates over columns are read as a series, as those of a column are. */
static void name_times(cc_sheet_layout *layout)
{
    cc_sheet_series series = {.n = 0};
    char            words[CC_SHEET_TIME_BYTES];
    for (size_t i = 0; i < layout->width; i++) {
        cc_sheet_time time = cc_sheet_time_read(cc_short_text(&layout->columns[i].header), false);
        cc_sheet_series_note(&series, &time);
    }
    for (size_t i = 0; i < layout->width; i++) {
        cc_short     *header = &layout->columns[i].header;
        cc_sheet_time time   = cc_sheet_time_read(cc_short_text(header), false);
        cc_sheet_series_apply(cc_sheet_series_step(&series), &time);
        size_t len              = cc_sheet_time_write(&time, words);
        layout->columns[i].part = time.unit == CC_SHEET_IN_WORDS && time.month + time.quarter > 0;
        if (len == 0)
            continue;
        header->len = 0;
        cc_sheet_add_label(header, (cc_str){words, len}, "");
    }
}

void cc_sheet_read_head(cc_sheet_layout *layout, const cc_sheet_row *rows, size_t count)
{
    for (size_t i = 0; i < layout->width; i++)
        layout->columns[i].header.len = 0;
    layout->width = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end    = (size_t)rows[i].cells[rows[i].count - 1].column + 1;
        layout->width = end > layout->width ? end : layout->width;
    }
    layout->width = layout->width < CC_SHEET_COLUMNS ? layout->width : CC_SHEET_COLUMNS;
    for (size_t i = 0; i < count; i++)
        read_head_row(layout, &rows[i], i + 1 < count);
    name_times(layout);
}
