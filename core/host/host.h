/* host.h - one plugin of one worker, and the cc_host that serves it. */
#ifndef CC_HOST_HOST_H
#define CC_HOST_HOST_H

#include "host/cage.h"
#include "host/engine.h"

typedef struct cc_instance {
    cc_host             host;
    const cc_engine    *engine; /* NULL in a cage */
    const cc_loaded    *plugin;
    const cc_rule_kind *rules; /* of its rule file; NULL: it has none */
    void               *self;
    cc_arena           *arena; /* what host->alloc takes from: open's, then the document's */
    cc_fault            fault; /* the last message the plugin left */
    cc_cage             cage;  /* of a reader that does not run here */
} cc_instance;

/* Whether it runs in a process of its own. */
bool cc_instance_is_caged(const cc_instance *instance);

/* Opens one, which stays where *ret is.
 *   engine  NULL: the plugin gets alloc, fail and option; the rest has nothing for it
 *   life    holds what it keeps until it is closed
 * Errors: CC_FATAL - it would not open. */
cc_status cc_instance_open(const cc_engine *engine, const cc_loaded *plugin, cc_arena *life,
                           cc_instance *ret, cc_fault *fault);
void      cc_instance_close(cc_instance *instance);

typedef struct cc_instances {
    cc_instance *at; /* one a plugin, in the order of engine->plugins */
    size_t       n;
} cc_instances;

/* Opens every plugin that runs here. Errors: as above; those before it are closed. */
cc_status cc_instances_open(const cc_engine *engine, cc_arena *life, cc_instances *ret,
                            cc_fault *fault);
void      cc_instances_close(cc_instances *instances);
/* From here on host->alloc takes from `document`. */
void cc_instances_serve(cc_instances *instances, cc_arena *document);

#endif
