/* md_line.c - the lines of a paragraph: rows of tables that md4c does not know, labels. */
#include "md_line.h"

#include "md_words.h"

static bool is_pipe(const cc_md *r, size_t at)
{
    return r->src.copy.ptr[at] == '|' && (at == 0 || r->src.copy.ptr[at - 1] != '\\');
}

void cc_md_put_row(cc_md *r, size_t at, size_t end)
{
    for (size_t i = at; i < end; i++)
        if (is_pipe(r, i)) {
            cc_md_put_clean(r, at, i);
            cc_md_end_cell(r);
            at = i + 1;
        }
    cc_md_put_clean(r, at, end);
}

static bool is_table_rule(const cc_md *r, size_t at)
{
    size_t columns, dashes = 0, pipes = 0;
    if (at >= r->now.end)
        return false;
    size_t end = cc_line_end((cc_str){r->src.in.ptr, r->now.end}, at);
    for (at = cc_md_skip_indent(&r->src, (cc_range){at, end}, &columns); at < end; at++) {
        if (r->src.in.ptr[at] == '\0' || strchr("|-: \t", r->src.in.ptr[at]) == NULL)
            return false;
        dashes += r->src.in.ptr[at] == '-';
        pipes += r->src.in.ptr[at] == '|';
    }
    return dashes > 0 && pipes > 0;
}

static size_t count_cells(const cc_md *r, size_t at, size_t end)
{
    size_t n = 0;
    for (bool open = true; at < end; at++) {
        bool pipe = is_pipe(r, at);
        n += open && !pipe && r->src.copy.ptr[at] != ' ';
        open = pipe || (open && r->src.copy.ptr[at] == ' ');
    }
    return n;
}

/* "| a | b" begins at `at`, or "a | b" in a table. Returns where its first cell does. */
static size_t begin_row(cc_md *r, size_t at, size_t end)
{
    bool first     = !r->now.in_rows;
    r->now.in_rows = true;
    if (!first && is_table_rule(r, at)) {
        r->now.hide_to = end;
        return end;
    }
    bool head = is_table_rule(r, cc_line_next(r->src.copy, end));
    if (head || first)
        cc_md_begin_table(r);
    r->now.in_row = true;
    at += r->src.copy.ptr[at] == '|';
    cc_md_begin_row(r, head, count_cells(r, at, end));
    return at;
}

static bool is_row(const cc_md *r, size_t at, size_t end)
{
    bool table = (r->now.in_rows && r->headed) || is_table_rule(r, cc_line_next(r->src.copy, end));
    bool first = r->src.copy.ptr[at] == '|';
    return (first || table) && memchr(r->src.copy.ptr + at + first, '|', end - at - first) != NULL;
}

/* A row, "**Label:** value", or, pandoc's, "| a line that stays one". */
size_t cc_md_begin_line(cc_md *r, size_t at)
{
    r->now.line_start = false;
    if (r->now.heading > 0 || r->now.in_cell)
        return at;
    size_t   end    = cc_line_end((cc_str){r->src.copy.ptr, r->now.end}, at);
    cc_range line   = {at < 2 ? at : at - 2, end}, name;
    r->now.line_end = end;
    if (r->now.in_row)
        cc_md_end_text(r);
    if (is_row(r, at, end)) {
        cc_md_flush(r);
        return begin_row(r, at, end);
    }
    if (r->src.copy.ptr[at] == '|') {
        cc_md_flush(r);
        return at + 1;
    }
    size_t value = cc_md_is_paragraph(r) ? cc_bold_label(r->src.copy, line, &name) : 0;
    if (value > 0) {
        cc_md_flush(r);
        r->row.len      = 0;
        r->now.value_at = value;
    }
    return at;
}

void cc_md_take_label(cc_md *r)
{
    while (cc_md_ends_in_colon(r) ||
           (r->fold.text_len > 0 && r->fold.text[r->fold.text_len - 1] == ' '))
        r->fold.text_len--;
    cc_label_keep(&r->row, &r->fold, CC_LABEL_BYTES);
    cc_md_drop(r);
    r->now.value_at = 0;
    r->now.noted    = false;
}
