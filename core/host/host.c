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

static const char *serve_option(const cc_host *host, const char *name)
{
    const cc_option *option = instance_of(host)->plugin->def.options;
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

static cc_status open_instance(const cc_engine *engine, const cc_loaded *plugin, cc_arena *life,
                               cc_instance *ret, cc_fault *fault)
{
    *ret      = (cc_instance){.engine = engine, .plugin = plugin, .arena = life};
    ret->host = (cc_host){
        .size   = sizeof ret->host,
        .abi    = CC_ABI,
        .core   = ret,
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
    const char *rules = plugin->def.rules;
    ret->rules        = rules == NULL ? NULL : cc_rules_kind(&engine->rules, cc_str_z(rules));
    if (rules != NULL && ret->rules == NULL)
        return cc_fault_set(fault, CC_FATAL, "plugin '%s' needs the rule file '%s.yaml'",
                            plugin->def.name, rules);
    if (plugin->def.open == NULL || plugin->def.open(&ret->host, &ret->self) == CC_OK)
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "plugin '%s' would not open: %s", plugin->def.name,
                        ret->fault.message);
}

cc_status cc_instances_open(const cc_engine *engine, cc_arena *life, cc_instances *ret,
                            cc_fault *fault)
{
    *ret = (cc_instances){cc_new(life, cc_instance, engine->plugins.n), 0};
    for (; ret->n < engine->plugins.n; ret->n++) {
        cc_status status =
            open_instance(engine, &engine->plugins.at[ret->n], life, &ret->at[ret->n], fault);
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
        if (instances->at[i].plugin->def.close != NULL)
            instances->at[i].plugin->def.close(instances->at[i].self);
    instances->n = 0;
}

void cc_instances_serve(cc_instances *instances, cc_arena *document)
{
    for (size_t i = 0; i < instances->n; i++)
        instances->at[i].arena = document;
}
