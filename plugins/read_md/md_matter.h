/* md_matter.h - front matter: the metadata of a document, before its text. */
#ifndef READ_MD_MATTER_H
#define READ_MD_MATTER_H

#include "md_copy.h"

/* Puts all of it but the title. Returns where it ends; 0: there is none.
 *   title    stays as it is when there is none
 *   *status  of the sink; nothing is put unless it is CC_OK */
size_t cc_md_matter_read(cc_md_copy *c, cc_block_sink *out, cc_label *title, cc_status *status);

#endif
