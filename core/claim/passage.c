/* passage.c - looking around in a sentence. */
#include "claim/passage.h"

const cc_fact *cc_facts_within(const cc_facts *facts, cc_span span, size_t *ret_count)
{
    size_t low = 0, high = facts->n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (facts->at[mid].span.off < span.off)
            low = mid + 1;
        else
            high = mid;
    }
    size_t end = low;
    while (end < facts->n && facts->at[end].span.off < cc_span_end(span))
        end++;
    *ret_count = end - low;
    return facts->at + low;
}

bool cc_is_figure(const cc_fact *fact)
{
    return fact->kind == CC_NUMBER || fact->kind == CC_MONEY || fact->kind == CC_PERCENT ||
           fact->kind == CC_QUANTITY || fact->kind == CC_RANK || fact->kind == CC_MULTIPLE;
}

size_t cc_passage_word(const cc_passage *passage, uint32_t offset)
{
    size_t low = 0, high = passage->words.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (passage->words.at[mid].span.off < offset)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

cc_str cc_passage_text(const cc_passage *p, size_t w)
{
    return w < p->words.n ? cc_str_span(p->doc->text, p->words.at[w].span) : CC_S("");
}

bool cc_is_one_of(cc_str word, const char *const *words)
{
    size_t i = 0;
    while (words[i] != NULL && !cc_str_eq_nocase(word, cc_str_z(words[i])))
        i++;
    return words[i] != NULL;
}

bool cc_passage_says_it(const cc_passage *p, cc_span range)
{
    static const char *const pronouns[] = {"it", "its", "they", "their", NULL};
    for (size_t w = cc_passage_word(p, range.off);
         w < p->words.n && p->words.at[w].span.off < cc_span_end(range); w++)
        if (cc_is_one_of(cc_passage_text(p, w), pronouns))
            return true;
    return false;
}

cc_str cc_passage_between(const cc_passage *passage, uint32_t from, uint32_t to)
{
    return from >= to ? CC_S("") : cc_str_sub(passage->doc->text, from, to - from);
}

uint32_t cc_passage_prior_end(const cc_passage *passage, size_t i)
{
    while (i-- > 0)
        if (passage->figure[i])
            return cc_span_end(passage->facts[i].span);
    return passage->span.off;
}

uint32_t cc_passage_next_start(const cc_passage *passage, size_t i)
{
    for (i++; i < passage->fact_count; i++)
        if (passage->figure[i])
            return passage->facts[i].span.off;
    return cc_span_end(passage->span);
}
