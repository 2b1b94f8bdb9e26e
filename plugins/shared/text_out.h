/* text_out.h - text for a terminal: control, format and direction characters are shown, never
 * sent; widths are counted in columns, so that a line of carets stands under what it means.
 * Needs libutf8proc. */
#ifndef CC_SHARED_TEXT_OUT_H
#define CC_SHARED_TEXT_OUT_H

#include "cc_json.h"
#include "writer.h"

#include <stdarg.h>
#include <utf8proc.h>

enum { CC_TEXT_INDENT = 4, CC_TEXT_LINES = 4 /* of a sentence */ };

typedef struct cc_text {
    cc_writer writer;
    bool      colour;
    size_t    columns; /* of the screen, at least 40 */
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

static inline size_t cc_text_width(cc_str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.len;)
        width += cc_cell_next(s, &at, true).width;
    return width;
}

static inline void cc_text_repeat(cc_text *t, const char *z, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cc_text_z(t, z);
}

static inline bool cc_is_gap(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* -- Words that flow into lines ------------------------------------------------------------- */

typedef struct cc_flow {
    cc_text    *text;
    size_t      column, indent; /* indent: of all lines but the first */
    bool        gap;            /* a blank is due */
    const char *open;           /* stands before the next word, "("; NULL: nothing does */
} cc_flow;

/* A word leaves room for a bracket and a comma behind it. */
static inline void cc_flow_word(cc_flow *f, cc_str word)
{
    const char *open  = f->open == NULL ? "" : f->open;
    size_t      width = strlen(open) + cc_text_width(word);
    if (f->gap && f->column + 1 + width + 2 > f->text->columns) {
        cc_text_z(f->text, "\n");
        cc_text_repeat(f->text, " ", f->indent);
        f->column = f->indent;
    } else if (f->gap) {
        cc_text_z(f->text, " ");
        f->column++;
    }
    cc_text_z(f->text, open);
    cc_text_prose(f->text, word);
    f->column += width;
    f->open = NULL;
    f->gap  = false;
}

/* Breaks the line at blanks only: what begins without one stays with what ended without one. */
static inline void cc_flow_prose(cc_flow *f, cc_str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        while (at < s.len && cc_is_gap(s.ptr[at]))
            at++;
        f->gap |= at > from;
        size_t word = at;
        while (at < s.len && !cc_is_gap(s.ptr[at]))
            at++;
        if (at > word)
            cc_flow_word(f, (cc_str){s.ptr + word, at - word});
    }
}

static inline void cc_flow_z(cc_flow *f, const char *z)
{
    cc_flow_prose(f, (cc_str){z, strlen(z)});
}

/* -- A sentence with the figures in it underlined --------------------------------------------- */

/* Bytes, end exclusive. */
typedef struct cc_line {
    size_t from, to;
} cc_line;

/* The line of at most `width` columns that begins at `at`: up to a blank, or through a long word. */
static inline cc_line cc_line_next(cc_str s, size_t at, size_t width)
{
    while (at < s.len && cc_is_gap(s.ptr[at]))
        at++;
    cc_line line   = {at, at};
    size_t  column = 0;
    while (at < s.len) {
        size_t start = at;
        bool   gap   = cc_is_gap(s.ptr[at]);
        column += cc_cell_next(s, &at, true).width;
        if (gap)
            line.to = start;
        if (column > width && !gap)
            return line.to > line.from ? line : (cc_line){line.from, start};
    }
    return (cc_line){line.from, s.len};
}

/* On which line a byte stands, counted from 0; that of the last byte is one less than all. */
static inline size_t cc_line_of(cc_str s, size_t byte, size_t width)
{
    size_t  n    = 0;
    cc_line line = cc_line_next(s, 0, width);
    for (; line.to <= byte && line.to < s.len; n++)
        line = cc_line_next(s, line.to, width);
    return n;
}

static inline bool cc_is_marked(const cc_span *marks, size_t count, size_t byte)
{
    for (size_t i = 0; i < count; i++)
        if (byte >= marks[i].off && byte < (size_t)marks[i].off + marks[i].len)
            return true;
    return false;
}

/* Carets under what is marked; nothing for a line without. */
static inline void cc_text_carets(cc_text *t, cc_str s, cc_line line, size_t indent,
                                  const cc_span *marks, size_t count)
{
    size_t blanks = indent;
    bool   any    = false;
    for (size_t at = line.from; at < line.to;) {
        bool    marked = cc_is_marked(marks, count, at);
        cc_cell cell   = cc_cell_next(s, &at, true);
        if (!marked) {
            blanks += cell.width;
            continue;
        }
        cc_text_repeat(t, " ", blanks);
        if (!any)
            cc_text_colour(t, "\033[32m");
        cc_text_repeat(t, "^", cell.width);
        any    = true;
        blanks = 0;
    }
    if (!any)
        return;
    cc_text_colour(t, "\033[0m");
    cc_text_z(t, "\n");
}

/* Whole where it is not long; else from the line before the first mark to the last mark. */
static inline void cc_text_quote(cc_text *t, cc_str s, const cc_span *marks, size_t count)
{
    size_t width = t->columns - CC_TEXT_INDENT - 2; /* a column for each ellipsis */
    size_t first = s.len, last = 0, lines = s.len == 0 ? 0 : cc_line_of(s, s.len - 1, width) + 1;
    for (size_t i = 0; i < count; i++) {
        first = marks[i].off < first ? marks[i].off : first;
        last  = marks[i].off + marks[i].len > last ? marks[i].off + marks[i].len : last;
    }
    size_t from = cc_line_of(s, first, width), to = cc_line_of(s, last > 0 ? last - 1 : 0, width);
    from         = lines <= CC_TEXT_LINES || from == 0 ? 0 : from - 1;
    to           = to < from + CC_TEXT_LINES ? from + CC_TEXT_LINES : to + 1;
    cc_line line = {0, 0};
    for (size_t n = 0; n < lines && n < to; n++) {
        line = cc_line_next(s, line.to, width);
        if (n < from)
            continue;
        bool cut = n == from && n > 0;
        cc_text_repeat(t, " ", CC_TEXT_INDENT);
        cc_text_z(t, cut ? "…" : "");
        cc_text_prose(t, (cc_str){s.ptr + line.from, line.to - line.from});
        cc_text_z(t, n + 1 == to && n + 1 < lines ? "…\n" : "\n");
        cc_text_carets(t, s, line, CC_TEXT_INDENT + cut, marks, count);
    }
}

#endif
