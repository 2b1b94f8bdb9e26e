/* list.c - items under a line that states their total, or with the total as the first or last of
 * them; shares in a list. */
#include "sums.h"

enum { LABEL_WORDS = 10 };

/* Blocks [first, end) of one list; `lead` stands before them, SIZE_MAX: nothing does. */
typedef struct list {
    size_t first, end, lead;
} list;

/* The first figure of a block that can be added to `like`; NULL: none, or several. */
static const cc_fact *only_figure(const cc_passages *all, size_t block, const cc_fact *like)
{
    cc_passage     p   = cc_passage_of(all, all->doc->blocks[block].span);
    const cc_fact *ret = NULL;
    for (size_t i = p.first; i < p.end; i++) {
        const cc_fact *f = all->figures[i];
        if (!is_addend(f) || (like != NULL && !is_addable(f, like)))
            continue;
        if (ret != NULL || !cc_is_plain(f))
            return NULL;
        ret = f;
    }
    return ret;
}

static cc_str block_text(const cc_passages *all, size_t block)
{
    return cc_text_of(all->doc, all->doc->blocks[block].span);
}

/* An item, or a line under the same label as the one before. */
static bool is_item_of(const cc_block *b, const cc_block *first)
{
    if (b->kind == CC_PARAGRAPH)
        return first->kind == CC_PARAGRAPH && b->row.len > 0 && cc_is_same(b->row, first->row);
    return b->kind == CC_ITEM && first->kind == CC_ITEM && b->level == first->level;
}

/* "Total: 12", "12 in all" and no "total number of those who" */
static bool is_total_item(const cc_passages *all, size_t block)
{
    const cc_block *b    = &all->doc->blocks[block];
    cc_str          text = b->kind == CC_ITEM && b->row.len > 0 ? b->row : block_text(all, block);
    cc_str          word = cc_next_word(&text);
    return word.len > 0 && (cc_is_cue(all->host, "total", word) || cc_is(word, "All"));
}

/* The figure ends its line or all but does: "Staff: 940 (2023)". */
static bool ends_line(const cc_passages *all, const cc_fact *f, size_t block)
{
    cc_span span = all->doc->blocks[block].span;
    cc_str  rest = cc_text_between(all->doc, cc_end_of(f), span.off + span.len);
    cc_str  head = cc_text_between(all->doc, span.off, f->span.off);
    return cc_count_words(rest) <= 2 && cc_count_words(head) <= LABEL_WORDS &&
           !cc_contains(head, ". ");
}

/* -- Totals ------------------------------------------------------------------------------------ */

/* Adds the items [from, to) but `total`; false: one of them has no figure, or several. */
static bool take_items(const cc_passages *all, size_t from, size_t to, size_t total, sum *s)
{
    for (size_t i = from; i < to; i++) {
        if (i == total)
            continue;
        const cc_fact *f = s->count < MAX_PARTS ? only_figure(all, i, s->total) : NULL;
        if (f == NULL)
            return false;
        s->parts[s->count++] = f;
    }
    return s->count >= 2;
}

static cc_status check_total_item(const cc_passages *all, const list *l, size_t total,
                                  cc_finding_sink *out)
{
    size_t other = total == l->first ? l->first + 1 : l->first;
    sum    s     = {.doc = all->doc, .total = only_figure(all, other, NULL)};
    if (s.total != NULL)
        s.total = only_figure(all, total, s.total);
    if (s.total == NULL || s.total->kind == CC_PERCENT ||
        !take_items(all, l->first, l->end, total, &s) || sum_holds(&s) ||
        !sum_is_close(&s, sum_is_slip(&s) ? TOTAL_PERCENT : CLOSE_PERCENT))
        return CC_OK;
    return sum_report(&s, out);
}

/* "They sent a total of 28 men:", or "Staff: 28" where the sum is off by one digit. */
static cc_status check_lead(const cc_passages *all, const list *l, cc_finding_sink *out)
{
    const cc_fact *like = only_figure(all, l->first, NULL);
    cc_str         text = l->lead == SIZE_MAX ? (cc_str){0} : block_text(all, l->lead);
    sum            s    = {.doc = all->doc};
    if (like == NULL || text.len == 0 || cc_has_cue(all->host, "open", text))
        return CC_OK;
    s.total    = only_figure(all, l->lead, like);
    bool named = cc_ends(text, ":") && cc_has_cue(all->host, "total", text);
    if (s.total == NULL || s.total->kind == CC_PERCENT ||
        !(named || cc_ends(text, ":") || ends_line(all, s.total, l->lead)) ||
        !take_items(all, l->first, l->end, SIZE_MAX, &s) || sum_holds(&s))
        return CC_OK;
    bool wrong =
        named ? sum_is_close(&s, CLOSE_PERCENT) : sum_is_slip(&s) && sum_is_close(&s, NEAR_PERCENT);
    return wrong ? sum_report(&s, out) : CC_OK;
}

/* -- Shares ------------------------------------------------------------------------------------ */

static cc_status check_share_list(const cc_passages *all, const list *l, cc_finding_sink *out)
{
    shares s = {.count = 0};
    if (l->lead == SIZE_MAX || !shares_are_meant(all->host, block_text(all, l->lead)))
        return CC_OK;
    for (size_t i = l->first; i < l->end; i++) {
        const cc_fact *f = only_figure(all, i, NULL);
        if (f == NULL || f->kind != CC_PERCENT || !cc_is(f->unit, "percent") ||
            !shares_add(&s, f) || cc_has_cue(all->host, "open", block_text(all, i)))
            return CC_OK;
    }
    return shares_judge(&s, false, out);
}

/* -- All lists --------------------------------------------------------------------------------- */

static list find_list(const cc_doc *doc, size_t first)
{
    const cc_block *b = doc->blocks;
    list            l = {first, first, SIZE_MAX};
    while (l.end < doc->block_count && is_item_of(&b[l.end], &b[first]))
        l.end++;
    if (first > 0 && b[first - 1].kind != CC_CELL)
        l.lead = first - 1;
    return l;
}

static cc_status check_list(const cc_passages *all, const list *l, cc_finding_sink *out)
{
    if (is_total_item(all, l->end - 1))
        return check_total_item(all, l, l->end - 1, out);
    if (is_total_item(all, l->first))
        return check_total_item(all, l, l->first, out);
    cc_status status = check_lead(all, l, out);
    return status == CC_OK ? check_share_list(all, l, out) : status;
}

cc_status check_lists(const cc_passages *all, cc_finding_sink *out)
{
    const cc_doc *doc    = all->doc;
    cc_status     status = CC_OK;
    for (size_t i = 0; i < doc->block_count && status == CC_OK;) {
        list l = find_list(doc, i);
        if (l.end - l.first >= 2 && l.end - l.first <= MAX_PARTS)
            status = check_list(all, &l, out);
        i = l.end > i ? l.end : i + 1;
    }
    return status;
}
