/* txt_gutter.c - a gutter is a run of columns without text, through many lines with text at both
 * sides that fills its side as prose does. */
#include "txt_gutter.h"

#include "txt_shape.h"

enum {
    WIDEST     = 192, /* columns; a line with text further right ends a run */
    NARROWEST  = 20,  /* columns of text at either side */
    LEAST      = 6,   /* lines with text at both sides */
    GAP        = 3,   /* blank lines within a run */
    MAX_STRIPS = 1 << 18,
};

/* Lines one below the other, with a gutter through all of them. */
typedef struct run {
    size_t   start, end;
    uint64_t busy[WIDEST / 64]; /* columns with text in some line */
    uint32_t right;             /* past the last busy column */
    uint32_t lines, blanks;     /* blank ones at the end */
} run;

static bool is_busy(const uint64_t *busy, uint32_t column)
{
    return (busy[column / 64] >> column % 64 & 1) != 0;
}

/* Marks where the line has text, single blanks between words included. *ret_right is past the
 * last; false: it is too wide. */
static bool mark_busy(cc_str in, cc_range line, uint64_t *busy, uint32_t *ret_right)
{
    uint32_t column = 0, last = 0;
    bool     any = false;
    for (size_t at = line.start; at < line.end && at - line.start < WIDEST * 4; column++) {
        size_t blank = cc_blank_length(in.ptr + at, in.ptr + line.end);
        if (blank > 0) {
            column = in.ptr[at] == '\t' ? column | (CC_TXT_TAB - 1) : column;
            at += blank;
            continue;
        }
        if (column >= WIDEST)
            return false;
        if (any && column == last + 2)
            busy[(last + 1) / 64] |= UINT64_C(1) << (last + 1) % 64;
        busy[column / 64] |= UINT64_C(1) << column % 64;
        last = column;
        any  = true;
        for (at++; at < line.end && (in.ptr[at] & 0xC0) == 0x80;)
            at++;
    }
    *ret_right = any ? last + 1 : 0;
    return line.end - line.start < WIDEST * 4;
}

static uint32_t left_margin(const run *r)
{
    uint32_t at = 0;
    while (at < r->right && !is_busy(r->busy, at))
        at++;
    return at;
}

/* The widest run of free columns that leaves room at both sides; false: there is none. */
static bool find_gutter(const run *r, uint32_t *ret_left, uint32_t *ret_right)
{
    uint32_t best = 1;
    for (uint32_t at = left_margin(r) + NARROWEST, start; at + NARROWEST <= r->right; at++) {
        for (start = at; at + NARROWEST <= r->right && !is_busy(r->busy, at);)
            at++;
        if (at - start <= best || at + NARROWEST > r->right)
            continue;
        best       = at - start;
        *ret_left  = start;
        *ret_right = at;
    }
    return best > 1;
}

/* Adds a line; false: the run would have no gutter, and is as before. */
static bool extend(run *r, cc_str in, cc_range line, size_t next)
{
    run      more = *r;
    uint32_t right, left_of, right_of;
    if (!mark_busy(in, line, more.busy, &right))
        return false;
    more.blanks = right == 0 ? r->blanks + 1 : 0;
    more.lines += right > 0;
    more.right = right > r->right ? right : r->right;
    more.end   = next;
    if (more.blanks > GAP || (more.lines > 1 && !find_gutter(&more, &left_of, &right_of)))
        return false;
    *r = more;
    return true;
}

typedef struct side {
    uint32_t full;            /* lines that fill it */
    uint32_t little;          /* lines that begin with a small letter */
    uint32_t letters, others; /* characters */
    uint32_t inner;           /* lines with a wide gap */
} side;

static void count_side(cc_str in, const cc_txt_line *l, uint32_t width, side *ret)
{
    cc_range t     = l->text;
    size_t   item  = cc_txt_item_start(in, t);
    bool     inner = false;
    for (size_t i = item > 0 ? item : t.start; i < t.end; i++) {
        ret->letters += cc_txt_is_letter(in.ptr[i]);
        ret->others += in.ptr[i] != ' ' && !cc_txt_is_letter(in.ptr[i]);
        inner = inner || (i + 2 < t.end && memcmp(in.ptr + i, "   ", 3) == 0) || in.ptr[i] == '\t';
    }
    ret->inner += inner;
    ret->full += l->width * 10 >= width * 6;
    ret->little += cc_txt_is_little(cc_txt_first_char(in, t));
}

/* Prose fills its side, and is words. */
static bool is_prose(const side *s, uint32_t both)
{
    return s->full * 2 >= both && s->letters >= s->others * 3 && s->inner * 4 < both;
}

/* Both sides are prose; or one is, with sentences that run on, and the other is words. */
static bool are_columns(const cc_txt_flow *flow, const run *r, uint32_t left_of, uint32_t right_of)
{
    side         left = {0}, right = {0};
    uint32_t     both     = 0;
    cc_txt_strip halves[] = {
        {.start = r->start, .end = r->end, .right = left_of},
        {.start = r->start, .end = r->end, .left = right_of, .right = UINT32_MAX}};
    cc_txt_flow two = {flow->in, halves, 2, 2};
    for (size_t at = r->start; at < r->end;) {
        cc_txt_line a = cc_txt_flow_line(&two, 0, at), b = cc_txt_flow_line(&two, 1, at);
        at = a.next;
        if (cc_txt_line_is_blank(&a) || cc_txt_line_is_blank(&b))
            continue;
        both++;
        count_side(flow->in, &a, left_of - left_margin(r), &left);
        count_side(flow->in, &b, r->right - right_of, &right);
    }
    bool l = is_prose(&left, both), p = is_prose(&right, both);
    return both >= LEAST &&
           ((l && p) || (l && left.little * 5 >= both * 2 && right.letters >= right.others) ||
            (p && right.little * 5 >= both * 2 && left.letters >= left.others));
}

/* Adds the run's lines to `to`: side by side if they are columns of prose. */
static bool add_run(const cc_host *host, const cc_txt_flow *flow, const cc_txt_strip *strip,
                    const run *r, size_t from, cc_txt_flow *to)
{
    uint32_t left_of, right_of;
    if (r->lines < LEAST || !find_gutter(r, &left_of, &right_of) ||
        !are_columns(flow, r, left_of, right_of))
        return false;
    cc_txt_strip part = *strip;
    part.start        = from;
    part.end          = r->start;
    cc_txt_flow_add(host, to, part);
    part.start = r->start;
    part.end   = r->end;
    part.right = right_of;
    cc_txt_flow_add(host, to, part);
    part.left  = right_of;
    part.right = UINT32_MAX;
    cc_txt_flow_add(host, to, part);
    return true;
}

static void divide(const cc_host *host, const cc_txt_flow *flow, const cc_txt_strip *strip,
                   cc_txt_flow *to)
{
    size_t from = strip->start;
    run    r    = {.start = from, .end = from};
    for (size_t at = from; at < strip->end && to->strip_count < MAX_STRIPS;) {
        cc_range line = {at, cc_txt_flow_line_end(flow->in, at)};
        size_t   next = cc_line_next(flow->in, line.end);
        if (extend(&r, flow->in, line, next)) {
            at = next;
            continue;
        }
        bool fresh = r.lines == 0;
        if (add_run(host, flow, strip, &r, from, to))
            from = r.end;
        at = fresh ? next : at;
        r  = (run){.start = at, .end = at};
    }
    if (add_run(host, flow, strip, &r, from, to))
        from = r.end;
    cc_txt_strip rest = *strip;
    rest.start        = from;
    cc_txt_flow_add(host, to, rest);
}

void cc_txt_gutter_divide(const cc_host *host, cc_txt_flow *flow)
{
    cc_txt_flow ret = {.in = flow->in};
    for (size_t i = 0; i < flow->strip_count; i++)
        if (flow->strips[i].kind == CC_TXT_STRIP_BODY)
            divide(host, flow, &flow->strips[i], &ret);
        else
            cc_txt_flow_add(host, &ret, flow->strips[i]);
    *flow = ret;
}
