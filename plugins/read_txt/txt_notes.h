/* txt_notes.h - footnotes at the ends of pages stand aside. */
#ifndef READ_TXT_NOTES_H
#define READ_TXT_NOTES_H

#include "txt_flow.h"

/* Divides the strips of the body that have notes below: numbered on through the text, with the mark
 * of the first one in the body above. */
void cc_txt_notes_find(const cc_host *host, cc_txt_flow *flow);

#endif
