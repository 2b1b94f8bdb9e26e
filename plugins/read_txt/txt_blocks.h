/* txt_blocks.h - lines become blocks: words verbatim, one blank for a line's end, words that a hyphen
 * broke there whole again. */
#ifndef READ_TXT_BLOCKS_H
#define READ_TXT_BLOCKS_H

#include "txt_flow.h"
#include "shared/hyphen.h"

enum { CC_TXT_MAX_DEPTH = 8 }; /* of lists */

/* From `start` in the line `first` to `end` in the line `last`, as the flow goes. */
typedef struct cc_txt_run {
    cc_txt_line first, last;
    size_t      start, end;
} cc_txt_run;

typedef struct cc_txt {
    cc_block_sink    *out;
    cc_txt_flow       flow;
    cc_fold           fold; /* the block in hand */
    cc_txt_words_seen seen;
    cc_label          row;     /* of the label whose lines are being read */
    bool              flat;    /* these lines are not indented */
    cc_label          lead_in; /* of the list in hand, or of the list that may follow */
    cc_label          title;
    size_t            blocks;                         /* put so far */
    bool              begun;                          /* a paragraph was put */
    uint32_t          indents[CC_TXT_MAX_DEPTH];      /* of the items around the one in hand */
    uint32_t          depth;                          /* 0: not in a list */
    uint32_t          full;                           /* columns: a shorter line may be meant */
    size_t            all_lines, short_lines;         /* since the last gap */
    size_t            lines_to;                       /* where these end */
    size_t            wrap_strip, wrap_from, wrap_to; /* lines for which `wrap` holds */
    uint32_t          wrap;                           /* columns at which they are wrapped */
} cc_txt;

static inline cc_txt_run cc_txt_run_of(const cc_txt_line *first, const cc_txt_line *last)
{
    return (cc_txt_run){*first, *last, first->text.start, last->text.end};
}

static inline cc_txt_line cc_txt_next(const cc_txt *r, const cc_txt_line *l)
{
    return cc_txt_flow_next(&r->flow, l);
}

/* Neither label, lead-in nor list holds any more. */
void cc_txt_leave(cc_txt *r);

/* Puts the run as one block of the kind, level and labels in `as`, as several if it is huge. The
 * label in hand holds for one without a row. */
cc_status cc_txt_put_run(cc_txt *r, cc_txt_run run, const cc_block_in *as);
/* A range of one line. */
cc_status cc_txt_put_range(cc_txt *r, const cc_txt_line *l, cc_range range, const cc_block_in *as);
cc_status cc_txt_put_heading(cc_txt *r, cc_txt_run run, uint32_t level);
cc_status cc_txt_put_paragraph(cc_txt *r, cc_txt_run run);

#endif
