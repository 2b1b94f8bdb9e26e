/* read_docx.c - Word documents: the body with its notes, then comments, headers and footers.
 *
 * Parts are pulled through an XML reader as they are unpacked (shared/package). A walk (docx_walk)
 * hands elements by their names to what reads paragraphs, runs, tables and notes; nothing but a
 * table and the notes is ever held. */
#include "docx.h"

#include "shared/package/kind.h"

#include <string.h>

static int32_t bid(cc_str head, cc_str name)
{
    int32_t sure = cc_kind_bid(head, name, "word/", ".docx");
    return sure == 0 && (cc_kind_is_ole(head) || cc_kind_is_office(head)) ? 5 : sure;
}

static cc_docx_changes read_option(const cc_host *host)
{
    const char *value = host->option(host, "tracked-changes");
    if (strcmp(value, "original") == 0)
        return CC_DOCX_ORIGINAL;
    return strcmp(value, "both") == 0 ? CC_DOCX_BOTH : CC_DOCX_ACCEPT;
}

static const char *target_of(const cc_links *links, const char *type)
{
    const cc_link *link = cc_links_of_type(links, type);
    return link != NULL ? link->target : NULL;
}

/* Headers and footers. */
static void read_margins(cc_docx *d, const cc_links *links)
{
    uint32_t number = CC_DOCX_FIRST_MARGIN;
    for (size_t i = 0; i < links->n; i++)
        if (strcmp(links->at[i].type, "header") == 0 || strcmp(links->at[i].type, "footer") == 0)
            cc_docx_read_part(d, links->at[i].target, number++, CC_MARGIN);
}

static void read_parts(cc_docx *d, const char *document)
{
    cc_links links;
    cc_links_read(&d->package, document, &links);
    const char *notes = target_of(&links, "footnotes"), *ends = target_of(&links, "endnotes");
    const char *comments = target_of(&links, "comments");
    cc_docx_styles_read(&d->package, target_of(&links, "styles"), &d->styles);
    if (notes != NULL)
        cc_docx_read_notes(d, notes, CC_DOCX_FOOTNOTES, CC_FOOTNOTE, &d->footnotes);
    if (ends != NULL)
        cc_docx_read_notes(d, ends, CC_DOCX_ENDNOTES, CC_ENDNOTE, &d->endnotes);
    if (!cc_docx_read_part(d, document, CC_DOCX_DOCUMENT, 0) && !d->package.lost)
        cc_package_lose(&d->package, CC_LOST_DAMAGED, "is not there", document);
    if (comments != NULL)
        cc_docx_read_part(d, comments, CC_DOCX_COMMENTS, CC_COMMENT);
    read_margins(d, &links);
}

static cc_status read_package(cc_docx *d)
{
    cc_links    of_package;
    const char *document;
    cc_links_read(&d->package, "", &of_package);
    document = target_of(&of_package, "officeDocument");
    if (document == NULL)
        document = "word/document.xml";
    cc_properties_put(&d->package, target_of(&of_package, "core-properties"));
    read_parts(d, document);
    if (d->story.status != CC_OK)
        return d->story.status == CC_END ? CC_OK : d->story.status;
    return cc_package_end(&d->package, d->story.any);
}

static cc_status read_docx(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    (void)self;
    if (cc_kind_is_ole(bytes))
        return cc_package_refuse_ole(host, bytes, out);
    cc_docx *d       = host->alloc(host, sizeof *d, sizeof(void *));
    d->host          = host;
    d->story.host    = host;
    d->story.out     = out;
    d->changes       = read_option(host);
    cc_status status = cc_package_open(&d->package, host, bytes, out);
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
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_docx};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_docx",
        .summary = "Word documents",
        .options = options,
        .reader  = &stage,
    };
    return &plugin;
}
