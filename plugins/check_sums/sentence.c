/* sentence.c - totals and parts in one sentence, or in two that follow one another. */
#include "sums.h"

enum {
    FEW_PARTS   = 3, /* of a sentence whose parts are not set off by a colon */
    MOST_PARTS  = 12,
    LEAST_TOTAL = 4, /* "two theories: one that ..." counts nothing */
};

/* What makes a figure a total. */
typedef enum form { NO_TOTAL = 0, BY_CUE, BY_COLON } form;

/* "a total of 66"; "66 in all", "66 combined", but not "66 total audits". */
static bool says_total(const cc_passage *p, size_t i)
{
    const cc_host *host   = p->all->host;
    cc_str         after  = cc_first_words(after_figure(p, i), 3);
    cc_str         cue    = cc_find_cue(host, "total", after);
    bool           behind = cue.len > 0 && !cc_is(cue, "total") && !cc_is(cue, "overall") &&
                  !cc_contains(after, "and ") && !cc_has_byte(after, ',');
    return behind || cc_has_cue(host, "total", cc_last_words(before_figure(p, i), CUE_WORDS));
}

/* A line of "label: value" has more than one. */
static size_t count_colons(const cc_passage *p)
{
    cc_str text   = cc_text_of(p->all->doc, p->span);
    size_t colons = 0;
    for (size_t k = 0; k < text.len; k++)
        colons += text.ptr[k] == ':';
    return colons;
}

/* The one colon of its sentence stands behind the figure. */
static bool has_colon(const cc_passage *p, size_t i)
{
    cc_str after = after_figure(p, i);
    size_t at    = 0;
    while (at < after.len && !cc_has_byte((cc_str){":,;(", 4}, after.ptr[at]))
        at++;
    return count_colons(p) == 1 && at < after.len && after.ptr[at] == ':' &&
           cc_count_words((cc_str){after.ptr, at}) <= CUE_WORDS;
}

/* "5.2 deaths/1,000 births" */
static bool is_ratio(const cc_passage *p, size_t i)
{
    return cc_has_byte(cc_first_words(after_figure(p, i), 2), '/') ||
           cc_ends(cc_trim(after_figure(p, i)), "/");
}

static form form_of(const cc_passage *p, size_t i)
{
    const cc_fact *f     = p->all->figures[i];
    cc_exact       least = cc_exact_int(f->kind == CC_NUMBER ? LEAST_TOTAL : 0);
    if (!is_addend(f) || !cc_is_plain(f) || is_ratio(p, i) || count_colons(p) > 1 ||
        cc_exact_cmp(cc_exact_of(f->value.stated), least) < 0)
        return NO_TOTAL;
    if (says_total(p, i))
        return has_colon(p, i) ? BY_COLON : BY_CUE;
    return has_colon(p, i) ? BY_COLON : NO_TOTAL;
}

/* Inside parentheses that were opened in the sentence. */
static bool is_aside(const cc_passage *p, size_t i)
{
    cc_str before = cc_text_between(p->all->doc, p->span.off, p->all->figures[i]->span.off);
    size_t k      = before.len;
    while (k > 0 && before.ptr[k - 1] != '(' && before.ptr[k - 1] != ')')
        k--;
    return k > 0 && before.ptr[k - 1] == '(';
}

/* Adds the figures [from, to) of the unit; false: one of them is no plain part. */
static bool take_parts(const cc_passage *p, size_t from, size_t to, size_t total, sum *ret)
{
    const cc_passages *all = p->all;
    for (size_t i = from; i < to; i++) {
        const cc_fact *f = all->figures[i];
        if (i == total || !is_addable(f, ret->total))
            continue;
        if (!cc_is_plain(f) || ret->count == MOST_PARTS || is_aside(p, i) != is_aside(p, total) ||
            (f->kind == CC_PERCENT && cc_exact_cmp(cc_exact_of(f->value.stated),
                                                   cc_exact_of(ret->total->value.stated)) > 0) ||
            !are_of_one_kind(all->claims[i], all->claims[total]))
            return false;
        ret->parts[ret->count++] = f;
    }
    return true;
}

/* From the words before the first of the figures to the last one. */
static bool leaves_open(const cc_passage *p, const sum *s)
{
    const cc_fact *first = s->parts[0], *last = s->parts[s->count - 1];
    if (s->total->span.off < first->span.off)
        first = s->total;
    if (s->total->span.off > last->span.off)
        last = s->total;
    size_t   i    = cc_find_figure(p->all, first->span.off);
    uint32_t from = i > p->first ? cc_end_of(p->all->figures[i - 1]) : p->span.off;
    return cc_has_cue(p->all->host, "open", cc_text_between(p->all->doc, from, cc_end_of(last)));
}

static cc_status check_total(const cc_passage *p, size_t i, form as, cc_finding_sink *out)
{
    sum s = {.doc = p->all->doc, .total = p->all->figures[i]}, behind = s;
    if (!take_parts(p, i + 1, p->end, i, &behind) || !take_parts(p, p->first, i, i, &s))
        return CC_OK;
    if (as != BY_CUE)
        s = behind;
    else if (s.count > 0 && behind.count > 0)
        return CC_OK;
    else if (behind.count > 0)
        s = behind;
    bool loose = as == BY_CUE && s.count > FEW_PARTS;
    if (s.count < 2 || (loose && s.count > MAX_SUBSET) || leaves_open(p, &s) || sum_holds(&s) ||
        !sum_is_close(&s, loose ? CLOSE_PERCENT : TOTAL_PERCENT))
        return CC_OK;
    return sum_report_last(&s, out);
}

/* -- Neighbours -------------------------------------------------------------------------------- */

/* The figures of `parts` add up to the only one of its unit in `p`. */
static cc_status check_neighbour(const cc_passage *p, size_t i, const cc_passage *parts,
                                 cc_finding_sink *out)
{
    sum s = {.doc = p->all->doc, .total = p->all->figures[i]}, own = s;
    if (!take_parts(p, p->first, p->end, i, &own) || own.count > 0 ||
        cc_has_cue(p->all->host, "open", cc_text_of(p->all->doc, parts->span)) ||
        !take_parts(parts, parts->first, parts->end, i, &s))
        return CC_OK;
    if (s.count < 2 || s.count > MAX_SUBSET || sum_holds(&s) ||
        !sum_is_close(&s, CLOSE_PERCENT / 2))
        return CC_OK;
    return sum_report_last(&s, out);
}

static cc_status check_neighbours(const cc_passages *all, size_t sentence, cc_finding_sink *out)
{
    const cc_sentence *at     = all->doc->sentences;
    cc_passage         p      = cc_passage_of(all, at[sentence].span);
    cc_status          status = CC_OK;
    for (size_t i = p.first; i < p.end && status == CC_OK; i++) {
        if (form_of(&p, i) != BY_CUE)
            continue;
        bool prior = sentence > 0 && at[sentence - 1].block == at[sentence].block;
        bool later =
            sentence + 1 < all->doc->sentence_count && at[sentence + 1].block == at[sentence].block;
        cc_passage one = cc_passage_of(all, at[prior ? sentence - 1 : sentence].span);
        cc_passage two = cc_passage_of(all, at[later ? sentence + 1 : sentence].span);
        if (prior && cc_is_readable(&one))
            status = check_neighbour(&p, i, &one, out);
        if (later && cc_is_readable(&two) && status == CC_OK)
            status = check_neighbour(&p, i, &two, out);
    }
    return status;
}

static cc_status check_totals(const cc_passage *p, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        form as = form_of(p, i);
        if (as != NO_TOTAL)
            status = check_total(p, i, as, out);
    }
    return status;
}

static cc_status check_sentence(const cc_passages *all, size_t sentence, cc_finding_sink *out)
{
    cc_passage p      = cc_passage_of(all, all->doc->sentences[sentence].span);
    cc_status  status = p.end - p.first >= 3 ? check_shares(&p, out) : CC_OK;
    if (status == CC_OK && p.end - p.first >= 3)
        status = check_totals(&p, out);
    if (status == CC_OK)
        status = check_division(&p, out);
    if (status == CC_OK)
        status = check_rest(all, sentence, out);
    if (status == CC_OK && !cc_has_cue(all->host, "open", cc_text_of(all->doc, p.span)))
        status = check_neighbours(all, sentence, out);
    return status == CC_END ? CC_OK : status;
}

cc_status check_sentences(const cc_passages *all, cc_finding_sink *out)
{
    const cc_doc *doc    = all->doc;
    cc_status     status = CC_OK;
    for (size_t i = 0; i < doc->sentence_count && status == CC_OK; i++) {
        cc_passage p = cc_passage_of(all, doc->sentences[i].span);
        if (doc->blocks[doc->sentences[i].block].kind != CC_CELL && p.end > p.first &&
            cc_is_readable(&p))
            status = check_sentence(all, i, out);
    }
    return status;
}
