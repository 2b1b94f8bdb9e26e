/* pptx_walk.c - elements, by name: shapes, tables, paragraphs, runs. All others are looked into.
 * libxml2's limit of depth bounds the recursion. */
#include "pptx.h"

#include <stdlib.h>
#include <string.h>

typedef struct element {
    const char *tag;
    void (*read)(cc_pptx *d);
} element;

static void walk(cc_pptx *d);

/* The attribute is there and says yes. */
static bool is_on(const cc_part *part, const char *name)
{
    cc_str value = cc_part_attribute(part, name);
    return cc_part_says(value, "1") || cc_part_says(value, "true");
}

static void skip(cc_pptx *d)
{
    static const char *const paragraphs[] = {"a:p", NULL};
    d->story.paragraphs += cc_part_skip_counting(&d->part, paragraphs);
}

/* One drawing in several forms: the first that is there. */
static void read_alternatives(cc_pptx *d)
{
    unsigned depth = d->part.depth;
    bool     read  = false;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_OPENS)
            continue;
        if (read)
            skip(d);
        else
            walk(d);
        read = true;
    }
}

/* -- Shapes --------------------------------------------------------------------------------- */

static void read_shape(cc_pptx *d)
{
    cc_block_kind scope = d->story.scope;
    d->role             = CC_PPTX_BOX;
    walk(d);
    d->role        = CC_PPTX_BOX;
    d->story.scope = scope;
}

static void read_placeholder(cc_pptx *d)
{
    static const struct {
        const char  *type;
        cc_pptx_role role;
    } types[] = {
        {"title", CC_PPTX_TITLE},   {"ctrTitle", CC_PPTX_TITLE}, {"subTitle", CC_PPTX_SUBTITLE},
        {"dt", CC_PPTX_MARGIN},     {"ftr", CC_PPTX_MARGIN},     {"hdr", CC_PPTX_MARGIN},
        {"sldNum", CC_PPTX_MARGIN},
    };
    cc_str type = cc_part_attribute(&d->part, "type");
    d->role     = CC_PPTX_BODY;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (cc_part_says(type, types[i].type))
            d->role = types[i].role;
    if (d->role == CC_PPTX_MARGIN)
        d->story.scope = CC_MARGIN;
    skip(d);
}

/* -- Tables --------------------------------------------------------------------------------- */

static void read_table(cc_pptx *d)
{
    cc_story_begin_table(&d->story);
    walk(d);
    cc_story_end_table(&d->story);
}

static void read_table_properties(cc_pptx *d)
{
    if (d->story.grid != NULL)
        d->story.grid->titled = is_on(&d->part, "firstRow");
    skip(d);
}

static void read_row(cc_pptx *d)
{
    if (d->story.grid != NULL)
        cc_grid_row_begin(d->story.grid, false);
    walk(d);
}

/* One beside a wide cell is counted by its width. */
static void read_cell(cc_pptx *d)
{
    int32_t width = cc_part_number(&d->part, "gridSpan", 1);
    if (is_on(&d->part, "hMerge")) {
        skip(d);
        return;
    }
    if (d->story.grid != NULL)
        cc_grid_cell_begin(d->story.grid, width > 1 ? (uint32_t)width : 1,
                           is_on(&d->part, "vMerge"));
    walk(d);
    cc_story_end_paragraph(&d->story);
}

/* -- Paragraphs ----------------------------------------------------------------------------- */

static void classify(cc_pptx *d, uint32_t level)
{
    if (d->story.grid != NULL || d->notes)
        return;
    if (d->role == CC_PPTX_TITLE)
        cc_story_classify(&d->story, CC_HEADING, 1);
    else if (d->role == CC_PPTX_BODY)
        cc_story_classify(&d->story, CC_ITEM, level + 1);
}

static void read_paragraph(cc_pptx *d)
{
    cc_story_begin_paragraph(&d->story);
    classify(d, 0);
    walk(d);
    cc_story_end_paragraph(&d->story);
}

static void read_properties(cc_pptx *d)
{
    unsigned depth = d->part.depth;
    int32_t  level = cc_part_number(&d->part, "lvl", 0);
    classify(d, level > 0 && level < 9 ? (uint32_t)level : 0);
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_OPENS && cc_part_is(d->part.tag, "a:buNone") &&
            d->role == CC_PPTX_BODY && d->story.grid == NULL)
            cc_story_classify(&d->story, CC_PARAGRAPH, 0);
    }
}

static void read_run(cc_pptx *d)
{
    d->bold = d->raised = false;
    walk(d);
}

static void read_look(cc_pptx *d)
{
    d->bold   = is_on(&d->part, "b");
    d->raised = cc_part_number(&d->part, "baseline", 0) > 0;
    skip(d);
}

static void read_field(cc_pptx *d)
{
    d->silent = cc_part_says(cc_part_attribute(&d->part, "type"), "slidenum");
    read_run(d);
    d->silent = false;
}

static void add_text(cc_pptx *d, cc_str text)
{
    if (d->silent)
        cc_flow_pass(cc_story_flow(&d->story), text);
    else if (d->raised)
        cc_story_add_raised(&d->story, text, d->bold);
    else
        cc_story_add(&d->story, text, d->bold);
}

static void read_text(cc_pptx *d)
{
    unsigned depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_TEXT)
            add_text(d, d->part.text);
    }
}

static void read_break(cc_pptx *d)
{
    cc_flow_sign(cc_story_flow(&d->story), " ", 1);
    skip(d);
}

/* -- By name -------------------------------------------------------------------------------- */

static const element elements[] = {
    {"a:br", read_break},
    {"a:endParaRPr", skip},
    {"a:fld", read_field},
    {"a:p", read_paragraph},
    {"a:pPr", read_properties},
    {"a:r", read_run},
    {"a:rPr", read_look},
    {"a:t", read_text},
    {"a:tbl", read_table},
    {"a:tblPr", read_table_properties},
    {"a:tc", read_cell},
    {"a:tr", read_row},
    {"mc:AlternateContent", read_alternatives},
    {"p:ph", read_placeholder},
    {"p:sp", read_shape},
};

static int by_tag(const void *a, const void *b)
{
    const element *x = a, *y = b;
    return strcmp(x->tag, y->tag);
}

static void walk(cc_pptx *d)
{
    unsigned depth = d->part.depth;
    while (d->story.status == CC_OK && cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_OPENS)
            continue;
        element        key = {.tag = d->part.tag};
        const element *find =
            bsearch(&key, elements, sizeof elements / sizeof *elements, sizeof *elements, by_tag);
        if (find != NULL)
            find->read(d);
        else
            walk(d);
    }
}

void cc_pptx_read_part(cc_pptx *d, const char *name, uint32_t number, cc_block_kind scope)
{
    if (d->story.status != CC_OK || !cc_part_open(&d->package, name, &d->part))
        return;
    cc_story_begin_part(&d->story, number, scope);
    if (cc_part_next(&d->part) == CC_PART_OPENS)
        walk(d);
    cc_story_end_paragraph(&d->story);
    cc_part_close(&d->part);
}
