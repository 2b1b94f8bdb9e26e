/* cmd_plugins.c - claimcheck plugins: what is loaded, and what one of them does. */
#include "cmd/cmd.h"
#include "host/plugin.h"
#include "host/places.h"

static const cc_option_group groups[] = {{"Plugins", cc_rows_plugins}, {0}};

static void print_checks(const cc_checker *checker)
{
    for (const cc_check *check = checker->checks; check->id != NULL; check++)
        printf("check    %s: %s\n", check->id, check->about);
}

static void print_options(const cc_option *options)
{
    for (const cc_option *option = options; option != NULL && option->name != NULL; option++)
        printf("option   %s (standard: %s): %s\n", option->name, option->standard, option->help);
}

static void print_plugin(const cc_loaded *loaded)
{
    const cc_plugin *def = &loaded->def;
    printf("%s: %s\n", def->name, def->summary);
    printf("stage    %s\n", cc_stage_name(def));
    printf("abi      %u.%u\n", def->abi >> 16, def->abi & 0xFFFF);
    printf("file     %.*s\n", CC_F(loaded->path));
    if (def->rules != NULL)
        printf("rules    %s.yaml\n", def->rules);
    for (const char *const *table = def->tables; table != NULL && *table != NULL; table++)
        printf("table    %s\n", *table);
    if (def->reporter != NULL)
        printf("format   %s\n", def->reporter->format);
    if (def->checker != NULL)
        print_checks(def->checker);
    print_options(def->options);
}

static void print_all(const cc_plugins *plugins)
{
    for (size_t i = 0; i < plugins->n; i++) {
        const cc_plugin *def = &plugins->at[i].def;
        printf("%-24s %-10s %s\n", def->name, cc_stage_name(def), def->summary);
    }
}

static cc_status print_one(cc_request *request, const cc_plugins *plugins, const char *name,
                           cc_fault *fault)
{
    const cc_loaded *loaded = cc_plugins_find(plugins, cc_str_z(name));
    if (loaded != NULL) {
        print_plugin(loaded);
        return CC_OK;
    }
    const char **names = cc_new(&request->run, const char *, plugins->n + 1);
    for (size_t i = 0; i < plugins->n; i++)
        names[i] = plugins->at[i].def.name;
    return cc_fault_name(fault, "plugin", name, names);
}

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    return request->args[0] == NULL ? CC_OK : cc_request_no_more(request->args + 1, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    (void)ret_exit;
    cc_places  places;
    cc_plugins plugins = {0};
    cc_status  status  = CC_OK;
    CC_TRY(cc_places_find(&places, fault));
    CC_TRY(
        cc_plugins_load(&request->run, places.plugins, request->settings.plugins, &plugins, fault));
    if (request->args[0] == NULL)
        print_all(&plugins);
    else
        status = print_one(request, &plugins, request->args[0], fault);
    cc_plugins_unload(&plugins);
    return status;
}

const cc_command cc_command_plugins = {
    .name    = "plugins",
    .summary = "the plugins that are loaded",
    .usage =
        {
            .synopsis = "plugins [OPTION]... [NAME]",
            .about =
                "Lists the plugins with their stage, or tells of one which file, checks and "
                "options it has.\nThose in the folders of CLAIMCHECK_PLUGIN_PATH are loaded too.",
            .examples = "  claimcheck plugins\n"
                        "  claimcheck plugins report_jsonl\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
