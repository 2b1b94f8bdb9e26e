/* html_clutter.h - what of a page is not its text: menus, hidden parts, banners, lists of links. */
#ifndef CC_READ_HTML_CLUTTER_H
#define CC_READ_HTML_CLUTTER_H

#include "html_around.h"
#include "html_weigh.h"

/* Whether the element `n` is left out with all within it.
 *   page  the bytes of text in the whole page */
bool cc_html_is_clutter(const GumboNode *n, const cc_html_weight *weight, uint32_t page,
                        cc_html_around around);

#endif
