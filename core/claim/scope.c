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
    return cc_span_end(a->span) + 1 == b->span.off && p->doc->text.ptr[cc_span_end(a->span)] == ' ';
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
    return cc_fold(arena,
                   cc_str_sub(p->doc->text, start, cc_span_end(p->words.at[to - 1].span) - start));
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

static void add_within(cc_arena *arena, const cc_passage *p, cc_span range, cc_places_named *own)
{
    for (size_t k = 0; k < p->places.n; k++)
        if (holds(range, p->places.at[k].offset))
            *cc_push(arena, own) = p->places.at[k];
}

static bool says_its(const cc_passage *p, cc_span range)
{
    for (size_t w = cc_passage_word(p, range.off);
         w < p->words.n && p->words.at[w].span.off < cc_span_end(range); w++) {
        cc_str word = cc_str_span(p->doc->text, p->words.at[w].span);
        if (cc_str_eq_nocase(word, CC_S("its")) || cc_str_eq_nocase(word, CC_S("their")))
            return true;
    }
    return false;
}

/* The first place that says whose the figure is goes before the others. */
static bool add_origin(cc_arena *arena, const cc_places_named *own, names *list)
{
    for (size_t i = 0; i < own->n; i++)
        if (own->at[i].qualifies) {
            add_name(arena, list, own->at[i].name);
            return true;
        }
    return false;
}

void cc_claim_scope(cc_arena *arena, const cc_passage *p, size_t i, const cc_places_named *label,
                    cc_claim *ret)
{
    names           list   = {0};
    cc_span         before = cc_own_before(p, i), after = cc_own_after(p, i);
    cc_places_named own = {0};
    for (size_t k = 0; k < label->n && p->record; k++)
        *cc_push(arena, &own) = label->at[k];
    add_within(arena, p, before, &own);
    add_within(arena, p, after, &own);
    if (own.n == 0)
        add_within(arena, p, cc_own_or_prior(p, i), &own);
    ret->scope_origin = add_origin(arena, &own, &list);
    for (size_t k = 0; k < own.n; k++)
        add_name(arena, &list, own.at[k].name);
    if (list.n == 0 && p->place_before.len > 0 && says_its(p, before))
        add_name(arena, &list, p->place_before);
    ret->scope_own = list.n;
    for (size_t k = 0; k < p->places.n; k++)
        add_name(arena, &list, p->places.at[k].name);
    if (!p->record)
        add_runs(arena, p, &list);
    ret->scope       = list.at;
    ret->scope_count = list.n;
}
