/* quote.h - a sentence as it is kept and shown: at most CC_MAX_QUOTE_BYTES around a figure. */
#ifndef CC_TEXT_QUOTE_H
#define CC_TEXT_QUOTE_H

#include "base/str.h"

/* A slice of `text` within `passage` that holds `figure`, cut between code points; *ret_mark is
 * the figure in it. A figure longer than the limit is cut too. */
cc_str cc_quote(cc_str text, cc_span passage, cc_span figure, cc_span *ret_mark);

#endif
