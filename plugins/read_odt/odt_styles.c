/* odt_styles.c - named and automatic styles, each found by its family and name. */
#include "odt_styles.h"

#include "shared/package/blocks.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_BASES = 16 /* a chain that is longer goes in a circle */, MAX_NAME = 256 };

static const cc_odt_style unknown = {.id = "", .base = "", .look = {-1, -1, -1}};

static char *name_style(const cc_host *host, cc_str family, cc_str name)
{
    char *ret = host->alloc(host, family.len + name.len + 2, 1);
    if (family.len > 0)
        memcpy(ret, family.ptr, family.len);
    ret[family.len] = ' ';
    if (name.len > 0)
        memcpy(ret + family.len + 1, name.ptr, name.len);
    return ret;
}

static void take_text_properties(const cc_part *part, cc_odt_look *look)
{
    cc_str weight   = cc_part_attribute(part, "fo:font-weight");
    cc_str position = cc_part_attribute(part, "style:text-position");
    cc_str display  = cc_part_attribute(part, "text:display");
    if (weight.len > 0)
        look->bold = cc_part_says(weight, "bold") || (weight.ptr[0] >= '6' && weight.ptr[0] <= '9');
    if (position.len > 0)
        look->raised = position.len > 4 && memcmp(position.ptr, "super", 5) == 0;
    if (display.len > 0)
        look->hidden = cc_part_says(display, "none");
}

static void read_style(const cc_host *host, cc_part *part, cc_odt_styles *styles)
{
    cc_str       family = cc_part_attribute(part, "style:family");
    cc_str       name   = cc_part_attribute(part, "style:name");
    cc_str       base   = cc_part_attribute(part, "style:parent-style-name");
    unsigned     depth  = part->depth;
    cc_odt_style style  = unknown;
    style.id            = name_style(host, family, name);
    style.base          = base.len > 0 ? name_style(host, family, base) : "";
    style.title         = cc_part_says(name, "Title");
    style.caption       = cc_part_says(name, "Caption");
    style.outline       = cc_part_number(part, "style:default-outline-level", 0);
    while (cc_part_next(part) != CC_PART_END) {
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            break;
        if (part->event == CC_PART_OPENS && cc_part_is(part->tag, "style:text-properties"))
            take_text_properties(part, &style.look);
    }
    styles->at = cc_blocks_grow(host, styles->at, styles->n, &styles->cap, sizeof style);
    styles->at[styles->n++] = style;
    styles->sorted          = false;
}

void cc_odt_styles_read(const cc_host *host, cc_part *part, cc_odt_styles *styles)
{
    unsigned depth = part->depth;
    while (cc_part_next(part) != CC_PART_END) {
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            return;
        if (part->event == CC_PART_OPENS && cc_part_is(part->tag, "style:style"))
            read_style(host, part, styles);
    }
}

static int by_style_id(const void *a, const void *b)
{
    const cc_odt_style *x = a, *y = b;
    return strcmp(x->id, y->id);
}

static const cc_odt_style *find_style(cc_odt_styles *styles, const char *id)
{
    cc_odt_style key = {.id = id};
    if (styles->n == 0)
        return NULL;
    if (!styles->sorted)
        qsort(styles->at, styles->n, sizeof *styles->at, by_style_id);
    styles->sorted = true;
    return bsearch(&key, styles->at, styles->n, sizeof key, by_style_id);
}

cc_odt_style cc_odt_styles_find(cc_odt_styles *styles, const char *family, cc_str name)
{
    char         id[MAX_NAME];
    size_t       len = strlen(family);
    cc_odt_style ret = unknown;
    if (name.len == 0 || name.len + len + 2 > sizeof id)
        return ret;
    memcpy(id, family, len);
    id[len] = ' ';
    memcpy(id + len + 1, name.ptr, name.len);
    id[len + 1 + name.len]    = '\0';
    const cc_odt_style *style = find_style(styles, id);
    for (size_t i = 0; i < MAX_BASES && style != NULL; i++) {
        ret.title |= style->title;
        ret.caption |= style->caption;
        ret.outline     = ret.outline == 0 ? style->outline : ret.outline;
        ret.look.bold   = ret.look.bold < 0 ? style->look.bold : ret.look.bold;
        ret.look.raised = ret.look.raised < 0 ? style->look.raised : ret.look.raised;
        ret.look.hidden = ret.look.hidden < 0 ? style->look.hidden : ret.look.hidden;
        style           = find_style(styles, style->base);
    }
    return ret;
}
