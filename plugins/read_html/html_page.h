/* html_page.h - a page on its way through the reader. */
#ifndef CC_READ_HTML_PAGE_H
#define CC_READ_HTML_PAGE_H

#include "html_around.h"
#include "html_meta.h"
#include "html_table.h"
#include "html_weigh.h"
#include "shared/fold.h"

enum { CC_HTML_HEADING_LEVELS = 6 };

/* What follows a heading, up to the next one. */
typedef struct cc_html_shape {
    uint32_t level;
    size_t   paragraphs, others;
} cc_html_shape;

/* An element that the walk is in. */
typedef struct cc_html_place {
    cc_html_level  level;
    cc_html_around around;
} cc_html_place;

typedef struct cc_html_page {
    const cc_host *host;
    cc_block_sink *out;
    cc_str         in;     /* the source */
    const char    *parsed; /* what gumbo was given: as long as the source */
    cc_status      status;
    bool           measure; /* the first walk: puts nothing */
    bool           any;     /* a block was put */

    const cc_html_weight *weights;
    size_t                index;                      /* of the next element */
    cc_html_place         places[CC_HTML_MAX_LEVELS]; /* from the root to the node in hand */
    size_t                depth;

    cc_fold       fold, spare; /* the block in hand */
    cc_block_kind kind;
    uint32_t      kind_level;
    bool          plain;     /* some of it is not bold */
    bool          blank;     /* white space since its last character */
    bool          left_out;  /* an element since then that is no text */
    char          mark;      /* what stands before its next character; '\0': nothing */
    unsigned      breaks;    /* line ends since then that count */
    unsigned      preformed; /* <pre> around */
    unsigned      bold;      /* elements around that are */
    bool          bulleted;  /* a bullet stands before it in a cell of its own */
    bool          held;      /* the cell in hand is a part of an amount */
    bool          joint;     /* its next character goes on with the cell before */

    cc_html_table *table, *unused;
    cc_short       term, lead_in, field;

    cc_html_meta   meta;
    cc_html_shape *shapes;
    size_t         shape_count, shape_cap, headings;
    size_t         fields[CC_HTML_HEADING_LEVELS + 1]; /* headings with one paragraph, by level */
} cc_html_page;

/* What the elements around the node in hand say. */
static inline cc_html_around cc_html_around_here(const cc_html_page *p)
{
    return p->depth > 0 ? p->places[p->depth - 1].around : (cc_html_around){.kind = CC_PARAGRAPH};
}

/* "Area:" as a label is "Area". */
static inline void cc_html_drop_colon(cc_short *label)
{
    label->len -= label->len > 1 && label->bytes[label->len - 1] == ':';
}

/* -- html_run.c: text becomes a block ------------------------------------------------------- */

void cc_html_read_text(cc_html_page *p, const GumboText *t);

/* -- html_block.c: what the block is, and its labels ---------------------------------------- */

/* By the elements around the text that begins it. */
void cc_html_classify(cc_html_page *p);
void cc_html_end_block(cc_html_page *p);

/* -- html_cell.c: rows, cells and the amounts in them --------------------------------------- */

void cc_html_begin_table(cc_html_page *p, const GumboNode *n);
void cc_html_end_table(cc_html_page *p);
void cc_html_begin_row(cc_html_page *p, const GumboNode *n);
void cc_html_begin_cell(cc_html_page *p, const GumboNode *n);
void cc_html_end_cell(cc_html_page *p);

/* Gives the cell in hand its labels. */
void cc_html_label_cell(cc_html_page *p, cc_block_in *block);

/* "(1,234)" becomes "-1,234" in a table of accounts. */
void cc_html_negate(cc_html_page *p);

/* -- html_walk.c ---------------------------------------------------------------------------- */

/* Goes through the page twice: the first time to learn which headings label a field. false: its
 * elements stand too deep in one another. */
bool cc_html_walk_page(cc_html_page *p, const GumboNode *root);

#endif
