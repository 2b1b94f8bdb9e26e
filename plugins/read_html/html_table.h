/* html_table.h - whether a table holds data or lays out a page, which of its rows are headers, and
 * which of its cells are parts of one amount: "$" | "1,234" | ")". */
#ifndef CC_READ_HTML_TABLE_H
#define CC_READ_HTML_TABLE_H

#include "html_dom.h"
#include "shared/table.h"

/* What a cell says. */
typedef enum cc_html_saying {
    CC_HTML_NOTHING = 0,
    CC_HTML_OPENS,  /* "$", "(": goes on in the next cell */
    CC_HTML_CLOSES, /* ")", "%": goes on from the cell before */
    CC_HTML_NUMBER,
    CC_HTML_DASH, /* in the place of a number */
    CC_HTML_YEAR,
    CC_HTML_WORDS,
} cc_html_saying;

typedef struct cc_html_cell {
    const GumboNode *node;
    cc_html_saying   says;
    bool             bold;
    bool             rank;          /* "7" */
    bool             bullet;        /* "•", "(1)", "a." */
    bool             joined, joins; /* one amount with the cell before, after it */
} cc_html_cell;

typedef struct cc_html_row {
    const GumboNode *node;
    size_t           first; /* cell */
    bool             head;
} cc_html_row;

typedef struct cc_html_table {
    struct cc_html_table *outer;
    cc_table              labels;
    cc_html_cell         *cells;
    cc_html_row          *rows; /* one more than there are: where the last one ends */
    size_t                cell_count, cell_cap, row_count, row_cap;
    size_t                cell, row; /* that the walk comes to next */
    bool                  data;
    bool                  accounts; /* writes negative amounts in brackets */
} cc_html_table;

/* Fills `t`, which is zeroed or was filled before; tables within are not looked at. */
void cc_html_survey(const cc_host *host, const GumboNode *table, cc_html_table *t);

/* That of a row or a cell of the table that the walk is in; they come in order. NULL: none. */
const cc_html_row  *cc_html_find_row(cc_html_table *t, const GumboNode *row);
const cc_html_cell *cc_html_find_cell(cc_html_table *t, const GumboNode *cell);

#endif
