/* pdf_page.h - a document as it is read: words with their rectangles, runs of words side by side,
 * strips of a page, lines in reading order. */
#ifndef CC_READ_PDF_PAGE_H
#define CC_READ_PDF_PAGE_H

#include "shared/hyphen.h"

/* Points, origin top left, as the text is read: of a page whose text stands upright on its left or
 * right side, the page is turned first. */
typedef struct cc_pdf_box {
    float x0, y0, x1, y1;
} cc_pdf_box;

enum {
    CC_PDF_GLUED  = 1, /* no blank before it */
    CC_PDF_BOLD   = 2,
    CC_PDF_RAISED = 4,  /* smaller and higher than its line */
    CC_PDF_CELL   = 8,  /* a wide gap before it: begins a cell */
    CC_PDF_ACROSS = 16, /* its letters stand one below the other: no text of the page's */
    CC_PDF_BREAK  = 32, /* the library began a line here */
};

/* Letters, a number, or a sign: what has a rectangle of its own. */
typedef struct cc_pdf_word {
    uint32_t   start, end; /* of its text, in cc_pdf.raw or cc_pdf.in */
    cc_pdf_box box;
    float      size; /* of its font */
    uint32_t   flags;
} cc_pdf_word;

/* Words side by side, no wide gap between them. */
typedef struct cc_pdf_run {
    uint32_t   first, count; /* words */
    cc_pdf_box box;
    float      size, base; /* of most of its letters; where they stand */
    bool       margin;     /* a running head or foot */
} cc_pdf_run;

typedef enum cc_pdf_line_kind {
    CC_PDF_BODY = 0,
    CC_PDF_NOTE,
    CC_PDF_MARGIN,
} cc_pdf_line_kind;

/* Runs that stand on one base line of a strip. */
typedef struct cc_pdf_line {
    uint32_t         first, count; /* words */
    cc_range         text;         /* in cc_pdf.in */
    cc_pdf_box       box;
    float            size, base;
    uint32_t         page, strip;
    cc_pdf_line_kind kind;
    bool             bold; /* all of it */
    uint32_t         cells;
} cc_pdf_line;

/* A column of a page, or a part of one. */
typedef struct cc_pdf_strip {
    float left, right;
    float leading; /* from a line to the next; 0: it has one line */
} cc_pdf_strip;

typedef struct cc_pdf_page {
    float    width, height; /* as the text is read */
    uint32_t turn;          /* quarter turns to the left that made it so: 0, 1 or 3 */
    uint32_t first_run, run_count;
} cc_pdf_page;

typedef struct cc_pdf {
    const cc_host *host;
    char          *raw; /* text of the words as they came, a blank or a line end between them */
    size_t         raw_len, raw_cap;
    cc_pdf_word   *found; /* in the order of runs */
    size_t         found_count, found_cap;
    cc_pdf_run    *runs;
    size_t         run_count, run_cap;
    cc_pdf_page   *pages;
    uint32_t       page_count;
    char          *in; /* the text of the lines, each with a line end */
    size_t         in_len, in_cap;
    cc_pdf_word   *words; /* in the order of lines */
    size_t         word_count, word_cap;
    cc_pdf_line   *lines;
    size_t         line_count, line_cap;
    cc_pdf_strip  *strips;
    size_t         strip_count, strip_cap;
    float          body_size; /* of most of its letters */
} cc_pdf;

/* Room for one more at the end of an array of the document. */
#define CC_PDF_PUSH(pdf, list, count, cap)                                                         \
    ((pdf)->count == (pdf)->cap                                                                    \
         ? (void)((pdf)->list =                                                                    \
                      cc_pdf_grow((pdf)->host, (pdf)->list, (pdf)->count * sizeof *(pdf)->list,    \
                                  ((pdf)->cap = (pdf)->cap * 2 + 64) * sizeof *(pdf)->list))       \
         : (void)0,                                                                                \
     &(pdf)->list[(pdf)->count++])

static inline void *cc_pdf_grow(const cc_host *host, const void *old, size_t len, size_t bytes)
{
    void *ret = host->alloc(host, bytes, sizeof(uint64_t));
    if (len > 0)
        memcpy(ret, old, len);
    return ret;
}

static inline float cc_pdf_middle(const cc_pdf_box *b)
{
    return (b->y0 + b->y1) / 2;
}

static inline void cc_pdf_cover(cc_pdf_box *b, const cc_pdf_box *other)
{
    b->x0 = other->x0 < b->x0 ? other->x0 : b->x0;
    b->y0 = other->y0 < b->y0 ? other->y0 : b->y0;
    b->x1 = other->x1 > b->x1 ? other->x1 : b->x1;
    b->y1 = other->y1 > b->y1 ? other->y1 : b->y1;
}

static inline cc_str cc_pdf_text(const cc_pdf *pdf)
{
    return (cc_str){pdf->in, pdf->in_len};
}

#endif
