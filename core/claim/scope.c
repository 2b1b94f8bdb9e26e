/* scope.c - names in a sentence. */
#include "claim/scope.h"

#include "claim/furniture.h"

#include <stdlib.h>

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

/* Behind the word: "3" of "Figure 3", "119-46" of "S.Rept. 119-46"; empty: no number of a part. */
static cc_str number_behind(const cc_passage *p, size_t w)
{
    cc_str   text = p->doc->text;
    uint32_t from = cc_span_end(p->words.at[w].span), to;
    from += from < text.len && text.ptr[from] == '.';
    from += from < text.len && text.ptr[from] == ' ';
    for (to = from; to < text.len && to < cc_span_end(p->span) &&
                    (cc_is_digit(text.ptr[to]) || (to > from && text.ptr[to] == '-'));)
        to++;
    for (size_t i = 0; i < p->fact_count; i++)
        if (p->facts[i].span.off == from &&
            (p->facts[i].kind != CC_NUMBER || !cc_is_furniture(p, i)))
            return CC_S("");
    return cc_str_sub(text, from, to - from);
}

/* Parts, bills and reports by number: another number is another thing. */
static void add_numbered(cc_arena *arena, const cc_passage *p, names *list)
{
    for (size_t w = 0; w < p->words.n; w++) {
        const cc_word *word   = &p->words.at[w];
        cc_str         number = CC_S("");
        if (word->classes & (CC_WORD_IDENTIFIER | CC_WORD_CAPITAL) &&
            !(word->classes & (CC_WORD_MONTH | CC_WORD_PLACE)))
            number = number_behind(p, w);
        if (number.len > 0)
            add_name(arena, list,
                     cc_arena_printf(arena, "%.*s %.*s", CC_F(fold_run(arena, p, w, w + 1)),
                                     CC_F(number)));
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

static bool is_place(const cc_passage *p, size_t w)
{
    return w < p->words.n && p->words.at[w].classes & CC_WORD_PLACE;
}

static size_t place_end(const cc_passage *p, size_t w)
{
    for (w++; is_place(p, w) && touches(p, &p->words.at[w - 1], &p->words.at[w]);)
        w++;
    return w;
}

/* The word after the last place that "and" ties to the one whose first word is `w`: in "Canada,
 * Mexico and Cuba" that after Cuba, in "Mexico, Canada" that after Mexico. */
static size_t tied_end(const cc_passage *p, size_t w)
{
    size_t end = place_end(p, w), tied = end;
    for (;;) {
        bool   ties = cc_str_eq_nocase(cc_passage_text(p, end), CC_S("and"));
        size_t next = end + ties;
        next += ties && cc_str_eq_nocase(cc_passage_text(p, next), CC_S("the"));
        if (!is_place(p, next))
            return tied;
        end  = place_end(p, next);
        tied = ties ? end : tied;
    }
}

static int by_name(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_place_name *)a)->name, ((const cc_place_name *)b)->name);
}

/* One place by the names of all, each once. */
static cc_place_name join_places(cc_arena *arena, cc_place_name *places, size_t count)
{
    cc_place_name all = {.name = {"", 0}, .offset = places->offset};
    qsort(places, count, sizeof *places, by_name);
    for (size_t i = 0; i < count; i++) {
        all.qualifies |= places[i].qualifies;
        if (i > 0 && cc_str_eq(places[i].name, places[i - 1].name))
            continue;
        all.name = cc_arena_printf(arena, "%.*s%s%.*s", CC_F(all.name), i > 0 ? " and " : "",
                                   CC_F(places[i].name));
    }
    return all;
}

/* "the borders with Canada and Mexico" are not the one with Canada, though "between the United
 * States and Canada" is. */
static cc_places_named tie_places(cc_arena *arena, const cc_passage *p, const cc_places_named *own)
{
    cc_places_named tied = {0};
    for (size_t from = 0, to; from < own->n; from = to) {
        size_t w      = cc_passage_word(p, own->at[from].offset);
        size_t before = w - (w > 0 && cc_str_eq_nocase(cc_passage_text(p, w - 1), CC_S("the")));
        bool   between =
            before > 0 && cc_str_eq_nocase(cc_passage_text(p, before - 1), CC_S("between"));
        size_t   end = between ? w + 1 : tied_end(p, w);
        uint32_t at  = end < p->words.n ? p->words.at[end].span.off : cc_span_end(p->span);
        for (to = from + 1; to < own->n && own->at[to].offset < at;)
            to++;
        *cc_push(arena, &tied) = join_places(arena, own->at + from, to - from);
    }
    return tied;
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

/* "Canadians made 5 million visits to Cuba in 2019 and 3 million in 2020": right behind a clause word
 * a figure without places behind it has the subject of the one before. */
static bool is_elliptic(const cc_passage *p, size_t i)
{
    size_t  w     = cc_passage_word(p, p->facts[i].span.off);
    cc_span after = cc_own_after(p, i);
    if (p->record || w == 0 || !(p->words.at[w - 1].classes & CC_WORD_CLAUSE))
        return false;
    for (size_t k = 0; k < p->places.n; k++)
        if (holds(after, p->places.at[k].offset))
            return false;
    return true;
}

static void add_subject_before(cc_arena *arena, const cc_passage *p, size_t i, cc_places_named *own)
{
    size_t prior = i;
    while (prior > 0 && !p->figure[prior - 1])
        prior--;
    if (prior > 0 && is_elliptic(p, i))
        add_within(arena, p, cc_own_before(p, prior - 1), own);
}

/* Places of the label, then those next to the figure; where it has none, next to the one before. */
static cc_places_named find_own(cc_arena *arena, const cc_passage *p, size_t i,
                                const cc_places_named *label)
{
    cc_places_named named = {0}, own = {0};
    for (size_t k = 0; k < label->n && p->record; k++)
        *cc_push(arena, &own) = label->at[k];
    add_subject_before(arena, p, i, &named);
    add_within(arena, p, cc_own_before(p, i), &named);
    add_within(arena, p, cc_own_after(p, i), &named);
    if (own.n + named.n == 0)
        add_within(arena, p, cc_own_or_prior(p, i), &named);
    cc_places_named tied = tie_places(arena, p, &named);
    for (size_t k = 0; k < tied.n; k++)
        *cc_push(arena, &own) = tied.at[k];
    return own;
}

void cc_claim_scope(cc_arena *arena, const cc_passage *p, size_t i, const cc_places_named *label,
                    cc_claim *ret)
{
    names           list = {0};
    cc_places_named own  = find_own(arena, p, i, label);
    ret->scope_origin    = add_origin(arena, &own, &list);
    for (size_t k = 0; k < own.n; k++)
        add_name(arena, &list, own.at[k].name);
    if (list.n == 0 && p->place_before.len > 0 && says_its(p, cc_own_before(p, i)))
        add_name(arena, &list, p->place_before);
    ret->scope_own = list.n;
    for (size_t k = 0; k < p->places.n; k++)
        add_name(arena, &list, p->places.at[k].name);
    if (!p->record)
        add_runs(arena, p, &list);
    if (!p->record)
        add_numbered(arena, p, &list);
    if (!p->record && cc_passage_says_it(p, cc_own_before(p, i)))
        add_runs(arena, &(cc_passage){.doc = p->doc, .words = p->before}, &list);
    ret->scope       = list.at;
    ret->scope_count = list.n;
}
