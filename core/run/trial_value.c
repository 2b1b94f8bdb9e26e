/* trial_value.c - from an example to a fact, by the way that documents go. */
#include "run/trial_value.h"

#include "base/bounds.h"
#include "run/extraction.h"

typedef struct attempt {
    cc_worker           *worker;
    const cc_trial_case *example;
    cc_fault            *fault;
    cc_document          document;
    cc_extraction        extraction;
} attempt;

static const cc_rule_kind *kind_of(const attempt *a)
{
    const cc_rules *rules = &a->worker->engine->rules;
    uint32_t        rule  = (uint32_t)(a->example->rule - rules->rules);
    for (size_t i = 0; i < rules->kind_count; i++)
        if (rule >= rules->kinds[i].first && rule - rules->kinds[i].first < rules->kinds[i].count)
            return &rules->kinds[i];
    return NULL;
}

static bool has_extractor(const attempt *a, cc_str kind)
{
    for (size_t i = 0; i < a->worker->plugins.n; i++) {
        const cc_instance *at = &a->worker->plugins.at[i];
        if (at->plugin->def.extractor != NULL && cc_str_eq(at->rules->name, kind))
            return true;
    }
    return false;
}

static cc_status read_example(attempt *a)
{
    cc_builder  builder;
    cc_str      text  = a->example->text;
    cc_piece    piece = {.text_len = (uint32_t)text.len,
                         .flags    = CC_VERBATIM,
                         .place    = {.kind = CC_PLACE_BYTES, .at.bytes = {0, text.len}}};
    cc_block_in block = {.size        = sizeof block,
                         .kind        = CC_PARAGRAPH,
                         .text        = text,
                         .pieces      = &piece,
                         .piece_count = 1};
    cc_builder_init(&builder, &a->worker->doc, NULL, &a->worker->engine->abbreviations,
                    CC_MAX_TEXT_BYTES);
    CC_TRY(cc_builder_put(&builder, &block, a->fault));
    cc_builder_finish(&builder, text, &a->document);
    a->document.abi.path = CC_S("example");
    a->document.abi.date = cc_period_unknown();
    return CC_OK;
}

static cc_status take_date(attempt *a)
{
    cc_doc *doc  = &a->document.abi;
    cc_str  date = cc_yaml_text(a->example->example, "date");
    int32_t day;
    if (date.len == 0)
        return CC_OK;
    if (cc_day_parse(date, &day) != CC_OK)
        return cc_fault_set(a->fault, CC_FAIL, "'date' is a day such as 2021-05-31");
    doc->date        = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
    doc->date_origin = CC_DATE_OPTION;
    return CC_OK;
}

static cc_status run_extractor(attempt *a, cc_str kind)
{
    cc_extraction *x = &a->extraction;
    cc_extraction_match(a->worker, &a->document.abi, kind, x);
    cc_status status = cc_extraction_run(x, kind);
    if (status == CC_FATAL)
        return cc_fault_set(a->fault, CC_FATAL, "%s", a->worker->fault.message);
    if (status == CC_FAIL)
        return cc_fault_set(a->fault, CC_FAIL, "%s", x->in_hand->fault.message);
    return CC_OK;
}

/* What the rule made of the mark; NULL: nothing. Which fact wins among several is not asked. */
static const cc_fact *find_fact(const attempt *a)
{
    uint32_t rule = (uint32_t)(a->example->rule - a->worker->engine->rules.rules);
    for (size_t i = 0; i < a->extraction.facts.all.n; i++) {
        const cc_fact *fact = &a->extraction.facts.all.at[i];
        if (fact->rule == rule && fact->span.off == a->example->mark.off &&
            fact->span.len == a->example->mark.len)
            return fact;
    }
    return NULL;
}

/* -- What must come of it ------------------------------------------------------------------ */

static cc_status compare(const attempt *a, const char *key, bool same, cc_str got)
{
    cc_str wanted = cc_yaml_text(a->example->example, key);
    if (same)
        return CC_OK;
    return cc_fault_set(a->fault, CC_FAIL, "%s must be '%.*s', but is '%.*s'", key, CC_F(wanted),
                        CC_F(got));
}

static cc_status compare_text(const attempt *a, const char *key, cc_str got)
{
    const cc_yaml *node = cc_yaml_find(a->example->example, key);
    return compare(a, key, node == NULL || cc_str_eq(node->scalar, got), got);
}

static cc_status compare_value(const attempt *a, const cc_fact *fact)
{
    cc_dec wanted;
    cc_str text = cc_yaml_text(a->example->example, "value");
    if (fact->kind == CC_DATE || fact->kind == CC_DURATION)
        return compare_text(a, "value", fact->timex);
    if (text.len == 0)
        return CC_OK;
    if (cc_dec_parse(text, &wanted) != CC_OK)
        return cc_fault_set(a->fault, CC_FAIL, "the value '%.*s' is no plain decimal", CC_F(text));
    return compare(a, "value", cc_dec_cmp(wanted, fact->value.stated) == 0,
                   cc_dec_print(&a->worker->doc, fact->value.stated));
}

static cc_status compare_all(const attempt *a)
{
    const cc_fact *fact = find_fact(a);
    if (fact == NULL)
        return cc_fault_set(a->fault, CC_FAIL, "no fact comes of '%.*s'",
                            CC_F(cc_str_span(a->example->text, a->example->mark)));
    CC_TRY(compare_text(a, "kind", cc_kind_name(fact->kind)));
    CC_TRY(compare_text(a, "unit", fact->unit));
    return compare_value(a, fact);
}

static bool says(const attempt *a, const char *key)
{
    return cc_yaml_find(a->example->example, key) != NULL;
}

static cc_status check(attempt *a)
{
    const cc_rule_kind *kind = kind_of(a);
    if (!says(a, "value") && !says(a, "unit") && !says(a, "kind") && !says(a, "date"))
        return CC_OK;
    if (!has_extractor(a, kind->name))
        return cc_fault_set(a->fault, CC_FAIL, "no plugin makes values of kind '%.*s'",
                            CC_F(kind->name));
    CC_TRY(read_example(a));
    CC_TRY(take_date(a));
    CC_TRY(run_extractor(a, kind->name));
    return compare_all(a);
}

cc_status cc_trial_value_check(void *user, const cc_trial_case *c, cc_fault *fault)
{
    cc_worker *worker = user;
    attempt    a      = {.worker = worker, .example = c, .fault = fault};
    cc_mark    mark   = cc_arena_mark(&worker->doc);
    cc_instances_serve(&worker->plugins, &worker->doc);
    cc_status status = check(&a);
    cc_arena_rewind(&worker->doc, mark);
    return status;
}
