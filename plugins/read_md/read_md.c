/* read_md.c - Markdown by md4c: headings, lists, tables, footnotes, quotations, front matter. */
#include "md_clean.h"
#include "md_events.h"
#include "md_grid.h"
#include "md_matter.h"

#include <md4c.h>

/* Footnotes come last, each by itself. */
static void read_notes(cc_md *r)
{
    r->now.in_note = true;
    for (size_t i = 0; i < r->src.note_count; i++) {
        cc_range note = r->src.notes[i];
        memcpy(cc_md_copy_at(&r->src, note.start), r->src.in.ptr + note.start,
               note.end - note.start);
        cc_md_clean(&r->src, note.start, note.end, false);
        cc_md_parse(r, note, MD_FLAG_NOINDENTEDCODEBLOCKS);
    }
}

static cc_status read_markdown(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    char *copy = host->alloc(host, bytes.len + 1, 1);
    (void)self;
    if (bytes.len == 0)
        return CC_OK;
    memcpy(copy, bytes.ptr, bytes.len);
    cc_md *r       = host->alloc(host, sizeof *r, sizeof(void *));
    *r             = (cc_md){.host = host, .out = out, .src = {host, bytes, {copy, bytes.len}}};
    r->fold        = (cc_fold){.host = host, .in = r->src.copy};
    cc_label given = {.len = 0};
    size_t   start = cc_md_matter_read(&r->src, out, &given, &r->status);
    cc_md_clean(&r->src, start, bytes.len, true);
    cc_md_parse(r, (cc_range){0, bytes.len}, 0);
    cc_md_put_grids(r, bytes.len);
    read_notes(r);
    cc_label *title = given.len > 0 ? &given : &r->title;
    if (title->len > 0 && r->status != CC_FAIL)
        out->meta(out, (cc_str){"title", 5}, cc_label_text(title));
    return r->status == CC_END ? CC_OK : r->status;
}

static int32_t bid(cc_str head, cc_str name)
{
    static const char *const packed[] = {".gz", ".bz2", ".xz", ".zst", NULL};
    (void)head;
    for (size_t i = 0; packed[i] != NULL; i++)
        if (cc_ends_with(name, packed[i])) {
            name.len -= strlen(packed[i]);
            break;
        }
    return cc_ends_with(name, ".md") || cc_ends_with(name, ".markdown") ? 60 : 0;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .bid        = bid,
        .read       = read_markdown,
        .in_process = true,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_md",
        .summary = "Markdown",
        .reader  = &stage,
    };
    return &plugin;
}
