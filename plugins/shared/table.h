/* table.h - the labels of a table's cells: the first cell of the row, the header of the column. */
#ifndef CC_SHARED_TABLE_H
#define CC_SHARED_TABLE_H

#include "fold.h"

enum {
    CC_SHORT_BYTES   = 200,
    CC_TABLE_COLUMNS = 64, /* those further right have no labels */
};

/* A text that is short enough to be a label; a longer one leaves it empty. */
typedef struct cc_short {
    char   bytes[CC_SHORT_BYTES];
    size_t len;
} cc_short;

static inline cc_str cc_short_text(const cc_short *s)
{
    return (cc_str){s->bytes, s->len};
}

/* Appends the text of the block in hand, if it fits. */
static inline void cc_short_add(cc_short *to, const cc_fold *f)
{
    size_t gap = to->len > 0;
    if (f->text_len + gap > sizeof to->bytes - to->len)
        return;
    if (gap > 0)
        to->bytes[to->len++] = ' ';
    memcpy(to->bytes + to->len, f->text, f->text_len);
    to->len += f->text_len;
}

static inline void cc_short_set(cc_short *to, const cc_fold *f)
{
    to->len = 0;
    cc_short_add(to, f);
}

/* -- Tables --------------------------------------------------------------------------------- */

/* What a cell names. */
typedef enum cc_table_names { CC_TABLE_NOTHING = 0, CC_TABLE_ROW, CC_TABLE_COLUMN } cc_table_names;

typedef struct cc_table {
    struct cc_table *outer; /* the reader's */
    cc_short         row;
    struct {
        cc_short header;
        size_t   busy; /* rows in which a cell from above still stands here */
    } columns[CC_TABLE_COLUMNS];
    size_t         used, next;     /* columns; of the row in hand */
    size_t         cell, cell_end; /* columns of the cell in hand */
    cc_table_names names;          /* of the cell in hand */
    bool           head;           /* the row in hand holds headers */
} cc_table;

/* Also makes ready for another table. */
static inline void cc_table_clear(cc_table *t)
{
    for (size_t i = 0; i < t->used; i++)
        t->columns[i].header.len = t->columns[i].busy = 0;
    t->row.len = t->used = t->next = t->cell = t->cell_end = 0;
    t->head                                                = false;
    t->names                                               = CC_TABLE_NOTHING;
}

/* Begins a row. Headers hold until the next rows of headers. */
static inline void cc_table_row(cc_table *t, bool head)
{
    bool anew = head && !t->head;
    t->head   = head;
    t->next   = 0;
    for (size_t i = 0; i < t->used; i++) {
        t->columns[i].busy -= t->columns[i].busy > 0;
        if (anew)
            t->columns[i].header.len = 0;
    }
    if (t->columns[0].busy == 0)
        t->row.len = 0;
}

/* Begins a cell. The first one of a row names it. */
static inline void cc_table_cell(cc_table *t, size_t width, size_t rows, cc_table_names names)
{
    size_t at = t->next;
    while (at < CC_TABLE_COLUMNS && t->columns[at].busy > 0)
        at++;
    t->cell     = at;
    t->cell_end = width < CC_TABLE_COLUMNS - at ? at + width : CC_TABLE_COLUMNS;
    t->next     = t->cell_end;
    t->used     = t->cell_end > t->used ? t->cell_end : t->used;
    t->names    = names == CC_TABLE_NOTHING && at == 0 ? CC_TABLE_ROW : names;
    for (; at < t->cell_end; at++)
        t->columns[at].busy = rows;
}

/* Gives the block in hand, a cell's, its labels, or makes labels of it. */
static inline void cc_table_label(cc_table *t, const cc_fold *f, cc_block_in *block)
{
    if (t->names == CC_TABLE_ROW)
        cc_short_add(&t->row, f);
    for (size_t i = t->cell; t->names == CC_TABLE_COLUMN && i < t->cell_end; i++)
        cc_short_add(&t->columns[i].header, f);
    if (t->names != CC_TABLE_NOTHING)
        return;
    block->row = cc_short_text(&t->row);
    if (t->cell < t->cell_end)
        block->column = cc_short_text(&t->columns[t->cell].header);
}

#endif
