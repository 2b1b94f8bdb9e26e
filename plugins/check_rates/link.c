/* link.c - whether a figure says again what another one says: "or", "that is", "works out at". */
#include "rates.h"

/* Without the words that only weaken the figure behind them: "or about". */
static cc_str without_hedge(const cc_host *host, cc_str gap)
{
    for (;;) {
        cc_str rest = gap, word, last = {0};
        while ((word = cc_next_word(&rest)).len > 0)
            last = word;
        if (last.len == 0 || !cc_is_cue(host, "hedge", last))
            return gap;
        gap = cc_trim((cc_str){gap.ptr, (size_t)(last.ptr - gap.ptr)});
    }
}

static bool ends_in(const cc_host *host, const char *section, cc_str gap)
{
    cc_str words[CC_CUE_WORDS] = {{0}}, word;
    size_t n                   = 0;
    while (gap.len > 0 && (gap.ptr[gap.len - 1] == ',' || gap.ptr[gap.len - 1] == '.' ||
                           gap.ptr[gap.len - 1] == ':' || gap.ptr[gap.len - 1] == ' '))
        gap.len--;
    for (cc_str rest = gap; (word = cc_next_word(&rest)).len > 0; n++) {
        memmove(words, words + 1, sizeof words - sizeof *words);
        words[CC_CUE_WORDS - 1] = word;
    }
    for (size_t i = 0; i < CC_CUE_WORDS; i++)
        if (words[i].len > 0 &&
            cc_is_cue(host, section,
                      (cc_str){words[i].ptr, (size_t)(gap.ptr + gap.len - words[i].ptr)}))
            return true;
    return false;
}

rate_link find_link(const cc_passage *p, size_t i)
{
    const cc_host *host = p->all->host;
    cc_str         gap  = without_hedge(host, gap_before(p, i));
    if (ends_in(host, "equal", gap))
        return LINKED_EQUAL;
    if (cc_ends(gap, "("))
        return LINKED_OR;
    if (!cc_is(gap, "or") && !cc_ends(gap, " or"))
        return NOT_LINKED;
    gap = cc_trim((cc_str){gap.ptr, gap.len - strlen("or")});
    return cc_ends(gap, ",") || figure(p, i)->kind != CC_MONEY ? LINKED_OR : OFFERED;
}

bool opens_as_equation(const cc_passage *p, size_t i)
{
    const cc_host *host = p->all->host;
    cc_str         gap = cc_trim(cc_text_between(p->all->doc, p->span.off, figure(p, i)->span.off));
    gap                = without_hedge(host, gap);
    cc_str rest = gap, word = cc_next_word(&rest);
    return cc_is_cue(host, "reckoning", word) && cc_count_words(gap) <= 2 * LINK_WORDS &&
           !cc_has_byte(gap, ',') && (ends_in(host, "equal", gap) || ends_in(host, "comes", gap));
}
