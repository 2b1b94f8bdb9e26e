/* cmd_explain.c - claimcheck explain: what a check compares and what it leaves alone. */
#include "cmd/cmd.h"
#include "host/plugin.h"
#include "host/places.h"

static const cc_option_group groups[] = {{"Plugins", cc_rows_plugins}, {0}};

enum { LINE_BYTES = 99 };

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

/* Breaks at blanks; a line feed in `text` stays one. */
static void print_wrapped(const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n"), end = len;
        if (len > LINE_BYTES)
            for (end = LINE_BYTES; end > 0 && text[end] != ' '; end--)
                continue;
        if (end == 0)
            end = strcspn(text, " \n");
        printf("%.*s\n", (int)end, text);
        text += end + (text[end] != '\0');
    }
}

static cc_status explain(cc_request *request, const cc_plugins *plugins, cc_fault *fault)
{
    names           ids   = {0};
    const char     *id    = request->args[0];
    const cc_check *check = find_check(&request->run, plugins, id, &ids);
    if (check == NULL) {
        *cc_push(&request->run, &ids) = NULL;
        return cc_fault_name(fault, "check", id, ids.at);
    }
    printf("%s\n\n", check->id);
    print_wrapped(check->about);
    if (check->help != NULL) {
        printf("\n");
        print_wrapped(check->help);
    }
    return CC_OK;
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
        status = explain(request, &plugins, fault);
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
