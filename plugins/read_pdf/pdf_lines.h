/* pdf_lines.h - the runs of a strip become lines. */
#ifndef CC_READ_PDF_LINES_H
#define CC_READ_PDF_LINES_H

#include "pdf_page.h"

/* Appends the strip's lines with their words and text. `runs` are sorted by their middles. */
void cc_pdf_add_strip(cc_pdf *pdf, uint32_t page, cc_pdf_run *runs, size_t count,
                      cc_pdf_line_kind kind);

#endif
