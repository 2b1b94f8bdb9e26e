/* md_events.c - what md4c hands out. */
#include "md_events.h"

#include "md_grid.h"
#include "md_html.h"
#include "md_line.h"
#include "md_words.h"

#include <md4c.h>

enum {
    FLAGS      = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS,
    MAX_EVENTS = 4000000, /* blocks and cells; short rows of a wide table are filled up */
};

static void read_text_at(cc_md *r, MD_TEXTTYPE type, size_t start, size_t end)
{
    if (type == MD_TEXT_HTML) {
        cc_md_read_tag(r, start, end);
        return;
    }
    if (r->now.line_start)
        start = cc_md_begin_line(r, start);
    if (start < r->now.hide_to)
        start = r->now.hide_to < end ? r->now.hide_to : end;
    if (r->now.value_at > 0 && end > r->now.value_at) {
        if (start < r->now.value_at)
            cc_md_put_clean(r, start, r->now.value_at);
        start = r->now.value_at > start ? r->now.value_at : start;
        cc_md_take_label(r);
    }
    if (start >= end)
        return;
    if (cc_md_is_raised_mark(r, start, end))
        cc_md_gap(r, CC_MD_MARK, start, end);
    else if (type == MD_TEXT_ENTITY)
        cc_md_put_entity(r, start, end);
    else if (r->now.in_row && type == MD_TEXT_NORMAL)
        cc_md_put_row(r, start, end);
    else
        cc_md_put_noted(r, start, end);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    cc_md    *r    = user;
    uintptr_t from = (uintptr_t)r->src.copy.ptr, p = (uintptr_t)text;
    if (p < from || p >= from + r->src.copy.len) {
        cc_md_gap(r, CC_MD_BLANK, r->now.cursor, 0);
        r->now.line_start = r->now.line_start || type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
        return r->status != CC_OK;
    }
    size_t start = (size_t)(p - from);
    cc_md_put_grids(r, start);
    if (r->now.code == 0 && !r->now.in_address)
        read_text_at(r, type, start, start + size);
    r->now.cursor = start + size;
    return r->status != CC_OK;
}

/* "<https://x.gov>", and a link whose text is its own target. */
static bool is_address(const MD_SPAN_A_DETAIL *a, cc_str copy, size_t cursor)
{
    cc_str href = {a->href.text, a->href.size};
    if (href.len > 7 && memcmp(href.ptr, "mailto:", 7) == 0)
        href = (cc_str){href.ptr + 7, href.len - 7};
    while (cursor < copy.len && copy.ptr[cursor] != '<' && copy.ptr[cursor] != '[')
        cursor++;
    return href.len > 0 && copy.len - cursor > href.len + 1 &&
           memcmp(copy.ptr + cursor + 1, href.ptr, href.len) == 0 &&
           (copy.ptr[cursor] == '<' || memchr(href.ptr, ':', href.len) != NULL);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    cc_md *r = user;
    r->now.strong += type == MD_SPAN_STRONG;
    r->now.in_link = r->now.in_link || type == MD_SPAN_A;
    r->now.in_code = r->now.in_code || type == MD_SPAN_CODE;
    if (type == MD_SPAN_A)
        r->now.in_address = is_address(detail, r->src.copy, r->now.cursor);
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    cc_md *r = user;
    (void)detail;
    r->now.strong -= type == MD_SPAN_STRONG;
    r->now.in_address = r->now.in_address && type != MD_SPAN_A;
    r->now.in_link    = r->now.in_link && type != MD_SPAN_A;
    r->now.in_code    = r->now.in_code && type != MD_SPAN_CODE;
    return 0;
}

static void open_list(cc_md *r)
{
    uint32_t at = r->now.depth < CC_MD_DEPTH ? r->now.depth : CC_MD_DEPTH - 1;
    if (r->lead.len > 0 || at == 0)
        r->leads[at] = r->lead;
    else
        r->leads[at] = r->leads[at - 1];
    r->lead.len = 0;
    r->now.depth++;
}

static void count_event(cc_md *r)
{
    if (++r->events <= MAX_EVENTS || r->status != CC_OK)
        return;
    r->out->lost(r->out, CC_LOST_TOO_MANY_BLOCKS);
    r->status = r->host->fail(r->host, CC_WARN, (uint32_t)r->now.cursor,
                              "more than %d blocks and cells; the rest was not read", MAX_EVENTS);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    cc_md *r = user;
    count_event(r);
    if (r->now.in_grid)
        return r->status != CC_OK;
    cc_md_flush(r);
    r->now.line_start = true;
    r->now.in_cell    = type == MD_BLOCK_TH || type == MD_BLOCK_TD;
    r->now.code += type == MD_BLOCK_CODE;
    r->now.html_cell = r->now.html_cell && type != MD_BLOCK_H;
    if (type == MD_BLOCK_H)
        r->now.heading = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    if (type == MD_BLOCK_TABLE) {
        cc_md_begin_table(r);
        r->width = ((const MD_BLOCK_TABLE_DETAIL *)detail)->col_count;
    }
    if (type == MD_BLOCK_TR)
        cc_md_begin_row(r, !r->headed, r->width);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        open_list(r);
    return r->status != CC_OK;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    cc_md *r = user;
    (void)detail;
    if (r->now.in_grid)
        return r->status != CC_OK;
    if (r->now.in_cell)
        cc_md_end_cell(r);
    else
        cc_md_end_text(r);
    r->now.in_cell = r->now.in_rows = false;
    r->row.len = r->now.value_at = r->now.heading = 0;
    r->now.in_sup                                 = false;
    r->now.code -= type == MD_BLOCK_CODE;
    r->now.depth -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    return r->status != CC_OK;
}

void cc_md_parse(cc_md *r, cc_range part, unsigned flags)
{
    const MD_PARSER parser = {
        .flags       = FLAGS | flags,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span  = on_enter_span,
        .leave_span  = on_leave_span,
        .text        = on_text,
    };
    if (r->status != CC_OK)
        return;
    r->now.cursor = r->now.line_end = part.start;
    r->now.end                      = part.end;
    r->now.hide_to                  = 0;
    char *stop = cc_md_copy_at(&r->src, part.end), after = *stop;
    *stop = '\0'; /* md4c 0.4.8 looks one byte too far behind "[a](b" */
    int ended =
        md_parse(cc_md_copy_at(&r->src, part.start), (MD_SIZE)(part.end - part.start), &parser, r);
    *stop = after;
    if (ended != 0 && r->status == CC_OK)
        r->status = r->host->fail(r->host, CC_FAIL, 0, "not enough memory");
}
