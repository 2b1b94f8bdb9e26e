/* draft.c - checks the fields of a rule file and reads its rules. */
#include "rule/draft.h"

/* -- Fields -------------------------------------------------------------------------------- */

#define fault_here(d, at, ...) cc_yaml_fault((d)->file, (at), (d)->fault, __VA_ARGS__)

cc_status cc_draft_text(const cc_draft *d, const cc_yaml *map, const char *key, cc_str *ret)
{
    const cc_yaml *node = cc_yaml_find(map, key);
    if (node == NULL)
        return fault_here(d, map->offset, "key '%s' is missing here", key);
    if (node->kind != CC_YAML_SCALAR || node->scalar.len == 0)
        return fault_here(d, node->offset, "'%s' is a text", key);
    *ret = node->scalar;
    return CC_OK;
}

cc_status cc_draft_require(const cc_draft *d, const cc_yaml *map, const char *key, cc_str wanted)
{
    cc_str value;
    CC_TRY(cc_draft_text(d, map, key, &value));
    if (!cc_str_eq(value, wanted))
        return fault_here(d, cc_yaml_find(map, key)->offset, "'%s' must be '%.*s' here", key,
                          CC_F(wanted));
    return CC_OK;
}

cc_status cc_draft_list(const cc_draft *d, const cc_yaml *map, const char *key, const cc_yaml **ret)
{
    const cc_yaml *node = cc_yaml_find(map, key);
    if (node == NULL)
        return fault_here(d, map->offset, "key '%s' is missing here", key);
    if (node->kind != CC_YAML_LIST || node->count == 0)
        return fault_here(d, node->offset, "'%s' is a list of at least one", key);
    *ret = node;
    return CC_OK;
}

static cc_status take_bool(const cc_draft *d, const cc_yaml *map, const char *key, bool *ret)
{
    const cc_yaml *node = cc_yaml_find(map, key);
    cc_str         text = cc_yaml_text(map, key);
    *ret                = cc_str_eq(text, CC_S("true"));
    if (node != NULL && !*ret && !cc_str_eq(text, CC_S("false")))
        return fault_here(d, node->offset, "'%s' is true or false", key);
    return CC_OK;
}

cc_status cc_draft_texts(const cc_draft *d, const cc_yaml *map, const char *key, const cc_str **ret,
                         size_t *ret_count)
{
    const cc_yaml *list = NULL;
    if (cc_yaml_find(map, key) == NULL)
        return CC_OK;
    CC_TRY(cc_draft_list(d, map, key, &list));
    cc_str *texts = cc_new(d->run, cc_str, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != CC_YAML_SCALAR || list->items[i]->scalar.len == 0)
            return fault_here(d, list->items[i]->offset, "'%s' lists texts", key);
        texts[i] = list->items[i]->scalar;
    }
    *ret       = texts;
    *ret_count = list->count;
    return CC_OK;
}

/* -- A rule -------------------------------------------------------------------------------- */

static bool is_id(cc_str id, cc_str kind)
{
    if (id.len < kind.len + 2 || !cc_str_starts(id, kind) || id.ptr[kind.len] != '.')
        return false;
    char before = '-';
    for (size_t i = kind.len + 1; i < id.len; i++) {
        char c = id.ptr[i];
        if (!(cc_is_lower(c) || cc_is_digit(c) || (c == '-' && before != '-')))
            return false;
        before = c;
    }
    return before != '-';
}

static cc_status read_id(const cc_draft *d, const cc_yaml *node, cc_rule *rule)
{
    cc_str name = d->kind->name, id;
    CC_TRY(cc_draft_text(d, node, "id", &id));
    uint32_t at = cc_yaml_find(node, "id")->offset;
    if (!is_id(id, name))
        return fault_here(d, at, "an id here is '%.*s.words-with-dashes'", CC_F(name));
    for (size_t i = 0; i < d->kind->rules.n; i++)
        if (cc_str_eq(d->kind->rules.at[i].id, id))
            return fault_here(d, at, "there is a rule '%.*s' already", CC_F(id));
    rule->id = id;
    return CC_OK;
}

static cc_status check_engine(const cc_draft *d, const cc_yaml *node)
{
    const cc_yaml *engine = cc_yaml_find(node, "engine");
    const cc_yaml *errors = cc_yaml_find(node, "max_errors");
    cc_str         name   = cc_yaml_text(node, "engine");
    if (cc_str_eq(name, CC_S("tre")))
        return fault_here(d, engine->offset, "engine 'tre' comes with names: not yet");
    if (engine != NULL && !cc_str_eq(name, CC_S("pcre2")))
        return fault_here(d, engine->offset, "'engine' is pcre2 or tre");
    if (errors != NULL)
        return fault_here(d, errors->offset, "'max_errors' belongs to engine 'tre'");
    return CC_OK;
}

/* Every key holds a text, and `needed` is there. */
static cc_status check_texts(const cc_draft *d, const cc_yaml *list, const char *const *known,
                             const char *needed)
{
    cc_str text;
    for (size_t i = 0; i < list->count; i++) {
        const cc_yaml *item = list->items[i];
        CC_TRY(cc_yaml_only(d->file, item, known, d->fault));
        CC_TRY(cc_draft_text(d, item, "text", &text));
        CC_TRY(cc_draft_text(d, item, needed, &text));
        for (size_t k = 0; k < item->count; k++)
            if (item->pairs[k].value->kind != CC_YAML_SCALAR)
                return fault_here(d, item->pairs[k].value->offset, "'%.*s' is a text",
                                  CC_F(item->pairs[k].key));
    }
    return CC_OK;
}

const char *const cc_example_keys[] = {"text", "why", "value", "kind", "unit", "date", NULL};

/* What an example of this rule may say: those and the rule's own groups. */
static const char *const *example_keys(const cc_draft *d, const cc_rule *rule)
{
    size_t       n    = sizeof cc_example_keys / sizeof cc_example_keys[0] - 1;
    const char **keys = cc_new(d->run, const char *, n + rule->capture_count + 1);
    memcpy(keys, cc_example_keys, n * sizeof *keys);
    for (uint32_t i = 1; i <= rule->capture_count; i++)
        if (rule->slots[i] != CC_NO_GROUP)
            keys[n++] = d->kind->slots.at[rule->slots[i]].ptr;
    return keys;
}

static cc_status read_examples(const cc_draft *d, const cc_yaml *node, cc_rule *rule)
{
    static const char *const counter[] = {"text", "why", NULL};
    CC_TRY(cc_draft_list(d, node, "examples", &rule->examples));
    CC_TRY(check_texts(d, rule->examples, example_keys(d, rule), "text"));
    CC_TRY(cc_draft_list(d, node, "counterexamples", &rule->counterexamples));
    return check_texts(d, rule->counterexamples, counter, "why");
}

static cc_status read_pattern(cc_draft *d, const cc_yaml *node, cc_rule *rule)
{
    CC_TRY(take_bool(d, node, "ucp", &rule->ucp));
    CC_TRY(take_bool(d, node, "caseless", &rule->caseless));
    CC_TRY(cc_draft_text(d, node, "pattern", &rule->pattern));
    const cc_yaml *pattern = cc_yaml_find(node, "pattern");
    CC_TRY(cc_pieces_expand(d->run, d->file, pattern, &d->pieces, &rule->expanded, d->fault));
    return cc_rule_compile(d->run, d->file, pattern, rule, &d->kind->slots, d->fault);
}

/* The rule joins its kind first, so that its code is freed whatever comes after. */
cc_status cc_draft_rule(cc_draft *d, const cc_yaml *node)
{
    static const char *const known[] = {
        "id",  "about",    "source",     "needs",    "pattern",         "engine",
        "ucp", "caseless", "max_errors", "examples", "counterexamples", NULL};
    cc_rule rule = {.file = d->file_index, .offset = node->offset};
    CC_TRY(cc_yaml_only(d->file, node, known, d->fault));
    CC_TRY(read_id(d, node, &rule));
    CC_TRY(cc_draft_text(d, node, "about", &rule.about));
    rule.source = cc_yaml_text(node, "source");
    CC_TRY(cc_draft_texts(d, node, "needs", &rule.needs, &rule.need_count));
    CC_TRY(check_engine(d, node));
    cc_rule *kept = cc_push(d->run, &d->kind->rules);
    *kept         = rule;
    CC_TRY(read_pattern(d, node, kept));
    return read_examples(d, node, kept);
}
