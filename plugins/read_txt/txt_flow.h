/* txt_flow.h - the lines of a text in the order in which they are read: down a column, over a page.
 *
 * A strip is a stretch of whole lines, or of a column of them. Body strips follow one another as
 * if nothing stood between; what stands aside (margins, notes) is read when a block ends. */
#ifndef READ_TXT_FLOW_H
#define READ_TXT_FLOW_H

#include "shared/lines.h"

enum {
    CC_TXT_LONG_LINE = 160, /* columns: no one wraps there, so it is a paragraph by itself */
    CC_TXT_TAB       = 8,
};

typedef enum cc_txt_strip_kind {
    CC_TXT_STRIP_BODY = 0,
    CC_TXT_STRIP_NOTES,
    CC_TXT_STRIP_MARGIN
} cc_txt_strip_kind;

typedef struct cc_txt_strip {
    size_t            start, end;  /* of the source, whole lines */
    uint32_t          left, right; /* columns that are read */
    uint32_t          page;        /* counted from 1; 0: the text has no pages */
    cc_txt_strip_kind kind;
} cc_txt_strip;

typedef struct cc_txt_flow {
    cc_str        in;
    cc_txt_strip *strips;
    size_t        strip_count, strip_cap;
} cc_txt_flow;

typedef struct cc_txt_line {
    size_t   strip;  /* past the last one: the end of the text, a blank line */
    cc_range text;   /* without white space at either side; empty: a blank line */
    size_t   next;   /* where the next line of the source starts */
    uint32_t indent; /* columns before the text, from the strip's left side */
    uint32_t width;  /* columns of the text, at most CC_TXT_LONG_LINE */
} cc_txt_line;

/* LF, FF, CR and CRLF end a line; a form feed ends a page, too. */
size_t cc_txt_flow_line_end(cc_str in, size_t at);
void   cc_txt_flow_trim(cc_str in, cc_range *r);
/* Columns before the text of a range that starts in `column`; the range then starts there. */
uint32_t cc_txt_flow_skip(cc_str in, cc_range *r, uint32_t column);

void cc_txt_flow_add(const cc_host *host, cc_txt_flow *flow, cc_txt_strip strip);

/* The line that starts at `at` in a strip. */
cc_txt_line cc_txt_flow_line(const cc_txt_flow *flow, size_t strip, size_t at);
/* The first line of a strip of the body, from `strip` on. */
cc_txt_line cc_txt_flow_first(const cc_txt_flow *flow, size_t strip);
/* The line after it in the body; at the end of notes or margins the end of the text. */
cc_txt_line cc_txt_flow_next(const cc_txt_flow *flow, const cc_txt_line *line);

static inline bool cc_txt_line_is_blank(const cc_txt_line *l)
{
    return l->text.start == l->text.end;
}

#endif
