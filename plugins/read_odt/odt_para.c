/* odt_para.c - paragraphs and headings, and the text in them. */
#include "odt.h"

/* -- Paragraphs ----------------------------------------------------------------------------- */

static void classify(cc_odt *d, bool heading, int32_t level, const cc_odt_style *style)
{
    int32_t outline = heading ? level : style->outline;
    if (d->contents > 0 || style->caption)
        cc_story_classify(&d->story, CC_CAPTION, 0);
    else if (style->title)
        cc_story_classify(&d->story, CC_HEADING, 1);
    else if (outline > 0)
        cc_story_classify(&d->story, CC_HEADING, (uint32_t)outline);
    else if (d->lists > 0)
        cc_story_classify(&d->story, CC_ITEM, d->lists);
}

static void read_inside(cc_odt *d)
{
    bool         heading = cc_part_is(d->part.tag, "text:h");
    int32_t      level   = cc_part_number(&d->part, "text:outline-level", 1);
    cc_str       name    = cc_part_attribute(&d->part, "text:style-name");
    cc_odt_style style   = cc_odt_styles_find(&d->styles, "paragraph", name);
    cc_story_begin_paragraph(&d->story);
    classify(d, heading, level, &style);
    d->look    = style.look;
    d->in_text = true;
    cc_odt_walk(d);
    d->in_text = false;
    cc_story_end_paragraph(&d->story);
}

/* A drawing with text stands in a paragraph without a box. */
void cc_odt_read_paragraph(cc_odt *d)
{
    cc_odt_look look = d->look;
    if (!d->in_text) {
        read_inside(d);
        return;
    }
    if (!cc_story_enter(&d->story)) {
        cc_odt_skip(d);
        return;
    }
    read_inside(d);
    cc_story_leave(&d->story);
    d->look    = look;
    d->in_text = true;
}

/* -- Text ----------------------------------------------------------------------------------- */

static bool is_shown(const cc_odt *d)
{
    return d->gone == 0 && d->look.hidden != 1;
}

void cc_odt_add_text(cc_odt *d, cc_str text)
{
    bool bold = d->look.bold == 1;
    if (!is_shown(d))
        cc_flow_pass(cc_story_flow(&d->story), text);
    else if (d->look.raised == 1)
        cc_story_add_raised(&d->story, text, bold);
    else
        cc_story_add(&d->story, text, bold);
}

void cc_odt_read_span(cc_odt *d)
{
    cc_str       name  = cc_part_attribute(&d->part, "text:style-name");
    cc_odt_look  outer = d->look;
    cc_odt_style style = cc_odt_styles_find(&d->styles, "text", name);
    d->look.bold       = style.look.bold < 0 ? outer.bold : style.look.bold;
    d->look.raised     = style.look.raised < 0 ? outer.raised : style.look.raised;
    d->look.hidden     = style.look.hidden < 0 ? outer.hidden : style.look.hidden;
    cc_odt_walk(d);
    d->look = outer;
}

void cc_odt_read_spaces(cc_odt *d)
{
    int32_t count = cc_part_number(&d->part, "text:c", 1);
    cc_flow_sign(cc_story_flow(&d->story), " ", count > 0 ? (uint32_t)count : 1);
    cc_odt_skip(d);
}

void cc_odt_read_blank(cc_odt *d)
{
    cc_flow_sign(cc_story_flow(&d->story), " ", 1);
    cc_odt_skip(d);
}

void cc_odt_read_silent(cc_odt *d)
{
    d->gone++;
    cc_odt_walk(d);
    d->gone--;
    cc_flow_leave_out(cc_story_flow(&d->story));
}
