/* odt_table.c - tables, their rows and cells. */
#include "odt.h"

void cc_odt_read_table(cc_odt *d)
{
    bool head = d->head;
    d->head   = false;
    cc_story_begin_table(&d->story);
    cc_odt_walk(d);
    cc_story_end_table(&d->story);
    d->head = head;
}

void cc_odt_read_head(cc_odt *d)
{
    d->head = true;
    cc_odt_walk(d);
    d->head = false;
}

void cc_odt_read_row(cc_odt *d)
{
    d->spanned = 0;
    if (d->story.grid != NULL)
        cc_grid_row_begin(d->story.grid, d->head);
    cc_odt_walk(d);
}

static uint32_t read_count(const cc_part *part, const char *name)
{
    int32_t count = cc_part_number(part, name, 1);
    return count < 1 ? 1 : count < CC_TABLE_COLUMNS ? (uint32_t)count : CC_TABLE_COLUMNS;
}

/* Items and headings are told from what is around a cell. */
static void read_any_cell(cc_odt *d, uint32_t width, bool covered)
{
    unsigned lists = d->lists;
    if (d->story.grid != NULL)
        cc_grid_cell_begin(d->story.grid, width, covered);
    d->lists = 0;
    cc_odt_walk(d);
    d->lists = lists;
    cc_story_end_paragraph(&d->story);
}

void cc_odt_read_cell(cc_odt *d)
{
    uint32_t width  = read_count(&d->part, "table:number-columns-spanned");
    uint32_t copies = read_count(&d->part, "table:number-columns-repeated");
    d->spanned      = 0;
    read_any_cell(d, width > 1 ? width : copies, false);
    d->spanned = width - 1;
}

/* Below a cell, or beside one whose width counts it. */
void cc_odt_read_covered(cc_odt *d)
{
    uint32_t copies = read_count(&d->part, "table:number-columns-repeated");
    if (d->spanned > 0) {
        d->spanned -= copies < d->spanned ? copies : d->spanned;
        cc_odt_skip(d);
        return;
    }
    read_any_cell(d, copies, true);
}
