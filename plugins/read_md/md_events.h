/* md_events.h - a run of md4c over a part of the copy. */
#ifndef READ_MD_EVENTS_H
#define READ_MD_EVENTS_H

#include "md_block.h"

/*   flags  of md4c, beside those that hold for all parts */
void cc_md_parse(cc_md *r, cc_range part, unsigned flags);

#endif
