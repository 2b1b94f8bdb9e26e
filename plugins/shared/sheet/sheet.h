/* sheet.h - rows of cells become blocks with labels, whatever file they stand in.
 *
 * A table shows what it is in its first rows: titles, headers, then rows that are named by words and
 * dates. A blank row ends it; what follows without headers goes on with those that were there. */
#ifndef CC_SHARED_SHEET_H
#define CC_SHARED_SHEET_H

#include "shared/sheet/sheet_layout.h"

/* Cells of a document: no more figures of it are looked at (CC_MAX_RULE_MATCHES, CC_MAX_CLAIMS), and
 * each takes 1 KiB. */
enum { CC_SHEET_MOST_CELLS = 250000 };

/* Puts a block whose text is that of `count` cells, a blank between; the reader adds text and
 * places. */
typedef cc_status cc_sheet_put(void *user, const cc_sheet_cell *cells, size_t count,
                               cc_block_in *block);

typedef struct cc_sheet {
    const cc_host  *host;
    cc_sheet_put   *put;
    void           *user;
    bool            decimal_comma;
    cc_sheet_layout layout;
    bool            settled; /* headers and roles are known: rows are put as they come */
    cc_short        section; /* a row of its own above those in hand */
    cc_short        name;    /* of the row in hand */
    cc_short        title;   /* of the document: the first line above its first table */
    cc_sheet_cell  *cells;   /* of rows that wait */
    size_t          cell_count, cell_cap;
    cc_sheet_row    rows[CC_SHEET_ROWS];
    size_t          row_count;
    size_t          put_count; /* blocks */
    bool            full;      /* there are more cells than are read */
} cc_sheet;

/* In the host's memory. */
cc_sheet *cc_sheet_new(const cc_host *host, cc_sheet_put *put, void *user);
/* The next row: its filled cells by column; without any it is blank. Their texts stay until all
 * rows that wait are put (cc_sheet.row_count is 0). CC_END: enough. */
cc_status cc_sheet_add(cc_sheet *sheet, cc_sheet_cell *cells, size_t count);
/* Puts what waits: at a blank row, and at the end. */
cc_status cc_sheet_flush(cc_sheet *sheet);
/* What `read` returns after `status`: says that cells are lost, if any are. */
cc_status cc_sheet_end(const cc_sheet *sheet, cc_block_sink *out, cc_status status);
/* Another sheet begins: no headers hold any more. */
void cc_sheet_clear(cc_sheet *sheet);

#endif
