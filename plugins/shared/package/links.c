/* links.c - _rels/NAME.rels beside a part, and docProps/core.xml. */
#include "shared/package/links.h"

#include "shared/package/blocks.h"

#include <string.h>

static char *copy_text(const cc_package *package, const char *text, size_t len)
{
    char *ret = package->host->alloc(package->host, len + 1, 1);
    memcpy(ret, text, len);
    return ret;
}

/* -- Names ---------------------------------------------------------------------------------- */

/* Up to its last slash, which belongs to it. */
static size_t folder_length(const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash == NULL ? 0 : (size_t)(slash - part) + 1;
}

/* "word/document.xml": "word/_rels/document.xml.rels" */
static char *name_relations(const cc_package *package, const char *part)
{
    static const char between[] = "_rels/", behind[] = ".rels";
    size_t            folder = folder_length(part), len = strlen(part);
    char *ret = package->host->alloc(package->host, len + sizeof between + sizeof behind, 1);
    memcpy(ret, part, folder);
    memcpy(ret + folder, between, sizeof between - 1);
    memcpy(ret + folder + sizeof between - 1, part + folder, len - folder);
    memcpy(ret + len + sizeof between - 1, behind, sizeof behind);
    return ret;
}

/* "../media/a.png" of "word/document.xml": "media/a.png" */
static char *resolve(const cc_package *package, const char *part, cc_str target)
{
    bool        whole  = target.len > 0 && target.ptr[0] == '/';
    size_t      folder = whole ? 0 : folder_length(part), from = whole, len = folder;
    const char *at  = target.ptr;
    char       *ret = package->host->alloc(package->host, folder + target.len + 1, 1);
    memcpy(ret, part, folder);
    for (size_t i = from, end; i < target.len; i = end + 1) {
        const char *slash = memchr(at + i, '/', target.len - i);
        end               = slash == NULL ? target.len : (size_t)(slash - at);
        if (end - i == 2 && memcmp(at + i, "..", 2) == 0) {
            ret[len > 0 ? len - 1 : 0] = '\0';
            len                        = folder_length(ret);
        } else if (!(end - i == 1 && at[i] == '.')) {
            size_t step = end - i + (slash != NULL);
            memcpy(ret + len, at + i, step);
            len += step;
        }
        ret[len] = '\0';
    }
    return ret;
}

/* -- Links ---------------------------------------------------------------------------------- */

static void add_link(const cc_package *package, const cc_part *from, const char *part,
                     cc_links *ret)
{
    cc_str id = cc_part_attribute(from, "Id"), type = cc_part_attribute(from, "Type");
    cc_str target = cc_part_attribute(from, "Target"), mode = cc_part_attribute(from, "TargetMode");
    if (id.ptr == NULL || type.ptr == NULL || target.ptr == NULL || cc_part_says(mode, "External"))
        return;
    ret->at           = cc_blocks_grow(package->host, ret->at, ret->n, &ret->cap, sizeof *ret->at);
    size_t slash      = folder_length(type.ptr);
    ret->at[ret->n++] = (cc_link){
        .id     = copy_text(package, id.ptr, id.len),
        .type   = copy_text(package, type.ptr + slash, type.len - slash),
        .target = resolve(package, part, target),
    };
}

void cc_links_read(cc_package *package, const char *part, cc_links *ret)
{
    cc_part from;
    *ret = (cc_links){0};
    if (!cc_part_open(package, name_relations(package, part), &from))
        return;
    while (cc_part_next(&from) != CC_PART_END)
        if (from.event == CC_PART_OPENS && cc_part_is(from.tag, "rel:Relationship"))
            add_link(package, &from, part, ret);
    cc_part_close(&from);
}

const cc_link *cc_links_of_type(const cc_links *all, const char *type)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->at[i].type, type) == 0)
            return &all->at[i];
    return NULL;
}

const cc_link *cc_links_of_id(const cc_links *all, cc_str id)
{
    for (size_t i = 0; i < all->n; i++)
        if (cc_part_says(id, all->at[i].id))
            return &all->at[i];
    return NULL;
}

/* -- Properties ----------------------------------------------------------------------------- */

enum { VALUE_BYTES = 512 };

/* The text of the element that has just opened, as far as there is room. */
static size_t read_value(cc_part *part, char *to)
{
    unsigned depth = part->depth;
    size_t   len   = 0;
    while (cc_part_next(part) != CC_PART_END) {
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            break;
        if (part->event != CC_PART_TEXT || part->text.len > VALUE_BYTES - len)
            continue;
        memcpy(to + len, part->text.ptr, part->text.len);
        len += part->text.len;
    }
    return len;
}

typedef enum property { TITLE, CREATOR, AUTHOR, MODIFIED, CREATED, PROPERTIES } property;

static property find_property(const char *tag)
{
    static const struct {
        const char *tag;
        property    is;
    } tags[] = {
        {"dc:title", TITLE},
        {"dc:creator", AUTHOR},
        {"dcterms:modified", MODIFIED},
        {"dcterms:created", CREATED},
        {"dc:date", MODIFIED},
        {"meta:creation-date", CREATED},
        {"meta:initial-creator", CREATOR},
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (cc_part_is(tag, tags[i].tag))
            return tags[i].is;
    return PROPERTIES;
}

static void put_value(cc_package *package, const char *key, cc_str value)
{
    if (value.len > 0)
        package->out->meta(package->out, (cc_str){key, strlen(key)}, value);
}

/* Programs that leave in the author and the dates of the template that they begin with. */
static bool is_of_template(cc_str author)
{
    static const char *const names[] = {"python-docx", "python-pptx"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cc_part_says(author, names[i]))
            return true;
    return false;
}

void cc_properties_put(cc_package *package, const char *name)
{
    char    room[PROPERTIES][VALUE_BYTES];
    cc_str  values[PROPERTIES] = {{0}};
    cc_part part;
    if (name == NULL || !cc_part_open(package, name, &part))
        return;
    while (cc_part_next(&part) != CC_PART_END)
        if (part.event == CC_PART_OPENS && find_property(part.tag) < PROPERTIES) {
            property at = find_property(part.tag);
            values[at]  = (cc_str){room[at], read_value(&part, room[at])};
        }
    cc_part_close(&part);
    put_value(package, "title", values[TITLE]);
    if (is_of_template(values[AUTHOR]))
        return;
    put_value(package, "author", values[CREATOR].len > 0 ? values[CREATOR] : values[AUTHOR]);
    put_value(package, "date", values[MODIFIED].len > 0 ? values[MODIFIED] : values[CREATED]);
}
