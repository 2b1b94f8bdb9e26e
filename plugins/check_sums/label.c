/* label.c - figures behind labels in one line: "total: T land: A water: B", "Posts: T in the north: A
 * in the south: B". */
#include "sums.h"

enum { LABEL_WORDS = 8 };

/* The label in front of a figure, the colon left out; empty: there is none. */
static cc_str label_of(const cc_passage *p, size_t i)
{
    const cc_fact *const *f = p->all->figures;
    size_t                j = i;
    while (j > p->first && !has_digit(p->all, j - 1))
        j--;
    uint32_t from_off = j > p->first ? cc_end_of(f[j - 1]) : p->span.off;
    cc_str   before   = cc_trim(cc_text_between(p->all->doc, from_off, f[i]->span.off));
    if (!cc_ends(before, ":"))
        return (cc_str){0};
    before      = cc_trim((cc_str){before.ptr, before.len - 1});
    size_t from = before.len;
    while (from > 0 && !cc_has_byte((cc_str){":.;", 3}, before.ptr[from - 1]))
        from--;
    before = cc_trim((cc_str){before.ptr + from, before.len - from});
    return cc_count_words(before) <= LABEL_WORDS ? before : (cc_str){0};
}

/* The label of the figure is that of a part: "in the north", "land". */
static bool is_part_label(cc_str label)
{
    while (label.len > 0 && (label.ptr[0] == ')' || label.ptr[0] == ',' || label.ptr[0] == ' '))
        label = (cc_str){label.ptr + 1, label.len - 1};
    return label.len > 0 && label.ptr[0] >= 'a' && label.ptr[0] <= 'z';
}

static bool is_of_other_time(const cc_passages *all, size_t i, size_t total)
{
    return all->claims[i] != NULL && all->claims[total] != NULL &&
           !are_of_one_kind(all->claims[i], all->claims[total]);
}

/* The figures behind `total` that are labelled as its parts. */
static void take_parts(const cc_passage *p, size_t total, sum *ret)
{
    const cc_fact *const *f = p->all->figures;
    for (size_t i = total + 1; i < p->end && ret->count < MAX_PARTS; i++) {
        if (f[i]->kind == CC_DATE || !has_digit(p->all, i))
            continue;
        if (!is_addable(f[i], f[total]) || !cc_is_plain(f[i]) || !is_part_label(label_of(p, i)) ||
            is_of_other_time(p->all, i, total))
            break;
        ret->parts[ret->count++] = f[i];
    }
}

/* From the words before the total to the last part. */
static bool leaves_open(const cc_passage *p, size_t total, const cc_fact *last)
{
    uint32_t from = total > p->first ? cc_end_of(p->all->figures[total - 1]) : p->span.off;
    return cc_has_cue(p->all->host, "open", cc_text_between(p->all->doc, from, cc_end_of(last)));
}

static cc_status check_label(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    const cc_passages *all   = p->all;
    cc_str             label = label_of(p, i);
    sum                s     = {.doc = all->doc, .total = all->figures[i]};
    if (!is_addend(s.total) || !cc_is_plain(s.total) || s.total->kind == CC_PERCENT)
        return CC_OK;
    bool named = cc_has_cue(all->host, "total", label);
    if (!named && i != p->first)
        return CC_OK;
    take_parts(p, i, &s);
    if (s.count < 2 || sum_holds(&s) || !sum_is_close(&s, named ? CLOSE_PERCENT : NEAR_PERCENT) ||
        (!named && !sum_is_slip(&s)) || leaves_open(p, i, s.parts[s.count - 1]))
        return CC_OK;
    return sum_report(&s, out);
}

cc_status check_labels(const cc_passages *all, cc_finding_sink *out)
{
    const cc_doc *doc    = all->doc;
    cc_status     status = CC_OK;
    for (size_t b = 0; b < doc->block_count && status == CC_OK; b++) {
        cc_passage p = cc_passage_of(all, doc->blocks[b].span);
        if (doc->blocks[b].kind == CC_CELL || !cc_is_readable(&p))
            continue;
        for (size_t i = p.first; i + 2 < p.end && status == CC_OK; i++)
            status = check_label(&p, i, out);
    }
    return status;
}
