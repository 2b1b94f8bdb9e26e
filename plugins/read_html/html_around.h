/* html_around.h - what an element and those around it say of the text within. */
#ifndef CC_READ_HTML_AROUND_H
#define CC_READ_HTML_AROUND_H

#include "html_dom.h"

typedef struct cc_html_around {
    cc_block_kind kind;  /* that the innermost element tells which tells one */
    uint32_t      level; /* of a heading */
    uint32_t      lists;
    bool          item, term, definition; /* <li>, <dt>, <dd> */
    bool          article, note, label;
} cc_html_around;

/* Within `n`, which stands in `up`; `data`: its table holds data. */
cc_html_around cc_html_look_around(cc_html_around up, const GumboNode *n, bool data);

/* A heading, or what names a table, a figure or a form. */
bool cc_html_is_label(const GumboNode *n);

#endif
