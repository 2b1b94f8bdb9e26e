/* host.c - what the host offers, put together from core's grammars. */
#include "host/host.h"

#include "fact/number.h"
#include "fact/period.h"

#include <stdarg.h>

static cc_instance *instance_of(const cc_host *host)
{
    return host->core;
}

static void *serve_alloc(const cc_host *host, size_t bytes, size_t align)
{
    (void)align; /* the arena's 16 is enough for all */
    return cc_arena_alloc(instance_of(host)->arena, bytes, 1);
}

static cc_status serve_fail(const cc_host *host, cc_status status, uint32_t off, const char *format,
                            ...)
{
    cc_instance *me = instance_of(host);
    va_list      args;
    if (me->fault.status != CC_OK)
        return status;
    va_start(args, format);
    me->fault   = (cc_fault){.status = status};
    int    n    = vsnprintf(me->fault.message, sizeof me->fault.message, format, args);
    size_t used = n < 0 ? 0 : (size_t)n;
    va_end(args);
    if (used < sizeof me->fault.message && off > 0)
        snprintf(me->fault.message + used, sizeof me->fault.message - used, " (at byte %u)", off);
    return status;
}

/* NULL: the user gave no value. */
static const char *find_given(const char *const *given, const char *name)
{
    size_t len = strlen(name);
    for (; given != NULL && *given != NULL; given++)
        if (strncmp(*given, name, len) == 0 && (*given)[len] == '=')
            return *given + len + 1;
    return NULL;
}

static const char *serve_option(const cc_host *host, const char *name)
{
    const cc_loaded *plugin = instance_of(host)->plugin;
    const cc_option *option = plugin->def.options;
    const char      *given  = find_given(plugin->given, name);
    if (given != NULL)
        return given;
    for (; option != NULL && option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return option->standard;
    return "";
}

static uint32_t serve_rule(const cc_host *host, const char *id)
{
    return cc_rules_find(&instance_of(host)->engine->rules, cc_str_z(id));
}

static uint32_t serve_group(const cc_host *host, const char *name)
{
    const cc_rule_kind *rules = instance_of(host)->rules;
    for (uint32_t i = 0; rules != NULL && i < rules->slot_count; i++)
        if (cc_str_eq(rules->slots[i], cc_str_z(name)))
            return i;
    return CC_NO_GROUP;
}

static cc_status serve_number(const cc_host *host, cc_str text, cc_str scale, cc_value *ret)
{
    const cc_instance *me      = instance_of(host);
    bool               percent = me->rules != NULL && cc_str_eq(me->rules->name, CC_S("percent"));
    return cc_number_parse(me->engine->lexicon, text, scale, percent, ret);
}

static cc_status serve_period(const cc_host *host, const cc_doc *doc, const cc_date_parts *parts,
                              cc_fact *ret)
{
    const cc_instance *me = instance_of(host);
    return cc_period_resolve(me->engine->calendar, me->arena, doc, parts, ret);
}

static cc_str serve_unit(const cc_host *host, cc_str written)
{
    const cc_unit *unit = cc_lexicon_unit(instance_of(host)->engine->lexicon, written);
    return unit == NULL ? CC_S("") : unit->name;
}

static cc_str serve_table(const cc_host *host, const char *table, cc_str key)
{
    return cc_lexicon_lookup(instance_of(host)->engine->lexicon, cc_str_z(table), key);
}

/* In a cage there are no rules, grammars and tables. */
static uint32_t serve_none(const cc_host *host, const char *name)
{
    (void)host, (void)name;
    return CC_NO_GROUP;
}

static cc_status serve_no_number(const cc_host *host, cc_str text, cc_str scale, cc_value *ret)
{
    (void)host, (void)text, (void)scale, (void)ret;
    return CC_WARN;
}

static cc_status serve_no_period(const cc_host *host, const cc_doc *doc, const cc_date_parts *parts,
                                 cc_fact *ret)
{
    (void)host, (void)doc, (void)parts, (void)ret;
    return CC_WARN;
}

static cc_str serve_no_unit(const cc_host *host, cc_str written)
{
    (void)host, (void)written;
    return CC_S("");
}

static cc_str serve_no_table(const cc_host *host, const char *table, cc_str key)
{
    (void)host, (void)table, (void)key;
    return CC_S("");
}

static const cc_host everything = {
    .size   = sizeof everything,
    .abi    = CC_ABI,
    .alloc  = serve_alloc,
    .fail   = serve_fail,
    .option = serve_option,
    .rule   = serve_rule,
    .group  = serve_group,
    .number = serve_number,
    .period = serve_period,
    .unit   = serve_unit,
    .table  = serve_table,
};

static const cc_host essentials = {
    .size   = sizeof essentials,
    .abi    = CC_ABI,
    .alloc  = serve_alloc,
    .fail   = serve_fail,
    .option = serve_option,
    .rule   = serve_none,
    .group  = serve_none,
    .number = serve_no_number,
    .period = serve_no_period,
    .unit   = serve_no_unit,
    .table  = serve_no_table,
};

/* -- Opening and closing ---------------------------------------------------------------------------- */

bool cc_instance_is_caged(const cc_instance *instance)
{
    const cc_reader *reader = instance->plugin->def.reader;
    return instance->engine != NULL && reader != NULL && !reader->in_process;
}

static cc_status find_rules(cc_instance *instance, cc_fault *fault)
{
    const char *rules = instance->plugin->def.rules;
    if (rules == NULL)
        return CC_OK;
    instance->rules = cc_rules_kind(&instance->engine->rules, cc_str_z(rules));
    if (instance->rules == NULL)
        return cc_fault_set(fault, CC_FATAL, "plugin '%s' needs the rule file '%s.yaml'",
                            instance->plugin->def.name, rules);
    return CC_OK;
}

cc_status cc_instance_open(const cc_engine *engine, const cc_loaded *plugin, cc_arena *life,
                           cc_instance *ret, cc_fault *fault)
{
    *ret           = (cc_instance){.engine = engine, .plugin = plugin, .arena = life};
    ret->host      = engine == NULL ? essentials : everything;
    ret->host.core = ret;
    if (cc_instance_is_caged(ret)) {
        ret->cage = (cc_cage){.program = engine->places.program,
                              .plugin  = plugin->path.ptr,
                              .given   = plugin->given,
                              .limits  = engine->settings.reader_limits};
        return CC_OK;
    }
    if (engine != NULL)
        CC_TRY(find_rules(ret, fault));
    if (plugin->def.open == NULL || plugin->def.open(&ret->host, &ret->self) == CC_OK)
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "plugin '%s' would not open: %s", plugin->def.name,
                        ret->fault.message);
}

void cc_instance_close(cc_instance *instance)
{
    cc_cage_close(&instance->cage);
    if (instance->plugin->def.close != NULL && !cc_instance_is_caged(instance))
        instance->plugin->def.close(instance->self);
}

cc_status cc_instances_open(const cc_engine *engine, cc_arena *life, cc_instances *ret,
                            cc_fault *fault)
{
    *ret = (cc_instances){cc_new(life, cc_instance, engine->plugins.n), 0};
    for (; ret->n < engine->plugins.n; ret->n++) {
        cc_status status =
            cc_instance_open(engine, &engine->plugins.at[ret->n], life, &ret->at[ret->n], fault);
        if (status != CC_OK) {
            cc_instances_close(ret);
            return status;
        }
    }
    return CC_OK;
}

void cc_instances_close(cc_instances *instances)
{
    for (size_t i = 0; i < instances->n; i++)
        cc_instance_close(&instances->at[i]);
    instances->n = 0;
}

void cc_instances_serve(cc_instances *instances, cc_arena *document)
{
    for (size_t i = 0; i < instances->n; i++)
        instances->at[i].arena = document;
}
