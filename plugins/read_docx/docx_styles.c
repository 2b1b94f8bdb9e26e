/* docx_styles.c - styles.xml, each style with what it has of those it is based on. */
#include "docx_styles.h"

#include "shared/package/blocks.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_BASES = 16 /* a chain that is longer goes in a circle */ };

static const cc_docx_style plain = {"", "", CC_DOCX_TEXT, -1, -2, -1};

static char *copy_name(const cc_package *package, cc_str s)
{
    char *ret = package->host->alloc(package->host, s.len + 1, 1);
    if (s.len > 0)
        memcpy(ret, s.ptr, s.len);
    return ret;
}

bool cc_docx_is_on(const cc_part *part)
{
    cc_str value = cc_part_attribute(part, "w:val");
    return !cc_part_says(value, "0") && !cc_part_says(value, "false") &&
           !cc_part_says(value, "off");
}

static bool begins(cc_str s, const char *z)
{
    size_t len = strlen(z), i = 0;
    while (i < len && i < s.len && (s.ptr[i] | 0x20) == z[i])
        i++;
    return i == len;
}

/* The names of built-in styles are English whatever the language of Word. */
static void take_name(cc_docx_style *style, cc_str name)
{
    static const char heading[] = "heading ";
    size_t            len       = sizeof heading - 1;
    if (begins(name, heading) && name.len == len + 1 && name.ptr[len] >= '1' &&
        name.ptr[len] <= '9')
        style->outline = style->outline < 0 ? name.ptr[len] - '1' : style->outline;
    else if (begins(name, "title") && name.len == 5)
        style->role = CC_DOCX_TITLE;
    else if (begins(name, "caption") && name.len == 7)
        style->role = CC_DOCX_CAPTION;
    else if (begins(name, "toc ") || begins(name, "table of figures"))
        style->role = CC_DOCX_CONTENTS;
}

static void take_style_property(const cc_package *package, const cc_part *part,
                                cc_docx_style *style)
{
    if (cc_part_is(part->tag, "w:name"))
        take_name(style, cc_part_attribute(part, "w:val"));
    else if (cc_part_is(part->tag, "w:basedOn"))
        style->base = copy_name(package, cc_part_attribute(part, "w:val"));
    else if (cc_part_is(part->tag, "w:outlineLvl"))
        style->outline = cc_part_number(part, "w:val", 9);
    else if (cc_part_is(part->tag, "w:b"))
        style->bold = cc_docx_is_on(part);
    else if (cc_part_is(part->tag, "w:ilvl"))
        style->list = cc_part_number(part, "w:val", 0);
    else if (cc_part_is(part->tag, "w:numId")) {
        bool none   = cc_part_number(part, "w:val", 0) == 0;
        style->list = none ? -1 : style->list < 0 ? 0 : style->list;
    }
}

static void read_style(cc_package *package, cc_part *part, cc_docx_styles *styles)
{
    cc_str        type     = cc_part_attribute(part, "w:type");
    bool          none     = type.len > 0 && !cc_part_says(type, "paragraph");
    bool          standard = cc_part_attribute(part, "w:default").len > 0;
    unsigned      depth    = part->depth;
    cc_docx_style style    = plain;
    style.id               = copy_name(package, cc_part_attribute(part, "w:styleId"));
    while (cc_part_next(part) != CC_PART_END)
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            break;
        else if (part->event == CC_PART_OPENS && cc_part_is(part->tag, "w:tblStylePr"))
            cc_part_skip(part);
        else if (part->event == CC_PART_OPENS)
            take_style_property(package, part, &style);
    if (none)
        return;
    styles->at = cc_blocks_grow(package->host, styles->at, styles->n, &styles->cap, sizeof style);
    styles->at[styles->n++] = style;
    if (standard)
        styles->standard = style;
}

static int by_style_id(const void *a, const void *b)
{
    const cc_docx_style *x = a, *y = b;
    return strcmp(x->id, y->id);
}

static const cc_docx_style *find_base(const cc_docx_styles *styles, const char *id)
{
    cc_docx_style key = {.id = id};
    return styles->n == 0 ? NULL : bsearch(&key, styles->at, styles->n, sizeof key, by_style_id);
}

static cc_docx_style resolve_bases(const cc_docx_styles *styles, const cc_docx_style *style)
{
    cc_docx_style ret = *style;
    for (size_t i = 0; i < MAX_BASES && style != NULL; i++) {
        ret.outline = ret.outline < 0 ? style->outline : ret.outline;
        ret.list    = ret.list < -1 ? style->list : ret.list;
        ret.bold    = ret.bold < 0 ? style->bold : ret.bold;
        ret.role    = ret.role == CC_DOCX_TEXT ? style->role : ret.role;
        style       = find_base(styles, style->base);
    }
    return ret;
}

void cc_docx_styles_read(cc_package *package, const char *name, cc_docx_styles *ret)
{
    cc_part part;
    *ret = (cc_docx_styles){.standard = plain};
    if (name == NULL || !cc_part_open(package, name, &part))
        return;
    while (cc_part_next(&part) != CC_PART_END)
        if (part.event == CC_PART_OPENS && cc_part_is(part.tag, "w:style"))
            read_style(package, &part, ret);
    cc_part_close(&part);
    if (ret->n == 0)
        return;
    qsort(ret->at, ret->n, sizeof *ret->at, by_style_id);
    cc_docx_style *whole = package->host->alloc(package->host, ret->n * sizeof *whole, 8);
    for (size_t i = 0; i < ret->n; i++)
        whole[i] = resolve_bases(ret, &ret->at[i]);
    ret->standard = resolve_bases(ret, &ret->standard);
    ret->at       = whole;
}

const cc_docx_style *cc_docx_styles_find(const cc_docx_styles *styles, cc_str id)
{
    enum { LONGEST = 256 };
    char name[LONGEST];
    if (id.len == 0 || id.len >= LONGEST)
        return &styles->standard;
    memcpy(name, id.ptr, id.len);
    name[id.len]               = '\0';
    const cc_docx_style *found = find_base(styles, name);
    return found != NULL ? found : &styles->standard;
}
