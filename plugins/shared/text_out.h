/* text_out.h - text for a terminal: control, format and direction characters are shown, never
 * sent; widths are counted in columns, so that a line of carets stands under what it means.
 * Needs libutf8proc. */
#ifndef CC_SHARED_TEXT_OUT_H
#define CC_SHARED_TEXT_OUT_H

#include "cc_json.h"
#include "writer.h"

#include <stdarg.h>
#include <utf8proc.h>

enum { CC_TEXT_COLUMNS = 100, CC_TEXT_INDENT = 4 };

typedef struct cc_text {
    cc_writer writer;
    bool      colour;
} cc_text;

static inline void cc_text_z(cc_text *t, const char *z)
{
    cc_write_z(&t->writer, z);
}

static inline void cc_text_colour(cc_text *t, const char *escape)
{
    if (t->colour)
        cc_text_z(t, escape);
}

/* At most 255 bytes. */
__attribute__((format(printf, 2, 3))) static inline void cc_text_printf(cc_text    *t,
                                                                        const char *format, ...)
{
    char    text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cc_text_z(t, text);
}

/* "3,120 pairs": one of the words after the number, and a blank between. */
static inline void cc_text_count(cc_text *t, uint64_t n, const char *one, const char *many)
{
    char digits[24], text[40];
    int  len = snprintf(digits, sizeof digits, "%" PRIu64, n), at = 0;
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at++] = ' ';
    text[at]   = '\0';
    cc_text_z(t, text);
    cc_text_z(t, n == 1 ? one : many);
}

/* What is shown for one code point, or for one byte that is none. */
typedef struct cc_cell {
    char   text[16];
    size_t len, width;
} cc_cell;

static inline bool cc_is_shown(utf8proc_int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
    }
}

/* The cell at *at, which moves on. In prose white space is one blank. */
static inline cc_cell cc_cell_next(cc_str s, size_t *at, bool prose)
{
    const unsigned char *p    = (const unsigned char *)s.ptr + *at;
    cc_cell              cell = {.len = 1, .width = 1};
    utf8proc_int32_t     code = 0;
    utf8proc_ssize_t     n    = utf8proc_iterate(p, (utf8proc_ssize_t)(s.len - *at), &code);
    *at += n > 0 ? (size_t)n : 1;
    if (prose && n == 1 && (code == ' ' || (code >= '\t' && code <= '\r'))) {
        cell.text[0] = ' ';
        return cell;
    }
    if (n > 0 && cc_is_shown(code)) {
        memcpy(cell.text, p, (size_t)n);
        cell.len   = (size_t)n;
        cell.width = (size_t)utf8proc_charwidth(code);
        return cell;
    }
    if (n <= 0 || code < 0x80)
        snprintf(cell.text, sizeof cell.text, "\\x%02X", p[0]);
    else
        snprintf(cell.text, sizeof cell.text, "\\u{%" PRIx32 "}", (uint32_t)code);
    cell.len = cell.width = strlen(cell.text);
    return cell;
}

static inline void cc_text_cells(cc_text *t, cc_str s, bool prose)
{
    for (size_t at = 0; at < s.len;) {
        cc_cell cell = cc_cell_next(s, &at, prose);
        cc_write(&t->writer, (cc_str){cell.text, cell.len});
    }
}

/* A path or an identifier; a sentence. */
static inline void cc_text_name(cc_text *t, cc_str s)
{
    cc_text_cells(t, s, false);
}

static inline void cc_text_prose(cc_text *t, cc_str s)
{
    cc_text_cells(t, s, true);
}

/* Columns, end exclusive. */
typedef struct cc_columns {
    size_t from, to;
} cc_columns;

/* The columns of `mark` in `s`; *ret_total gets the width of all. */
static inline cc_columns cc_mark_columns(cc_str s, cc_span mark, size_t *ret_total)
{
    cc_columns columns = {0};
    size_t     total   = 0;
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        size_t width = cc_cell_next(s, &at, true).width;
        if (start < mark.off)
            columns.from = total + width;
        if (start < (size_t)mark.off + mark.len)
            columns.to = total + width;
        total += width;
    }
    *ret_total = total;
    return columns;
}

/* The part of a line of `total` columns that is shown: all, or what is around the mark, with a
 * column left for each cut. */
static inline cc_columns cc_choose_columns(cc_columns mark, size_t total)
{
    size_t room = CC_TEXT_COLUMNS - CC_TEXT_INDENT;
    size_t wide = mark.to - mark.from;
    if (total <= room)
        return (cc_columns){0, total};
    if (mark.to < room)
        return (cc_columns){0, room - 1};
    if (total - mark.from < room)
        return (cc_columns){total - (room - 1), total};
    room -= 2;
    size_t before = wide < room ? (room - wide) / 2 : 0;
    return (cc_columns){mark.from - before, mark.from - before + room};
}

static inline void cc_text_repeat(cc_text *t, const char *z, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cc_text_z(t, z);
}

/* Prints the cells of `s` that lie in `window` and returns where the mark is on the screen, from
 * the start of the quotation. A combining mark goes with the cell before it. */
static inline cc_columns cc_text_window(cc_text *t, cc_str s, cc_span mark, cc_columns window)
{
    cc_columns under  = {0};
    size_t     column = 0, screen = window.from > 0;
    bool       inside = window.from == 0;
    for (size_t at = 0; at < s.len;) {
        size_t  start = at;
        cc_cell cell  = cc_cell_next(s, &at, true);
        if (cell.width > 0)
            inside = column >= window.from && column + cell.width <= window.to;
        column += cell.width;
        if (inside) {
            cc_write(&t->writer, (cc_str){cell.text, cell.len});
            screen += cell.width;
        }
        if (start < mark.off)
            under.from = screen;
        if (start < (size_t)mark.off + mark.len)
            under.to = screen;
    }
    return under;
}

/* The sentence, cut around the mark where it is longer than a line, and carets under the mark. */
static inline void cc_text_quote(cc_text *t, cc_str s, cc_span mark)
{
    size_t     total  = 0;
    cc_columns of     = cc_mark_columns(s, mark, &total);
    cc_columns window = cc_choose_columns(of, total);
    cc_text_repeat(t, " ", CC_TEXT_INDENT);
    if (window.from > 0)
        cc_text_z(t, "…");
    cc_columns under = cc_text_window(t, s, mark, window);
    cc_text_z(t, window.to < total ? "…\n" : "\n");
    if (under.to <= under.from)
        return;
    cc_text_repeat(t, " ", CC_TEXT_INDENT + under.from);
    cc_text_colour(t, "\033[32m");
    cc_text_repeat(t, "^", under.to - under.from);
    cc_text_colour(t, "\033[0m");
    cc_text_z(t, "\n");
}

#endif
