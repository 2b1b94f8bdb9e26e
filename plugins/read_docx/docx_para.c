/* docx_para.c - paragraphs: what they are, by their style and their own properties. */
#include "docx.h"

typedef struct properties {
    const cc_docx_style *style;
    int32_t              outline, list; /* -1, -2: not said */
    bool                 mark_gone;     /* its end does not count, by --tracked-changes */
} properties;

/* Of the paragraph's mark. */
static void read_mark(cc_docx *d, properties *ret)
{
    unsigned depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_OPENS && cc_docx_is_gone(d, d->part.tag))
            ret->mark_gone = true;
        if (d->part.event == CC_PART_OPENS)
            cc_part_skip(&d->part);
    }
}

static void read_property(cc_docx *d, properties *ret)
{
    const cc_part *part = &d->part;
    if (cc_part_is(part->tag, "w:pStyle"))
        ret->style = cc_docx_styles_find(&d->styles, cc_part_attribute(part, "w:val"));
    else if (cc_part_is(part->tag, "w:outlineLvl"))
        ret->outline = cc_part_number(part, "w:val", 9);
    else if (cc_part_is(part->tag, "w:ilvl"))
        ret->list = cc_part_number(part, "w:val", 0);
    else if (cc_part_is(part->tag, "w:numId")) {
        bool none = cc_part_number(part, "w:val", 0) == 0;
        ret->list = none ? -1 : ret->list < 0 ? 0 : ret->list;
    } else if (cc_part_is(part->tag, "w:rPr"))
        read_mark(d, ret);
    else if (cc_part_is(part->tag, "w:pPrChange") || cc_part_is(part->tag, "w:sectPr"))
        cc_part_skip(&d->part);
}

static void classify(cc_docx *d, const properties *p)
{
    int32_t      outline = p->outline < 0 ? p->style->outline : p->outline;
    int32_t      list    = p->list < -1 ? p->style->list : p->list;
    cc_docx_role role    = p->style->role;
    d->bold              = p->style->bold == 1;
    d->joins             = p->mark_gone;
    if (role == CC_DOCX_CAPTION || role == CC_DOCX_CONTENTS)
        cc_story_classify(&d->story, CC_CAPTION, 0);
    else if (role == CC_DOCX_TITLE)
        cc_story_classify(&d->story, CC_HEADING, 1);
    else if (outline >= 0 && outline < 9)
        cc_story_classify(&d->story, CC_HEADING, (uint32_t)outline + 1);
    else if (list >= 0)
        cc_story_classify(&d->story, CC_ITEM, list < 9 ? (uint32_t)list + 1 : 9);
    else
        cc_story_classify(&d->story, CC_PARAGRAPH, 0);
}

static properties standard_properties(const cc_docx *d)
{
    return (properties){.style = &d->styles.standard, .outline = -1, .list = -2};
}

void cc_docx_read_properties(cc_docx *d)
{
    properties p     = standard_properties(d);
    unsigned   depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            break;
        if (d->part.event == CC_PART_OPENS)
            read_property(d, &p);
    }
    classify(d, &p);
}

void cc_docx_read_paragraph(cc_docx *d)
{
    properties p = standard_properties(d);
    cc_story_begin_paragraph(&d->story);
    classify(d, &p);
    cc_docx_walk(d);
    if (d->story.nest == 0)
        cc_docx_end_codes(d);
    if (!d->joins)
        cc_story_end_paragraph(&d->story);
}

void cc_docx_read_box(cc_docx *d)
{
    cc_docx_look look = d->look;
    bool         bold = d->bold, joins = d->joins;
    if (!cc_story_enter(&d->story)) {
        cc_docx_skip(d);
        return;
    }
    cc_docx_walk(d);
    cc_story_leave(&d->story);
    d->look  = look;
    d->bold  = bold;
    d->joins = joins;
}
