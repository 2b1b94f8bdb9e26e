/* html_tame.h - what a parser of HTML makes wrong of XHTML, and what gumbo dies of. */
#ifndef CC_READ_HTML_TAME_H
#define CC_READ_HTML_TAME_H

#include <claimcheck.h>

/* The page as gumbo has to see it, each byte of text in its place: in XHTML "<script/>" becomes a
 * comment and the text of a CDATA section text; in HTML such a section is a comment, in formulas
 * too; a reference to a huge number is one to no character. `in` itself if there is nothing to
 * change. */
const char *cc_html_tame(const cc_host *host, cc_str in);

#endif
