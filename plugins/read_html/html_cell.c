/* html_cell.c - the rows and cells of the table in hand. */
#include "html_page.h"

#include <string.h>
#include <strings.h>

enum { MAX_ROWS = 1000 /* that a cell spans */, MAX_AMOUNT = 48 /* bytes */ };

void cc_html_begin_table(cc_html_page *p, const GumboNode *n)
{
    cc_html_table *t = p->unused;
    if (t == NULL)
        t = p->host->alloc(p->host, sizeof *t, sizeof(void *));
    else
        p->unused = t->outer;
    cc_html_survey(p->host, n, t);
    t->outer = p->table;
    p->table = t;
}

void cc_html_end_table(cc_html_page *p)
{
    cc_html_table *t = p->table;
    p->table         = t->outer;
    t->outer         = p->unused;
    p->unused        = t;
}

void cc_html_begin_row(cc_html_page *p, const GumboNode *n)
{
    const cc_html_row *row = cc_html_find_row(p->table, n);
    p->bulleted            = false;
    cc_table_row(&p->table->labels, row != NULL && row->head);
}

static size_t read_count(const GumboNode *n, const char *name, size_t most)
{
    size_t ret = 0;
    for (const char *at = cc_html_attribute(n, name); *at >= '0' && *at <= '9' && ret < most; at++)
        ret = ret * 10 + (size_t)(*at - '0');
    return ret == 0 ? 1 : ret < most ? ret : most;
}

static cc_table_names names_of(const cc_html_page *p, const GumboNode *n, cc_html_saying says)
{
    const cc_table *t     = &p->table->labels;
    bool            names = cc_html_tag_of(n) == GUMBO_TAG_TH;
    const char     *scope = cc_html_attribute(n, "scope");
    if (t->head || (names && cc_html_begins(scope, "col")))
        return CC_TABLE_COLUMN;
    if (names || cc_html_begins(scope, "row") || (says == CC_HTML_WORDS && t->row.len == 0))
        return CC_TABLE_ROW;
    return CC_TABLE_NOTHING;
}

/* "7" before "Peru", under a header. */
static bool is_rank(const cc_html_page *p, const cc_html_cell *cell)
{
    const cc_html_table *t = p->table;
    return cell != NULL && cell->rank && t->labels.cell == 0 && !t->labels.head &&
           t->labels.columns[0].header.len > 0 && t->cell < t->cell_count &&
           t->cells[t->cell].says == CC_HTML_WORDS;
}

/* Parts of one amount are one cell over all their columns. */
void cc_html_begin_cell(cc_html_page *p, const GumboNode *n)
{
    cc_table           *t     = &p->table->labels;
    const cc_html_cell *cell  = cc_html_find_cell(p->table, n);
    bool                joins = cell != NULL && (cell->joined || cell->joins);
    size_t              from  = t->cell;
    cc_table_cell(t, read_count(n, "colspan", CC_TABLE_COLUMNS), read_count(n, "rowspan", MAX_ROWS),
                  names_of(p, n, cell != NULL ? cell->says : CC_HTML_NOTHING));
    if (cell != NULL && cell->joined)
        t->cell = from;
    if (is_rank(p, cell))
        t->names = CC_TABLE_NOTHING;
    p->held  = joins;
    p->joint = cell != NULL && cell->joined;
}

/* Whether the block in hand goes on in the next cell. */
static bool goes_on(const cc_html_page *p)
{
    const cc_html_table *t = p->table;
    return p->held && t->cell > 0 && t->cells[t->cell - 1].joins;
}

void cc_html_end_cell(cc_html_page *p)
{
    p->held = goes_on(p);
    if (!p->held)
        cc_html_end_block(p);
}

void cc_html_label_cell(cc_html_page *p, cc_block_in *block)
{
    cc_table *t = &p->table->labels;
    while (t->names == CC_TABLE_NOTHING && t->cell + 1 < t->cell_end &&
           t->columns[t->cell].header.len == 0)
        t->cell++;
    cc_table_label(t, &p->fold, block);
    if (t->names == CC_TABLE_ROW)
        cc_html_drop_colon(&t->row);
}

/* -- Negative amounts ----------------------------------------------------------------------- */

/* "(1,234)", "$(5.2)%" */
static bool is_negative(cc_str text)
{
    size_t opens = 0, closes = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        opens += c == '(';
        closes += c == ')';
        digits += c >= '0' && c <= '9';
        if ((c == '(' && digits > 0) || (unsigned char)c >= 0xE3 || strchr("[]*;:ABC", c) != NULL)
            return false;
    }
    return opens == 1 && closes <= 1 && digits > 0;
}

/* Puts a stretch of `old` into the block in hand without its brackets. */
static void put_stretch(cc_html_page *p, const cc_fold *old, const cc_piece *piece)
{
    size_t end = piece->text_off + piece->text_len, stop;
    for (size_t at = piece->text_off; at < end; at = stop) {
        bool   verbatim = (piece->flags & CC_VERBATIM) != 0;
        size_t place    = piece->place.at.bytes.start + (verbatim ? at - piece->text_off : 0);
        char   c        = old->text[at];
        for (stop = at + 1;
             stop < end && strchr("()", c) == NULL && strchr("()", old->text[stop]) == NULL;)
            stop++;
        size_t place_end = verbatim ? place + (stop - at) : piece->place.at.bytes.end;
        if (c == '(')
            cc_fold_put(&p->fold, (cc_str){"-", 1}, place, place_end, 0);
        else if (c != ')')
            cc_fold_put(&p->fold, (cc_str){old->text + at, stop - at}, place, place_end,
                        piece->flags);
    }
}

void cc_html_negate(cc_html_page *p)
{
    cc_fold old = p->fold;
    if (p->table == NULL || !p->table->accounts || old.text_len > MAX_AMOUNT ||
        !is_negative((cc_str){old.text, old.text_len}))
        return;
    p->fold          = p->spare;
    p->fold.text_len = p->fold.piece_count = 0;
    for (size_t i = 0; i < old.piece_count; i++)
        put_stretch(p, &old, &old.pieces[i]);
    p->spare = old;
}
