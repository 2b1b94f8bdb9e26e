/* map.h - one member becomes records. */
#ifndef CC_RUN_MAP_H
#define CC_RUN_MAP_H

#include "run/worker.h"
#include "source/source.h"

/* Appends to worker->records; `each` (or NULL) sees the document before it is gone.
 * Errors: CC_FATAL - the run must stop. What is wrong with the document itself is its status. */
typedef void cc_on_mapped(void *user, const cc_mapped *mapped);
cc_status    cc_map_member(cc_worker *worker, const cc_member *member, bool checked,
                           cc_on_mapped *each, void *user);

#endif
