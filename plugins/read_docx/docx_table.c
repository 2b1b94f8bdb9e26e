/* docx_table.c - tables, their rows and cells. What is said of a row or a cell stands within it. */
#include "docx.h"

#include <string.h>

void cc_docx_read_table(cc_docx *d)
{
    cc_story_begin_table(&d->story);
    cc_docx_walk(d);
    cc_story_end_table(&d->story);
}

/* Bit 0x20 of the older form. */
static bool shows_first_row(const cc_part *part)
{
    cc_str first = cc_part_attribute(part, "w:firstRow"), bits = cc_part_attribute(part, "w:val");
    const char *digit = bits.len == 4 ? bits.ptr + 2 : "0";
    if (first.ptr != NULL)
        return cc_part_says(first, "1") || cc_part_says(first, "true");
    return memchr("2367abefABEF", *digit, 12) != NULL;
}

/* All tables are said to show their first row; only a style of their own makes that seen. */
void cc_docx_read_table_properties(cc_docx *d)
{
    unsigned depth = d->part.depth;
    bool     look = false, style = false;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            break;
        cc_str value = cc_part_attribute(&d->part, "w:val");
        if (d->part.event == CC_PART_OPENS && cc_part_is(d->part.tag, "w:tblLook"))
            look = shows_first_row(&d->part);
        else if (d->part.event == CC_PART_OPENS && cc_part_is(d->part.tag, "w:tblStyle"))
            style = !cc_part_says(value, "TableGrid") && !cc_part_says(value, "TableNormal");
    }
    if (d->story.grid != NULL)
        d->story.grid->titled = look && style;
}

void cc_docx_read_row(cc_docx *d)
{
    unsigned gone = d->gone;
    if (d->story.grid != NULL)
        cc_grid_row_begin(d->story.grid, false);
    cc_docx_walk(d);
    d->gone = gone;
}

void cc_docx_read_cell(cc_docx *d)
{
    unsigned gone = d->gone;
    if (d->story.grid != NULL)
        cc_grid_cell_begin(d->story.grid, 1, false);
    cc_docx_walk(d);
    cc_story_end_paragraph(&d->story);
    d->gone = gone;
}

static uint32_t read_width(const cc_part *part)
{
    int32_t width = cc_part_number(part, "w:val", 1);
    return width > 0 ? (uint32_t)width : 1;
}

static void take_row_property(cc_docx *d)
{
    const cc_part *part = &d->part;
    if (cc_part_is(part->tag, "w:tblHeader") && cc_docx_is_on(part))
        cc_grid_mark_row(d->story.grid);
    else if (cc_part_is(part->tag, "w:gridBefore"))
        cc_grid_cell_begin(d->story.grid, read_width(part), false);
    else if (cc_docx_is_gone(d, part->tag))
        d->gone++;
}

static void take_cell_property(cc_docx *d)
{
    const cc_part *part = &d->part;
    cc_grid_cell  *cell = &d->story.grid->cells[d->story.grid->cell_count - 1];
    if (cc_part_is(part->tag, "w:gridSpan"))
        cell->width = read_width(part);
    else if (cc_part_is(part->tag, "w:vMerge")) {
        cell->covered = !cc_part_says(cc_part_attribute(part, "w:val"), "restart");
    } else if (cc_docx_is_gone(d, part->tag))
        d->gone++;
}

static void take_properties(cc_docx *d, void (*take)(cc_docx *d))
{
    unsigned depth = d->part.depth;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_OPENS)
            take(d);
    }
}

void cc_docx_read_row_properties(cc_docx *d)
{
    if (d->story.grid != NULL && d->story.grid->row_count > 0)
        take_properties(d, take_row_property);
    else
        cc_docx_skip(d);
}

void cc_docx_read_cell_properties(cc_docx *d)
{
    if (d->story.grid != NULL && d->story.grid->cell_count > 0)
        take_properties(d, take_cell_property);
    else
        cc_docx_skip(d);
}
