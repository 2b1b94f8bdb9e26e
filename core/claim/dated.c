/* dated.c - dates that are claims: of what happened, and of what else a sentence says. */
#include "claim/dated.h"

#include "base/bounds.h"
#include "claim/furniture.h"
#include "claim/locate.h"
#include "claim/manner.h"
#include "claim/scope.h"
#include "claim/when.h"

enum { LEAST_SAID = 2 /* stems, without which nothing is said of a date */ };

static bool dates_a_figure(const cc_passage *p, size_t date)
{
    for (size_t i = 0; i < p->fact_count; i++)
        if (p->figure[i] && !cc_is_furniture(p, i) && cc_is_period_of(p, i, date))
            return true;
    return false;
}

/* The same with the dates as its figures: their words are those between them. */
static cc_passage with_dates(cc_arena *arena, const cc_passage *p)
{
    cc_passage ret    = *p;
    bool      *figure = cc_new(arena, bool, p->fact_count);
    for (size_t i = 0; i < p->fact_count; i++)
        figure[i] = p->facts[i].kind == CC_DATE;
    ret.figure = figure;
    return ret;
}

static bool is_one_of(const cc_passage *p, cc_word_range r, const char *const *words)
{
    return r.to == r.from + 1 && cc_is_one_of(cc_passage_text(p, r.from), words);
}

/* "its launch": what the words before it name. */
static bool is_possessive(const cc_passage *p, cc_word_range r)
{
    static const char *const pronouns[] = {"its", "their", "his", "her", NULL};
    return is_one_of(p, r, pronouns);
}

static bool is_pronoun(const cc_passage *p, cc_word_range r)
{
    static const char *const pronouns[] = {"it", "they", "he", "she", "this", NULL};
    return is_one_of(p, r, pronouns) || is_possessive(p, r);
}

/* What the event happened to; in a record the label names it, or the heading where that says only
 * what happened. */
static cc_thing find_thing(const cc_dating *w, const cc_passage *p, const cc_event *e)
{
    cc_thing thing  = cc_thing_read(w->arena, p->doc->text, &p->words, &p->places, e->thing);
    bool     before = e->is_of_subject || is_pronoun(p, e->thing);
    if (!p->record && e->is_of_subject && w->things->subject.range.to == 0)
        return w->titled;
    if (!p->record && !e->is_of_subject && e->thing.to == 0)
        return w->titled; /* "Signed: 12 May 2019" */
    if (!p->record)
        return cc_thing_resolve(w->arena, w->things, &thing, before);
    if (thing.words.n + thing.places.n == 0)
        thing = w->label;
    return thing.words.n + thing.places.n == 0 ? w->titled : thing;
}

/* "the Housing Act of 2007", "the 2007 Housing Act" */
static cc_period year_of_thing(const cc_passage *p, const cc_event *e)
{
    for (size_t i = 0; i < p->fact_count && e->thing.from < e->thing.to; i++) {
        const cc_fact *f = &p->facts[i];
        if (f->kind == CC_DATE && f->period.granularity == CC_YEAR &&
            f->span.off >= p->words.at[e->thing.from].span.off &&
            f->span.off < cc_span_end(p->words.at[e->thing.to - 1].span))
            return f->period;
    }
    return cc_period_unknown();
}

/* What tells one of several apart: "the second report", "Resolution 242", "the deck of". */
static bool is_distinct(const cc_dating *w, const cc_passage *p, size_t k)
{
    const cc_word *word   = &p->words.at[k];
    cc_str         text   = cc_str_span(p->doc->text, word->span);
    bool           number = cc_is_digit(text.ptr[0]) && !(word->classes & CC_WORD_MONTH);
    bool           part   = cc_str_eq_nocase(cc_passage_text(p, k + 1), CC_S("of")) &&
                !(word->classes & (CC_WORD_CAPITAL | CC_WORD_ONCE));
    return number || part || cc_calendar_ordinal(w->source->calendar, text) > 0;
}

static cc_str name_act(const cc_dating *w, const cc_passage *p, const cc_event *e,
                       const cc_thing *manner)
{
    cc_str act = e->act;
    for (size_t k = e->thing.from; k < e->thing.to; k++)
        if (is_distinct(w, p, k))
            act = cc_arena_printf(w->arena, "%.*s %.*s", CC_F(act), CC_F(p->words.at[k].stem));
    if (cc_event_needs_manner(e->act) && manner->words.n > 0)
        act = cc_arena_printf(w->arena, "%.*s %.*s", CC_F(act), CC_F(manner->words.at[0].stem));
    return act;
}

/* What else the sentence expects or denies is no matter of the event. */
static cc_modality modality_of(const cc_passage *p, size_t i, const cc_event *e)
{
    cc_modality m = cc_claim_modality(p, i);
    return e->happened && m != CC_QUOTED ? CC_STATED : m;
}

/* A date as a claim, all but what it is said of. */
static cc_claim make_date(const cc_dating *w, const cc_passage *p, size_t i)
{
    cc_claim claim = cc_claim_locate(w->arena, w->source, p, i);
    claim.value    = cc_event_value(&p->facts[i].period);
    claim.unit     = CC_S("date");
    claim.aspect   = CC_LEVEL;
    claim.period   = cc_period_unknown();
    claim.skeleton = w->series;
    return claim;
}

/* Of no event, or of one that happened to nothing by name: all words around it count. */
static cc_claim make_dated(const cc_dating *w, const cc_passage *p, size_t i)
{
    cc_claim claim = make_date(w, p, i);
    claim.modality = cc_claim_modality(p, i);
    claim.measure  = cc_measure(w->arena, p, w->context, i, &claim.measure_count);
    cc_claim_scope(w->arena, p, i, &w->context->places, &claim);
    return claim;
}

static cc_claim make_event(const cc_dating *w, const cc_passage *p, size_t i, const cc_event *e)
{
    cc_claim claim = make_date(w, p, i);
    if (is_possessive(p, e->thing))
        cc_things_note_subject(w->things, p);
    cc_thing thing  = find_thing(w, p, e);
    cc_thing manner = cc_thing_read(w->arena, p->doc->text, &p->words, &p->places, e->manner);
    claim.noun      = name_act(w, p, e, &manner);
    claim.modality  = modality_of(p, i, e);
    claim.period    = year_of_thing(p, e);
    if (cc_period_is_known(&claim.period))
        claim.period_origin = CC_FROM_SENTENCE;
    if (cc_str_eq_nocase(cc_passage_text(p, e->manner.from), CC_S("by")) && manner.places.n > 0 &&
        thing.places.n == 0)
        thing.places = manner.places; /* who signed it */
    cc_thing_fill(w->arena, &thing, &manner, &claim);
    return claim;
}

bool cc_dates_figure(const cc_claim *claim)
{
    return claim->kind == CC_DATE && claim->noun.len == 0 && cc_period_is_known(&claim->period);
}

/* "5 May 2021", "Updated in 2021": a dateline, which says nothing of the day. */
static bool is_slight(const cc_claim *claim)
{
    size_t own = 0;
    for (size_t i = 0; i < claim->measure_count; i++)
        own += claim->measure[i].own;
    return claim->noun.len == 0 && own < LEAST_SAID;
}

static void take_event(const cc_dating *w, const cc_passage *p, size_t i, const cc_event *e)
{
    cc_claim claim = make_event(w, p, i, e);
    cc_things_note_event(w->things, p, e->thing);
    if (claim.measure_count + claim.scope_count == 0)
        claim = make_dated(w, p, i);
    if (claim.measure_count + claim.scope_count > 0)
        *cc_push(w->arena, w->claims) = claim;
}

static void take_dated(const cc_dating *w, const cc_passage *p, size_t i, bool figures)
{
    cc_mark  mark  = cc_arena_mark(w->arena);
    cc_claim claim = make_dated(w, p, i);
    if (figures) {
        claim.period        = p->facts[i].period;
        claim.period_origin = CC_FROM_SENTENCE;
    }
    if (!is_slight(&claim))
        *cc_push(w->arena, w->claims) = claim;
    else
        cc_arena_rewind(w->arena, mark);
}

static bool has_figures(const cc_passage *p)
{
    for (size_t i = 0; i < p->fact_count; i++)
        if (p->figure[i])
            return true;
    return false;
}

/* "By Mary Smith | Published 5 May 2021": of the text in hand, not of who wrote it. */
static bool is_byline(const cc_passage *p)
{
    return p->words.n > 1 &&
           cc_str_eq(cc_str_span(p->doc->text, p->words.at[0].span), CC_S("By")) &&
           p->words.at[1].classes & CC_WORD_CAPITAL && !(p->words.at[1].classes & CC_WORD_MONTH) &&
           memchr(p->doc->text.ptr + p->span.off, '|', p->span.len) != NULL;
}

/* A figure's period is no event's date, unless that is told next to it. */
static void take_date(const cc_dating *w, const cc_passage *p, const cc_passage *dates, size_t i)
{
    cc_event e;
    bool     event = cc_event_find(p, i, &e);
    if (event && (e.is_near || !dates_a_figure(p, i)))
        take_event(w, dates, i, &e);
    else if (cc_event_is_dated(p, i))
        take_dated(w, dates, i, has_figures(p));
}

void cc_take_dates(const cc_dating *w, const cc_passage *p)
{
    cc_passage dates = with_dates(w->arena, p);
    if (is_byline(p))
        return;
    for (size_t i = 0; i < p->fact_count && w->claims->n < CC_MAX_CLAIMS && !cc_is_in_title(p); i++)
        take_date(w, p, &dates, i);
}
