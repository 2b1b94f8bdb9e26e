/* cmd_explain.c - claimcheck explain: what a check compares and what it leaves alone, with examples. */
#include "cmd/cmd.h"
#include "base/wrap.h"
#include "base/yaml.h"
#include "host/plugin.h"
#include "host/places.h"

static const cc_option_group groups[] = {{"Plugins", cc_rows_plugins}, {0}};

typedef CC_LIST(const char *) names;

/* The check called `id`; the ids of all others are put into *ids. */
static const cc_check *find_check(cc_arena *arena, const cc_plugins *plugins, const char *id,
                                  names *ids)
{
    for (size_t i = 0; i < plugins->n; i++) {
        const cc_checker *checker = plugins->at[i].def.checker;
        for (const cc_check *at = checker == NULL ? NULL : checker->checks;
             at != NULL && at->id != NULL; at++) {
            if (strcmp(at->id, id) == 0)
                return at;
            *cc_push(arena, ids) = at->id;
        }
    }
    return NULL;
}

/* -- Examples --------------------------------------------------------------------------------------- */

/* The lines of a document, four columns in; an empty one stays empty. */
static void print_document(cc_str text)
{
    while (text.len > 0) {
        const char *feed = memchr(text.ptr, '\n', text.len);
        size_t      len  = feed == NULL ? text.len : (size_t)(feed - text.ptr);
        printf("%s%.*s\n", len > 0 ? "    " : "", (int)len, text.ptr);
        len += feed != NULL;
        text = cc_str_sub(text, len, text.len - len);
    }
}

static void print_example(const char *title, const cc_yaml *documents)
{
    if (documents == NULL || documents->kind != CC_YAML_LIST)
        return;
    printf("\n%s:\n", title);
    for (size_t i = 0; i < documents->count; i++) {
        if (i > 0)
            printf("  and in another document:\n");
        print_document(documents->items[i]->scalar);
    }
}

/* A plugin from elsewhere has its checks explained by its help alone. */
static cc_status print_examples(cc_arena *arena, const char *rules, const char *id, cc_fault *fault)
{
    static const char *const known[] = {"reported", "left alone", NULL};
    cc_str                   path    = cc_arena_printf(arena, "%s/en/tables/checks.yaml", rules);
    cc_yaml_file             file;
    CC_TRY(cc_yaml_read(arena, path.ptr, &file, fault));
    const cc_yaml *example = cc_yaml_find(file.root, id);
    if (example == NULL)
        return CC_OK;
    CC_TRY(cc_yaml_only(&file, example, known, fault));
    print_example("Reported", cc_yaml_find(example, "reported"));
    print_example("Left alone", cc_yaml_find(example, "left alone"));
    return CC_OK;
}

static cc_status explain(cc_request *request, const cc_plugins *plugins, const cc_places *places,
                         cc_fault *fault)
{
    names           ids   = {0};
    const char     *id    = request->args[0];
    const cc_check *check = find_check(&request->run, plugins, id, &ids);
    if (check == NULL) {
        *cc_push(&request->run, &ids) = NULL;
        return cc_fault_name(fault, "check", id, ids.at);
    }
    printf("%s\n\n", check->id);
    cc_wrap(stdout, cc_str_z(check->about));
    if (check->help != NULL) {
        printf("\n");
        cc_wrap(stdout, cc_str_z(check->help));
    }
    return print_examples(&request->run, places->rules, id, fault);
}

static void list_checks(const cc_plugins *plugins)
{
    for (size_t i = 0; i < plugins->n; i++) {
        const cc_checker *checker = plugins->at[i].def.checker;
        for (const cc_check *at = checker == NULL ? NULL : checker->checks;
             at != NULL && at->id != NULL; at++)
            printf("%-20s %s\n", at->id, at->about);
    }
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
    CC_TRY(cc_places_find(&places, fault));
    CC_TRY(
        cc_plugins_load(&request->run, places.plugins, request->settings.plugins, &plugins, fault));
    cc_status status = CC_OK;
    if (request->args[0] == NULL)
        list_checks(&plugins);
    else
        status = explain(request, &plugins, &places, fault);
    cc_plugins_unload(&plugins);
    return status;
}

const cc_command cc_command_explain = {
    .name    = "explain",
    .summary = "what a check compares and what it leaves alone",
    .usage =
        {
            .synopsis = "explain [OPTION]... [CHECK]",
            .about = "Tells what a check compares and what it leaves alone, or lists all checks.",
            .examples = "  claimcheck explain\n"
                        "  claimcheck explain magnitude\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
