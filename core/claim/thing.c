/* thing.c - names with the nouns behind them, and short forms that stand for them. */
#include "claim/thing.h"

#include <stdlib.h>

enum {
    MAX_NAME    = 8,    /* words */
    MAX_TRAIL   = 2,    /* nouns behind a name: "Harmon Ridge pipeline" */
    MAX_SUBJECT = 10,   /* words before the first verb */
    WEIGHT      = 1000, /* of a word that names: claimcheck.h, cc_stem */
};

static bool is_naming(const cc_word *word, cc_str text)
{
    return !(word->classes & CC_WORD_NO_MEASURE) && word->stem.len > 1 &&
           !cc_is_digit(text.ptr[word->span.off]) &&
           memchr(word->stem.ptr, '.', word->stem.len) == NULL;
}

/* "P.L." is none. */
static bool is_name_word(const cc_word *word)
{
    return word->classes & (CC_WORD_CAPITAL | CC_WORD_ACRONYM) &&
           !(word->classes & (CC_WORD_MONTH | CC_WORD_PLACE)) &&
           memchr(word->stem.ptr, '.', word->stem.len) == NULL;
}

/* A blank, a hyphen, a dash, the full stop of "St." between two words of one name. */
static bool touches(cc_str text, const cc_word *a, const cc_word *b)
{
    uint32_t from = cc_span_end(a->span), to = b->span.off;
    if (to <= from || to - from > 3)
        return to == from;
    cc_str gap = cc_str_sub(text, from, to - from);
    return cc_str_eq(gap, CC_S(" ")) || cc_str_eq(gap, CC_S("-")) || cc_str_eq(gap, CC_S(". ")) ||
           cc_str_eq(gap, CC_S("\xE2\x80\x93"));
}

/* A noun in small letters that may end a name; what ends in s may be its verb. */
static bool is_trail(const cc_word *word, cc_str text)
{
    cc_str written = cc_str_span(text, word->span);
    return is_naming(word, text) && !is_name_word(word) && !(word->classes & CC_WORD_ONCE) &&
           !cc_str_ends(written, CC_S("ed")) && !cc_str_ends(written, CC_S("s"));
}

/* The run of capitalised words that begins with word `at`, before word `end`; the same: none. */
static size_t run_end(cc_str text, const cc_words *words, size_t at, size_t end)
{
    size_t to = at;
    while (to < end && to - at < MAX_NAME && is_name_word(&words->at[to]) &&
           (to == at || touches(text, &words->at[to - 1], &words->at[to])))
        to++;
    return to;
}

/* Behind "of", "of the", "for": where a name goes on; `at`: it does not. */
static size_t skip_joint(cc_str text, const cc_words *words, size_t at, size_t end)
{
    static const char *const joints[] = {"of", "for", "on", NULL};
    size_t                   to       = at;
    for (size_t i = 0; joints[i] != NULL && to == at && at < end; i++)
        to += cc_str_eq(cc_str_span(text, words->at[at].span), cc_str_z(joints[i]));
    if (to > at && to < end && cc_str_eq(cc_str_span(text, words->at[to].span), CC_S("the")))
        to++;
    return to > at && run_end(text, words, to, end) > to ? to : at;
}

/* "Office of Rail Safety", "Harmon Ridge pipeline"; *ret_head is the word behind the first run. */
static size_t name_end(cc_str text, const cc_words *words, size_t at, size_t end, size_t *ret_head)
{
    size_t to = run_end(text, words, at, end), next;
    for (size_t n = 0; to > at && n < MAX_TRAIL && to < end && is_trail(&words->at[to], text) &&
                       touches(text, &words->at[to - 1], &words->at[to]);
         n++)
        to++;
    *ret_head = to;
    while (to > at && to - at < MAX_NAME && (next = skip_joint(text, words, to, end)) > to)
        to = run_end(text, words, next, end);
    return to;
}

/* Words with one blank between, folded. */
static cc_str join_words(cc_arena *arena, cc_str text, const cc_words *words, size_t from,
                         size_t to)
{
    cc_str name = CC_S("");
    for (size_t w = from; w < to; w++)
        name = cc_arena_printf(arena, "%.*s%s%.*s", CC_F(name), w > from ? " " : "",
                               CC_F(cc_fold(arena, cc_str_span(text, words->at[w].span))));
    return name;
}

/* "The", "In" and "Opening of" are no names. */
static size_t skip_stops(const cc_words *words, size_t at, size_t end)
{
    while (at < end && words->at[at].classes & (CC_WORD_STOP | CC_WORD_ONCE) &&
           !(words->at[at].classes & CC_WORD_ACRONYM))
        at++;
    return at;
}

/* "Construction": a capital at the start of a sentence says nothing. */
static bool opens_sentence(const cc_words *words, size_t from, size_t to)
{
    return from == 0 && !(words->at[0].classes & CC_WORD_ACRONYM) &&
           (to == 1 || !(words->at[1].classes & CC_WORD_CAPITAL));
}

static void add_names(cc_arena *arena, cc_str text, const cc_words *words, cc_word_range r,
                      cc_thing *ret)
{
    for (size_t at = r.from; at < r.to;) {
        size_t head, from = skip_stops(words, at, r.to);
        size_t to = name_end(text, words, from, r.to, &head);
        if (to > from && !opens_sentence(words, from, to)) {
            ret->head                    = ret->names.n == 0 ? words->at[head - 1].stem : ret->head;
            *cc_push(arena, &ret->names) = join_words(arena, text, words, from, to);
        }
        at = to > from ? to : from + 1;
    }
}

cc_thing cc_thing_read(cc_arena *arena, cc_str text, const cc_words *words,
                       const cc_places_named *places, cc_word_range r)
{
    cc_thing ret = {0};
    if (r.from >= r.to || r.to > words->n)
        return ret;
    uint32_t off = words->at[r.from].span.off, end = cc_span_end(words->at[r.to - 1].span);
    for (size_t w = r.from; w < r.to; w++)
        if (is_naming(&words->at[w], text) && !(words->at[w].classes & CC_WORD_ONCE))
            *cc_push(arena, &ret.words) = words->at[w];
    for (size_t i = 0; i < places->n; i++)
        if (places->at[i].offset >= off && places->at[i].offset < end)
            *cc_push(arena, &ret.places) = places->at[i].name;
    if (ret.words.n > 0)
        ret.head = ret.words.at[ret.words.n - 1].stem;
    add_names(arena, text, words, r, &ret);
    return ret;
}

/* -- Short forms -------------------------------------------------------------------------------- */

static cc_mention mention_of(const cc_passage *p, cc_word_range r, size_t head)
{
    return (cc_mention){p->doc->text, p->words, p->places, r, p->words.at[head].stem};
}

static cc_thing read_mention(cc_arena *arena, const cc_mention *m)
{
    return cc_thing_read(arena, m->text, &m->words, &m->places, m->range);
}

/* The one that was named last; NULL: none. */
static const cc_mention *find_known(const cc_things *things, cc_str head)
{
    for (size_t n = 0; n < CC_KNOWN_THINGS && n < things->count; n++) {
        const cc_mention *known = &things->known[(things->count - 1 - n) % CC_KNOWN_THINGS];
        if (cc_str_eq(known->head, head))
            return known;
    }
    return NULL;
}

cc_thing cc_thing_resolve(cc_arena *arena, const cc_things *things, const cc_thing *thing,
                          bool is_pronoun)
{
    if (is_pronoun)
        return read_mention(arena, &things->subject);
    if (thing->places.n > 0 || thing->words.n != 1)
        return *thing;
    const cc_mention *known = find_known(things, thing->head);
    return known == NULL ? *thing : read_mention(arena, known);
}

/* How many words of the range name something; *ret_last is the last of them, *ret_name whether one
 * of them, or a place, is a name. */
static size_t count_naming(const cc_passage *p, cc_word_range r, size_t *ret_last, bool *ret_name)
{
    size_t n  = 0;
    *ret_name = false;
    for (size_t w = r.from; w < r.to; w++) {
        const cc_word *word   = &p->words.at[w];
        bool           naming = is_naming(word, p->doc->text) && !(word->classes & CC_WORD_ONCE);
        n += naming;
        *ret_last = naming ? w : *ret_last;
        *ret_name = *ret_name || word->classes & CC_WORD_PLACE || (naming && is_name_word(word));
    }
    return n;
}

static void note_subject(cc_things *things, const cc_passage *p, cc_word_range r)
{
    size_t head = r.from;
    bool   name;
    size_t n = count_naming(p, r, &head, &name);
    if (n == 0 && !name)
        return;
    const cc_mention *known = n == 1 ? find_known(things, p->words.at[head].stem) : NULL;
    if (known != NULL)
        things->subject = *known;
    else if (name)
        things->subject = mention_of(p, r, head);
}

void cc_things_note_event(cc_things *things, const cc_passage *p, cc_word_range thing)
{
    if (thing.from < thing.to)
        note_subject(things, p, thing);
}

static bool ends_part(const cc_passage *p, size_t w)
{
    return memchr(",;:(", p->doc->text.ptr[cc_span_end(p->words.at[w].span)], 4) != NULL;
}

/* "In Honduras, the hospital": past the comma. */
static size_t skip_adverbial(const cc_passage *p)
{
    static const char *const openers[] = {"in", "at", "on", "near", "outside", "across", NULL};
    size_t                   to        = 0;
    for (size_t i = 0; openers[i] != NULL && to == 0 && p->words.n > 1; i++)
        to +=
            cc_str_eq_nocase(cc_str_span(p->doc->text, p->words.at[0].span), cc_str_z(openers[i]));
    while (to > 0 && to + 1 < p->words.n && to < MAX_SUBJECT && !ends_part(p, to))
        to++;
    return to > 0 && ends_part(p, to) ? to + 1 : 0;
}

/* "The Blue Water Bridge, farther north,": what stands before the first verb. */
static cc_word_range find_subject(const cc_passage *p)
{
    size_t from = skip_adverbial(p), to = from;
    while (to < p->words.n && to - from < MAX_SUBJECT &&
           !(p->words.at[to].classes & (CC_WORD_VERB | CC_WORD_ONCE)) &&
           (to == from || !ends_part(p, to - 1)))
        to++;
    return (cc_word_range){from, to};
}

void cc_things_note_subject(cc_things *things, const cc_passage *p)
{
    cc_word_range subject = find_subject(p);
    if (subject.from < subject.to)
        note_subject(things, p, subject);
}

/* "the United States–Mexico–Canada Agreement": the places before its last word are of the name. */
static size_t with_places(const cc_passage *p, size_t from)
{
    const cc_word *words = p->words.at;
    while (from > 0 && words[from - 1].classes & CC_WORD_PLACE &&
           touches(p->doc->text, &words[from - 1], &words[from]))
        from--;
    return from;
}

/* "the Peace Bridge Authority (PBA)": its short form is of the name, too. */
static size_t with_acronym(const cc_passage *p, size_t to)
{
    const cc_word *words = p->words.at;
    bool           short_form =
        to > 0 && to < p->words.n && words[to].classes & CC_WORD_ACRONYM &&
        cc_str_eq(cc_passage_between(p, cc_span_end(words[to - 1].span), words[to].span.off),
                  CC_S(" ("));
    return to + short_form;
}

void cc_things_note(cc_things *things, const cc_passage *p)
{
    const cc_words *words = &p->words;
    for (size_t at = 0; at < words->n;) {
        size_t head, from = skip_stops(words, at, words->n);
        size_t to    = name_end(p->doc->text, words, from, words->n, &head);
        size_t start = to > from ? with_places(p, from) : from;
        if (to > start + 1)
            things->known[things->count++ % CC_KNOWN_THINGS] =
                mention_of(p, (cc_word_range){start, with_acronym(p, to)}, head - 1);
        at = to > from ? to : from + 1;
    }
    cc_things_note_subject(things, p);
}

/* -- As a claim has it -------------------------------------------------------------------------- */

static int by_stem(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_stem *)a)->stem, ((const cc_stem *)b)->stem);
}

static size_t add_stems(const cc_words *words, cc_stem *stems, size_t n)
{
    for (size_t i = 0; i < words->n; i++) {
        const cc_word *word = &words->at[i];
        size_t         k    = 0;
        while (k < n && !cc_str_eq(stems[k].stem, word->stem))
            k++;
        if (k == n)
            stems[n++] = (cc_stem){word->stem, WEIGHT, word->idf, true};
    }
    return n;
}

void cc_thing_fill(cc_arena *arena, const cc_thing *thing, const cc_thing *manner, cc_claim *ret)
{
    cc_stem *stems     = cc_new(arena, cc_stem, thing->words.n + manner->words.n + 1);
    cc_str  *scope     = cc_new(arena, cc_str, thing->places.n + thing->names.n + 1);
    ret->measure_count = add_stems(&thing->words, stems, 0);
    ret->measure_count = add_stems(&manner->words, stems, ret->measure_count);
    if (ret->measure_count > 0)
        qsort(stems, ret->measure_count, sizeof *stems, by_stem);
    ret->measure   = stems;
    ret->scope_own = thing->places.n;
    for (size_t i = 0; i < thing->places.n; i++)
        scope[ret->scope_count++] = thing->places.at[i];
    for (size_t i = 0; i < thing->names.n; i++)
        scope[ret->scope_count++] = thing->names.at[i];
    ret->scope = scope;
}
