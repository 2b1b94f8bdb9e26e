/* trial.c - examples, counterexamples and hostile texts. */
#include "rule/trial.h"

#include "rule/match.h"

enum { HOSTILE_BYTES = 50000 };

static const char OPEN[] = "«", CLOSE[] = "»";
enum { MARK_BYTES = sizeof OPEN - 1 };

typedef CC_LIST(cc_span) spans;
typedef CC_LIST(cc_fault) faults;

typedef struct trial {
    cc_arena       *arena;
    const cc_rules *rules;
    cc_matcher     *matcher;
    cc_trial_value *check;
    void           *user;
    size_t          passed;
    faults          failures, notes;
} trial;

/* One text of one rule. */
typedef struct sample {
    uint32_t       id;
    const cc_rule *rule;
    const cc_yaml *node; /* the example */
    cc_str         text; /* without marks */
    spans          marks, found;
    cc_match       first; /* what `found` begins with */
} sample;

static const cc_yaml_file *file_of(const trial *t, const cc_rule *rule)
{
    return &t->rules->files[rule->file];
}

/* Counts one check. */
static void count(trial *t, cc_status status, const cc_fault *fault)
{
    if (status == CC_OK)
        t->passed++;
    else
        *cc_push(t->arena, &t->failures) = *fault;
}

/* Points at the example's text. */
#define fault_sample(t, s, fault, ...)                                                             \
    cc_yaml_fault(file_of((t), (s)->rule), cc_yaml_find((s)->node, "text")->offset, (fault),       \
                  __VA_ARGS__)

/* -- Marks --------------------------------------------------------------------------------- */

static bool starts_at(cc_str s, size_t i, const char *with)
{
    return cc_str_starts(cc_str_sub(s, i, s.len - i), cc_str_z(with));
}

/* False: marks that do not pair, or hold nothing. */
static bool take_marks(cc_arena *arena, cc_str marked, cc_str *ret_text, spans *ret)
{
    char  *text = cc_new(arena, char, marked.len);
    size_t n    = 0;
    bool   open = false;
    for (size_t i = 0; i < marked.len;) {
        bool opens = starts_at(marked, i, OPEN), closes = starts_at(marked, i, CLOSE);
        if ((opens && open) || (closes && (!open || ret->at[ret->n - 1].off == n)))
            return false;
        if (opens)
            *cc_push(arena, ret) = (cc_span){(uint32_t)n, 0};
        else if (closes)
            ret->at[ret->n - 1].len = (uint32_t)n - ret->at[ret->n - 1].off;
        else
            text[n++] = marked.ptr[i];
        open = opens || (open && !closes);
        i += opens || closes ? (size_t)MARK_BYTES : 1;
    }
    *ret_text = (cc_str){text, n};
    return !open;
}

static bool same_spans(const spans *a, const spans *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->at, b->at, a->n * sizeof *a->at) == 0);
}

/* "'4.2', '5'" or "nothing". */
static cc_str list_spans(cc_arena *arena, cc_str text, const spans *list)
{
    cc_str ret = CC_S("nothing");
    for (size_t i = 0; i < list->n; i++) {
        cc_str one = cc_str_span(text, list->at[i]);
        ret        = i == 0 ? cc_arena_printf(arena, "'%.*s'", CC_F(one))
                            : cc_arena_printf(arena, "%.*s, '%.*s'", CC_F(ret), CC_F(one));
    }
    return ret;
}

/* -- One example --------------------------------------------------------------------------- */

/* Errors: CC_FATAL - a limit was met. */
static cc_status find_all(trial *t, sample *s, cc_fault *fault)
{
    cc_matches    matches;
    cc_limit_hits hits = {0};
    cc_match_text(t->matcher, t->arena, s->text, s->id, &matches, &hits);
    if (hits.n > 0)
        return fault_sample(t, s, fault, "'%.*s' met a match limit here", CC_F(s->rule->id));
    for (size_t i = 0; i < matches.n; i++)
        *cc_push(t->arena, &s->found) = matches.at[i].span;
    if (matches.n > 0)
        s->first = matches.at[0];
    return CC_OK;
}

static bool needs_are_met(const cc_rule *rule, cc_str text)
{
    bool met = rule->need_count == 0;
    for (size_t i = 0; i < rule->need_count; i++)
        for (size_t k = 0; k + rule->needs[i].len <= text.len; k++)
            met = met || cc_str_eq_nocase(cc_str_sub(text, k, rule->needs[i].len), rule->needs[i]);
    return met;
}

static cc_status check_spans(trial *t, const sample *s, cc_fault *fault)
{
    if (same_spans(&s->marks, &s->found))
        return CC_OK;
    cc_str wanted = list_spans(t->arena, s->text, &s->marks);
    cc_str got    = list_spans(t->arena, s->text, &s->found);
    return fault_sample(t, s, fault, "'%.*s' must find %.*s, but finds %.*s%s", CC_F(s->rule->id),
                        CC_F(wanted), CC_F(got),
                        needs_are_met(s->rule, s->text) ? "" : ": none of its 'needs' is here");
}

static bool is_reserved(cc_str key)
{
    for (const char *const *known = cc_example_keys; *known != NULL; known++)
        if (cc_str_eq(key, cc_str_z(*known)))
            return true;
    return false;
}

static cc_str group_text(const trial *t, const sample *s, cc_str name)
{
    const cc_rule_kind *kind = t->rules->kinds;
    while (s->id >= kind->first + kind->count)
        kind++;
    for (size_t i = 0; i < kind->slot_count; i++)
        if (cc_str_eq(kind->slots[i], name) && s->first.groups[i].off != UINT32_MAX)
            return cc_str_span(s->text, s->first.groups[i]);
    return CC_S("");
}

static cc_status check_groups(const trial *t, const sample *s, cc_fault *fault)
{
    for (size_t i = 0; i < s->node->count; i++) {
        const cc_yaml_pair *pair = &s->node->pairs[i];
        cc_str              got  = group_text(t, s, pair->key);
        if (is_reserved(pair->key) || cc_str_eq(got, pair->value->scalar))
            continue;
        return cc_yaml_fault(file_of(t, s->rule), pair->key_offset, fault,
                             "group '%.*s' of '%.*s' must be '%.*s', but is '%.*s'",
                             CC_F(pair->key), CC_F(s->rule->id), CC_F(pair->value->scalar),
                             CC_F(got));
    }
    return CC_OK;
}

static cc_status check_value(const trial *t, const sample *s, cc_fault *fault)
{
    cc_fault      inner = {0};
    cc_trial_case c     = {s->rule, s->text, s->marks.at[0], s->node};
    if (t->check == NULL || t->check(t->user, &c, &inner) == CC_OK)
        return CC_OK;
    return fault_sample(t, s, fault, "'%.*s': %s", CC_F(s->rule->id), inner.message);
}

/* Other rules of the file that find just what this one must. */
static void note_rivals(trial *t, const sample *s)
{
    for (uint32_t other = 0; other < t->rules->rule_count; other++) {
        const cc_rule *rule  = &t->rules->rules[other];
        sample         rival = {.id = other, .rule = rule, .node = s->node, .text = s->text};
        cc_fault       fault = {0};
        if (rule->file != s->rule->file || other == s->id || find_all(t, &rival, &fault) != CC_OK)
            continue;
        for (size_t i = 0; i < s->marks.n; i++)
            for (size_t k = 0; k < rival.found.n; k++) {
                cc_str text = cc_str_span(s->text, s->marks.at[i]);
                if (memcmp(&s->marks.at[i], &rival.found.at[k], sizeof(cc_span)) != 0)
                    continue;
                fault_sample(t, s, &fault, "'%.*s' and '%.*s' both find '%.*s'", CC_F(s->rule->id),
                             CC_F(rule->id), CC_F(text));
                *cc_push(t->arena, &t->notes) = fault;
                fault                         = (cc_fault){0};
            }
    }
}

static cc_status try_example(trial *t, sample *s, cc_fault *fault)
{
    if (!take_marks(t->arena, cc_yaml_text(s->node, "text"), &s->text, &s->marks))
        return fault_sample(t, s, fault, "the marks « » do not pair");
    if (s->marks.n == 0)
        return fault_sample(t, s, fault, "an example marks what must be found, as «this»");
    CC_TRY(find_all(t, s, fault));
    CC_TRY(check_spans(t, s, fault));
    CC_TRY(check_groups(t, s, fault));
    return check_value(t, s, fault);
}

static cc_status try_counterexample(trial *t, sample *s, cc_fault *fault)
{
    s->text = cc_yaml_text(s->node, "text");
    CC_TRY(find_all(t, s, fault));
    if (s->found.n == 0)
        return CC_OK;
    cc_str got = list_spans(t->arena, s->text, &s->found), why = cc_yaml_text(s->node, "why");
    return fault_sample(t, s, fault, "'%.*s' must find nothing (%.*s), but finds %.*s",
                        CC_F(s->rule->id), CC_F(why), CC_F(got));
}

/* -- One rule ------------------------------------------------------------------------------ */

/* One of the rule's needs stands at the end, so that the pattern is tried. */
static cc_str hostile_text(cc_arena *arena, const cc_rule *rule, const char *repeated)
{
    cc_str need = rule->need_count > 0 ? rule->needs[0] : CC_S("");
    size_t step = strlen(repeated);
    char  *text = cc_new(arena, char, HOSTILE_BYTES + need.len);
    for (size_t i = 0; i < HOSTILE_BYTES; i++)
        text[i] = repeated[i % step];
    memcpy(text + HOSTILE_BYTES, need.ptr, need.len);
    return (cc_str){text, HOSTILE_BYTES + need.len};
}

static cc_status try_hostile(trial *t, uint32_t id, cc_fault *fault)
{
    static const char *const repeated[] = {"a", " ", "1", "1,"};
    const cc_rule           *rule       = &t->rules->rules[id];
    for (size_t i = 0; i < sizeof repeated / sizeof repeated[0]; i++) {
        cc_mark       mark = cc_arena_mark(t->arena);
        cc_str        text = hostile_text(t->arena, rule, repeated[i]);
        cc_limit_hits hits = {0};
        cc_matches    matches;
        cc_match_text(t->matcher, t->arena, text, id, &matches, &hits);
        cc_arena_rewind(t->arena, mark);
        if (hits.n > 0)
            return cc_yaml_fault(file_of(t, rule), rule->offset, fault,
                                 "'%.*s' meets a match limit in %d bytes of '%s'", CC_F(rule->id),
                                 HOSTILE_BYTES, repeated[i]);
    }
    return CC_OK;
}

static void try_rule(trial *t, uint32_t id)
{
    const cc_rule *rule = &t->rules->rules[id];
    for (size_t i = 0; i < rule->examples->count; i++) {
        sample   s     = {.id = id, .rule = rule, .node = rule->examples->items[i]};
        cc_fault fault = {0};
        count(t, try_example(t, &s, &fault), &fault);
        note_rivals(t, &s);
    }
    for (size_t i = 0; i < rule->counterexamples->count; i++) {
        sample   s     = {.id = id, .rule = rule, .node = rule->counterexamples->items[i]};
        cc_fault fault = {0};
        count(t, try_counterexample(t, &s, &fault), &fault);
    }
    cc_fault fault = {0};
    count(t, try_hostile(t, id, &fault), &fault);
}

void cc_trial_run(cc_arena *arena, const cc_rules *rules, cc_str kind, cc_trial_value *check,
                  void *user, cc_trial *ret)
{
    trial t   = {.arena = arena, .rules = rules, .check = check, .user = user};
    t.matcher = cc_matcher_new(rules);
    for (size_t k = 0; k < rules->kind_count; k++)
        if (kind.len == 0 || cc_str_eq(rules->kinds[k].name, kind))
            for (uint32_t i = 0; i < rules->kinds[k].count; i++)
                try_rule(&t, rules->kinds[k].first + i);
    cc_matcher_free(t.matcher);
    *ret = (cc_trial){t.passed, t.failures.n, t.failures.at, t.notes.at, t.notes.n};
}
