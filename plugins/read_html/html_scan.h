/* html_scan.h - where markup ends in the source of a page. */
#ifndef CC_READ_HTML_SCAN_H
#define CC_READ_HTML_SCAN_H

#include <claimcheck.h>

bool cc_html_is_letter(char c);
bool cc_html_is_blank(char c);

/* Where the markup that begins with the '<' at `at` ends; `at`: this '<' is text. Attributes are
 * counted as often as written. */
size_t cc_html_markup_end(cc_str in, size_t at, size_t *ret_attributes);

/* After the next `what`; the end if there is none. */
size_t cc_html_after(cc_str in, size_t at, const char *what);

#endif
