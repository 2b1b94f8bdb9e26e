/* signature.h - which labels a document has, small enough to travel in every record: a Bloom
 * filter. It may say yes to a label that is not there (about 1 in 100 at 200 labels), never no to
 * one that is. */
#ifndef CC_CLAIM_SIGNATURE_H
#define CC_CLAIM_SIGNATURE_H

#include "base/dict.h"

enum { CC_SIGNATURE_BYTES = 256 };

/* `bytes` has CC_SIGNATURE_BYTES, zeroed at first. */
void cc_signature_add(char *bytes, cc_str label, cc_str sublabel);

/* An empty signature has no labels. */
bool cc_signature_has(cc_str signature, cc_str label, cc_str sublabel);

#endif
