/* html_bid.h - whether a file is a web page. */
#ifndef CC_READ_HTML_BID_H
#define CC_READ_HTML_BID_H

#include <claimcheck.h>

/* As cc_reader.bid. */
int32_t cc_html_bid(cc_str head, cc_str name);

#endif
