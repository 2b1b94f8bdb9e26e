/* scope.c - names in a sentence. */
#include "claim/scope.h"

#include <stdlib.h>

enum { MAX_SCOPE = 12 };

typedef CC_LIST(cc_str) names;

static bool is_name_word(const cc_word *word)
{
    return word->classes & (CC_WORD_CAPITAL | CC_WORD_ACRONYM) && !(word->classes & CC_WORD_MONTH);
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
    if (name.len > 0 && list->n < MAX_SCOPE)
        *cc_push(arena, list) = name;
}

static cc_str fold_run(cc_arena *arena, const cc_passage *p, size_t from, size_t to)
{
    uint32_t start = p->words.at[from].span.off;
    return cc_fold(arena, cc_str_sub(p->doc->text, start, cc_span_end(p->words.at[to - 1].span) - start));
}

/* The places within the run, longest first: "united states" in "united states congress". */
static size_t add_places(cc_arena *arena, const cc_vocabulary *v, const cc_passage *p, size_t from,
                         size_t to, names *list)
{
    size_t found = 0;
    for (size_t at = from; at < to;) {
        size_t end = at + 3 < to ? at + 3 : to;
        cc_str place = {"", 0};
        for (; end > at; end--) {
            place = cc_vocabulary_place(v, fold_run(arena, p, at, end));
            if (place.len > 0)
                break;
        }
        add_name(arena, list, cc_fold(arena, place));
        found += place.len > 0 ? end - at : 0;
        at = place.len > 0 ? end : at + 1;
    }
    return found;
}

static size_t run_end(const cc_passage *p, size_t from)
{
    size_t to = from + 1;
    while (to < p->words.n && is_name_word(&p->words.at[to]) &&
           touches(p, &p->words.at[to - 1], &p->words.at[to]))
        to++;
    return to;
}

/* The first word of a sentence is capitalised anyhow: alone it is a name only as an acronym. */
static bool is_plain_start(const cc_passage *p, size_t from, size_t to)
{
    return from == 0 && to == 1 && !(p->words.at[0].classes & CC_WORD_ACRONYM);
}

static int by_bytes(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

const cc_str *cc_claim_scope(cc_arena *arena, const cc_vocabulary *v, const cc_passage *p,
                             size_t *ret_count)
{
    names list = {0};
    for (size_t from = 0; from < p->words.n;) {
        if (!is_name_word(&p->words.at[from])) {
            from++;
            continue;
        }
        size_t to    = run_end(p, from);
        size_t start = from == 0 && to > 1 && p->words.at[0].classes & CC_WORD_STOP ? 1 : from;
        size_t named = add_places(arena, v, p, start, to, &list);
        if (named < to - start && !is_plain_start(p, from, to) &&
            !(to - start == 1 && p->words.at[start].classes & CC_WORD_STOP))
            add_name(arena, &list, fold_run(arena, p, start, to));
        from = to;
    }
    if (list.n > 0)
        qsort(list.at, list.n, sizeof *list.at, by_bytes);
    *ret_count = list.n;
    return list.at;
}
