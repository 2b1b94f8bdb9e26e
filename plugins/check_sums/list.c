/* list.c - items under a line that states their total, or with the total as the last of them. */
#include "sums.h"

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

static bool is_item_of(const cc_block *b, const cc_block *first)
{
    return b->kind == CC_ITEM && b->level == first->level;
}

static cc_str block_text(const cc_passages *all, size_t block)
{
    return cc_text_of(all->doc, all->doc->blocks[block].span);
}

/* "Total: 12", and no "total number of those who" */
static bool is_total_item(const cc_passages *all, size_t block)
{
    cc_str text = block_text(all, block), word = cc_next_word(&text);
    return word.len > 0 && cc_is_cue(all->host, "total", word);
}

static cc_status check_list(const cc_passages *all, size_t first, size_t end, cc_finding_sink *out)
{
    const cc_block *at   = all->doc->blocks;
    bool            last = is_total_item(all, end - 1);
    bool            lead =
        first > 0 && at[first - 1].kind == CC_PARAGRAPH && cc_ends(block_text(all, first - 1), ":");
    size_t stop = last ? end - 1 : end;
    sum    s    = {0};
    if (!last && !lead)
        return CC_OK;
    const cc_fact *like = only_figure(all, first, NULL);
    s.total             = like == NULL ? NULL : only_figure(all, last ? end - 1 : first - 1, like);
    if (s.total == NULL || stop - first < 2 || stop - first > MAX_PARTS ||
        (!last && !cc_has_cue(all->host, "total", block_text(all, first - 1))) ||
        (!last && cc_has_cue(all->host, "open", block_text(all, first - 1))))
        return CC_OK;
    for (size_t i = first; i < stop; i++)
        if ((s.parts[s.count++] = only_figure(all, i, s.total)) == NULL)
            return CC_OK;
    return sum_holds(&s) || !sum_is_close(&s, CLOSE_PERCENT) ? CC_OK
                                                             : sum_report(all->doc, &s, out);
}

cc_status check_lists(const cc_passages *all, cc_finding_sink *out)
{
    const cc_doc *doc    = all->doc;
    cc_status     status = CC_OK;
    for (size_t i = 0, end; i < doc->block_count && status == CC_OK; i = end) {
        for (end = i; end < doc->block_count && is_item_of(&doc->blocks[end], &doc->blocks[i]);)
            end++;
        if (end - i >= 2)
            status = check_list(all, i, end, out);
        end = end > i ? end : i + 1;
    }
    return status;
}
