/* wrap.h - prose in lines of a screen's width. */
#ifndef CC_BASE_WRAP_H
#define CC_BASE_WRAP_H

#include "base/str.h"

#include <stdio.h>

/* Breaks at blanks, before column 100; a line feed in `text` stays one. A longer word stays whole.
 * Control characters are shown as \xHH: what stands in documents is never a terminal's command. */
void cc_wrap(FILE *to, cc_str text);

#endif
