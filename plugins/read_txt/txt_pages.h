/* txt_pages.h - a text is divided into pages: what of them is body, and what stands aside.
 *
 * A page's margins are lines at its very top or bottom that come again on other pages, figures
 * apart: running heads and feet, page numbers. Notes stand at its bottom, numbered on through the
 * text, with the mark of the first one in the body above. Without form feeds a page ends where a
 * page number stands alone. */
#ifndef READ_TXT_PAGES_H
#define READ_TXT_PAGES_H

#include "txt_flow.h"

/* Fills the flow with the strips of flow->in; each page's body as one strip. */
void cc_txt_pages_find(const cc_host *host, cc_txt_flow *flow);

#endif
