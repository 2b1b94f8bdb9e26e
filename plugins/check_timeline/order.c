/* order.c - ranges and pairs of dates whose end lies before their beginning. */
#include "timeline.h"

enum { LINK_BYTES = 12 /* " through ", and a dash of three bytes */ };

/* Two ends of one match: they have its rule and its period, known or not. */
static bool is_other_end(const cc_fact *a, const cc_fact *b)
{
    return b->kind == CC_DATE && a->rule == b->rule && b->span.off < cc_end_of(a) + LINK_BYTES &&
           a->period.day_first == b->period.day_first && a->period.day_last == b->period.day_last &&
           !cc_is_same(a->timex, b->timex);
}

static cc_str text_from(const cc_passage *p, const cc_fact *first, const cc_fact *last)
{
    return cc_text_between(p->all->doc, first->span.off, cc_end_of(last));
}

bool find_range(const cc_passage *p, size_t i, range *ret)
{
    const cc_fact *f = figure(p, i), *last = f;
    const char    *slash = f->timex.len == 0 ? NULL : memchr(f->timex.ptr, '/', f->timex.len);
    if (f->kind != CC_DATE)
        return false;
    if (slash == NULL && (i + 1 >= p->end || !is_other_end(f, figure(p, i + 1))))
        return false;
    *ret = (range){.first = i, .end = i + 1, .period = f->period, .impossible = f->impossible};
    if (slash != NULL) {
        ret->from = (cc_str){f->timex.ptr, (size_t)(slash - f->timex.ptr)};
        ret->to   = (cc_str){slash + 1, f->timex.len - ret->from.len - 1};
    } else {
        last      = figure(p, i + 1);
        ret->end  = i + 2;
        ret->from = f->timex;
        ret->to   = last->timex;
    }
    ret->text = text_from(p, f, last);
    return ret->from.len == ret->to.len && is_written_date(ret->from) && is_written_date(ret->to);
}

/* "opened to traffic on": one of the words next to the date. */
static bool leads_to(const cc_host *host, const char *section, cc_str gap)
{
    cc_str words[NEAR_WORDS + 1] = {{0}}, word;
    while ((word = cc_next_word(&gap)).len > 0) {
        memmove(words, words + 1, sizeof words - sizeof *words);
        words[NEAR_WORDS] = word;
    }
    for (size_t i = 0; i <= NEAR_WORDS; i++)
        if (words[i].len > 0 && cc_is_cue(host, section, words[i]))
            return true;
    return false;
}

/* "and was closed on": an end and words that name nothing else that ends. */
static bool goes_on_to_end(const cc_host *host, cc_str gap)
{
    static const char *const light[] = {
        "and",  "but", "then", "was", "were", "is",  "are",  "will", "be", "it",   "he",   "she",
        "they", "on",  "in",   "at",  "has",  "had", "been", "only", "up", "down", "have", NULL};
    bool ends = false;
    for (cc_str word; (word = cc_next_word(&gap)).len > 0;) {
        bool end = cc_is_cue(host, "end", word);
        if (!end && !is_one_of(word, light))
            return false;
        ends = ends || end;
    }
    return ends;
}

bool find_pair(const cc_passage *p, size_t i, range *ret)
{
    if (i + 1 >= p->end || !is_dated(figure(p, i)) || !is_dated(figure(p, i + 1)))
        return false;
    const cc_fact *a = figure(p, i), *b = figure(p, i + 1);
    *ret                 = (range){.first  = i,
                                   .end    = i + 2,
                                   .from   = a->timex,
                                   .to     = b->timex,
                                   .text   = text_from(p, a, b),
                                   .period = a->period};
    ret->period.day_last = b->period.day_last;
    return !cc_has_byte(gap_before(p, i + 1), ';') &&
           leads_to(p->all->host, "start", gap_before(p, i)) &&
           goes_on_to_end(p->all->host, gap_before(p, i + 1));
}

cc_status check_range(const place *at, size_t i)
{
    range r;
    char  message[MESSAGE_BYTES];
    /* "8 July - 7 July" runs over the turn of a year, "May to March 2020" may. */
    if (!find_range(at->p, i, &r) || r.impossible || count_years(r.text) != 2 ||
        memcmp(r.from.ptr, r.to.ptr, r.from.len) <= 0)
        return CC_OK;
    snprintf(message, sizeof message, "'%.*s' ends before it begins", (int)r.text.len, r.text.ptr);
    return put(at, "date-order", i, r.end - 1, message);
}

static void say_backward(cc_str from, cc_str to, char *message)
{
    snprintf(message, MESSAGE_BYTES, "the end, %.*s, is before the beginning, %.*s", (int)to.len,
             to.ptr, (int)from.len, from.ptr);
}

/* "born in 1950 and died in 1948" */
cc_status check_pair(const place *at, size_t i)
{
    range r;
    char  message[MESSAGE_BYTES];
    if (!find_pair(at->p, i, &r) ||
        figure(at->p, i + 1)->period.day_last >= figure(at->p, i)->period.day_first)
        return CC_OK;
    say_backward(text_of(at->p, i), text_of(at->p, i + 1), message);
    return put(at, "date-order", i + 1, i, message);
}

/* "born in 1950 and died in 2000, aged 60" */
cc_status check_age(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    char              message[MESSAGE_BYTES];
    if (i + 2 >= p->end || !cc_is(figure(p, i + 2)->unit, "year-old") || !has_year(figure(p, i)) ||
        !has_year(figure(p, i + 1)) || !cc_is_plain(figure(p, i + 2)) ||
        !cc_has_cue(p->all->host, "start", gap_before(p, i)) ||
        !cc_has_cue(p->all->host, "end", gap_before(p, i + 1)))
        return CC_OK;
    int64_t  n    = years_between(figure(p, i), figure(p, i + 1));
    cc_exact said = cc_exact_of(figure(p, i + 2)->value.stated);
    cc_str   a = text_of(p, i), b = text_of(p, i + 1), y = text_of(p, i + 2);
    if (n < 1 || cc_exact_cmp(said, cc_exact_int(n)) == 0 ||
        cc_exact_cmp(said, cc_exact_int(n - 1)) == 0)
        return CC_OK;
    snprintf(message, sizeof message, "from %.*s to %.*s are %lld years at most, not %.*s",
             (int)a.len, a.ptr, (int)b.len, b.ptr, (long long)n, (int)y.len, y.ptr);
    return put(at, "date-order", i + 2, i + 1, message);
}

/* -- Labels ------------------------------------------------------------------------------------ */

/* The one date that a block under a label holds; NULL: none, or more. */
static const cc_fact *only_date(const cc_passages *all, const cc_block *block)
{
    cc_passage p = cc_passage_of(all, block->span);
    if (block->row.len == 0 || p.end != p.first + 1 || !is_dated(figure(&p, p.first)))
        return NULL;
    return figure(&p, p.first);
}

static bool is_label(const cc_passages *all, const char *section, cc_str label)
{
    char text[CC_CUE_BYTES];
    if (label.len >= sizeof text)
        return false;
    for (size_t i = 0; i < label.len; i++)
        text[i] =
            (char)(label.ptr[i] >= 'A' && label.ptr[i] <= 'Z' ? label.ptr[i] + 32 : label.ptr[i]);
    return cc_has_cue(all->host, section, (cc_str){text, label.len}) &&
           cc_count_words(label) <= NEAR_WORDS;
}

cc_status check_labels(const cc_passages *all, size_t block, cc_finding_sink *out)
{
    const cc_block *a = &all->doc->blocks[block], *b = a + 1;
    char            message[MESSAGE_BYTES];
    if (!is_label(all, "start", a->row) || !is_label(all, "end", b->row))
        return CC_OK;
    const cc_fact *from = only_date(all, a), *to = only_date(all, b);
    if (from == NULL || to == NULL || to->period.day_last >= from->period.day_first)
        return CC_OK;
    say_backward(cc_text_of(all->doc, from->span), cc_text_of(all->doc, to->span), message);
    cc_miss m = {.check         = "date-order",
                 .score         = SCORE,
                 .message       = message,
                 .primary       = to,
                 .related       = {from},
                 .related_count = 1};
    return cc_put_miss(&m, out);
}
