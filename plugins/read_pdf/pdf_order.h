/* pdf_order.h - the runs of a page become lines, column by column. */
#ifndef CC_READ_PDF_ORDER_H
#define CC_READ_PDF_ORDER_H

#include "pdf_page.h"

/* Appends the lines of the page, its margins last, with their words and text. */
void cc_pdf_order_page(cc_pdf *pdf, uint32_t page);

#endif
