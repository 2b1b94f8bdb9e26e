/* xlsx_format.h - a number as its cell shows it. */
#ifndef CC_READ_XLSX_FORMAT_H
#define CC_READ_XLSX_FORMAT_H

#include <claimcheck.h>

enum { CC_XLSX_SHOWN_BYTES = 160 };

/* Writes `number` as the number format says; returns the length, at most CC_XLSX_SHOWN_BYTES.
 *   number      as the file has it: "0.125", "-1.5E-3"; what is no number is shown as it is
 *   format      "#,##0.00", "0.0%", "mmm-yy", "General"
 *   from_1904   days count from 1904 and not from 1900
 * Dates are written out: "3 February 2019", "February 2019", "2019"; a time of day is not shown.
 * Fractions and exponents are shown as decimals. */
size_t cc_xlsx_show(cc_str number, cc_str format, bool from_1904, char *out);

/* What a number of a format that needs no definition stands for; empty: there is none. */
cc_str cc_xlsx_built_in(uint32_t id);

#endif
