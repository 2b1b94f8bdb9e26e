/* pdf_words.h - the letters of a page become words. */
#ifndef CC_READ_PDF_WORDS_H
#define CC_READ_PDF_WORDS_H

#include "pdf_page.h"

#include <poppler.h>

enum {
    CC_PDF_MAX_PAGES = 20000,   /* the longest reports have some 3,000 */
    CC_PDF_MAX_WORDS = 4000000, /* of a document: some 600 MiB in all; 600 pages have 500,000 */
};

/* Appends the words of the page to pdf->found, in the library's order; fills *ret but for its
 * runs. false: there are too many. */
bool cc_pdf_read_words(cc_pdf *pdf, PopplerPage *page, cc_pdf_page *ret);

#endif
