/* txt_lists.c - items by their bullets and indents, fields by their colons. */
#include "txt_lists.h"

#include "txt_shape.h"

enum {
    FEW_BLANKS = 4,
    MIN_SHEET  = 3,    /* lines "Label: value" that make a sheet */
    WRAP_LINES = 64,   /* lines that are looked at for the width of a paragraph */
    MOST_LINES = 4096, /* for that of the text */
    LEAST_FULL = 24,   /* columns: of a narrow column of print */
    FEW_LINES  = 20,   /* tell no width */
};

/* -- Wrapping ------------------------------------------------------------------------------- */

/* The width that `least` of `n` lines do not pass. */
static uint32_t usual_width(const uint16_t *widths, size_t least)
{
    uint32_t ret = 0;
    for (size_t seen = widths[0]; seen < least; seen += widths[ret])
        ret++;
    return ret;
}

void cc_txt_find_full(cc_txt *r)
{
    uint16_t    widths[CC_TXT_LONG_LINE + 1] = {0};
    size_t      n                            = 0;
    cc_txt_line l                            = cc_txt_flow_first(&r->flow, 0);
    for (size_t i = 0; i < MOST_LINES && l.strip < r->flow.strip_count; i++) {
        bool blank      = cc_txt_line_is_blank(&l);
        widths[l.width] = (uint16_t)(widths[l.width] + !blank);
        n += !blank;
        l = cc_txt_next(r, &l);
    }
    r->full = usual_width(widths, n - n / 10) * 3 / 4;
    if (r->full > CC_TXT_MOST_FULL || n < FEW_LINES)
        r->full = CC_TXT_MOST_FULL;
    else if (r->full < LEAST_FULL)
        r->full = LEAST_FULL;
}

/* The columns at which the lines around `l` are wrapped. */
static uint32_t find_wrap(cc_txt *r, const cc_txt_line *l)
{
    uint16_t    widths[CC_TXT_LONG_LINE + 1] = {0};
    size_t      n                            = 0;
    cc_txt_line at                           = *l;
    if (r->wrap_strip == l->strip && l->text.start >= r->wrap_from && l->text.start < r->wrap_to)
        return r->wrap;
    r->wrap_strip = l->strip;
    r->wrap_from  = l->text.start;
    for (; n < WRAP_LINES && at.strip == l->strip && !cc_txt_is_gap(r->flow.in, &at); n++) {
        widths[at.width]++;
        r->wrap_to = at.next;
        at         = cc_txt_next(r, &at);
    }
    r->wrap = usual_width(widths, n - n / 5);
    return r->wrap;
}

bool cc_txt_is_cut_short(cc_txt *r, const cc_txt_line *l, const cc_txt_line *next)
{
    uint32_t word = 0, wrap = find_wrap(r, l);
    for (size_t i = next->text.start; i < next->text.end && word < CC_TXT_LONG_LINE; i++, word++)
        if (cc_blank_length(r->flow.in.ptr + i, r->flow.in.ptr + next->text.end) > 0)
            break;
    return (l->width + 1 + word) * 4 <= wrap * 3;
}

/* -- Items ---------------------------------------------------------------------------------- */

cc_txt_line cc_txt_text_below(const cc_txt *r, const cc_txt_line *l)
{
    cc_txt_line ret = cc_txt_next(r, l);
    for (int i = 0; i < FEW_BLANKS && cc_txt_is_gap(r->flow.in, &ret); i++)
        ret = cc_txt_next(r, &ret);
    return ret;
}

bool cc_txt_begins_item(const cc_txt *r, const cc_txt_line *l)
{
    size_t start = cc_txt_item_start(r->flow.in, l->text);
    if (start == 0 || start < l->text.end)
        return start > 0;
    cc_txt_line below = cc_txt_text_below(r, l);
    return !cc_txt_is_gap(r->flow.in, &below);
}

static uint32_t find_depth(cc_txt *r, uint32_t indent)
{
    while (r->depth > 0 && r->indents[r->depth - 1] > indent)
        r->depth--;
    if (r->depth == 0 || (r->indents[r->depth - 1] < indent && r->depth < CC_TXT_MAX_DEPTH))
        r->indents[r->depth++] = indent;
    return r->depth;
}

static bool continues_item(cc_txt *r, const cc_txt_line *item, const cc_txt_line *before,
                           const cc_txt_line *l)
{
    cc_str in = r->flow.in;
    if (cc_txt_is_gap(in, l) || cc_txt_begins_item(r, l) || cc_txt_begins_label(r, l) ||
        cc_txt_is_pipe_row(in, l->text) || l->text.start < before->text.start)
        return false;
    if (l->indent > item->indent && l->strip == item->strip)
        return true;
    if (before->width == CC_TXT_LONG_LINE || l->width == CC_TXT_LONG_LINE)
        return false;
    bool full = before->width + before->indent >= r->full;
    if (l->strip != item->strip && cc_txt_ends_sentence(in, before->text))
        return false;
    return !cc_txt_is_capital(cc_txt_first_char(in, l->text)) ||
           (full && !cc_txt_ends_sentence(in, before->text) &&
            cc_txt_sheet_label(in, l->text) == 0);
}

cc_status cc_txt_read_item(cc_txt *r, const cc_txt_line *first, cc_txt_line *next)
{
    size_t      start = cc_txt_item_start(r->flow.in, first->text);
    cc_txt_line last = *first, l = cc_txt_next(r, first);
    if (start == first->text.end) {
        l           = cc_txt_text_below(r, first);
        bool number = cc_txt_last_char(r->flow.in, first->text) == '.';
        bool near   = number || cc_txt_next(r, first).next == l.next;
        if (!near || cc_txt_begins_item(r, &l)) { /* a column of bullets, their texts elsewhere */
            *next = l;
            return CC_OK;
        }
        last  = l;
        start = l.text.start;
        l     = cc_txt_next(r, &l);
    }
    cc_txt_line text = last;
    for (; continues_item(r, first, &last, &l); l = cc_txt_next(r, &l))
        last = l;
    *next = l;
    return cc_txt_put_run(r, (cc_txt_run){text, last, start, last.text.end},
                          &(cc_block_in){
                              .kind   = CC_ITEM,
                              .level  = find_depth(r, first->indent),
                              .column = cc_label_text(&r->lead_in),
                          });
}

/* -- Sheets --------------------------------------------------------------------------------- */

/* The line after those that continue the value above, indented deeper; *last is the last of
 * these. */
static cc_txt_line after_value(const cc_txt *r, const cc_txt_line *l, cc_txt_line *last,
                               size_t most)
{
    cc_txt_line next = cc_txt_next(r, l);
    *last            = *l;
    for (; most > 0 && !cc_txt_is_gap(r->flow.in, &next) && next.indent > l->indent &&
           next.strip == l->strip;
         most--) {
        *last = next;
        next  = cc_txt_next(r, &next);
    }
    return next;
}

bool cc_txt_begins_sheet(const cc_txt *r, const cc_txt_line *l)
{
    cc_txt_line at = *l, last;
    for (size_t n = 0; n < MIN_SHEET; n++) {
        if (cc_txt_is_gap(r->flow.in, &at) || cc_txt_sheet_label(r->flow.in, at.text) == 0)
            return false;
        at = after_value(r, &at, &last, MIN_SHEET);
    }
    return true;
}

/* "May 5, 1994: the line opened": a day is no name of a field, and its line is a sentence. */
static bool is_day(cc_str in, cc_range label)
{
    size_t digits[5] = {0}, length = 0; /* how many numbers of so many digits there are */
    bool   month = false;
    for (size_t at = label.start; at <= label.end; at++) {
        bool digit = at < label.end && cc_txt_is_digit_at(in, at, label.end);
        digits[length < 5 && !digit ? length : 0] += 1;
        length = digit ? length + 1 : 0;
        month  = month || (at + 2 < label.end && cc_txt_is_capital(in.ptr[at]) &&
                          cc_txt_is_little(in.ptr[at + 2]));
    }
    return month && digits[4] == 1 && digits[1] + digits[2] == 1 &&
           cc_txt_is_digit_at(in, label.end - 1, label.end);
}

/* One line "Label: value" and what continues the value. */
static cc_status read_field(cc_txt *r, const cc_txt_line *l, cc_txt_line *next)
{
    size_t      len   = cc_txt_sheet_label(r->flow.in, l->text);
    size_t      value = cc_skip_blanks(r->flow.in, l->text.start + len + 1, l->text.end);
    cc_txt_line last;
    cc_label    label;
    *next = after_value(r, l, &last, SIZE_MAX);
    cc_label_read(&label, r->flow.in, (cc_range){l->text.start, l->text.start + len});
    bool day = is_day(r->flow.in, (cc_range){l->text.start, l->text.start + len});
    return cc_txt_put_run(r, (cc_txt_run){*l, last, day ? l->text.start : value, last.text.end},
                          &(cc_block_in){
                              .kind  = CC_ITEM,
                              .level = 1,
                              .row   = day ? (cc_str){0} : cc_label_text(&label),
                          });
}

cc_status cc_txt_read_sheet(cc_txt *r, const cc_txt_line *first, cc_txt_line *next)
{
    cc_txt_line l = *first;
    cc_txt_leave(r);
    while (!cc_txt_is_gap(r->flow.in, &l) && cc_txt_sheet_label(r->flow.in, l.text) > 0) {
        cc_status status = read_field(r, &l, next);
        if (status != CC_OK)
            return status;
        l = *next;
    }
    return CC_OK;
}

/* -- Labels --------------------------------------------------------------------------------- */

bool cc_txt_begins_label(const cc_txt *r, const cc_txt_line *l)
{
    cc_str in = r->flow.in;
    if (cc_txt_line_is_blank(l) || l->indent > 0 || l->width > CC_LABEL_COLUMNS ||
        cc_txt_last_char(in, l->text) != ':')
        return false;
    cc_txt_line next = cc_txt_next(r, l);
    return !cc_txt_is_gap(in, &next) && next.strip == l->strip && !cc_txt_begins_item(r, &next) &&
           (next.indent > 0 || cc_txt_is_sublabel(in, next.text));
}

cc_status cc_txt_read_label(cc_txt *r, const cc_txt_line *l, cc_txt_line *next)
{
    cc_range text = {l->text.start, l->text.end - 1};
    cc_txt_flow_trim(r->flow.in, &text);
    *next            = cc_txt_next(r, l);
    cc_status status = cc_txt_put_heading(r, (cc_txt_run){*l, *l, text.start, text.end}, 6);
    if (status == CC_OK)
        cc_label_keep(&r->row, &r->fold, CC_LABEL_BYTES);
    r->flat = next->indent == 0;
    return status;
}

cc_status cc_txt_read_bold(cc_txt *r, const cc_txt_line *l, cc_range name)
{
    cc_txt_leave(r);
    size_t value = cc_bold_label(r->flow.in, l->text, &name);
    cc_label_read(&r->row, r->flow.in, name);
    cc_status status = cc_txt_put_paragraph(r, (cc_txt_run){*l, *l, value, l->text.end});
    r->row.len       = 0;
    return status;
}
