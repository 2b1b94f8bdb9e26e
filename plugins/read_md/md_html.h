/* md_html.h - HTML in Markdown. */
#ifndef READ_MD_HTML_H
#define READ_MD_HTML_H

#include "md_block.h"

/* "<sup>3</sup>" is a mark, but for square and cubic metres. */
bool cc_md_is_raised_mark(const cc_md *r, size_t at, size_t end);

/* "&amp;", from '&' to ';'. */
void cc_md_put_entity(cc_md *r, size_t start, size_t end);

/* A tag that is not of a word's own looks ends the block. */
void cc_md_read_tag(cc_md *r, size_t start, size_t end);

#endif
