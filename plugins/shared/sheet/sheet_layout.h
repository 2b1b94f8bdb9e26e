/* sheet_layout.h - where the headers of a table are, and what its columns are for. */
#ifndef CC_SHARED_SHEET_LAYOUT_H
#define CC_SHARED_SHEET_LAYOUT_H

#include "shared/sheet/sheet_cell.h"
#include "shared/table.h"

enum {
    CC_SHEET_ROWS    = 200,  /* that show what a table is; the rest goes by them */
    CC_SHEET_COLUMNS = 1024, /* with headers; what stands further right has none */
};

/* A cell as its reader hands it over. */
typedef struct cc_sheet_cell {
    cc_str        text;   /* without white space around it */
    uint32_t      column; /* from 0 */
    uint32_t      spread; /* columns that it covers beyond its own */
    cc_sheet_says says;
    bool          like_year; /* set by the sheet: cc_sheet_is_like_year, and no year */
    size_t        at, end;   /* the reader's own: where it stands */
} cc_sheet_cell;

typedef struct cc_sheet_row {
    const cc_sheet_cell *cells; /* filled ones, by column */
    size_t               count;
} cc_sheet_row;

typedef enum cc_sheet_role {
    CC_SHEET_FIGURES = 0,
    CC_SHEET_KEYS,  /* words that name the row */
    CC_SHEET_TIMES, /* the row's date */
    CC_SHEET_CODES, /* numbers and letters for machines */
    CC_SHEET_PROSE, /* other text, other dates */
} cc_sheet_role;

typedef struct cc_sheet_column {
    cc_short      header;
    cc_sheet_role role;
    cc_sheet_unit step;      /* of dates: what one stands for; NO_TIME: what it says */
    bool          day_first; /* of dates: 31/12/2019 */
    bool          part;      /* the header is a month or quarter of the year that the row names */
    size_t        said[CC_SHEET_SAYS_COUNT]; /* in the rows that were looked at */
    size_t        bytes, codes;              /* of their cells; "USA" */
    size_t        digits, padded;            /* cells of digits alone; "06" */
    size_t        least, most;               /* bytes of cells of digits */
} cc_sheet_column;

/* Dates that follow one another, and what one of them stands for. */
typedef struct cc_sheet_series {
    cc_sheet_time last;
    bool          several; /* they differ */
    size_t        n, days, first_days, last_days, januaries, decembers, opens, closes, two_years;
} cc_sheet_series;

typedef struct cc_sheet_layout {
    cc_sheet_column *columns; /* CC_SHEET_COLUMNS of them */
    size_t           width;   /* columns in use */
    cc_short         outer;   /* what the first column that names rows said last */
    size_t           outer_column;
    bool             named;    /* the labels of rows tell them apart */
    bool             sections; /* it takes those of the rows with one cell above them */
} cc_sheet_layout;

void          cc_sheet_series_note(cc_sheet_series *series, const cc_sheet_time *time);
cc_sheet_unit cc_sheet_series_step(const cc_sheet_series *series);
/* What stands for more than it says: 2019-04-01 for a quarter. */
void cc_sheet_series_apply(cc_sheet_unit step, cc_sheet_time *time);

/* "Units:, $ millions" */
bool cc_sheet_says_units(const cc_sheet_row *row);

/* The rows of headers: from *ret_first up to where the body begins, which is returned. None:
 * *ret_first is there, too. */
size_t cc_sheet_find_head(const cc_sheet_row *rows, size_t count, size_t *ret_first);

/* Headers of a table that begins anew; without rows it has none. */
void cc_sheet_read_head(cc_sheet_layout *layout, const cc_sheet_row *rows, size_t count);

/* Finds what the columns are for. `rows` are of the body. */
void cc_sheet_find_roles(cc_sheet_layout *layout, const cc_sheet_row *rows, size_t count);

/* Appends to a label what a cell says: a date in words that core reads in labels. */
void cc_sheet_add_label(cc_short *to, cc_str text, const char *between);

/* What names a row: keys and dates, a comma between. Where the first of them is not filled, that of
 * the row before holds on: rows are named in order. */
void cc_sheet_name_row(cc_sheet_layout *layout, const cc_sheet_row *row, cc_short *ret);

#endif
