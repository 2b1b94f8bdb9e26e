/* pdf_runs.h - words of a page that stand side by side. */
#ifndef CC_READ_PDF_RUNS_H
#define CC_READ_PDF_RUNS_H

#include "pdf_page.h"

/* Makes runs of the words from `first` on, which it sorts by them; fills the runs of *page. */
void cc_pdf_find_runs(cc_pdf *pdf, size_t first, cc_pdf_page *page);

/* The size and base of most of the letters, and the box of all. */
void cc_pdf_measure_run(const cc_pdf_word *words, cc_pdf_run *run);

/* Whether both stand on one line: the middle of the smaller one is within the other, and that is no
 * initial of several lines. */
static inline bool cc_pdf_is_beside(const cc_pdf_box *a, const cc_pdf_box *b)
{
    const cc_pdf_box *small = b->y1 - b->y0 < a->y1 - a->y0 ? b : a, *large = small == b ? a : b;
    float             high = large->y1 - large->y0, middle = cc_pdf_middle(small);
    return high < (small->y1 - small->y0) * 2 && middle > large->y0 &&
           middle < large->y1 - high * 0.1f;
}

#endif
