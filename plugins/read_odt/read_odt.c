/* read_odt.c - OpenDocument texts: the body with its notes, then comments, headers and footers. */
#include "odt.h"

#include "shared/package/kind.h"
#include "shared/package/links.h"

#include <string.h>

static int32_t bid(cc_str head, cc_str name)
{
    static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.text";
    (void)name;
    return cc_kind_is_zip(head) && head.len > 30 + sizeof type &&
                   memcmp(head.ptr + 30, type, sizeof type - 1) == 0
               ? 90
               : 0;
}

/* Calls `read` for each element `tag` of a part, wherever it stands. */
static void read_each(cc_odt *d, const char *part, const char *const *tags, void (*read)(cc_odt *d))
{
    if (d->story.status != CC_OK || !cc_part_open(&d->package, part, &d->part))
        return;
    while (d->story.status == CC_OK && cc_part_next(&d->part) != CC_PART_END)
        for (size_t i = 0; tags[i] != NULL && d->part.event == CC_PART_OPENS; i++)
            if (cc_part_is(d->part.tag, tags[i]))
                read(d);
    cc_part_close(&d->part);
}

static void read_named_styles(cc_odt *d)
{
    cc_odt_styles_read(d->host, &d->part, &d->styles);
}

static void note_encryption(cc_odt *d)
{
    cc_package_lose(&d->package, CC_LOST_ENCRYPTED, "is encrypted", "content.xml");
}

static void read_content(cc_odt *d)
{
    cc_story_begin_part(&d->story, CC_ODT_CONTENT, 0);
    if (!cc_part_open(&d->package, "content.xml", &d->part)) {
        if (!d->package.lost)
            cc_package_lose(&d->package, CC_LOST_DAMAGED, "is not there", "content.xml");
        return;
    }
    if (cc_part_next(&d->part) == CC_PART_OPENS)
        cc_odt_walk(d);
    cc_story_end_paragraph(&d->story);
    cc_part_close(&d->part);
    for (size_t i = 0; i < d->comments.n && d->story.status == CC_OK; i++)
        d->story.status = cc_story_put(&d->story, &d->comments.at[i]);
}

static void read_margins(cc_odt *d)
{
    static const char *const tags[] = {"style:header",
                                       "style:footer",
                                       "style:header-left",
                                       "style:footer-left",
                                       "style:header-first",
                                       "style:footer-first",
                                       NULL};
    cc_story_begin_part(&d->story, CC_ODT_MARGINS, CC_MARGIN);
    d->gone = 0;
    read_each(d, "styles.xml", tags, cc_odt_walk);
}

static cc_status read_package(cc_odt *d)
{
    static const char *const styles[]     = {"office:styles", NULL};
    static const char *const encryption[] = {"manifest:encryption-data", NULL};
    read_each(d, "META-INF/manifest.xml", encryption, note_encryption);
    if (!d->package.lost) {
        cc_properties_put(&d->package, "meta.xml");
        read_each(d, "styles.xml", styles, read_named_styles);
        read_content(d);
        read_margins(d);
    }
    if (d->story.status != CC_OK)
        return d->story.status == CC_END ? CC_OK : d->story.status;
    return cc_package_end(&d->package, d->story.any);
}

static cc_status read_odt(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    (void)self;
    cc_odt     *d      = host->alloc(host, sizeof *d, sizeof(void *));
    const char *option = host->option(host, "tracked-changes");
    d->host = d->story.host = host;
    d->story.out            = out;
    d->changes              = strcmp(option, "original") == 0 ? CC_ODT_ORIGINAL
                              : strcmp(option, "both") == 0   ? CC_ODT_BOTH
                                                              : CC_ODT_ACCEPT;
    cc_status status        = cc_package_open(&d->package, host, bytes, out);
    if (status == CC_OK)
        status = read_package(d);
    cc_package_close(&d->package);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_option options[] = {
        {"tracked-changes", "accept", "accept, original or both"},
        {0},
    };
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_odt};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_odt",
        .summary = "OpenDocument texts",
        .options = options,
        .reader  = &stage,
    };
    return &plugin;
}
