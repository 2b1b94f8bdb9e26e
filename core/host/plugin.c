/* plugin.c - finds, loads and checks plugins. */
#include "host/plugin.h"

#include <assert.h>
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>

typedef const cc_plugin *entry_fn(void);
typedef CC_LIST(cc_loaded) loaded_list;

/* dlsym gives an object pointer; ISO C has no cast from it to a function, so the bytes are copied
 * (POSIX promises the representation). */
static entry_fn *find_entry(void *dso)
{
    entry_fn *fn  = NULL;
    void     *sym = dlsym(dso, CC_PLUGIN_SYMBOL);
    static_assert(sizeof fn == sizeof sym, "POSIX: function and object pointers agree");
    memcpy(&fn, &sym, sizeof fn);
    return fn;
}

static int stage_count(const cc_plugin *p)
{
    return !!p->reader + !!p->extractor + !!p->checker + !!p->reporter;
}

/* A struct of an older plugin may be shorter: what it lacks is zero. */
static void *take_struct(cc_arena *run, const void *from, size_t room)
{
    uint32_t size;
    if (from == NULL)
        return NULL;
    void *ret = cc_arena_alloc(run, room, 1);
    memcpy(&size, from, sizeof size);
    return memcpy(ret, from, size < room ? size : room);
}

/* What the stage lacks, in words; NULL: nothing. */
static const char *find_lack(const cc_plugin *def)
{
    if (def->reader != NULL)
        return def->reader->bid == NULL || def->reader->read == NULL ? "'bid' or 'read'" : NULL;
    if (def->reporter != NULL)
        return def->reporter->format == NULL || def->reporter->report == NULL
                   ? "'format' or 'report'"
                   : NULL;
    if (def->extractor != NULL)
        return def->rules == NULL || def->extractor->extract == NULL ? "'rules' or 'extract'"
                                                                     : NULL;
    if (def->checker->document == NULL && def->checker->group == NULL)
        return "both 'document' and 'group'";
    return def->checker->checks == NULL || def->checker->checks->id == NULL ? "checks" : NULL;
}

static cc_status check_stage(cc_arena *run, const char *path, cc_plugin *def, cc_fault *fault)
{
    if (stage_count(def) != 1)
        return cc_fault_set(fault, CC_FATAL, "'%s' must be exactly one stage, it is %d", path,
                            stage_count(def));
    def->reader      = take_struct(run, def->reader, sizeof *def->reader);
    def->extractor   = take_struct(run, def->extractor, sizeof *def->extractor);
    def->checker     = take_struct(run, def->checker, sizeof *def->checker);
    def->reporter    = take_struct(run, def->reporter, sizeof *def->reporter);
    const char *lack = find_lack(def);
    if (lack != NULL)
        return cc_fault_set(fault, CC_FATAL, "'%s' is no whole %s: it lacks %s", path,
                            cc_stage_name(def), lack);
    return CC_OK;
}

static cc_status check_table(cc_arena *run, const char *path, const cc_plugin *def, cc_loaded *ret,
                             cc_fault *fault)
{
    if (def == NULL || def->size < offsetof(cc_plugin, name))
        return cc_fault_set(fault, CC_FATAL, "'%s' gives no plugin table", path);
    if (def->abi >> 16 != CC_ABI_MAJOR)
        return cc_fault_set(fault, CC_FATAL,
                            "'%s' was built for plugin ABI %u, this program has %u: build it anew",
                            path, def->abi >> 16, CC_ABI_MAJOR);
    memcpy(&ret->def, def, def->size < sizeof ret->def ? def->size : sizeof ret->def);
    if (ret->def.name == NULL || ret->def.summary == NULL)
        return cc_fault_set(fault, CC_FATAL, "'%s' has no name or no summary", path);
    return check_stage(run, path, &ret->def, fault);
}

cc_status cc_plugin_load(cc_arena *run, const char *path, cc_loaded *ret, cc_fault *fault)
{
    cc_loaded p = {.dso = dlopen(path, RTLD_NOW | RTLD_LOCAL), .path = cc_str_z(path)};
    if (p.dso == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot load plugin: %s", dlerror());
    entry_fn *entry  = find_entry(p.dso);
    cc_status status = entry == NULL
                           ? cc_fault_set(fault, CC_FATAL, "'%s' is not a plugin: it has no %s()",
                                          path, CC_PLUGIN_SYMBOL)
                           : check_table(run, path, entry(), &p, fault);
    if (status == CC_OK)
        *ret = p;
    else
        dlclose(p.dso);
    return status;
}

void cc_plugin_unload(cc_loaded *plugin)
{
    if (plugin->dso != NULL)
        dlclose(plugin->dso);
    *plugin = (cc_loaded){0};
}

/* -- All of them ----------------------------------------------------------------------------------- */

static int only_shared_objects(const struct dirent *entry)
{
    return cc_str_ends(cc_str_z(entry->d_name), CC_S(".so")) && entry->d_name[0] != '.';
}

static int by_file_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Loads one and takes it into the list, which owns it from then on. */
static cc_status add_plugin(cc_arena *run, cc_str path, loaded_list *list, cc_fault *fault)
{
    cc_loaded plugin;
    CC_TRY(cc_plugin_load(run, path.ptr, &plugin, fault));
    *cc_push(run, list) = plugin;
    for (size_t i = 0; i + 1 < list->n; i++)
        if (strcmp(list->at[i].def.name, plugin.def.name) == 0)
            return cc_fault_set(fault, CC_FATAL, "two plugins are called '%s': '%.*s' and '%s'",
                                plugin.def.name, CC_F(list->at[i].path), path.ptr);
    return CC_OK;
}

static cc_status add_folder(cc_arena *run, const char *folder, loaded_list *list, cc_fault *fault)
{
    struct dirent **names;
    int             n = scandir(folder, &names, only_shared_objects, by_file_name);
    if (n < 0)
        return cc_fault_set(fault, CC_FATAL, "cannot read the plugin folder '%s'", folder);
    cc_status status = CC_OK;
    for (int i = 0; i < n; i++) {
        if (status == CC_OK)
            status = add_plugin(run, cc_arena_printf(run, "%s/%s", folder, names[i]->d_name), list,
                                fault);
        free(names[i]);
    }
    free(names);
    return status;
}

/* Folders with ':' between; an empty one is passed over, never the current folder. */
static cc_status add_search_path(cc_arena *run, const char *search, loaded_list *list,
                                 cc_fault *fault)
{
    for (const char *at = search; at != NULL && *at != '\0';) {
        size_t len = strcspn(at, ":");
        cc_str one = cc_arena_dup(run, (cc_str){at, len});
        if (len > 0)
            CC_TRY(add_folder(run, one.ptr, list, fault));
        at += len + (at[len] == ':');
    }
    return CC_OK;
}

static cc_status add_all(cc_arena *run, const char *folder, const char *const *extra,
                         loaded_list *list, cc_fault *fault)
{
    CC_TRY(add_folder(run, folder, list, fault));
    CC_TRY(add_search_path(run, getenv("CLAIMCHECK_PLUGIN_PATH"), list, fault));
    for (size_t i = 0; extra != NULL && extra[i] != NULL; i++)
        CC_TRY(add_plugin(run,
                          cc_arena_printf(run, strchr(extra[i], '/') ? "%s" : "./%s", extra[i]),
                          list, fault));
    return CC_OK;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const cc_loaded *)a)->def.name, ((const cc_loaded *)b)->def.name);
}

cc_status cc_plugins_load(cc_arena *run, const char *folder, const char *const *extra,
                          cc_plugins *ret, cc_fault *fault)
{
    loaded_list list   = {0};
    cc_status   status = add_all(run, folder, extra, &list, fault);
    *ret               = (cc_plugins){list.at, list.n};
    if (list.n > 0)
        qsort(list.at, list.n, sizeof *list.at, by_name);
    if (status != CC_OK)
        cc_plugins_unload(ret);
    return status;
}

void cc_plugins_unload(cc_plugins *plugins)
{
    for (size_t i = 0; i < plugins->n; i++)
        cc_plugin_unload(&plugins->at[i]);
    plugins->n = 0;
}

const cc_loaded *cc_plugins_find(const cc_plugins *plugins, cc_str name)
{
    for (size_t i = 0; i < plugins->n; i++)
        if (cc_str_eq(cc_str_z(plugins->at[i].def.name), name))
            return &plugins->at[i];
    return NULL;
}

const char *cc_stage_name(const cc_plugin *plugin)
{
    return plugin->reader      ? "reader"
           : plugin->extractor ? "extractor"
           : plugin->checker   ? "checker"
                               : "reporter";
}
