/* odt_changes.c - tracked changes. What was deleted stands in front of the text, what was inserted
 * between two marks in it. */
#include "odt.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static void add_insertion(cc_odt *d, cc_str name)
{
    char *copy = d->host->alloc(d->host, name.len + 1, 1);
    if (name.len > 0)
        memcpy(copy, name.ptr, name.len);
    d->inserted = cc_blocks_grow(d->host, d->inserted, d->inserted_count, &d->inserted_cap,
                                 sizeof *d->inserted);
    d->inserted[d->inserted_count++] = copy;
}

/* One <text:changed-region>. */
static void read_region(cc_odt *d)
{
    unsigned depth = d->part.depth;
    char     id[CC_PART_NAME_BYTES];
    cc_str   given = cc_part_attribute(&d->part, "text:id");
    if (given.ptr == NULL)
        given = cc_part_attribute(&d->part, "xml:id");
    size_t len = given.len < sizeof id ? given.len : sizeof id - 1;
    if (len > 0)
        memcpy(id, given.ptr, len);
    while (d->story.status == CC_OK && cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_OPENS)
            continue;
        if (cc_part_is(d->part.tag, "text:insertion"))
            add_insertion(d, (cc_str){id, len});
        if (cc_part_is(d->part.tag, "text:deletion"))
            cc_odt_walk(d);
        else
            cc_odt_skip(d);
    }
}

void cc_odt_read_changes(cc_odt *d)
{
    unsigned depth = d->part.depth;
    if (d->changes == CC_ODT_ACCEPT) {
        cc_odt_skip(d);
        return;
    }
    while (d->story.status == CC_OK && cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            break;
        if (d->part.event == CC_PART_OPENS)
            read_region(d);
    }
    if (d->inserted_count > 0)
        qsort(d->inserted, d->inserted_count, sizeof *d->inserted, by_name);
}

/* Whether the mark in hand is one of an insertion that does not count. */
static bool is_gone(const cc_odt *d)
{
    cc_str given = cc_part_attribute(&d->part, "text:change-id");
    char   id[CC_PART_NAME_BYTES];
    if (d->changes != CC_ODT_ORIGINAL || d->inserted_count == 0)
        return false;
    size_t len = given.len < sizeof id ? given.len : sizeof id - 1;
    if (len > 0)
        memcpy(id, given.ptr, len);
    id[len]         = '\0';
    const char *key = id;
    return bsearch(&key, d->inserted, d->inserted_count, sizeof key, by_name) != NULL;
}

void cc_odt_read_change_start(cc_odt *d)
{
    d->gone += is_gone(d);
    cc_odt_skip(d);
}

void cc_odt_read_change_end(cc_odt *d)
{
    d->gone -= is_gone(d) && d->gone > 0;
    cc_odt_skip(d);
}
