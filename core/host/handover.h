/* handover.h - what plugins hand to the host: brought to full size and held to the contract. */
#ifndef CC_HOST_HANDOVER_H
#define CC_HOST_HANDOVER_H

#include "host/host.h"

/* A struct that begins with its size; what one of an older plugin lacks is zero. */
void cc_handover_copy(void *to, size_t room, const void *from);

/* Not deep. Errors: CC_FATAL, with the message in from->fault - no rule of the plugin's. */
cc_status cc_handover_fact(cc_instance *from, const cc_fact *given, cc_fact *ret);

/* A deep copy in `to`.
 *   doc  the document that all its places are in; NULL: they name theirs
 * Errors: CC_FATAL, with the message in from->fault - none of the plugin's checks, a score over
 * 1000, a place without a document or with a mark out of its sentence. */
cc_status cc_handover_finding(cc_instance *from, const cc_finding *given, const cc_doc_ref *doc,
                              cc_arena *to, cc_finding *ret);

#endif
