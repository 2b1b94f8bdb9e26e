/* intake.h - from a member's bytes to a document: the reader that knows them, run. */
#ifndef CC_RUN_INTAKE_H
#define CC_RUN_INTAKE_H

#include "run/worker.h"
#include "source/source.h"

/* Fills *ret in worker->doc, and the status, reason and detail of *status where not all is well.
 * false: there is no document to go on with. */
bool cc_intake(cc_worker *worker, const cc_member *member, cc_document *ret, cc_doc_status *status);

#endif
