/* pdf_margins.h - running heads, running feet and page numbers. */
#ifndef CC_READ_PDF_MARGINS_H
#define CC_READ_PDF_MARGINS_H

#include "pdf_page.h"

/* Marks runs at the top and bottom of pages that come again in the same place of others, numbers
 * apart. Fills pdf->body_size. */
void cc_pdf_find_margins(cc_pdf *pdf);

#endif
