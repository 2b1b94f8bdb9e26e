/* pdf_notes.h - notes at the feet of pages, and their marks in the text. */
#ifndef CC_READ_PDF_NOTES_H
#define CC_READ_PDF_NOTES_H

#include "pdf_page.h"

typedef enum cc_pdf_raised { CC_PDF_PLAIN = 0, CC_PDF_MARKER, CC_PDF_POWER } cc_pdf_raised;

/* What raised text is, by what stands before it: "2" behind "km" belongs to it, behind "percent" it
 * is the mark of a note, behind "10" a power. */
cc_pdf_raised cc_pdf_judge_raised(cc_str text, cc_str before);

/* Marks lines at the foot of strips that are notes. */
void cc_pdf_find_notes(cc_pdf *pdf);

/* The first word of a note's line behind its number. */
uint32_t cc_pdf_skip_number(const cc_pdf *pdf, const cc_pdf_line *l);

/* Whether a note begins with the line. */
bool cc_pdf_begins_note(const cc_pdf *pdf, const cc_pdf_line *l);

#endif
