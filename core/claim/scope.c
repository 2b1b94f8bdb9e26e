/* scope.c - names in a sentence. */
#include "claim/scope.h"

enum { MAX_SCOPE = 12 };

typedef CC_LIST(cc_str) names;

static bool is_name_word(const cc_word *word)
{
    return word->classes & (CC_WORD_CAPITAL | CC_WORD_ACRONYM) &&
           !(word->classes & (CC_WORD_MONTH | CC_WORD_PLACE));
}

static bool touches(const cc_passage *p, const cc_word *a, const cc_word *b)
{
    return cc_span_end(a->span) + 1 == b->span.off &&
           p->doc->text.ptr[cc_span_end(a->span)] == ' ';
}

static void add_name(cc_arena *arena, names *list, cc_str name)
{
    for (size_t i = 0; i < list->n; i++)
        if (cc_str_eq(list->at[i], name))
            return;
    if (list->n < MAX_SCOPE)
        *cc_push(arena, list) = name;
}

static cc_str fold_run(cc_arena *arena, const cc_passage *p, size_t from, size_t to)
{
    uint32_t start = p->words.at[from].span.off;
    return cc_fold(arena, cc_str_sub(p->doc->text, start, cc_span_end(p->words.at[to - 1].span) - start));
}

static size_t run_end(const cc_passage *p, size_t from)
{
    size_t to = from + 1;
    while (to < p->words.n && is_name_word(&p->words.at[to]) &&
           touches(p, &p->words.at[to - 1], &p->words.at[to]))
        to++;
    return to;
}

/* A capital at the start of a sentence says nothing, nor does one of "The". */
static bool is_name(const cc_passage *p, size_t from, size_t to)
{
    const cc_word *word  = &p->words.at[from];
    bool           alone = to - from == 1;
    if (alone && from == 0)
        return word->classes & CC_WORD_ACRONYM;
    return !(alone && word->classes & CC_WORD_STOP);
}

static void add_runs(cc_arena *arena, const cc_passage *p, names *list)
{
    for (size_t from = 0; from < p->words.n;) {
        if (!is_name_word(&p->words.at[from])) {
            from++;
            continue;
        }
        size_t to    = run_end(p, from);
        size_t start = from + (to - from > 1 && p->words.at[from].classes & CC_WORD_STOP ? 1 : 0);
        if (is_name(p, start, to))
            add_name(arena, list, fold_run(arena, p, start, to));
        from = to;
    }
}

static bool holds(cc_span span, uint32_t offset)
{
    return offset >= span.off && offset < cc_span_end(span);
}

void cc_claim_scope(cc_arena *arena, const cc_passage *p, size_t i, const cc_places_named *label,
                    cc_claim *ret)
{
    names   list   = {0};
    cc_span before = cc_own_before(p, i), after = cc_own_after(p, i);
    for (size_t k = 0; k < label->n && p->record; k++)
        add_name(arena, &list, label->at[k].name);
    for (size_t k = 0; k < p->places.n; k++)
        if (holds(before, p->places.at[k].offset) || holds(after, p->places.at[k].offset))
            add_name(arena, &list, p->places.at[k].name);
    ret->scope_own = list.n;
    for (size_t k = 0; k < p->places.n; k++)
        add_name(arena, &list, p->places.at[k].name);
    if (!p->record)
        add_runs(arena, p, &list);
    ret->scope       = list.at;
    ret->scope_count = list.n;
}
