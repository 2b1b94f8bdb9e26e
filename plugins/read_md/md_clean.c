/* md_clean.c - the lines of the source: code is left alone, footnotes are taken out, and what md4c
 * does not know becomes what it knows. */
#include "md_clean.h"

#include "md_grid.h"
#include "md_inline.h"

/* The lines around the one in hand. */
typedef struct walk {
    cc_md_copy *copy;
    size_t      at;
    cc_range    text;  /* of the last line that was not blank; empty: none */
    bool        apart; /* a blank line follows it */
    bool        rows;  /* it has a bar */
} walk;

/* -- Code and tables --------------------------------------------------------------------------- */

/* Where the code that opens at `open` ends; the end of the text: nowhere. */
static size_t skip_fenced(const cc_md_copy *c, size_t open, cc_range line)
{
    size_t len = cc_md_fence_length(c, open, line.end), columns;
    for (size_t at = cc_line_next(c->in, line.end); at < c->in.len;) {
        line         = (cc_range){at, cc_line_end(c->in, at)};
        size_t start = cc_md_skip_indent(c, line, &columns);
        size_t n     = cc_md_fence_length(c, start, line.end);
        at           = cc_line_next(c->in, line.end);
        if (n >= len && c->in.ptr[start] == c->in.ptr[open] &&
            cc_skip_blanks(c->in, start + n, line.end) == line.end)
            return at;
    }
    return c->in.len;
}

/* A table rule of any width becomes one that md4c knows: three dashes and more a column. */
static void widen_rule(cc_md_copy *c, cc_range line)
{
    size_t dashes = 0, pipes = 0, first = line.end, last = line.start;
    for (size_t i = line.start; i < line.end; i++) {
        char x = c->in.ptr[i];
        if (x == '\0' || strchr("|-: \t", x) == NULL)
            return;
        dashes += x == '-';
        pipes += x == '|';
        if (x != ' ' && x != '\t') {
            first = i < first ? i : first;
            last  = i;
        }
    }
    for (size_t i = first; dashes > 0 && pipes > 0 && i <= last; i++)
        if (c->in.ptr[i] != '|')
            *cc_md_copy_at(c, i) = '-';
}

/* -- Footnotes ----------------------------------------------------------------------------------- */

/* "[^name]:" at the start of a line that is indented as text: where the note's text begins. */
static size_t note_start(const cc_md_copy *c, cc_range line)
{
    size_t columns, at = cc_md_skip_indent(c, line, &columns);
    size_t len = cc_md_marker_length(c, at, line.end);
    if (columns >= CC_MD_CODE_INDENT || len == 0 || !cc_md_is_at(c, at + len, line.end, ":"))
        return 0;
    return at + len + 1;
}

/* Whether a line that is not indented ends a footnote. */
static bool ends_note(const cc_md_copy *c, cc_range line, size_t text, bool blank)
{
    return blank || note_start(c, line) > 0 || cc_md_is_at(c, text, line.end, "#") ||
           cc_md_fence_length(c, text, line.end) > 0;
}

/* A footnote goes on to a blank line and, indented, beyond it. */
static size_t find_note_end(const cc_md_copy *c, size_t start)
{
    size_t end   = cc_line_end(c->in, start), columns;
    bool   blank = false;
    for (size_t at = cc_line_next(c->in, end); at < c->in.len;) {
        cc_range line = {at, cc_line_end(c->in, at)};
        size_t   text = cc_md_skip_indent(c, line, &columns);
        at            = cc_line_next(c->in, line.end);
        if (text == line.end) {
            blank = true;
            continue;
        }
        if (columns < CC_MD_CODE_INDENT && ends_note(c, line, text, blank))
            break;
        blank = false;
        end   = line.end;
    }
    return end;
}

static size_t take_note(cc_md_copy *c, size_t start, size_t text)
{
    size_t end = find_note_end(c, text);
    cc_md_blank_out(c, (cc_range){start, end});
    cc_md_put_note(c, (cc_range){text, end});
    return cc_line_next(c->in, end);
}

/* -- What others write ---------------------------------------------------------------------------- */

/* "::: {.note}", "> [!NOTE]": lines that say what a part is. */
static bool is_part_mark(const cc_md_copy *c, cc_range line, size_t text)
{
    if (cc_md_is_at(c, text, line.end, ":::"))
        return true;
    size_t at = text + 2;
    if (text == line.start || !cc_md_is_at(c, text, line.end, "[!"))
        return false;
    while (at < line.end && c->in.ptr[at] >= 'A' && c->in.ptr[at] <= 'Z')
        at++;
    return cc_md_is_at(c, at, line.end, "]") && cc_skip_blanks(c->in, at + 1, line.end) == line.end;
}

static bool is_table_line(const cc_md_copy *c, cc_range line)
{
    size_t columns, text = cc_md_skip_indent(c, line, &columns);
    return memchr(c->in.ptr + line.start, '|', line.end - line.start) != NULL ||
           cc_md_is_at(c, text, line.end, "---") || cc_md_is_at(c, text, line.end, "+--");
}

/* The next line that is not blank, among the two after this one. */
static cc_range next_text(const cc_md_copy *c, cc_range line)
{
    for (size_t i = 0; i < 2; i++) {
        size_t at = cc_line_next(c->in, line.end);
        line      = (cc_range){at, cc_line_end(c->in, at)};
        if (cc_skip_blanks(c->in, line.start, line.end) < line.end)
            break;
    }
    return line;
}

/* ":   What a term means" becomes an item; ": A table's caption" and "Table: A caption" lose what
 * they begin with. */
static void read_colon(const walk *w, cc_range line, size_t text)
{
    cc_md_copy *c     = w->copy;
    bool        table = cc_md_is_at(c, text, line.end, "Table: ");
    size_t      after = cc_skip_blanks(c->in, text + 1, line.end);
    bool        colon = cc_md_is_at(c, text, line.end, ":") || cc_md_is_at(c, text, line.end, "~");
    if (!table && (!colon || after == text + 1 || after - text > CC_MD_CODE_INDENT))
        return;
    if (is_table_line(c, w->text) || is_table_line(c, next_text(c, line)))
        cc_md_take_out(c, (cc_range){text, text + (table ? strlen("Table:") : 1)}, CC_MD_GONE);
    else if (!table && w->text.end > w->text.start)
        *cc_md_copy_at(c, text) = '-';
}

/* -- Lines ----------------------------------------------------------------------------------------- */

static bool ends_paragraph(const cc_md_copy *c, size_t text, size_t end)
{
    return text == end || cc_md_is_at(c, text, end, "- ") || cc_md_is_at(c, text, end, "* ") ||
           cc_md_is_at(c, text, end, "# ");
}

static void clean_text(walk *w, cc_range line, size_t text, size_t columns)
{
    cc_md_copy *c = w->copy;
    c->lines      = ends_paragraph(c, text, line.end) ? 0 : c->lines + 1;
    if (w->rows && !w->apart)
        widen_rule(c, line);
    if (columns < CC_MD_CODE_INDENT && text < line.end)
        read_colon(w, line, text);
    w->at    = cc_md_clean_line(c, line);
    w->at    = w->at == line.end ? cc_line_next(c->in, w->at) : w->at;
    w->apart = text == line.end;
    if (!w->apart) {
        w->text = line;
        w->rows = memchr(c->in.ptr + line.start, '|', line.end - line.start) != NULL;
    }
}

void cc_md_clean(cc_md_copy *c, size_t at, size_t end, bool notes)
{
    walk   w    = {.copy = c, .at = at, .apart = true};
    size_t all  = c->in.len;
    c->in.len   = end;
    c->unclosed = 0;
    while (w.at < end) {
        cc_range line = {w.at, cc_line_end(c->in, w.at)};
        size_t   columns, text = cc_md_skip_indent(c, line, &columns), note = note_start(c, line);
        size_t   grid = w.apart && text < line.end ? cc_md_take_grid(c, line.start) : 0;
        if (grid > 0) {
            w.at   = grid;
            w.text = line;
        } else if (notes && note > 0) {
            w.at = take_note(c, line.start, note);
        } else if (cc_md_fence_length(c, text, line.end) > 0) {
            w.at = skip_fenced(c, text, line);
        } else if (is_part_mark(c, line, text)) {
            cc_md_blank_out(c, (cc_range){text, line.end});
            w.at = cc_line_next(c->in, line.end);
        } else {
            clean_text(&w, line, text, columns);
        }
    }
    c->in.len = all;
}
