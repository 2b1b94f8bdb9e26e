/* read_pptx.c - PowerPoint presentations: slide by slide, each with its notes behind it. */
#include "pptx.h"

#include "shared/package/kind.h"

#include <string.h>

static int32_t bid(cc_str head, cc_str name)
{
    return cc_kind_bid(head, name, "ppt/", ".pptx");
}

typedef struct slides {
    const char **at; /* names of parts */
    size_t       n, cap;
} slides;

/* Those that the presentation lists, in its order. */
static void list_slides(cc_pptx *d, const char *presentation, slides *ret)
{
    cc_links links;
    cc_links_read(&d->package, presentation, &links);
    if (!cc_part_open(&d->package, presentation, &d->part))
        return;
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event != CC_PART_OPENS || !cc_part_is(d->part.tag, "p:sldId"))
            continue;
        const cc_link *link = cc_links_of_id(&links, cc_part_attribute(&d->part, "r:id"));
        if (link == NULL)
            continue;
        ret->at           = cc_blocks_grow(d->host, ret->at, ret->n, &ret->cap, sizeof *ret->at);
        ret->at[ret->n++] = link->target;
    }
    cc_part_close(&d->part);
}

static void read_slide(cc_pptx *d, const char *slide, uint32_t number, uint32_t count)
{
    cc_links       links;
    const cc_link *notes;
    d->story.page = number;
    cc_links_read(&d->package, slide, &links);
    cc_pptx_read_part(d, slide, number, 0);
    notes = cc_links_of_type(&links, "notesSlide");
    if (notes == NULL)
        return;
    d->notes = true;
    cc_pptx_read_part(d, notes->target, number + count, CC_COMMENT);
    d->notes = false;
}

static cc_status read_package(cc_pptx *d)
{
    cc_links of_package;
    slides   all = {0};
    cc_links_read(&d->package, "", &of_package);
    const cc_link *core = cc_links_of_type(&of_package, "core-properties");
    const cc_link *main = cc_links_of_type(&of_package, "officeDocument");
    cc_properties_put(&d->package, core != NULL ? core->target : NULL);
    list_slides(d, main != NULL ? main->target : "ppt/presentation.xml", &all);
    for (size_t i = 0; i < all.n && d->story.status == CC_OK; i++)
        read_slide(d, all.at[i], (uint32_t)i + 1, (uint32_t)all.n);
    if (d->story.status != CC_OK)
        return d->story.status == CC_END ? CC_OK : d->story.status;
    return cc_package_end(&d->package, d->story.any);
}

static cc_status read_pptx(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    (void)self;
    cc_pptx *d = host->alloc(host, sizeof *d, sizeof(void *));
    d->host = d->story.host = host;
    d->story.out            = out;
    cc_status status        = cc_package_open(&d->package, host, bytes, out);
    if (status == CC_OK)
        status = read_package(d);
    cc_package_close(&d->package);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_pptx};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_pptx",
        .summary = "PowerPoint presentations",
        .reader  = &stage,
    };
    return &plugin;
}
