/* docx_walk.c - elements, by name: those that have a reader, those that hold no text, and all
 * others, which are looked into. libxml2's limit of depth bounds the recursion. */
#include "docx.h"

#include <stdlib.h>
#include <string.h>

typedef struct element {
    const char *tag;
    void (*read)(cc_docx *d);
} element;

void cc_docx_skip(cc_docx *d)
{
    static const char *const paragraphs[] = {"w:p", NULL};
    d->story.paragraphs += cc_part_skip_counting(&d->part, paragraphs);
}

/* One drawing in several forms: the first that is there. */
static void read_alternatives(cc_docx *d)
{
    unsigned depth = d->part.depth;
    bool     read  = false;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_OPENS)
            continue;
        if (read)
            cc_docx_skip(d);
        else
            cc_docx_walk(d);
        read = true;
    }
}

/* By name. */
static const element elements[] = {
    {"m:den", cc_docx_read_script},
    {"m:sup", cc_docx_read_script},
    {"m:t", cc_docx_read_text},
    {"mc:AlternateContent", read_alternatives},
    {"w:br", cc_docx_read_sign},
    {"w:comment", cc_docx_read_note},
    {"w:cr", cc_docx_read_sign},
    {"w:del", cc_docx_read_change},
    {"w:delInstrText", cc_docx_skip},
    {"w:delText", cc_docx_read_text},
    {"w:endnote", cc_docx_read_note},
    {"w:endnoteReference", cc_docx_read_marker},
    {"w:fldChar", cc_docx_read_field_mark},
    {"w:fldSimple", cc_docx_read_simple_field},
    {"w:footnote", cc_docx_read_note},
    {"w:footnoteReference", cc_docx_read_marker},
    {"w:ins", cc_docx_read_change},
    {"w:instrText", cc_docx_read_field_code},
    {"w:moveFrom", cc_docx_read_change},
    {"w:moveTo", cc_docx_read_change},
    {"w:noBreakHyphen", cc_docx_read_sign},
    {"w:p", cc_docx_read_paragraph},
    {"w:pPr", cc_docx_read_properties},
    {"w:ptab", cc_docx_read_sign},
    {"w:r", cc_docx_read_run},
    {"w:rPr", cc_docx_read_look},
    {"w:rt", cc_docx_skip}, /* how ideographs are read, above them */
    {"w:sdtPr", cc_docx_skip},
    {"w:sectPr", cc_docx_skip},
    {"w:softHyphen", cc_docx_read_sign},
    {"w:sym", cc_docx_read_sign},
    {"w:t", cc_docx_read_text},
    {"w:tab", cc_docx_read_sign},
    {"w:tbl", cc_docx_read_table},
    {"w:tblPr", cc_docx_read_table_properties},
    {"w:tc", cc_docx_read_cell},
    {"w:tcPr", cc_docx_read_cell_properties},
    {"w:tr", cc_docx_read_row},
    {"w:trPr", cc_docx_read_row_properties},
    {"w:txbxContent", cc_docx_read_box},
};

static int by_tag(const void *a, const void *b)
{
    const element *x = a, *y = b;
    return strcmp(x->tag, y->tag);
}

void cc_docx_walk(cc_docx *d)
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
            cc_docx_walk(d);
    }
}

bool cc_docx_read_part(cc_docx *d, const char *name, uint32_t number, cc_block_kind scope)
{
    if (d->story.status != CC_OK || !cc_part_open(&d->package, name, &d->part))
        return false;
    d->gone = d->change.paragraph = 0;
    d->field_count                = 0;
    cc_story_begin_part(&d->story, number, scope);
    /* The root's own name does not count: the walk ends with it. */
    if (cc_part_next(&d->part) == CC_PART_OPENS)
        cc_docx_walk(d);
    cc_story_end_paragraph(&d->story);
    cc_part_close(&d->part);
    return true;
}
