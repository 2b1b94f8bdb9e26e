/* header.c - takes a label apart, word by word. */
#include "claim/header.h"

#include "fact/period.h"
#include "text/utf8.h"

typedef struct label {
    const cc_lexicon    *lexicon;
    const cc_vocabulary *vocabulary;
    cc_str               prior; /* the word before the one in hand */
    unsigned             years;
    cc_header            header;
} label;

static bool is_edge(char c)
{
    return cc_is_blank(c) || memchr("()[],;:", c, 7) != NULL;
}

/* The next word; empty at the end. */
static cc_str take_word(cc_str *text)
{
    size_t from = 0, to;
    while (from < text->len && is_edge(text->ptr[from]))
        from++;
    for (to = from; to < text->len && !is_edge(text->ptr[to]);)
        to++;
    cc_str word = cc_str_sub(*text, from, to - from);
    *text       = cc_str_sub(*text, to, text->len - to);
    return word;
}

static bool is_year(cc_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!cc_is_digit(word.ptr[i]))
            return false;
    return word.len == 4 && (cc_str_starts(word, CC_S("19")) || cc_str_starts(word, CC_S("20")));
}

static bool is_fiscal(cc_str word)
{
    return cc_str_eq_nocase(word, CC_S("fy")) || cc_str_eq_nocase(word, CC_S("fiscal")) ||
           cc_str_eq_nocase(word, CC_S("year"));
}

static bool take_year(label *l, cc_str word)
{
    int year = 0;
    if (!is_year(word))
        return false;
    for (size_t i = 0; i < word.len; i++)
        year = year * 10 + (word.ptr[i] - '0');
    l->header.period = (cc_period){.day_first   = cc_day_from_date(year, 1, 1),
                                   .day_last    = cc_day_from_date(year, 12, 31),
                                   .granularity = CC_YEAR};
    if (++l->years > 1 || is_fiscal(l->prior))
        l->header.period = cc_period_unknown();
    return true;
}

/* "millions", "in million", "$ million"; not "$5 million" or "million people". */
static bool take_scale(label *l, cc_str word)
{
    cc_str section;
    cc_str power = cc_lexicon_find(l->lexicon, CC_S("numbers"), word, &section);
    bool   bound = cc_str_ends(word, CC_S("s")) || l->header.kind != 0 ||
                 cc_str_eq_nocase(l->prior, CC_S("in"));
    if (power.len == 0 || !cc_str_eq(section, CC_S("scale")) || !bound ||
        cc_is_digit(l->prior.len > 0 ? l->prior.ptr[l->prior.len - 1] : ' '))
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
           cc_str_eq_nocase(l->prior, CC_S("of"));
}

static bool take_unit(label *l, cc_str word)
{
    const cc_unit *unit    = is_written_as_unit(l, word) ? cc_lexicon_unit(l->lexicon, word) : NULL;
    bool           percent = unit != NULL && cc_str_eq(unit->name, CC_S("percent"));
    bool           money = unit != NULL && unit->name.len == 3 && cc_is_upper(unit->name.ptr[0]) &&
                 cc_str_eq(unit->dimension, unit->name);
    if (!percent && !money)
        return false;
    l->header.kind = percent ? CC_PERCENT : CC_MONEY;
    l->header.unit = unit->name;
    return true;
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

/* Not of dates and numbers: "years ended December 31" tells no column from another. */
static void keep_word(const label *l, cc_arena *arena, cc_bytes *rest, cc_str word)
{
    cc_str folded = cc_fold(arena, word);
    if (cc_vocabulary_word(l->vocabulary, folded, folded).classes & CC_WORD_NO_MEASURE ||
        cc_is_digit(word.ptr[0]))
        return;
    cc_bytes_put(arena, rest, CC_S(" "));
    cc_bytes_put(arena, rest, folded);
}

cc_header cc_header_read(const cc_lexicon *lexicon, const cc_vocabulary *vocabulary,
                         cc_arena *arena, cc_str text)
{
    label    l    = {.lexicon = lexicon, .vocabulary = vocabulary, .prior = CC_S("")};
    cc_bytes rest = {0};
    l.header      = (cc_header){.period = cc_period_unknown()};
    for (cc_str word; (word = take_word(&text)).len > 0; l.prior = word) {
        if (take_year(&l, word) || take_scale(&l, word) || take_unit(&l, word) ||
            take_both(&l, word))
            continue;
        keep_word(&l, arena, &rest, word);
    }
    l.header.rest = cc_str_trim((cc_str){rest.ptr, rest.len});
    return l.header;
}

cc_header cc_header_join(const cc_header *inner, const cc_header *outer)
{
    cc_header ret = *inner;
    if (!cc_period_is_known(&ret.period))
        ret.period = outer->period;
    if (ret.scale10 == 0)
        ret.scale10 = outer->scale10;
    if (ret.kind == 0) {
        ret.kind = outer->kind;
        ret.unit = outer->unit;
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
