/* share.c - shares of one whole that are more than all of it. */
#include "sums.h"

enum {
    LEAST_SHARES = 3,
    WHOLE        = 100,
    TERSE_WORDS  = 2, /* "and coal" */
    SLACK        = 1, /* many a source leaves what rounding adds */
};

bool shares_add(shares *s, const cc_fact *f)
{
    if (!is_addend(f) || !cc_is_plain(f) || s->count == MAX_PARTS || f->per.len > 0)
        return false;
    s->parts[s->count++] = f;
    return true;
}

static cc_status report(const shares *s, bool over, cc_finding_sink *out)
{
    char     message[MESSAGE_BYTES], all[64];
    cc_exact total = cc_exact_int(0);
    cc_miss  m     = {.check   = "sum-mismatch",
                      .score   = SCORE_SUM,
                      .message = message,
                      .primary = s->parts[s->count - 1]};
    for (size_t i = 0; i < s->count; i++) {
        total = cc_exact_add(total, cc_exact_of(s->parts[i]->value.stated));
        if (i + 1 < s->count && i < CC_FINDING_SIDES)
            m.related[m.related_count++] = s->parts[i];
    }
    cc_print_exact(total, all, sizeof all);
    snprintf(message, sizeof message, "the shares add up to %s percent, %s than the whole", all,
             over ? "more" : "less");
    return cc_put_miss(&m, out);
}

/* "58 percent, 30 percent and other 15 percent": more than 100, but not much more. */
cc_status shares_judge(const shares *s, bool all, cc_finding_sink *out)
{
    cc_range got   = cc_range_point(cc_exact_int(0)),
             whole = {cc_exact_int(WHOLE - SLACK), cc_exact_int(WHOLE + SLACK), 0};
    cc_range most  = cc_range_point(cc_exact_int(WHOLE + LONGEST_SHARES));
    cc_range least = cc_range_point(cc_exact_int(WHOLE - CLOSE_PERCENT));
    for (size_t i = 0; i < s->count; i++)
        got = cc_range_add(got, cc_range_of(&s->parts[i]->value));
    if (s->count < LEAST_SHARES)
        return CC_OK;
    if (cc_range_is_below(&whole, &got) && cc_range_is_below(&got, &most))
        return report(s, true, out);
    if (all && cc_range_is_below(&got, &whole) && cc_range_is_below(&least, &got))
        return report(s, false, out);
    return CC_OK;
}

/* Some of it may be counted twice, or the shares are of growth. */
static bool may_overlap(const cc_host *host, cc_str text)
{
    static const char *const sections[] = {"overlapping", "open", "up", "down", NULL};
    for (size_t i = 0; sections[i] != NULL; i++)
        if (cc_has_cue(host, sections[i], text))
            return true;
    return false;
}

bool shares_are_meant(const cc_host *host, cc_str text)
{
    return cc_has_cue(host, "share", text) && !may_overlap(host, text);
}

/* -- In a sentence ------------------------------------------------------------------------------- */

/* The words on one side of each share but the first begin, or end, alike: "27 percent to", "wind
 * for 22 percent"; or there are next to none: "wind 22 percent, gas 14 percent". */
static bool is_gapped(const cc_passage *p, const size_t *at, size_t count)
{
    const cc_host *host  = p->all->host;
    cc_str         head  = cc_first_word(after_figure(p, at[1]));
    cc_str         tail  = cc_last_words(before_figure(p, at[1]), 1);
    bool           heads = cc_is_cue(host, "place", head), tails = cc_is_cue(host, "place", tail);
    bool           terse = true;
    for (size_t k = 2; k < count; k++) {
        cc_str before = before_figure(p, at[k]);
        heads         = heads && cc_is_same(cc_first_word(after_figure(p, at[k])), head);
        tails         = tails && cc_is_same(cc_last_words(before, 1), tail);
        terse         = terse && cc_count_words(before) <= TERSE_WORDS;
    }
    return (heads || tails || terse) && cc_contains(before_figure(p, at[count - 1]), "and");
}

/* "Of the oil that came, 58 percent went to": what the shares are of. */
static bool opens_with_whole(const cc_passage *p, size_t first)
{
    cc_str text = cc_text_between(p->all->doc, p->span.off, p->all->figures[first]->span.off);
    return cc_is(cc_first_word(text), "Of") && cc_has_byte(text, ',');
}

/* The percentages of a sentence, at[] where; false: not all of them are plain. */
static bool take_shares(const cc_passage *p, shares *ret, size_t *at)
{
    for (size_t i = p->first; i < p->end; i++) {
        const cc_fact *f = p->all->figures[i];
        if (f->kind != CC_PERCENT)
            continue;
        if (!cc_is(f->unit, "percent") || !shares_add(ret, f))
            return false;
        at[ret->count - 1] = i;
    }
    return ret->count >= LEAST_SHARES;
}

static bool has_rest(const cc_passage *p, const size_t *at, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (cc_has_cue(p->all->host, "closing", cc_last_words(before_figure(p, at[k]), CUE_WORDS)))
            return true;
    return false;
}

cc_status check_shares(const cc_passage *p, cc_finding_sink *out)
{
    const cc_host *host = p->all->host;
    cc_str         text = cc_text_of(p->all->doc, p->span);
    shares         s    = {.count = 0};
    size_t         at[MAX_PARTS];
    if (!take_shares(p, &s, at) || may_overlap(host, text))
        return CC_OK;
    bool rest   = has_rest(p, at, s.count);
    bool gapped = is_gapped(p, at, s.count) &&
                  (opens_with_whole(p, at[0]) || cc_has_cue(host, "share", text));
    if (!gapped && !rest && !cc_has_cue(host, "exclusive", text))
        return CC_OK;
    return shares_judge(&s, rest, out);
}
