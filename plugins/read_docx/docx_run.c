/* docx_run.c - runs, their text, and what stands for characters. */
#include "docx.h"

#include <string.h>

bool cc_docx_is_shown(const cc_docx *d)
{
    return d->gone == 0 && !d->look.hidden && !cc_docx_is_in_code(d);
}

/* -- Runs ----------------------------------------------------------------------------------- */

static void take_look(cc_docx *d)
{
    const cc_part *part = &d->part;
    if (cc_part_is(part->tag, "w:vanish"))
        d->look.hidden |= cc_docx_is_on(part);
    else if (cc_part_is(part->tag, "w:b"))
        d->look.bold = cc_docx_is_on(part);
    else if (cc_part_is(part->tag, "w:vertAlign"))
        d->look.raised = cc_part_says(cc_part_attribute(part, "w:val"), "superscript");
}

void cc_docx_read_look(cc_docx *d)
{
    unsigned depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_OPENS)
            continue;
        take_look(d);
        cc_part_skip(&d->part);
    }
}

void cc_docx_read_run(cc_docx *d)
{
    cc_docx_look outer = d->look;
    d->look            = (cc_docx_look){.bold = d->bold};
    cc_docx_walk(d);
    d->look = outer;
}

/* -- Text ----------------------------------------------------------------------------------- */

static void add_text(cc_docx *d, cc_str text)
{
    if (!cc_docx_is_shown(d))
        cc_flow_pass(cc_story_flow(&d->story), text);
    else if (d->look.raised)
        cc_story_add_raised(&d->story, text, d->look.bold);
    else
        cc_story_add(&d->story, text, d->look.bold);
}

void cc_docx_read_text(cc_docx *d)
{
    unsigned depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_TEXT)
            add_text(d, d->part.text);
    }
}

void cc_docx_read_script(cc_docx *d)
{
    if (cc_docx_is_shown(d))
        cc_flow_sign(cc_story_flow(&d->story), cc_part_is(d->part.tag, "m:den") ? "/" : "^", 0);
    cc_docx_walk(d);
}

/* -- Signs ---------------------------------------------------------------------------------- */

static void add_sign(cc_docx *d, const char *shown)
{
    cc_flow *flow = cc_story_flow(&d->story);
    if (shown[0] == '\0' || !cc_docx_is_shown(d))
        cc_flow_pass(flow, (cc_str){"?", 1});
    else
        cc_flow_sign(flow, shown, 1);
}

/* UTF-8, or nothing: a character of a font of symbols is none that Unicode knows. */
static void read_symbol(const cc_part *part, char *ret)
{
    cc_str   hex  = cc_part_attribute(part, "w:char");
    uint32_t code = 0;
    for (size_t i = 0; i < hex.len && i < 4; i++) {
        unsigned c = (unsigned char)hex.ptr[i];
        code       = code << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10) % 16;
    }
    bool known = code >= 0xA0 && code < 0xD800;
    ret[0]     = (char)(code < 0x800 ? 0xC0 | code >> 6 : 0xE0 | code >> 12);
    ret[1]     = (char)(0x80 | (code < 0x800 ? code : code >> 6) % 64);
    ret[2]     = (char)(code < 0x800 ? 0 : 0x80 | code % 64);
    ret[3]     = '\0';
    ret[0]     = known ? ret[0] : '\0';
}

void cc_docx_read_sign(cc_docx *d)
{
    const char *tag = d->part.tag;
    char        symbol[4];
    if (cc_part_is(tag, "w:sym")) {
        read_symbol(&d->part, symbol);
        add_sign(d, symbol);
    } else if (cc_part_is(tag, "w:noBreakHyphen"))
        add_sign(d, "-");
    else
        add_sign(d, cc_part_is(tag, "w:softHyphen") ? "" : " ");
    cc_docx_skip(d);
}
