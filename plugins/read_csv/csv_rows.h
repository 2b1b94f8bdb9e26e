/* csv_rows.h - cells of delimited text as RFC 4180 has them, and as they are found. */
#ifndef CC_READ_CSV_ROWS_H
#define CC_READ_CSV_ROWS_H

#include "shared/lines.h"

/* Zeroed but for the first three it is ready. */
typedef struct cc_csv {
    cc_str in;
    size_t at;
    char   delimiter;
    bool   broken;     /* a quote is never closed: from there on quotes are letters */
    size_t broken_at;  /* where */
    size_t literal_to; /* quotes before are letters */
} cc_csv;

typedef struct cc_csv_cell {
    cc_range text; /* without quotes around it, and without blanks at its ends */
    bool     last; /* of its row */
} cc_csv_cell;

/* The next cell; not at the end of `in`. */
cc_csv_cell cc_csv_next(cc_csv *csv);

/* All of a line, where one begins. */
cc_csv_cell cc_csv_next_line(cc_csv *csv);

/* How text is delimited. */
typedef struct cc_csv_shape {
    char   delimiter;
    size_t start;       /* of the first row: behind a byte order mark and "sep=;" */
    size_t width;       /* cells of most rows */
    size_t rows, alike; /* that were looked at; of that width */
    size_t cells, numbers, bytes, blanks; /* of those rows; blanks: begin with one */
    bool   decimal_comma;
} cc_csv_shape;

/* Looks at the first rows. */
cc_csv_shape cc_csv_guess(cc_str in);

/* What a reader bids for a file that begins with `head`. */
int32_t cc_csv_bid(cc_str head, cc_str name);

#endif
