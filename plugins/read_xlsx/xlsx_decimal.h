/* xlsx_decimal.h - a number by its decimal digits, as spreadsheets round: never a double. */
#ifndef CC_READ_XLSX_DECIMAL_H
#define CC_READ_XLSX_DECIMAL_H

#include <claimcheck.h>

enum { CC_XLSX_DIGITS = 15 /* that a spreadsheet keeps */ };

/* 0.DIGITS * 10^exp10; nought has none. */
typedef struct cc_xlsx_decimal {
    bool    negative;
    uint8_t digits[CC_XLSX_DIGITS + 1];
    size_t  n;
    int32_t exp10;
} cc_xlsx_decimal;

/* false: no number, or one that is out of all bounds. */
bool cc_xlsx_decimal_read(cc_str text, cc_xlsx_decimal *ret);

/* Keeps `decimals` digits behind the point; halves are rounded up. */
void cc_xlsx_decimal_round(cc_xlsx_decimal *d, int32_t decimals);

/* The digit of 10^place: 0 is that of the ones. */
unsigned cc_xlsx_decimal_digit(const cc_xlsx_decimal *d, int32_t place);

#endif
