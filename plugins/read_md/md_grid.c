/* md_grid.c - finds tables by their rules, and cuts their lines where the rules say. */
#include "md_grid.h"

#include "md_events.h"
#include "md_inline.h"
#include "md_words.h"

#include <md4c.h>

enum {
    MAX_TABLE_LINES  = 2000, /* in which the end of a table is looked for */
    MAX_HEADER_LINES = 20,
    MAX_ROW_LINES    = 100, /* of one row; more are more rows */
};

static cc_range line_at(const cc_md_copy *c, size_t at)
{
    return (cc_range){at, cc_line_end(c->in, at)};
}

static bool is_blank_line(const cc_md_copy *c, cc_range line)
{
    return cc_skip_blanks(c->in, line.start, line.end) == line.end;
}

static bool is_grid_rule(const cc_md_copy *c, cc_range line)
{
    size_t crosses = 0, at = cc_skip_blanks(c->in, line.start, line.end);
    if (!cc_md_is_at(c, at, line.end, "+"))
        return false;
    for (; at < line.end && c->in.ptr[at] != '\0' && strchr("+-=: ", c->in.ptr[at]) != NULL; at++)
        crosses += c->in.ptr[at] == '+';
    return at == line.end && crosses >= 2 && c->in.ptr[line.end - 1] != ' ';
}

/* How many runs of two and more dashes, with blanks between, a line is; 0: something else. */
static size_t count_runs(const cc_md_copy *c, cc_range line)
{
    const char *p = c->in.ptr;
    size_t      n = 0;
    for (size_t at = line.start; at < line.end; at++) {
        bool first = p[at] == '-' && (at == line.start || p[at - 1] == ' ');
        if ((p[at] != '-' && p[at] != ' ') || (first && !cc_md_is_at(c, at, line.end, "--")))
            return 0;
        n += first;
    }
    return n;
}

/* -- Finding ---------------------------------------------------------------------------------- */

/* Lines of a grid begin with '+' or '|'. */
static bool find_grid(const cc_md_copy *c, size_t at, cc_md_grid *ret)
{
    ret->rule = line_at(c, at);
    if (!is_grid_rule(c, ret->rule))
        return false;
    while (at < c->in.len) {
        cc_range line = line_at(c, at);
        size_t   text = cc_skip_blanks(c->in, at, line.end);
        if (!cc_md_is_at(c, text, line.end, "+") && !cc_md_is_at(c, text, line.end, "|"))
            break;
        at = cc_line_next(c->in, line.end);
    }
    ret->all  = (cc_range){ret->rule.start, at};
    ret->grid = at > cc_line_next(c->in, ret->rule.end);
    return ret->grid;
}

/* The rule of columns, in or just below the header of a table. */
static bool find_rule(const cc_md_copy *c, size_t at, cc_range *ret)
{
    for (size_t i = 0; i < MAX_HEADER_LINES && at < c->in.len; i++) {
        *ret = line_at(c, at);
        if (is_blank_line(c, *ret))
            return false;
        if (count_runs(c, *ret) >= 2)
            return true;
        at = cc_line_next(c->in, ret->end);
    }
    return false;
}

/* A rule with nothing below it; 0: there is none. Lines that were looked at for a table before this
 * one hold none. */
static size_t find_last_rule(cc_md_copy *c, size_t at)
{
    if (at < c->no_rule_to)
        at = c->no_rule_to;
    for (size_t i = 0; i < MAX_TABLE_LINES && at < c->in.len; i++) {
        cc_range line = line_at(c, at);
        at            = cc_line_next(c->in, line.end);
        if (count_runs(c, line) > 0 && is_blank_line(c, line_at(c, at)))
            return at;
    }
    c->no_rule_to = at;
    return 0;
}

/* A simple table ends at a blank line. */
static size_t find_blank_line(const cc_md_copy *c, size_t at)
{
    while (at < c->in.len && !is_blank_line(c, line_at(c, at)))
        at = cc_line_next(c->in, cc_line_end(c->in, at));
    return at;
}

/* One line of headers, then the rule. */
static bool find_simple(const cc_md_copy *c, size_t at, cc_md_grid *ret)
{
    size_t next = cc_line_next(c->in, cc_line_end(c->in, at));
    ret->rule   = line_at(c, next);
    size_t rows = cc_line_next(c->in, ret->rule.end);
    if (count_runs(c, ret->rule) < 2 || is_blank_line(c, line_at(c, rows)))
        return false;
    ret->all = (cc_range){at, find_blank_line(c, rows)};
    return true;
}

/* The rule alone, or headers between two. */
static bool find_ruled(cc_md_copy *c, size_t at, cc_md_grid *ret)
{
    cc_range first = line_at(c, at);
    size_t   runs  = count_runs(c, first);
    ret->all.start = runs == 1 ? cc_line_next(c->in, first.end) : at;
    if (runs == 0 || !find_rule(c, ret->all.start, &ret->rule))
        return false;
    size_t   below = cc_line_next(c->in, ret->rule.end);
    cc_range row   = line_at(c, below);
    if (is_blank_line(c, row) || count_runs(c, row) > 0)
        return false;
    ret->all.end = find_last_rule(c, below);
    return ret->all.end > 0;
}

/* Rows of several lines have blank ones between. */
static bool has_blank_line(const cc_md_copy *c, const cc_md_grid *grid)
{
    for (size_t at = grid->all.start; at < grid->all.end;) {
        cc_range line = line_at(c, at);
        if (is_blank_line(c, line))
            return true;
        at = cc_line_next(c->in, line.end);
    }
    return false;
}

size_t cc_md_take_grid(cc_md_copy *c, size_t at)
{
    cc_md_grid grid = {.grid = false};
    if (!find_grid(c, at, &grid) && !find_simple(c, at, &grid) && !find_ruled(c, at, &grid))
        return 0;
    grid.lines = grid.grid || has_blank_line(c, &grid);
    cc_md_put_grid(c, &grid);
    cc_md_blank_out(c, (cc_range){at, grid.all.end});
    return grid.all.end;
}

/* -- Reading ---------------------------------------------------------------------------------- */

typedef struct cutter {
    cc_md            *r;
    const cc_md_grid *grid;
    size_t   edges[CC_TABLE_COLUMNS + 1]; /* where columns begin, in code points; the end */
    size_t   columns;
    cc_range lines[MAX_ROW_LINES]; /* of the row in hand */
    size_t   count;
} cutter;

static void find_edges(cutter *k)
{
    const char *p      = k->r->src.in.ptr;
    cc_range    rule   = k->grid->rule;
    size_t      column = 0;
    for (size_t at = rule.start; at < rule.end && k->columns < CC_TABLE_COLUMNS; at++, column++) {
        bool edge =
            k->grid->grid ? p[at] == '+' : p[at] == '-' && (at == rule.start || p[at - 1] == ' ');
        if (edge)
            k->edges[k->columns++] = column;
    }
    if (k->grid->grid)
        k->columns--;
    else
        k->edges[0] = 0, k->edges[k->columns] = SIZE_MAX;
}

/* What a line holds of a column. */
static cc_range cut(const cutter *k, cc_range line, size_t column)
{
    const char *p     = k->r->src.in.ptr;
    size_t      start = k->edges[column] + k->grid->grid, end = k->edges[column + 1], at = 0;
    cc_range    ret = {line.end, line.end};
    for (size_t i = line.start; i < line.end; i++) {
        if ((p[i] & 0xC0) == 0x80)
            continue;
        if (at == start)
            ret.start = i;
        if (at == end) {
            ret.end = i;
            break;
        }
        at++;
    }
    return ret;
}

static void put_cell(cutter *k, size_t column)
{
    cc_md *r = k->r;
    for (size_t i = 0; i < k->count; i++) {
        cc_range part = cut(k, k->lines[i], column);
        part.start    = cc_skip_blanks(r->src.in, part.start, part.end);
        if (part.start == part.end)
            continue;
        cc_md_gap(r, CC_MD_BLANK, part.start, 0);
        cc_md_parse(r, part, MD_FLAG_NOINDENTEDCODEBLOCKS);
    }
    cc_md_end_cell(r);
}

static void put_row(cutter *k, bool head)
{
    if (k->count == 0)
        return;
    cc_md_begin_row(k->r, head, k->columns);
    for (size_t i = 0; i < k->columns; i++)
        put_cell(k, i);
    k->count = 0;
}

/* Where the rows of headers end; the start of the table: there are none. */
static size_t find_head_end(const cutter *k)
{
    const cc_md_copy *c = &k->r->src;
    if (!k->grid->grid)
        return k->grid->rule.start;
    for (size_t at = k->grid->all.start; at < k->grid->all.end;) {
        cc_range line = line_at(c, at);
        if (is_grid_rule(c, line) && memchr(c->in.ptr + at, '=', line.end - at) != NULL)
            return at;
        at = cc_line_next(c->in, line.end);
    }
    return k->grid->all.start;
}

static void put_rows(cutter *k)
{
    const cc_md_copy *c    = &k->r->src;
    size_t            head = find_head_end(k), next;
    for (size_t at = k->grid->all.start; at < k->grid->all.end; at = next) {
        cc_range line = line_at(c, at);
        bool     rule = k->grid->grid ? is_grid_rule(c, line) : count_runs(c, line) > 0;
        next          = cc_line_next(c->in, line.end);
        if (!rule && !is_blank_line(c, line))
            k->lines[k->count++] = line;
        bool whole = at < head ? false : !k->grid->lines;
        if (rule || whole || is_blank_line(c, line) || k->count == MAX_ROW_LINES)
            put_row(k, at <= head && head > k->grid->all.start);
    }
    put_row(k, false);
}

/* Brings the table back into the copy. */
static void restore(cc_md_copy *c, cc_range all)
{
    memcpy(cc_md_copy_at(c, all.start), c->in.ptr + all.start, all.end - all.start);
    for (size_t at = all.start; at < all.end;) {
        size_t end = cc_md_clean_line(c, line_at(c, at));
        at = end < c->in.len && strchr("\r\n", c->in.ptr[end]) != NULL ? cc_line_next(c->in, end)
                                                                       : end;
    }
}

/* In the middle of what md4c hands out, which goes on as before. */
static void put_grid(cc_md *r, const cc_md_grid *grid)
{
    cutter    k      = {.r = r, .grid = grid};
    cc_md_now before = r->now;
    size_t    row    = r->row.len;
    r->now           = (cc_md_now){.in_grid = true, .in_cell = true};
    r->row.len = r->lead.len = r->list_row.len = 0;
    restore(&r->src, grid->all);
    find_edges(&k);
    cc_md_begin_table(r);
    put_rows(&k);
    r->now     = before;
    r->row.len = row;
}

void cc_md_put_grids(cc_md *r, size_t before)
{
    while (!r->now.in_grid && r->next_grid < r->src.grid_count &&
           r->src.grids[r->next_grid].all.start < before)
        put_grid(r, &r->src.grids[r->next_grid++]);
}
