/* event.c - which dates are of events, and what they happen to. Only of what happens once ("was
 * signed", not "met"): of anything else two dates are two events. */
#include "claim/event.h"

#include "fact/period.h"
#include "fact/value.h"

enum {
    MAX_WORDS  = 12, /* between what happened and its date: a name, a place, a weekday */
    MAX_THING  = 12, /* words of what it happened to */
    NEAR_WORDS = 6,  /* before a verb, that say whether it is certain */
    FEW        = 20, /* "six ministers signed": who did it, not what was counted then */
};

/* With its year: one that the document's own date completes is worth no conflict. */
static bool states_year(cc_str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len && digits < 4; i++)
        digits = cc_is_digit(text.ptr[i]) ? digits + 1 : 0;
    return digits == 4;
}

static bool is_exact(const cc_passage *p, const cc_fact *fact)
{
    const cc_period *period = &fact->period;
    return fact->kind == CC_DATE && cc_period_is_known(period) && !period->fiscal &&
           states_year(cc_str_span(p->doc->text, fact->span)) && period->granularity != CC_YEARS;
}

static bool is_joint(const cc_passage *p, const cc_word *word)
{
    static const char *const joints[] = {"on",     "in",    "by",    "since", "until", "before",
                                         "during", "after", "early", "late",  "mid",   NULL};
    cc_str                   text     = cc_str_span(p->doc->text, word->span);
    for (size_t i = 0; joints[i] != NULL; i++)
        if (cc_str_eq_nocase(text, cc_str_z(joints[i])))
            return true;
    return false;
}

/* -- What happened ------------------------------------------------------------------------------ */

/* Between word w - 1 and word w, or the end of the passage. */
static cc_str gap_at(const cc_passage *p, size_t w)
{
    uint32_t to = w < p->words.n ? p->words.at[w].span.off : cc_span_end(p->span);
    return w == 0 ? CC_S("") : cc_passage_between(p, cc_span_end(p->words.at[w - 1].span), to);
}

static bool has_mark(cc_str gap, const char *marks)
{
    for (size_t i = 0; i < gap.len; i++)
        if (strchr(marks, gap.ptr[i]) != NULL)
            return true;
    return false;
}

/* Nouns that are an act behind one of these words only: "into force", "in service". */
static bool is_particle(const cc_passage *p, size_t w)
{
    static const char *const nouns[]  = {"force", "effect", "service", NULL};
    static const char *const before[] = {"into", "in", "took", "take", "takes", "entered", NULL};
    return cc_is_one_of(cc_passage_text(p, w), nouns) &&
           !(w > 0 && cc_is_one_of(cc_passage_text(p, w - 1), before));
}

/* "put their names to", "was set up", "ground was broken for" */
static cc_str phrase_at(const cc_passage *p, size_t w)
{
    static const struct {
        const char *last, *first, *act;
        size_t      most; /* words between */
    } phrases[] = {
        {"names", "put", "sign", 2},         {"name", "put", "sign", 2},
        {"up", "set", "found", 0},           {"broken", "ground", "construct", 2},
        {"ground", "broke", "construct", 0},
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        for (size_t k = 1; k <= phrases[i].most + 1 && k <= w; k++)
            if (cc_str_eq_nocase(cc_passage_text(p, w), cc_str_z(phrases[i].last)) &&
                cc_str_eq_nocase(cc_passage_text(p, w - k), cc_str_z(phrases[i].first)))
                return cc_str_z(phrases[i].act);
    return CC_S("");
}

/* "5 May 1994: the line opened" */
static bool heads_line(const cc_passage *p, const cc_fact *fact)
{
    uint32_t end = cc_span_end(fact->span);
    return fact->period.granularity == CC_DAY && end < p->doc->text.len &&
           p->doc->text.ptr[end] == ':';
}

/* "on 5 May", "in early 1994", "born 5 May 1970"; not "the 1994 agreement". */
static bool is_adverbial(const cc_passage *p, const cc_fact *fact)
{
    size_t at = cc_passage_word(p, fact->span.off);
    if (at == 0)
        return fact->span.off == p->span.off && heads_line(p, fact);
    const cc_word *word = &p->words.at[at - 1];
    if (cc_str_eq(cc_str_span(p->doc->text, word->span), CC_S("the")) && at > 1)
        word--;
    bool acts = word->classes & CC_WORD_ONCE || phrase_at(p, (size_t)(word - p->words.at)).len > 0;
    return is_joint(p, word) || (fact->period.granularity == CC_DAY && acts);
}

/* Verbs of one act: a law is adopted when it is passed, a treaty signed when it is concluded. */
static cc_str name_act(cc_str written, cc_str stem)
{
    static const struct {
        const char *start, *act;
    } acts[] = {{"enact", "adopt"}, {"pass", "adopt"},   {"approv", "adopt"},
                {"conclu", "sign"}, {"inaugur", "open"}, {"incorporat", "found"}};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (cc_str_starts(written, cc_str_z(acts[i].start)))
            return cc_str_z(acts[i].act);
    return stem;
}

/* Empty: word `w` is no act. */
static cc_str act_at(const cc_passage *p, size_t w)
{
    if (p->words.at[w].classes & CC_WORD_ONCE)
        return is_particle(p, w) ? CC_S("") : name_act(cc_passage_text(p, w), p->words.at[w].stem);
    return phrase_at(p, w);
}

static bool is_noun_of(const cc_passage *p, size_t w)
{
    return w + 1 < p->words.n && cc_str_eq(cc_passage_text(p, w + 1), CC_S("of"));
}

static bool has_date_between(const cc_passage *p, size_t i, uint32_t from, uint32_t to)
{
    for (size_t k = 0; k < p->fact_count; k++)
        if (k != i && p->facts[k].kind == CC_DATE && p->facts[k].span.off >= from &&
            p->facts[k].span.off < to)
            return true;
    return false;
}

static bool is_cut(const cc_passage *p, size_t i, uint32_t from, uint32_t to)
{
    return has_mark(cc_passage_between(p, from, to), ";(") || has_date_between(p, i, from, to);
}

/* Index of the act before the date; words.n: none. */
static size_t find_before(const cc_passage *p, size_t i)
{
    uint32_t to = p->facts[i].span.off;
    size_t   at = cc_passage_word(p, to);
    for (int n = 0; n < MAX_WORDS && at-- > 0; n++) {
        if (is_cut(p, i, cc_span_end(p->words.at[at].span), to))
            break;
        if (act_at(p, at).len > 0)
            return at;
        if (p->words.at[at].classes & CC_WORD_CLAUSE)
            break;
    }
    return p->words.n;
}

/* "since 5 May 1994, when the line was opened" */
static bool leads_on(const cc_passage *p, size_t w)
{
    static const char *const whens[] = {"when", "on which", NULL};
    return w < p->words.n && cc_is_one_of(cc_passage_text(p, w), whens);
}

/* "On 5 May 1994 the ministers signed": only of a date that opens its sentence, or before "when". */
static size_t find_after(const cc_passage *p, size_t i)
{
    uint32_t from = cc_span_end(p->facts[i].span);
    size_t   at   = cc_passage_word(p, from);
    if (cc_passage_word(p, p->facts[i].span.off) > 1 && !leads_on(p, at))
        return p->words.n;
    for (int n = 0; n < MAX_WORDS && at < p->words.n; n++, at++) {
        if (is_cut(p, i, from, p->words.at[at].span.off))
            break;
        if (act_at(p, at).len > 0)
            return at;
    }
    return p->words.n;
}

/* -- What it happened to ------------------------------------------------------------------------ */

static bool is_helper(const cc_passage *p, size_t w)
{
    static const char *const helpers[] = {
        "was",     "were",       "is",      "are",    "be",       "been",     "being",
        "has",     "had",        "have",    "will",   "first",    "formally", "then",
        "finally", "officially", "entered", "enters", "enter",    "came",     "comes",
        "went",    "took",       "takes",   "take",   "put",      "set",      "into",
        "in",      "also",       "not",     "never",  "solemnly", "jointly",  NULL};
    return cc_is_one_of(cc_passage_text(p, w), helpers);
}

static bool is_relative(const cc_passage *p, size_t w)
{
    static const char *const relatives[] = {"which", "that", "who", "whose", NULL};
    return cc_is_one_of(cc_passage_text(p, w), relatives);
}

/* First word of "was formally opened", "entered into force". */
static size_t group_start(const cc_passage *p, size_t act)
{
    size_t at = act;
    while (at > 0 && is_helper(p, at - 1) && !has_mark(gap_at(p, at), ",;:("))
        at--;
    return at;
}

/* "States" in a name is none. */
static bool is_verb(const cc_word *word)
{
    return word->classes & CC_WORD_VERB && !(word->classes & (CC_WORD_PLACE | CC_WORD_CAPITAL));
}

static bool ends_thing(const cc_passage *p, size_t w)
{
    static const char *const ends[] = {"and",   "but",    "while",   "when", "whereas", "although",
                                       "after", "before", "because", "if",   "as",      "where",
                                       "since", "until",  "than",    "that", "which",   "who",
                                       "under", "over",   "during",  NULL};
    return cc_is_one_of(cc_passage_text(p, w), ends) || is_verb(&p->words.at[w]);
}

/* "the Federal Homes Office (FHO)": one name with its short form. */
static bool is_acronym(const cc_passage *p, size_t w, size_t to)
{
    return w + 1 == to && p->words.at[w].classes & CC_WORD_ACRONYM &&
           cc_str_eq(gap_at(p, w), CC_S(" ("));
}

/* The noun phrase that ends before word `to`: "the treaty with Mexico". */
static cc_word_range phrase_before(const cc_passage *p, size_t to)
{
    size_t from = to;
    while (from > 0 && to - from < MAX_THING && (from == to || !ends_thing(p, from - 1)) &&
           (from == to || is_acronym(p, from, to) || !has_mark(gap_at(p, from), ",;:()")))
        from--;
    return (cc_word_range){from, to};
}

/* The noun phrase from word `from` on; a place and a time of the act end it. */
static cc_word_range phrase_behind(const cc_passage *p, size_t from, size_t end)
{
    static const char *const joints[] = {"in", "at", "on", "by", "from", "into", "amid", NULL};
    size_t                   to       = from;
    while (to < end && to - from < MAX_THING && !ends_thing(p, to) &&
           !cc_is_one_of(cc_passage_text(p, to), joints) &&
           (to == from || !has_mark(gap_at(p, to), ",;:()")))
        to++;
    return (cc_word_range){from, to};
}

/* "the agreement that binds them, the Mill Accord (MA), was": what stands between the commas is a
 * name that says which. */
static bool is_apposition(const cc_passage *p, cc_word_range r, size_t comma)
{
    const uint32_t name = CC_WORD_CAPITAL | CC_WORD_ACRONYM | CC_WORD_PLACE;
    return r.from == comma && r.from + 1 < r.to &&
           cc_str_eq(cc_passage_text(p, r.from), CC_S("the")) &&
           p->words.at[r.from + 1].classes & name;
}

/* "the bridge, over which all of this rolls, was opened": before what stands between the commas. */
static cc_word_range find_subject(const cc_passage *p, size_t act, size_t least)
{
    size_t start = group_start(p, act), to = start;
    bool   relative = start > 0 && is_relative(p, start - 1);
    to -= relative;
    if (!relative && start < act && has_mark(gap_at(p, to), ",")) {
        size_t at = to;
        while (--at > least && !has_mark(gap_at(p, at), ",;"))
            ;
        cc_word_range between = phrase_before(p, to);
        if (is_apposition(p, between, at))
            return between;
        to = at > least ? at : to;
    }
    cc_word_range r = phrase_before(p, to);
    if (r.from < least)
        r.from = least < r.to ? least : r.to;
    return r;
}

static bool is_passive(const cc_passage *p, size_t act)
{
    static const char *const helpers[] = {"was", "were", "been", "being", "be", "is", "are", NULL};
    for (size_t at = group_start(p, act); at < act; at++)
        if (cc_is_one_of(cc_passage_text(p, at), helpers))
            return true;
    return false;
}

/* "signed the treaty", "adopted Resolution 242"; not "opened to traffic". */
static bool has_object(const cc_passage *p, size_t act, size_t end)
{
    static const char *const articles[] = {"the", "a", "an", "its", "their", "this", "that", NULL};
    if (act + 1 >= end || has_mark(gap_at(p, act + 1), ",;:("))
        return false;
    return cc_is_one_of(cc_passage_text(p, act + 1), articles) ||
           !(p->words.at[act + 1].classes & CC_WORD_STOP);
}

static bool is_few(const cc_fact *fact)
{
    return fact->kind == CC_NUMBER && cc_dec_cmp(fact->value.stated, cc_dec_int(FEW)) < 0;
}

static bool has_figure(const cc_passage *p, uint32_t from, uint32_t to)
{
    for (size_t k = 0; k < p->fact_count; k++)
        if (p->figure[k] && p->facts[k].kind != CC_DATE && p->facts[k].span.off >= from &&
            p->facts[k].span.off < to && !is_few(&p->facts[k]))
            return true;
    return false;
}

/* "is to be opened", "the opening is planned for": the words from a few before a verb, or from a
 * noun, to the date. */
static bool has_happened(const cc_passage *p, size_t act, size_t date)
{
    const uint32_t plans =
        CC_WORD_CONDITIONAL | CC_WORD_FORECAST | CC_WORD_TARGET | CC_WORD_NEGATION;
    size_t from = act, to = date > act ? date : act + 1;
    for (int n = 0;
         n < NEAR_WORDS && !is_noun_of(p, act) && from > 0 && !has_mark(gap_at(p, from), ",;:(");
         n++)
        from--;
    for (size_t w = from; w < to && w < p->words.n; w++)
        if (p->words.at[w].classes & plans)
            return false;
    return true;
}

/* Between the act and `end`, where the date or the clause begins. */
static void find_thing(const cc_passage *p, size_t act, size_t least, size_t end, cc_event *ret)
{
    static const char *const joints[] = {"to", "for", "on", NULL};
    bool                     phrase   = !(p->words.at[act].classes & CC_WORD_ONCE);
    if (is_noun_of(p, act)) {
        ret->thing = phrase_behind(p, act + 2, end);
    } else if (phrase && act + 1 < end && cc_is_one_of(cc_passage_text(p, act + 1), joints)) {
        ret->thing = phrase_behind(p, act + 2, end);
    } else if (!is_passive(p, act) && has_object(p, act, end)) {
        ret->thing = phrase_behind(p, act + 1, end);
    } else {
        ret->thing  = find_subject(p, act, least);
        ret->manner = (cc_word_range){act + 1, end > act ? end : act + 1};
    }
}

/* "construction of the bridge began", "since its construction began", "ground was broken for it" are of
 * the bridge; where no word is left, of what the sentences before speak of. */
static void name_construction(const cc_passage *p, cc_event *e)
{
    static const char *const works[] = {"construction", "ground", NULL};
    size_t                   k       = e->thing.from;
    if (!cc_str_eq(e->act, CC_S("began")) && !cc_str_eq(e->act, CC_S("construct")))
        return;
    while (k < e->thing.to && !cc_is_one_of(cc_passage_text(p, k), works))
        k++;
    if (k == e->thing.to)
        return;
    e->act    = CC_S("construct");
    bool last = k + 1 == e->thing.to;
    e->thing  = last ? (cc_word_range){e->thing.from, k} : (cc_word_range){k + 1, e->thing.to};
    e->is_of_subject = e->thing.from == e->thing.to;
}

/* "Publication Date:": that of the document in hand, whatever it is called. */
static bool is_edition(cc_str stem)
{
    return cc_str_starts(stem, CC_S("publi")) || cc_str_starts(stem, CC_S("releas")) ||
           cc_str_starts(stem, CC_S("introduc"));
}

/* Index of the act in the words of the label; their number: none. */
static size_t find_in_label(const cc_passage *p, size_t i)
{
    size_t at = 0;
    if (cc_passage_word(p, p->facts[i].span.off) > 1)
        return p->label.n;
    while (at < p->label.n && !(p->label.at[at].classes & CC_WORD_ONCE))
        at++;
    return at < p->label.n && is_edition(p->label.at[at].stem) ? p->label.n : at;
}

static bool find_in_record(const cc_passage *p, size_t i, cc_event *ret)
{
    size_t at = find_in_label(p, i);
    if (at == p->label.n)
        return false;
    *ret = (cc_event){.act = p->label.at[at].stem, .is_near = true, .happened = true};
    return true;
}

/* "was signed again" */
static bool is_repeated(const cc_passage *p, size_t act)
{
    static const char *const agains[] = {"again", "anew", "twice", NULL};
    return (act + 1 < p->words.n && cc_is_one_of(cc_passage_text(p, act + 1), agains)) ||
           (act > 0 && cc_is_one_of(cc_passage_text(p, act - 1), agains));
}

bool cc_event_find(const cc_passage *p, size_t i, cc_event *ret)
{
    if (!is_exact(p, &p->facts[i]))
        return false;
    if (p->record && find_in_record(p, i, ret))
        return true;
    if (p->block->kind == CC_CELL || !is_adverbial(p, &p->facts[i]))
        return false;
    uint32_t off = p->facts[i].span.off, end = cc_span_end(p->facts[i].span);
    size_t   act = find_before(p, i), date = cc_passage_word(p, off);
    if ((act < date && is_repeated(p, act)) || (act == 0 && is_edition(p->words.at[0].stem)))
        return false;
    if (act < p->words.n) {
        *ret = (cc_event){.act      = act_at(p, act),
                          .is_near  = !has_figure(p, p->words.at[act].span.off, off),
                          .happened = has_happened(p, act, date)};
        find_thing(p, act, 0, date - (date > act + 1), ret);
        name_construction(p, ret);
        return true;
    }
    act = find_after(p, i);
    if (act == p->words.n)
        return false;
    *ret = (cc_event){.act      = act_at(p, act),
                      .is_near  = !has_figure(p, end, p->words.at[act].span.off),
                      .happened = has_happened(p, act, act)};
    find_thing(p, act, cc_passage_word(p, end), p->words.n, ret);
    name_construction(p, ret);
    ret->manner = (cc_word_range){0, 0};
    return true;
}

bool cc_event_is_dated(const cc_passage *p, size_t i)
{
    return !p->record && is_exact(p, &p->facts[i]);
}

/* -- Acts by themselves ------------------------------------------------------------------------- */

bool cc_event_needs_manner(cc_str act)
{
    static const char *const acts[] = {"elect",  "appoint", "nomin",   "join",   "retir",
                                       "resign", "confirm", "convict", "arrest", NULL};
    return cc_is_one_of(act, acts);
}

bool cc_event_recurs(cc_str act)
{
    static const char *const acts[] = {"publish", "releas", "elect", "introduc", NULL};
    return cc_is_one_of(act, acts);
}

/* -- Acts in their order ------------------------------------------------------------------------ */

static bool is_law(const cc_claim *c)
{
    static const char *const laws[] = {"act", "law", "bill", "statut", NULL};
    for (size_t i = 0; i < c->measure_count; i++)
        if (cc_is_one_of(c->measure[i].stem, laws))
            return true;
    return false;
}

bool cc_event_precedes(const cc_claim *first, const cc_claim *then)
{
    static const struct {
        const char *first, *then;
        bool        law; /* of laws only */
    } orders[] = {{"adopt", "sign", true},
                  {"sign", "forc", false},
                  {"adopt", "forc", false},
                  {"born", "death", false},
                  {"found", "dissolv", false}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (cc_str_eq(first->noun, cc_str_z(orders[i].first)) &&
            cc_str_eq(then->noun, cc_str_z(orders[i].then)))
            return !orders[i].law || (is_law(first) && is_law(then));
    return false;
}

cc_value cc_event_value(const cc_period *period)
{
    cc_value value = {.stated = cc_dec_int(period->day_first),
                      .step   = {1, 0},
                      .low    = cc_dec_int(period->day_first),
                      .high   = cc_dec_int(period->day_last),
                      .hedge  = period->hedge};
    if (period->hedge == CC_HEDGE_UNDER || period->hedge == CC_HEDGE_UP_TO) {
        value.high  = period->hedge == CC_HEDGE_UNDER ? value.low : value.high;
        value.flags = CC_NO_LOW | (period->hedge == CC_HEDGE_UNDER ? CC_HIGH_OPEN : 0);
        value.low   = cc_dec_int(0);
    }
    if (period->hedge == CC_HEDGE_OVER) {
        value.low   = value.high;
        value.flags = CC_NO_HIGH | CC_LOW_OPEN;
        value.high  = cc_dec_int(0);
    }
    return value;
}
