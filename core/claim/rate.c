/* rate.c - looks behind the counted noun. */
#include "claim/rate.h"

#include <stdlib.h>

enum { MAX_WORDS = 6 };

static cc_str span_of_time(const cc_lexicon *lexicon, cc_str word)
{
    const cc_unit *unit = cc_lexicon_unit(lexicon, word);
    return unit != NULL && cc_str_eq(unit->dimension, CC_S("time")) ? unit->name : CC_S("");
}

static bool is_per(cc_str word)
{
    return cc_str_eq(word, CC_S("a")) || cc_str_eq(word, CC_S("an")) ||
           cc_str_eq(word, CC_S("per")) || cc_str_eq(word, CC_S("each")) ||
           cc_str_eq(word, CC_S("every"));
}

static bool ends_clause(cc_str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (memchr(",;:.()", gap.ptr[i], 6) != NULL)
            return true;
    return false;
}

/* What follows the span: the next word on, without a mark between. */
static const cc_unit *unit_behind(const cc_lexicon *lexicon, const cc_passage *p, uint32_t end)
{
    size_t w = cc_passage_word(p, end);
    if (w == p->words.n || ends_clause(cc_passage_between(p, end, p->words.at[w].span.off)))
        return NULL;
    return cc_lexicon_unit(lexicon, cc_str_span(p->doc->text, p->words.at[w].span));
}

/* The count that `rest` begins with, "100,000" or "thousand", in digits; empty: none. */
static cc_str read_heads(cc_arena *arena, const cc_lexicon *lexicon, cc_str rest, uint32_t *ret_len)
{
    cc_str   heads = CC_S(""), section;
    uint32_t n     = 0;
    for (; n < rest.len && (cc_is_digit(rest.ptr[n]) || (rest.ptr[n] == ',' && n + 1 < rest.len &&
                                                         cc_is_digit(rest.ptr[n + 1])));
         n++)
        if (rest.ptr[n] != ',')
            heads = cc_arena_printf(arena, "%.*s%c", CC_F(heads), rest.ptr[n]);
    *ret_len = n;
    if (n > 0)
        return heads;
    while (n < rest.len && cc_is_alpha(rest.ptr[n]))
        n++;
    *ret_len     = n;
    cc_str zeros = cc_lexicon_find(lexicon, CC_S("numbers"), cc_str_sub(rest, 0, n), &section);
    return cc_str_eq(section, CC_S("scale"))
               ? cc_arena_printf(arena, "1%0*d", (int)strtol(zeros.ptr, NULL, 10), 0)
               : CC_S("");
}

/* Behind "per" or "every": "100,000 inhabitants" is "100000 person". */
static cc_str read_base(cc_arena *arena, const cc_lexicon *lexicon, const cc_passage *p,
                        uint32_t end)
{
    cc_str   rest = cc_passage_between(p, end + 1, cc_span_end(p->span));
    uint32_t len;
    cc_str   heads = read_heads(arena, lexicon, rest, &len);
    if (heads.len < 2)
        return CC_S("");
    const cc_unit *unit = unit_behind(lexicon, p, end + 1 + len);
    return unit == NULL ? CC_S("")
                        : cc_arena_printf(arena, "%.*s %.*s", CC_F(heads), CC_F(unit->name));
}

static size_t word_before(const cc_passage *p, uint32_t offset)
{
    size_t w = cc_passage_word(p, offset);
    return w == 0 ? p->words.n : w - 1;
}

bool cc_is_rate_base(const cc_passage *p, size_t i)
{
    size_t w = word_before(p, p->facts[i].span.off);
    if (w == p->words.n || p->facts[i].kind != CC_NUMBER)
        return false;
    cc_str word = cc_str_span(p->doc->text, p->words.at[w].span);
    return cc_str_eq(word, CC_S("per")) || cc_str_eq(word, CC_S("every"));
}

cc_str cc_claim_per(cc_arena *arena, const cc_lexicon *lexicon, const cc_passage *p, size_t i)
{
    uint32_t end = cc_span_end(p->facts[i].span), next = cc_passage_next_start(p, i);
    size_t   w     = cc_passage_word(p, end);
    bool     after = false; /* "a" or "per" stands before */
    if (p->facts[i].per.len > 0)
        return p->facts[i].per;
    for (int n = 0; n < MAX_WORDS && w < p->words.n && p->words.at[w].span.off < next; n++, w++) {
        cc_str word = cc_str_span(p->doc->text, p->words.at[w].span);
        if (ends_clause(cc_passage_between(p, end, p->words.at[w].span.off)))
            return CC_S("");
        cc_str span =
            after || cc_str_ends(word, CC_S("ly")) ? span_of_time(lexicon, word) : CC_S("");
        if (span.len > 0)
            return span;
        after       = is_per(word);
        end         = cc_span_end(p->words.at[w].span);
        cc_str base = after ? read_base(arena, lexicon, p, end) : CC_S("");
        if (base.len > 0)
            return base;
    }
    return CC_S("");
}
