/* html_weigh.h - how much text each element of a page holds, and how much of it is links. */
#ifndef CC_READ_HTML_WEIGH_H
#define CC_READ_HTML_WEIGH_H

#include "html_dom.h"

/* Of an element with all within it; bytes of text without white space. What scripts and the like
 * hold counts for these alone. */
typedef struct cc_html_weight {
    uint32_t elements; /* itself included */
    uint32_t text, linked;
    uint32_t links, digits;
    uint32_t longest; /* text node outside of links */
} cc_html_weight;

/* An entry for each element in the order in which they begin; NULL: elements stand too deep in
 * one another. */
const cc_html_weight *cc_html_weigh(const cc_host *host, const GumboNode *root);

#endif
