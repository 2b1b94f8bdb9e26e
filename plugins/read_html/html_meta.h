/* html_meta.h - what a page says of itself: title, author, date, language. */
#ifndef CC_READ_HTML_META_H
#define CC_READ_HTML_META_H

#include "html_dom.h"
#include "shared/fold.h"

enum { CC_HTML_META_KEYS = 4 };

/* A value and how good its source is: 0 the best. NULL: none. */
typedef struct cc_html_meta {
    struct {
        const char *value;
        unsigned    rank;
    } of[CC_HTML_META_KEYS];
} cc_html_meta;

/* Notes what the element `n` says; it may borrow from the node. */
void cc_html_note_meta(cc_html_meta *meta, const cc_host *host, const GumboNode *n);

/* The text of a heading, for pages without a title. */
void cc_html_note_heading(cc_html_meta *meta, const cc_fold *f);

cc_status cc_html_put_meta(const cc_html_meta *meta, const cc_host *host, cc_block_sink *out);

#endif
