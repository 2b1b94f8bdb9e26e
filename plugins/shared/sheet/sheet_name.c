/* sheet_name.c - what names a row: its words and its date. */
#include "shared/sheet/sheet_layout.h"

#include <stdio.h>

void cc_sheet_add_label(cc_short *to, cc_str text, const char *between)
{
    size_t gap = to->len > 0 ? strlen(between) : 0;
    if (text.len == 0 || text.len + gap > sizeof to->bytes - to->len)
        return;
    memcpy(to->bytes + to->len, between, gap);
    to->len += gap;
    for (size_t i = 0, next; i < text.len; i = next) {
        next                 = cc_skip_blanks(text, i, text.len);
        to->bytes[to->len++] = next > i ? ' ' : text.ptr[i];
        next += next == i;
    }
}

static bool has_part(const cc_short *header, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= header->len; i++) {
        size_t k = 0;
        while (k < len && (header->bytes[i + k] | 0x20) == part[k])
            k++;
        if (k == len)
            return true;
    }
    return false;
}

/* "3" under "Month" or "Quarter". */
static size_t write_part(const cc_short *header, cc_str text, char *out)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len && i < 3; i++)
        n = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? n * 10 + (uint32_t)(text.ptr[i] - '0') : 99;
    const char *month = has_part(header, "month") ? cc_sheet_month_name(n) : NULL;
    if (month != NULL)
        return (size_t)snprintf(out, CC_SHEET_TIME_BYTES, "%s", month);
    return has_part(header, "quarter") && n >= 1 && n <= 4
               ? (size_t)snprintf(out, CC_SHEET_TIME_BYTES, "Q%u", n)
               : 0;
}

static void add_date(const cc_sheet_column *c, cc_str text, cc_short *to)
{
    char          words[CC_SHEET_TIME_BYTES];
    cc_sheet_time time = cc_sheet_time_read(text, c->day_first);
    if (time.unit == CC_SHEET_NO_TIME && c->day_first)
        time = cc_sheet_time_read(text, false);
    cc_sheet_series_apply(c->step, &time);
    size_t len = time.unit == CC_SHEET_NO_TIME ? write_part(&c->header, text, words)
                                               : cc_sheet_time_write(&time, words);
    if (time.unit == CC_SHEET_WHOLE_YEAR &&
        (has_part(&c->header, "fiscal") || has_part(&c->header, "fy")))
        cc_sheet_add_label(to, (cc_str){"FY", 2}, ", ");
    bool fiscal = to->len >= 2 && to->bytes[to->len - 1] == 'Y' && to->bytes[to->len - 2] == 'F';
    cc_sheet_add_label(to, len > 0 ? (cc_str){words, len} : text, fiscal ? " " : ", ");
}

static void add_key(const cc_sheet_column *c, const cc_sheet_cell *cell, cc_short *to)
{
    bool bare = cell->says == CC_SHEET_NUMBER || cell->says == CC_SHEET_YEAR;
    if (cell->says == CC_SHEET_MISSING)
        return;
    if (bare && c->header.len > 0)
        cc_sheet_add_label(to, cc_short_text(&c->header), ", ");
    cc_sheet_add_label(to, cell->text, bare && c->header.len > 0 ? " " : ", ");
}

static bool names_rows(const cc_sheet_layout *l, const cc_sheet_cell *cell)
{
    return cell->column < l->width && (l->columns[cell->column].role == CC_SHEET_KEYS ||
                                       l->columns[cell->column].role == CC_SHEET_TIMES);
}

static void add_name(const cc_sheet_layout *l, const cc_sheet_cell *cell, cc_short *to)
{
    const cc_sheet_column *c = &l->columns[cell->column];
    if (c->role == CC_SHEET_KEYS)
        add_key(c, cell, to);
    else
        add_date(c, cell->text, to);
}

void cc_sheet_name_row(cc_sheet_layout *l, const cc_sheet_row *row, cc_short *ret)
{
    bool first = true;
    ret->len   = 0;
    for (size_t i = 0; i < row->count && row->cells[i].column < l->width; i++) {
        const cc_sheet_cell *cell = &row->cells[i];
        if (!names_rows(l, cell))
            continue;
        if (first && cell->column != l->outer_column)
            *ret = l->outer;
        add_name(l, cell, ret);
        if (cell->column == l->outer_column)
            l->outer = *ret;
        first = false;
    }
}
