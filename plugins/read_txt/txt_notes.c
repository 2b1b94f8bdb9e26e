/* txt_notes.c - where the notes of a page begin. */
#include "txt_notes.h"

#include "txt_shape.h"

enum { SKIPPED = 4 }; /* notes that a tool may have put elsewhere */

/* Whether the number hangs on a word or a stop in the range: "so.12", "growth [12]". */
static bool has_mark(cc_str in, cc_range body, uint32_t number)
{
    char   digits[12];
    size_t len = 0, end = body.end;
    for (uint32_t n = number; n > 0; n /= 10)
        digits[sizeof digits - ++len] = (char)('0' + n % 10);
    const char *text = digits + sizeof digits - len;
    for (size_t at = body.start + 1; at + len <= end; at++) {
        const char *found = memchr(in.ptr + at, text[0], end - at - len + 1);
        if (found == NULL)
            return false;
        at          = (size_t)(found - in.ptr);
        size_t from = in.ptr[at - 1] == ' ' && at > body.start + 1 ? at - 2 : at - 1;
        char   last = in.ptr[from];
        bool   hung = from == at - 1
                          ? cc_txt_is_letter(last) || cc_txt_is_one_of(last, ".,;:)?!\"'[")
                          : cc_txt_is_one_of(last, ".,;:)?!\"") || (unsigned char)last >= 0x80;
        if (hung && memcmp(found, text, len) == 0 && !cc_txt_is_digit_at(in, at + len, end))
            return true;
    }
    return false;
}

/* What of a strip is body, and what notes: whole lines, without blank ones around the body. */
typedef struct division {
    cc_range body, notes;
    size_t   lines, above; /* with text: all, those before the notes */
    uint32_t first, last;  /* numbers of the notes */
} division;

/* A note is numbered soon after the one before; the first one of a page soon after `next`, or 1. */
static void take_line(division *p, size_t at, const cc_txt_line *l, uint32_t number, uint32_t next)
{
    bool in_notes = p->notes.start < p->notes.end;
    if (in_notes && number > p->last && number <= p->last + SKIPPED) {
        p->last = number;
    } else if (p->lines > 0 && number > 0 &&
               ((number >= next && number < next + SKIPPED) || number == 1)) {
        p->notes.start = at;
        p->first = p->last = number;
        p->above           = p->lines;
    }
    if (p->lines == 0)
        p->body.start = at;
    if (p->notes.start == p->notes.end)
        p->body.end = l->next;
    p->lines++;
}

/* The notes take the lower part of the strip. */
static division divide_strip(const cc_txt_flow *flow, size_t strip, uint32_t *next)
{
    const cc_txt_strip *s   = &flow->strips[strip];
    division            ret = {.body = {s->start, s->start}, .notes = {s->end, s->end}};
    size_t              end = s->start;
    for (size_t at = s->start; at < s->end;) {
        cc_txt_line l      = cc_txt_flow_line(flow, strip, at);
        bool        noted  = s->page > 0 && l.width < CC_TXT_LONG_LINE;
        uint32_t    number = noted ? cc_txt_note_number(flow->in, l.text) : 0;
        if (!cc_txt_line_is_blank(&l)) {
            take_line(&ret, at, &l, number, *next);
            end = l.next;
        }
        at = l.next;
    }
    bool found = ret.notes.start < s->end && ret.above * 3 >= ret.lines &&
                 has_mark(flow->in, (cc_range){s->start, ret.notes.start}, ret.first);
    if (found)
        *next = ret.last + 1;
    else
        ret.notes.start = ret.body.end = end;
    return ret;
}

void cc_txt_notes_find(const cc_host *host, cc_txt_flow *flow)
{
    cc_txt_flow ret  = {.in = flow->in};
    uint32_t    next = 1;
    if (flow->strip_count == 1 && flow->strips[0].page == 0)
        return;
    for (size_t i = 0; i < flow->strip_count; i++) {
        cc_txt_strip strip = flow->strips[i];
        if (strip.kind != CC_TXT_STRIP_BODY) {
            cc_txt_flow_add(host, &ret, strip);
            continue;
        }
        division p  = divide_strip(flow, i, &next);
        strip.start = p.body.start;
        strip.end   = p.body.end;
        cc_txt_flow_add(host, &ret, strip);
        strip.start = p.notes.start;
        strip.end   = p.notes.end;
        strip.kind  = CC_TXT_STRIP_NOTES;
        cc_txt_flow_add(host, &ret, strip);
    }
    *flow = ret;
}
