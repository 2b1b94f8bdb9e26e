/* member.c - from a header of an archive to a document, a nested archive, or a status. */
#include "source/member.h"

#include <stdio.h>
#include <sys/stat.h>

/* What reading a member's data has come to. */
typedef struct fetch {
    cc_buffer   data;
    cc_type     type; /* class 0: not looked at yet */
    const char *reason;
    char        detail[160];
    bool        pass; /* the rest is not needed */
} fetch;

static void blame(fetch *f, const char *reason, const char *detail)
{
    if (f->reason != NULL)
        return;
    f->reason = reason;
    snprintf(f->detail, sizeof f->detail, "%s", detail == NULL ? "" : detail);
}

/* What comes out of tar and cpio was counted when it was decompressed, or never was smaller. */
static bool counts(const cc_reading *r)
{
    return r->format == CC_FORMAT_ZIP || r->format == CC_FORMAT_7Z;
}

/* An error of libarchive: the fault of the bytes below it, where they have one. */
static void blame_libarchive(cc_reading *r, fetch *f, int rc)
{
    const cc_stream *below  = cc_stream_fault(r->client.stream);
    const char      *reason = cc_client_reason(&r->client, r->handle);
    const char      *detail = archive_error_string(r->handle);
    if (below != NULL)
        reason = below->reason, detail = below->detail;
    blame(f, reason, detail);
    if (rc <= ARCHIVE_FATAL || below != NULL) {
        cc_reading_blame(r, reason, detail == NULL ? "" : detail);
        r->over = true;
    }
}

/* Whether the bytes are needed: documents that are asked for, and what may hold some. */
static void look(const cc_reading *r, const cc_item *item, fetch *f)
{
    f->type = cc_sniff((cc_str){f->data.ptr, f->data.len});
    if (f->type.class == CC_CLASS_TEXT)
        f->pass = !cc_visit_wants(r->visit, item->path);
    else
        f->pass = f->type.class >= CC_CLASS_UNREADABLE;
}

/* A hole of a sparse member, then a block. false: stop. */
static bool take(cc_reading *r, fetch *f, uint64_t hole, cc_str block)
{
    uint64_t max  = r->visit->options->max_member_bytes;
    uint64_t room = max - f->data.len;
    if (hole > room) {
        blame(f, "too-large", "a hole of a sparse file is over the limit");
        return false;
    }
    if (!cc_budget_spend(r->budget, hole + (counts(r) ? block.len : 0))) {
        blame(f, "ratio", "too much comes out of too little");
        return false;
    }
    bool   fits = block.len <= room - hole;
    size_t len  = fits ? block.len : (size_t)(room - hole);
    if (!cc_buffer_put(&f->data, NULL, (size_t)hole) || !cc_buffer_put(&f->data, block.ptr, len)) {
        blame(f, "too-large", "not enough memory for it");
        return false;
    }
    if (!fits)
        blame(f, "too-large", "it is over the limit of a member");
    return fits;
}

/* At the end of the data: a hole that no block follows. */
static void take_last_hole(cc_reading *r, fetch *f, struct archive_entry *entry)
{
    int64_t size = archive_entry_size(entry);
    if (archive_entry_sparse_count(entry) > 0 && size > (int64_t)f->data.len)
        take(r, f, (uint64_t)size - f->data.len, (cc_str){"", 0});
}

static void fetch_data(cc_reading *r, const cc_item *item, struct archive_entry *entry, fetch *f)
{
    for (unsigned warnings = 0; warnings < 2 && !f->pass;) {
        const void *block  = NULL;
        size_t      len    = 0;
        la_int64_t  offset = (la_int64_t)f->data.len;
        int         rc     = archive_read_data_block(r->handle, &block, &len, &offset);
        if (rc == ARCHIVE_EOF) {
            take_last_hole(r, f, entry);
            break;
        }
        if (rc != ARCHIVE_OK)
            blame_libarchive(r, f, rc);
        if (rc < ARCHIVE_WARN)
            break;
        warnings += rc != ARCHIVE_OK && len == 0;
        uint64_t hole = offset > (la_int64_t)f->data.len ? (uint64_t)offset - f->data.len : 0;
        if (!take(r, f, hole, (cc_str){block, len}))
            break;
        if (f->type.class == 0 && f->data.len >= CC_SNIFF_BYTES)
            look(r, item, f);
    }
    if (f->type.class == 0)
        look(r, item, f);
}

/* Leaves the rest of the member. zip seeks over it; elsewhere it must be decompressed, which is
 * counted. */
static void discard(cc_reading *r)
{
    if (r->format == CC_FORMAT_ZIP || r->over)
        return;
    uint64_t    before = r->budget->out;
    const void *block;
    size_t      len;
    la_int64_t  offset;
    while (archive_read_data_block(r->handle, &block, &len, &offset) == ARCHIVE_OK)
        if (counts(r) && !cc_budget_spend(r->budget, len)) {
            cc_budget_strike(r->budget, before);
            cc_reading_blame(r, "ratio", "too much comes out of too little");
            r->over = true;
            return;
        }
}

/* A document that is all there, or what there is of one. */
static cc_status give_text(cc_reading *r, const cc_item *item, fetch *f)
{
    if (!cc_visit_wants(r->visit, item->path))
        return CC_OK;
    if (f->reason == NULL)
        return cc_visit_give(r->visit, item, &f->data, "ok", "", "");
    bool useful = f->data.len > 0 && strcmp(f->reason, "ratio") != 0;
    if (!useful)
        cc_buffer_release(&f->data);
    return cc_visit_give(r->visit, item, &f->data, useful ? "partial" : "unreadable", f->reason,
                         f->detail);
}

static cc_status give_nested(cc_reading *r, const cc_item *item, fetch *f)
{
    if (!cc_visit_enters(r->visit, item->path))
        return CC_OK;
    if (f->reason != NULL &&
        (strcmp(f->reason, "ratio") == 0 || strcmp(f->reason, "too-large") == 0))
        return cc_visit_tell(r->visit, item, "unreadable", f->reason, f->detail);
    cc_stream *base = cc_stream_memory(&r->visit->scratch, (cc_str){f->data.ptr, f->data.len});
    if (f->reason != NULL)
        cc_stream_stop(base, f->reason, f->detail);
    return cc_enter(r->visit, item, base);
}

static cc_status give(cc_reading *r, const cc_item *item, fetch *f)
{
    if (f->type.class == CC_CLASS_TEXT)
        return give_text(r, item, f);
    if (f->type.class < CC_CLASS_UNREADABLE)
        return give_nested(r, item, f);
    if (!cc_visit_wants(r->visit, item->path))
        return CC_OK;
    bool other = f->type.class == CC_CLASS_OTHER;
    return cc_visit_tell(r->visit, item, other ? "skipped" : "unreadable", "unsupported",
                         f->type.name);
}

static cc_status read_data(cc_reading *r, const cc_item *item, struct archive_entry *entry)
{
    fetch    f      = {0};
    uint64_t before = r->budget->out;
    fetch_data(r, item, entry, &f);
    if (f.reason != NULL && strcmp(f.reason, "ratio") == 0)
        cc_budget_strike(r->budget, before);
    cc_status status = give(r, item, &f);
    cc_buffer_release(&f.data);
    if (status == CC_OK)
        discard(r);
    return status;
}

/* What is no regular file, in words; NULL: it is one. */
static const char *odd_kind(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) != NULL)
        return "hard link";
    switch (archive_entry_filetype(entry)) {
    case 0: return NULL;
    case AE_IFREG: return NULL;
    case AE_IFLNK: return "symbolic link";
    case AE_IFIFO: return "named pipe";
    case AE_IFSOCK: return "socket";
    default: return "device";
    }
}

static cc_str name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (name == NULL)
        name = archive_entry_pathname_utf8(entry);
    cc_str ret = cc_str_z(name == NULL ? "" : name);
    while (cc_str_starts(ret, CC_S("./")))
        ret = cc_str_sub(ret, 2, ret.len - 2);
    return ret;
}

cc_item cc_reading_item(cc_reading *r, cc_str name)
{
    cc_item ret   = {.depth = r->item->depth + 1, .above = r->budget, .date = r->item->date};
    cc_str  shown = cc_name_show(&r->visit->scratch, name, &ret.cut);
    shown         = cc_names_add(&r->names, shown);
    ret.path = cc_arena_printf(&r->visit->scratch, "%.*s!%.*s", CC_F(r->item->path), CC_F(shown));
    return ret;
}

cc_status cc_member_read(cc_reading *r, struct archive_entry *entry)
{
    if (archive_entry_filetype(entry) == AE_IFDIR)
        return CC_OK;
    r->members++;
    cc_item     item = cc_reading_item(r, name_of(entry));
    const char *odd  = odd_kind(entry);
    if (!cc_visit_enters(r->visit, item.path))
        return discard(r), CC_OK;
    if (odd == NULL && archive_entry_is_data_encrypted(entry) != 1)
        return read_data(r, &item, entry);
    if (!cc_visit_wants(r->visit, item.path))
        return CC_OK;
    if (odd != NULL)
        return cc_visit_tell(r->visit, &item, "skipped", "unsupported", odd);
    return cc_visit_tell(r->visit, &item, "unreadable", "encrypted", "it needs a password");
}
