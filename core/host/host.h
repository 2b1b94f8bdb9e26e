/* host.h - one plugin of one worker, and the cc_host that serves it. */
#ifndef CC_HOST_HOST_H
#define CC_HOST_HOST_H

#include "host/engine.h"

typedef struct cc_instance {
    cc_host             host;
    const cc_engine    *engine;
    const cc_loaded    *plugin;
    const cc_rule_kind *rules; /* of its rule file; NULL: it has none */
    void               *self;
    cc_arena           *arena; /* what host->alloc takes from: open's, then the document's */
    cc_fault            fault; /* the last message the plugin left */
} cc_instance;

typedef struct cc_instances {
    cc_instance *at; /* one a plugin, in the order of engine->plugins */
    size_t       n;
} cc_instances;

/* Opens every plugin. `life` holds what they keep until they are closed.
 * Errors: CC_FATAL - a plugin would not open; those before it are closed. */
cc_status cc_instances_open(const cc_engine *engine, cc_arena *life, cc_instances *ret,
                            cc_fault *fault);
void      cc_instances_close(cc_instances *instances);
/* From here on host->alloc takes from `document`. */
void cc_instances_serve(cc_instances *instances, cc_arena *document);

#endif
