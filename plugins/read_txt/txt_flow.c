/* txt_flow.c - from line to line. */
#include "txt_flow.h"

size_t cc_txt_flow_line_end(cc_str in, size_t at)
{
    for (;;) {
        while (in.len - at >= 8 && !cc_fold_odd(cc_fold_word(in.ptr + at)))
            at += 8;
        size_t stop = in.len - at < 8 ? in.len : at + 8;
        for (; at < stop; at++)
            if (in.ptr[at] == '\n' || in.ptr[at] == '\f' || in.ptr[at] == '\r')
                return at;
        if (at == in.len)
            return at;
    }
}

void cc_txt_flow_trim(cc_str in, cc_range *r)
{
    while (r->end > r->start) {
        size_t at = r->end - 1;
        while (at > r->start && (in.ptr[at] & 0xC0) == 0x80)
            at--;
        if (cc_blank_length(in.ptr + at, in.ptr + r->end) != r->end - at)
            return;
        r->end = at;
    }
}

static uint32_t next_column(char c, uint32_t column)
{
    return c == '\t' ? (column / CC_TXT_TAB + 1) * CC_TXT_TAB : column + 1;
}

uint32_t cc_txt_flow_skip(cc_str in, cc_range *r, uint32_t column)
{
    uint32_t from = column;
    size_t   len;
    while (r->start < r->end && (len = cc_blank_length(in.ptr + r->start, in.ptr + r->end)) > 0) {
        column = next_column(in.ptr[r->start], column);
        r->start += len;
    }
    return column - from;
}

static uint32_t width_of(cc_str in, cc_range r)
{
    uint32_t width = 0;
    for (size_t i = r.start; i < r.end && width < CC_TXT_LONG_LINE; i++)
        width += (in.ptr[i] & 0xC0) != 0x80;
    return width;
}

void cc_txt_flow_add(const cc_host *host, cc_txt_flow *flow, cc_txt_strip strip)
{
    if (flow->strip_count == flow->strip_cap) {
        size_t        cap    = flow->strip_cap * 2 + 16;
        cc_txt_strip *strips = host->alloc(host, cap * sizeof *strips, sizeof(uint64_t));
        if (flow->strip_count > 0)
            memcpy(strips, flow->strips, flow->strip_count * sizeof *strips);
        flow->strips    = strips;
        flow->strip_cap = cap;
    }
    if (strip.start < strip.end)
        flow->strips[flow->strip_count++] = strip;
}

/* What of the line stands in the strip's columns. */
static cc_range cut_columns(cc_str in, cc_range line, const cc_txt_strip *strip)
{
    cc_range ret    = {line.end, line.end};
    uint32_t column = 0;
    for (size_t at = line.start; at < line.end && column < strip->right;) {
        if (column >= strip->left && ret.start == line.end)
            ret.start = at;
        column = next_column(in.ptr[at++], column);
        while (at < line.end && (in.ptr[at] & 0xC0) == 0x80)
            at++;
        ret.end = at;
    }
    ret.start = ret.start < ret.end ? ret.start : ret.end;
    return ret;
}

cc_txt_line cc_txt_flow_line(const cc_txt_flow *flow, size_t strip, size_t at)
{
    size_t      end = cc_txt_flow_line_end(flow->in, at);
    cc_txt_line ret = {.strip = strip, .text = {at, end}, .next = cc_line_next(flow->in, end)};
    if (strip >= flow->strip_count)
        return (cc_txt_line){.strip = strip, .text = {at, at}, .next = at};
    const cc_txt_strip *s = &flow->strips[strip];
    if (s->left > 0 || s->right < UINT32_MAX)
        ret.text = cut_columns(flow->in, ret.text, s);
    ret.indent = cc_txt_flow_skip(flow->in, &ret.text, s->left);
    cc_txt_flow_trim(flow->in, &ret.text);
    ret.width = width_of(flow->in, ret.text);
    return ret;
}

cc_txt_line cc_txt_flow_first(const cc_txt_flow *flow, size_t strip)
{
    while (strip < flow->strip_count && flow->strips[strip].kind != CC_TXT_STRIP_BODY)
        strip++;
    size_t at = strip < flow->strip_count ? flow->strips[strip].start : flow->in.len;
    return cc_txt_flow_line(flow, strip, at);
}

cc_txt_line cc_txt_flow_next(const cc_txt_flow *flow, const cc_txt_line *line)
{
    if (line->strip >= flow->strip_count)
        return *line;
    if (line->next < flow->strips[line->strip].end)
        return cc_txt_flow_line(flow, line->strip, line->next);
    if (flow->strips[line->strip].kind == CC_TXT_STRIP_BODY)
        return cc_txt_flow_first(flow, line->strip + 1);
    return cc_txt_flow_line(flow, flow->strip_count, flow->in.len);
}
