/* md_clean.h - makes the copy what md4c is to read. */
#ifndef READ_MD_CLEAN_H
#define READ_MD_CLEAN_H

#include "md_copy.h"

/* Takes out of the lines from `at` to `end` what is no text.
 *   notes  footnotes are taken out, too, and kept in c->notes */
void cc_md_clean(cc_md_copy *c, size_t at, size_t end, bool notes);

#endif
