/* txt_cells.h - tables: "| a | b |", and cells that two or more blanks or a tab keep apart. */
#ifndef READ_TXT_CELLS_H
#define READ_TXT_CELLS_H

#include "txt_blocks.h"

/* Whether a table begins with `l`: rows of cells one below the other, figures among them. */
bool cc_txt_begins_table(const cc_txt *r, const cc_txt_line *l);
/* *next is the line after it. A cell has its row's and its column's label where it stands right
 * below a header, else it has none. */
cc_status cc_txt_read_table(cc_txt *r, const cc_txt_line *l, cc_txt_line *next);
cc_status cc_txt_read_pipe_row(cc_txt *r, const cc_txt_line *l);

/* Whether the line is divided as a row of a table is. */
bool cc_txt_is_divided(const cc_txt *r, const cc_txt_line *l);

/* Whether `l` goes on with the second of the two cells of the line `row`. */
bool cc_txt_is_below_cell(const cc_txt *r, const cc_txt_line *row, const cc_txt_line *l);

#endif
