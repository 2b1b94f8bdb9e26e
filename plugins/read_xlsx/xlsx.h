/* xlsx.h - a workbook on its way to blocks.
 *
 * Places: `part` is the sheet, as the workbook lists them, counted from 1, as is the page;
 * `paragraph` is the row; `start_cp` the column, A is 1. A cell is the smallest place. */
#ifndef CC_READ_XLSX_H
#define CC_READ_XLSX_H

#include "shared/package/links.h"
#include "shared/sheet/sheet.h"

enum {
    CC_XLSX_COLUMNS    = 16384,   /* of a sheet: column XFD */
    CC_XLSX_CELL_BYTES = 1 << 17, /* of a text: 32,767 characters are most */
};

typedef struct cc_xlsx_sheet {
    cc_str      name;
    const char *part; /* NULL: a chart, a macro */
    bool        hidden;
} cc_xlsx_sheet;

/* Texts that cells share. */
typedef struct cc_xlsx_strings {
    char     *text;
    size_t    len, cap;
    uint32_t *ends;
    size_t    n, ends_cap;
} cc_xlsx_strings;

typedef struct cc_xlsx {
    const cc_host        *host;
    cc_block_sink        *out;
    cc_package            package;
    cc_xlsx_sheet        *sheets;
    size_t                sheet_count, sheet_cap;
    cc_str               *formats; /* by style */
    size_t                format_count, format_cap;
    cc_xlsx_strings       strings;
    bool                  from_1904;
    bool                  any; /* a block was put */
    cc_fold               fold;
    cc_sheet             *sheet;
    uint32_t              page;  /* of the sheet in hand */
    struct cc_xlsx_cells *cells; /* xlsx_cells.c's */
} cc_xlsx;

/* The sheets, number formats and shared texts; no cell of any. */
void cc_xlsx_read_book(cc_xlsx *x);

/* Empty: there is none. */
cc_str cc_xlsx_string(const cc_xlsx *x, size_t i);
cc_str cc_xlsx_format(const cc_xlsx *x, size_t style);

/* Reads a text that has just opened, <si> or <is>, up to its end: without raised digits, which
 * lead to notes, and without readings. Returns what was read at `to`, at most `room` bytes. */
size_t cc_xlsx_read_text(cc_part *part, char *to, size_t room, bool *ret_cut);

/* Puts the cells of sheet `i`. */
cc_status cc_xlsx_read_cells(cc_xlsx *x, size_t i);

#endif
