/* md_inline.h - what is no text within a line. */
#ifndef READ_MD_INLINE_H
#define READ_MD_INLINE_H

#include "md_copy.h"

/* Takes it out of the copy. Returns where it stopped: a comment may end on a line below. */
size_t cc_md_clean_line(cc_md_copy *c, cc_range line);

#endif
