/* cmd_rules.c - claimcheck rules: runs the examples of rules, lists rules, shows one. */
#include "cmd/cmd.h"
#include "rule/trial.h"
#include "run/trial_value.h"
#include "run/worker.h"

static const cc_option_group groups[] = {{"Rules", cc_rows_rules}, {NULL, cc_rows_plugins}, {0}};

/* One thing that can be done with rules; `name` is a kind or a rule, or empty. */
typedef cc_status action(cc_request *request, const cc_engine *engine, cc_str name, int *ret_exit,
                         cc_fault *fault);

/* The kind of "money" and of "money.sign". */
static cc_str kind_of(cc_str name)
{
    const char *dot = memchr(name.ptr, '.', name.len);
    return dot == NULL ? name : cc_str_sub(name, 0, (size_t)(dot - name.ptr));
}

static cc_status fault_no_kind(cc_request *request, const cc_rules *rules, cc_str name,
                               cc_fault *fault)
{
    const char **names = cc_new(&request->run, const char *, rules->kind_count + 1);
    for (size_t i = 0; i < rules->kind_count; i++)
        names[i] = cc_arena_dup(&request->run, rules->kinds[i].name).ptr;
    return cc_fault_name(fault, "kind of rule", name.ptr, names);
}

static cc_status fault_no_rule(cc_request *request, const cc_rules *rules, cc_str name,
                               cc_fault *fault)
{
    const char **names = cc_new(&request->run, const char *, rules->rule_count + 1);
    for (size_t i = 0; i < rules->rule_count; i++)
        names[i] = cc_arena_dup(&request->run, rules->rules[i].id).ptr;
    return cc_fault_name(fault, "rule", name.ptr, names);
}

/* -- test ---------------------------------------------------------------------------------- */

static void print_trial(const cc_trial *trial)
{
    for (size_t i = 0; i < trial->note_count; i++)
        cc_fault_print(&trial->notes[i], stderr);
    for (size_t i = 0; i < trial->failed; i++)
        cc_fault_print(&trial->failures[i], stdout);
    printf("%zu passed, %zu failed\n", trial->passed, trial->failed);
}

static cc_status test(cc_request *request, const cc_engine *engine, cc_str name, int *ret_exit,
                      cc_fault *fault)
{
    cc_trial  trial = {0};
    cc_worker worker;
    if (name.len > 0 && cc_rules_kind(&engine->rules, kind_of(name)) == NULL)
        return fault_no_kind(request, &engine->rules, name, fault);
    CC_TRY(cc_worker_open(engine, &worker, fault));
    cc_trial_run(&request->run, &engine->rules, kind_of(name), cc_trial_value_check, &worker,
                 &trial);
    print_trial(&trial);
    *ret_exit = trial.failed > 0 ? CC_EXIT_ERROR : CC_EXIT_OK;
    cc_worker_close(&worker);
    cc_arena_release(&worker.run);
    return CC_OK;
}

/* -- list ---------------------------------------------------------------------------------- */

static cc_status list(cc_request *request, const cc_engine *engine, cc_str name, int *ret_exit,
                      cc_fault *fault)
{
    (void)ret_exit;
    const cc_rules *rules = &engine->rules;
    if (name.len > 0 && cc_rules_kind(rules, kind_of(name)) == NULL)
        return fault_no_kind(request, rules, name, fault);
    for (size_t i = 0; i < rules->rule_count; i++) {
        const cc_rule *rule = &rules->rules[i];
        if (name.len == 0 || cc_str_eq(kind_of(rule->id), kind_of(name)))
            printf("%-32.*s %.*s\n", CC_F(rule->id), CC_F(rule->about));
    }
    return CC_OK;
}

/* -- explain ------------------------------------------------------------------------------- */

static void print_examples(const char *title, const cc_yaml *examples)
{
    if (examples == NULL || examples->count == 0)
        return;
    printf("\n%s\n", title);
    for (size_t i = 0; i < examples->count; i++) {
        cc_str text = cc_yaml_text(examples->items[i], "text");
        cc_str why  = cc_yaml_text(examples->items[i], "why");
        printf("  %.*s%s%.*s\n", CC_F(text), why.len > 0 ? "   # " : "", CC_F(why));
    }
}

static unsigned line_of(const cc_yaml_file *file, uint32_t offset)
{
    unsigned line = 1;
    for (size_t i = 0; i < offset && i < file->text.len; i++)
        line += file->text.ptr[i] == '\n';
    return line;
}

static void print_needs(const cc_rule *rule)
{
    if (rule->need_count == 0)
        return;
    printf("needs    ");
    for (size_t i = 0; i < rule->need_count; i++)
        printf("%s'%.*s'", i == 0 ? "" : ", ", CC_F(rule->needs[i]));
    printf("\n");
}

static cc_status explain(cc_request *request, const cc_engine *engine, cc_str name, int *ret_exit,
                         cc_fault *fault)
{
    (void)ret_exit;
    const cc_rules *rules = &engine->rules;
    if (name.len == 0)
        return cc_fault_set(fault, CC_FATAL, "no rule given; 'claimcheck rules list' has them");
    uint32_t at = cc_rules_find(rules, name);
    if (at == CC_NO_GROUP)
        return fault_no_rule(request, rules, name, fault);
    const cc_rule      *rule = &rules->rules[at];
    const cc_yaml_file *file = &rules->files[rule->file];
    printf("%.*s: %.*s\n", CC_F(rule->id), CC_F(rule->about));
    printf("file     %.*s:%u\n", CC_F(file->path), line_of(file, rule->offset));
    if (rule->source.len > 0)
        printf("source   %.*s\n", CC_F(rule->source));
    print_needs(rule);
    printf("pattern  %.*s\n", CC_F(rule->pattern));
    if (!cc_str_eq(rule->pattern, rule->expanded))
        printf("with its pieces put in\n         %.*s\n", CC_F(rule->expanded));
    print_examples("It finds what is marked in", rule->examples);
    print_examples("It finds nothing in", rule->counterexamples);
    return CC_OK;
}

/* -- The command --------------------------------------------------------------------------- */

static const struct {
    const char *name;
    action     *act;
} actions[] = {{"test", test}, {"list", list}, {"explain", explain}};
enum { ACTION_COUNT = sizeof actions / sizeof *actions };

static action *find_action(const char *name)
{
    for (size_t i = 0; i < ACTION_COUNT; i++)
        if (strcmp(name, actions[i].name) == 0)
            return actions[i].act;
    return NULL;
}

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    const char *const *args                    = request->args;
    const char        *names[ACTION_COUNT + 1] = {0};
    for (size_t i = 0; i < ACTION_COUNT; i++)
        names[i] = actions[i].name;
    if (args[0] == NULL)
        return cc_fault_set(fault, CC_FATAL, "say what to do: test, list or explain");
    if (find_action(args[0]) == NULL)
        return cc_fault_name(fault, "action on rules", args[0], names);
    return args[1] == NULL ? CC_OK : cc_request_no_more(args + 2, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    cc_engine engine;
    cc_str    name = cc_str_z(request->args[1] != NULL ? request->args[1] : "");
    CC_TRY(cc_engine_open(&request->settings, &engine, fault));
    cc_status status = find_action(request->args[0])(request, &engine, name, ret_exit, fault);
    cc_engine_close(&engine);
    return status;
}

const cc_command cc_command_rules = {
    .name    = "rules",
    .summary = "test: runs the examples of rules; list: lists them; explain: shows one",
    .usage =
        {
            .synopsis = "rules test|list [KIND] [OPTION]...\n"
                        "       claimcheck rules explain RULE [OPTION]...",
            .about =
                "Runs the examples that rules carry, lists rules with what they find, or shows a "
                "rule with its\nfile, pattern and examples. A KIND is a rule file's: money.",
            .examples = "  claimcheck rules test\n"
                        "  claimcheck rules test money --rules my-rules/\n"
                        "  claimcheck rules explain money.sign\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
