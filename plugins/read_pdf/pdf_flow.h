/* pdf_flow.h - lines become blocks. */
#ifndef CC_READ_PDF_FLOW_H
#define CC_READ_PDF_FLOW_H

#include "pdf_page.h"

#include "shared/table.h"

enum {
    CC_PDF_LEVELS = 6, /* of headings; the last one is for bold lines of the body's size */
    CC_PDF_DEPTH  = 8, /* of lists */
};

typedef struct cc_pdf_flow {
    cc_pdf           *pdf;
    cc_block_sink    *out;
    cc_status         status;
    cc_fold           fold;  /* the block in hand */
    cc_range          above; /* the last line in it */
    cc_txt_words_seen seen;
    uint32_t         *body; /* lines that are read in turn */
    size_t            body_count;
    size_t            asides; /* lines before this one that stand aside are put */
    cc_label          lead_in;
    float             indents[CC_PDF_DEPTH];
    uint32_t          depth;
    float             heading_sizes[CC_PDF_LEVELS - 1];
    size_t            heading_count;
    cc_label          title;
    float             title_size;
    bool              any; /* a block was put */
} cc_pdf_flow;

/* The line at a place of the body, or NULL past its end. */
static inline const cc_pdf_line *cc_pdf_at(const cc_pdf_flow *f, size_t at)
{
    return at < f->body_count ? &f->pdf->lines[f->body[at]] : NULL;
}

/* Puts all lines of the document. */
cc_status cc_pdf_put_lines(cc_pdf *pdf, cc_block_sink *out, cc_label *ret_title);

/* -- pdf_block.c: words become the text of the block in hand -------------------------------- */

void cc_pdf_clear(cc_pdf_flow *f);
/* Appends words of a line, `first` to `end`; what ended the words before them is undone. */
void cc_pdf_add_words(cc_pdf_flow *f, const cc_pdf_line *l, uint32_t first, uint32_t end);
/* Puts the block in hand, if it has text, with the kind, level and labels in `as`. */
void cc_pdf_put(cc_pdf_flow *f, const cc_block_in *as, const cc_pdf_line *first);

/* -- pdf_shape.c: what a line is ------------------------------------------------------------ */

void cc_pdf_find_headings(cc_pdf_flow *f);
/* By its looks; 0: it is no heading. */
uint32_t cc_pdf_heading_level(const cc_pdf_flow *f, const cc_pdf_line *l);
/* Whether `l` ends in the midst of a sentence that the line below it goes on with. */
bool cc_pdf_runs_on(const cc_pdf_flow *f, const cc_pdf_line *l, const cc_pdf_line *below);
bool cc_pdf_continues_heading(const cc_pdf_flow *f, const cc_pdf_line *above, const cc_pdf_line *l);

/* The block in hand as far as it is read. */
typedef struct cc_pdf_paragraph {
    const cc_pdf_line *first, *last;
    float              indent; /* of its lines but the first; below 0: not yet known */
    bool               item;
} cc_pdf_paragraph;

/* Whether `l` goes on with the paragraph. */
bool cc_pdf_continues(const cc_pdf_flow *f, const cc_pdf_paragraph *p, const cc_pdf_line *l);

/* -- pdf_table.c ---------------------------------------------------------------------------- */

/* Whether a table begins at `at` of the body. */
bool cc_pdf_begins_table(const cc_pdf_flow *f, size_t at);
/* Returns where it ends. */
size_t cc_pdf_read_table(cc_pdf_flow *f, size_t at);

#endif
