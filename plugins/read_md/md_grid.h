/* md_grid.h - pandoc's tables whose columns are places in a line: simple ones, those with rows of
 * several lines, and grids. */
#ifndef READ_MD_GRID_H
#define READ_MD_GRID_H

#include "md_block.h"

/* Takes the table that begins with the line at `at` out of the copy and keeps it in c->grids.
 * Returns where it ends; 0: none begins there. */
size_t cc_md_take_grid(cc_md_copy *c, size_t at);

/* Puts the cells of those that begin before `before`. */
void cc_md_put_grids(cc_md *r, size_t before);

#endif
