/* header.c - takes a label apart, word by word. */
#include "claim/header.h"

#include "fact/period.h"
#include "text/utf8.h"

typedef struct label {
    const cc_header_tables *tables;
    cc_str                  prior, next;     /* the words around the one in hand */
    char                    mark, next_mark; /* before either: '(' ',' or none; ',' at the start */
    unsigned                years, months;
    bool                    ends; /* "years ended December 31, 2019" */
    cc_date_parts           date;
    cc_header               header;
} label;

/* How many bytes stand between words at text[at]: blanks, marks, dashes; 0: none. */
static size_t edge_at(cc_str text, size_t at)
{
    cc_str rest = cc_str_sub(text, at, text.len - at);
    if (cc_str_starts(rest, CC_S("\xE2\x80\x93")) || cc_str_starts(rest, CC_S("\xE2\x80\x94")))
        return 3;
    return cc_is_blank(rest.ptr[0]) || memchr("()[],;:-", rest.ptr[0], 8) != NULL ? 1 : 0;
}

/* The next word; empty at the end. *mark stays where only blanks stand before it. */
static cc_str take_word(cc_str *text, char *mark)
{
    size_t from = 0, to, edge;
    for (; from < text->len && (edge = edge_at(*text, from)) > 0; from += edge)
        if (!cc_is_blank(text->ptr[from]))
            *mark = memchr("([", text->ptr[from], 2) != NULL ? '(' : ',';
    for (to = from; to < text->len && edge_at(*text, to) == 0;)
        to++;
    cc_str word = cc_str_sub(*text, from, to - from);
    *text       = cc_str_sub(*text, to, text->len - to);
    return word;
}

static bool is_number(cc_str word, size_t most_digits)
{
    for (size_t i = 0; i < word.len; i++)
        if (!cc_is_digit(word.ptr[i]))
            return false;
    return word.len > 0 && word.len <= most_digits;
}

static bool is_year(cc_str word)
{
    return word.len == 4 && is_number(word, 4) &&
           (cc_str_starts(word, CC_S("19")) || cc_str_starts(word, CC_S("20")));
}

static bool take_year(label *l, cc_str word)
{
    if (!is_year(word))
        return false;
    *(l->years == 0 ? &l->date.year : &l->date.year2) = word;
    l->years++;
    return true;
}

static bool take_fiscal(label *l, cc_str word)
{
    bool glued = word.len > 2 && cc_str_starts(word, CC_S("FY")) &&
                 is_number(cc_str_sub(word, 2, word.len - 2), 4);
    if (!glued && !cc_str_eq_nocase(word, CC_S("fy")) && !cc_str_eq_nocase(word, CC_S("fiscal")))
        return false;
    l->date.fiscal = word;
    if (glued && l->years++ == 0)
        l->date.year = cc_str_sub(word, 2, word.len - 2);
    return true;
}

/* "Q3", "third quarter" */
static bool take_quarter(label *l, cc_str word)
{
    bool glued = word.len == 2 && (word.ptr[0] | 0x20) == 'q' && cc_is_digit(word.ptr[1]);
    if (glued || cc_str_eq_nocase(l->next, CC_S("quarter")))
        l->date.quarter = word;
    return glued || cc_str_eq_nocase(l->next, CC_S("quarter")) ||
           cc_str_eq_nocase(word, CC_S("quarter"));
}

static bool is_month(const label *l, cc_str word)
{
    return cc_is_upper(word.ptr[0]) && cc_calendar_month(l->tables->calendar, word) > 0;
}

static bool take_month(label *l, cc_str word)
{
    if (!is_month(l, word))
        return false;
    *(l->months == 0 ? &l->date.month : &l->date.month2) = word;
    l->months++;
    return true;
}

static bool take_day(label *l, cc_str word)
{
    bool near = l->months > 0 || (l->next.len > 0 && is_month(l, l->next));
    if (!is_number(word, 2) || !near || l->date.day.len > 0)
        return false;
    l->date.day = word;
    return true;
}

static bool take_date(label *l, cc_str word)
{
    l->ends = l->ends || cc_str_starts(word, CC_S("end"));
    return take_year(l, word) || take_fiscal(l, word) || take_quarter(l, word) ||
           take_month(l, word) || take_day(l, word);
}

/* A balance of 31 December is the year's. */
static bool ends_year(const label *l)
{
    return cc_calendar_month(l->tables->calendar, l->date.month) == 12 &&
           cc_str_eq(l->date.day, CC_S("31"));
}

/* Of the dates that were taken; several, or a month alone, are no period. */
static cc_period resolve(const label *l, cc_arena *arena)
{
    cc_date_parts date = l->date;
    cc_doc        none = {.size = sizeof none, .date = cc_period_unknown()};
    cc_fact       fact = {.size = sizeof fact};
    if (l->years == 0 || l->years > 2 || l->months > 2 || (l->years == 2 && l->months > 0))
        return cc_period_unknown();
    if (l->ends || ends_year(l))
        date.day = date.month = (cc_str){0};
    if (cc_period_resolve(l->tables->calendar, arena, &none, &date, &fact) != CC_OK)
        return cc_period_unknown();
    return fact.period;
}

/* "2019 (millions)" */
static bool is_amount(cc_str word)
{
    return word.len > 0 && cc_is_digit(word.ptr[word.len - 1]) && !is_year(word);
}

/* "Thousand tonnes": a mass, a volume, an energy; what is counted by itself has no dimension. */
static const cc_unit *find_measured(const label *l, cc_str word)
{
    static const char *const kinds[] = {"mass", "volume", "energy", "power", "area", NULL};
    const cc_unit           *unit    = cc_lexicon_unit(l->tables->lexicon, word);
    for (size_t i = 0; kinds[i] != NULL && unit != NULL && word.len > 1; i++)
        if (cc_str_eq(unit->dimension, cc_str_z(kinds[i])))
            return unit;
    return NULL;
}

static bool is_dollar(cc_str word)
{
    return cc_str_eq_nocase(word, CC_S("dollars")) || cc_str_eq_nocase(word, CC_S("dollar"));
}

/* "US" in "US dollars": the word next to it says it all. */
static bool is_of_dollars(cc_str word)
{
    static const char *const words[] = {"us",      "u.s.",    "current", "constant",
                                        "nominal", "chained", NULL};
    for (size_t i = 0; words[i] != NULL; i++)
        if (cc_str_eq_nocase(word, cc_str_z(words[i])))
            return true;
    return false;
}

static const cc_unit *find_money(const label *l, cc_str word)
{
    const cc_unit *unit  = cc_lexicon_unit(l->tables->lexicon, word);
    bool           money = unit != NULL && unit->name.len == 3 && cc_is_upper(unit->name.ptr[0]) &&
                 cc_str_eq(unit->dimension, unit->name);
    return money ? unit : NULL;
}

/* "Thousand tonnes", "Exports (million US dollars)", "Doses (thousand)" */
static bool heads_unit(const label *l)
{
    bool measured = find_measured(l, l->next) != NULL || is_of_dollars(l->next) ||
                    (!cc_str_eq_nocase(l->next, CC_S("dollar")) && find_money(l, l->next) != NULL);
    return (l->mark != '\0' && measured) || (l->mark == '(' && l->next.len == 0);
}

/* "millions", "in million", "$ million"; not "$5 million" or "million people". */
static bool take_scale(label *l, cc_str word)
{
    cc_str section;
    cc_str power = cc_lexicon_find(l->tables->lexicon, CC_S("numbers"), word, &section);
    bool   bound = cc_str_ends(word, CC_S("s")) || l->header.kind != 0 || heads_unit(l) ||
                 cc_str_eq_nocase(l->prior, CC_S("in"));
    if (power.len == 0 || !cc_str_eq(section, CC_S("scale")) || !bound || is_amount(l->prior))
        return false;
    for (size_t i = 0; i < power.len; i++)
        l->header.scale10 = (i == 0 ? 0 : l->header.scale10 * 10) + (power.ptr[i] - '0');
    return true;
}

/* A sign or a code, or a word after "in" or "of": "won" and "real" are words first. */
static bool is_written_as_unit(const label *l, cc_str word)
{
    bool letters = true, capitals = word.len >= 3;
    for (size_t i = 0; i < word.len; i++) {
        letters  = letters && cc_is_alpha(word.ptr[i]);
        capitals = capitals && cc_is_upper(word.ptr[i]);
    }
    return !letters || capitals || cc_str_eq_nocase(l->prior, CC_S("in")) ||
           cc_str_eq_nocase(l->prior, CC_S("of")) || l->mark == '(' ||
           (is_dollar(word) && is_of_dollars(l->prior));
}

/* "Percentage", "GDP growth, percent"; not "percentage points" */
static bool is_percent(const label *l, cc_str word)
{
    bool named =
        cc_str_eq_nocase(word, CC_S("percent")) || cc_str_eq_nocase(word, CC_S("percentage"));
    return named && l->mark != '\0' && !cc_str_starts(l->next, CC_S("point"));
}

static bool take_unit(label *l, cc_str word)
{
    bool           scaled = l->header.scale10 > 0 && l->header.kind == 0;
    const cc_unit *mass   = scaled ? find_measured(l, word) : NULL;
    const cc_unit *money  = is_written_as_unit(l, word) ? find_money(l, word) : NULL;
    const cc_unit *unit =
        is_written_as_unit(l, word) ? cc_lexicon_unit(l->tables->lexicon, word) : NULL;
    bool percent = is_percent(l, word) || (unit != NULL && cc_str_eq(unit->name, CC_S("percent")));
    if (mass == NULL && money == NULL && !percent)
        return is_of_dollars(word) && is_dollar(l->next);
    l->header.kind = percent ? CC_PERCENT : mass != NULL ? CC_QUANTITY : CC_MONEY;
    l->header.unit = percent ? CC_S("percent") : mass != NULL ? mass->name : money->name;
    return true;
}

/* "thousand barrels per day"; per anything but a span of time they are other figures. */
static bool take_per(label *l, cc_str word)
{
    if (l->header.kind != CC_QUANTITY || !cc_str_eq_nocase(l->prior, CC_S("per")))
        return false;
    const cc_unit *unit = cc_lexicon_unit(l->tables->lexicon, word);
    if (unit != NULL && cc_str_eq(unit->dimension, CC_S("time"))) {
        l->header.per = unit->name;
        return true;
    }
    l->header.kind     = 0;
    l->header.unit.len = 0;
    return false;
}

/* "$million", "US$bn": a sign and a scale in one. */
static bool take_both(label *l, cc_str word)
{
    for (size_t at = word.len; at > 1; at--) {
        char c = word.ptr[at - 1];
        if (c != '$' && (unsigned char)c < 0x80)
            continue;
        return at < word.len && take_unit(l, cc_str_sub(word, 0, at)) &&
               take_scale(l, cc_str_sub(word, at, word.len - at));
    }
    return word.len > 1 && word.ptr[0] == '$' && take_unit(l, cc_str_sub(word, 0, 1)) &&
           take_scale(l, cc_str_sub(word, 1, word.len - 1));
}

/* "Trucks", "Workers": what rates are per is counted. */
static bool is_counted(const label *l, cc_str word)
{
    const cc_unit *unit = cc_str_ends(word, CC_S("s")) || cc_str_eq_nocase(word, CC_S("people"))
                              ? cc_lexicon_unit(l->tables->lexicon, word)
                              : NULL;
    return unit != NULL && cc_str_eq(unit->dimension, unit->name) &&
           !cc_is_upper(unit->name.ptr[0]);
}

/* Not of dates and numbers: "years ended December 31" tells no column from another. */
static void keep_word(label *l, cc_arena *arena, cc_bytes *rest, cc_str word)
{
    cc_str  folded = cc_fold(arena, word);
    cc_word known  = cc_vocabulary_word(l->tables->vocabulary, folded, folded);
    l->header.counts |= is_counted(l, word);
    if (!cc_word_measures(&known) || cc_is_digit(word.ptr[0]))
        return;
    cc_bytes_put(arena, rest, CC_S(" "));
    cc_bytes_put(arena, rest, folded);
}

cc_header cc_header_read(const cc_header_tables *tables, cc_arena *arena, cc_str text)
{
    label l = {.tables = tables, .prior = CC_S(""), .next_mark = ',', .date.size = sizeof l.date};
    cc_bytes rest = {0};
    l.next        = take_word(&text, &l.next_mark);
    for (cc_str word; (word = l.next).len > 0; l.prior = word) {
        l.mark      = l.next_mark;
        l.next_mark = '\0';
        l.next      = take_word(&text, &l.next_mark);
        if (take_date(&l, word) || take_scale(&l, word) || take_unit(&l, word) ||
            take_both(&l, word) || take_per(&l, word))
            continue;
        keep_word(&l, arena, &rest, word);
    }
    l.header.period = resolve(&l, arena);
    l.header.rest   = cc_str_trim((cc_str){rest.ptr, rest.len});
    return l.header;
}

cc_header cc_header_join(const cc_header *inner, const cc_header *outer)
{
    cc_header ret = *inner;
    if (!cc_period_is_known(&ret.period))
        ret.period = outer->period;
    if (inner->counts && outer->kind == CC_MONEY)
        return ret;
    if (ret.scale10 == 0)
        ret.scale10 = outer->scale10;
    if (ret.kind == 0) {
        ret.kind = outer->kind;
        ret.unit = outer->unit;
        ret.per  = outer->per;
    }
    return ret;
}

static void scale(cc_value *value, int32_t by)
{
    cc_dec *const parts[] = {&value->stated, &value->step, &value->low, &value->high};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i]->mant != 0)
            parts[i]->exp10 += by;
    if (by > 0)
        value->flags = (value->flags & ~(uint32_t)CC_EXACT) | CC_SCALED;
}

static void apply(const cc_header *header, cc_fact *fact)
{
    bool bare = fact->kind == CC_NUMBER && fact->unit.len == 0;
    if ((!bare && fact->kind != CC_MONEY) || fact->value.flags & CC_SCALED)
        return;
    if (bare && header->kind != 0) {
        fact->kind = header->kind;
        fact->unit = header->unit;
        fact->per  = header->per;
    }
    if (fact->kind != CC_PERCENT)
        scale(&fact->value, header->scale10);
}

const cc_fact *cc_header_apply(cc_arena *arena, const cc_header *header, const cc_fact *facts,
                               size_t count)
{
    if ((header->scale10 == 0 && header->kind == 0) || count == 0)
        return facts;
    cc_fact *ret = cc_new(arena, cc_fact, count);
    memcpy(ret, facts, count * sizeof *ret);
    for (size_t i = 0; i < count; i++)
        apply(header, &ret[i]);
    return ret;
}
