/* grid.h - a table waits until all of it is there; then its cells get their labels.
 *
 * Few documents mark their headers, so a table is judged by what its cells say, as read_html does:
 * whether it holds data or lays out a page, and which of its rows name the columns. */
#ifndef CC_SHARED_GRID_H
#define CC_SHARED_GRID_H

#include "shared/package/blocks.h"

typedef struct cc_grid_cell {
    size_t   first; /* block; up to that of the next cell */
    uint32_t width; /* columns */
    bool     covered, bold;
} cc_grid_cell;

typedef struct cc_grid_row {
    size_t first; /* cell; up to that of the next row */
    bool   head;
} cc_grid_row;

typedef struct cc_grid {
    const cc_host  *host;
    struct cc_grid *outer;
    cc_blocks       blocks;
    cc_grid_cell   *cells;
    cc_grid_row    *rows;
    size_t          cell_count, cell_cap, row_count, row_cap;
    bool            marked; /* some row was said to hold headers */
    bool titled; /* the first row is set off as headers are, which does not make it one */
    bool parts;  /* tables, headings or items in its cells */
} cc_grid;

typedef cc_status cc_put_block(void *user, const cc_block_in *block);

/* Within `outer`, which may be NULL; in the memory of the host. */
cc_grid *cc_grid_new(const cc_host *host, cc_grid *outer);
/*   head   the document says that the row names the columns */
void cc_grid_row_begin(cc_grid *grid, bool head);
/* The same of the row in hand. */
void cc_grid_mark_row(cc_grid *grid);
/* The next cell of the row.
 *   width     columns that it takes
 *   covered   it goes on with the cell above, and nothing in it is shown */
void cc_grid_cell_begin(cc_grid *grid, uint32_t width, bool covered);
/* A block of the cell, as it would be put outside of a table, or a cell of a table in it. */
void cc_grid_keep(cc_grid *grid, const cc_block_in *block, bool bold);

/* Puts all of it. Returns the first status of `put` that is not CC_OK. */
cc_status cc_grid_put(cc_grid *grid, cc_put_block *put, void *user);

#endif
