/* rate.c - looks behind the counted noun. */
#include "claim/rate.h"

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

cc_str cc_claim_per(const cc_lexicon *lexicon, const cc_passage *p, size_t i)
{
    uint32_t end = cc_span_end(p->facts[i].span), next = cc_passage_next_start(p, i);
    size_t   w     = cc_passage_word(p, end);
    bool     after = false; /* "a" or "per" stands before */
    if (p->facts[i].per.len > 0)
        return p->facts[i].per;
    for (int n = 0; n < MAX_WORDS && w < p->words.n && p->words.at[w].span.off < next; n++, w++) {
        cc_str word = cc_str_span(p->doc->text, p->words.at[w].span);
        if (ends_clause(cc_passage_between(p, end, p->words.at[w].span.off)))
            break;
        cc_str span =
            after || cc_str_ends(word, CC_S("ly")) ? span_of_time(lexicon, word) : CC_S("");
        if (span.len > 0)
            return span;
        after = is_per(word);
        end   = cc_span_end(p->words.at[w].span);
    }
    return CC_S("");
}
