/* plugin.h - finds, loads and checks plugins. */
#ifndef CC_HOST_PLUGIN_H
#define CC_HOST_PLUGIN_H

#include "base/arena.h"
#include "base/fault.h"

typedef struct cc_loaded {
    void     *dso;
    cc_plugin def; /* as the plugin gave it, its stage too; zeroes where it is older */
    cc_str    path;
    /* What the user gave for options of plugins: "name=value", ends with NULL; or NULL. */
    const char *const *given;
} cc_loaded;

typedef struct cc_plugins {
    cc_loaded *at; /* by name */
    size_t     n;
} cc_plugins;

/* `run` must live until the plugin is unloaded. Errors: CC_FATAL - no shared object, no entry
 * symbol, another major, not one stage, no name, a stage that lacks what it is for. The message
 * says what and why. */
cc_status cc_plugin_load(cc_arena *run, const char *path, cc_loaded *ret, cc_fault *fault);
void      cc_plugin_unload(cc_loaded *plugin);

/* All of `folder` in byte order of names, then those of CLAIMCHECK_PLUGIN_PATH (folders, ':'
 * between), then `extra` (paths, ends with NULL, or NULL). A name twice is an error. */
cc_status cc_plugins_load(cc_arena *run, const char *folder, const char *const *extra,
                          cc_plugins *ret, cc_fault *fault);
void      cc_plugins_unload(cc_plugins *plugins);
/* NULL: no such plugin. */
const cc_loaded *cc_plugins_find(const cc_plugins *plugins, cc_str name);
const char      *cc_stage_name(const cc_plugin *plugin); /* "reader" */

#endif
