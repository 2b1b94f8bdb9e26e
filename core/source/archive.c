/* archive.c - the members of an archive in their order, and how the archive ended. */
#include "source/archive.h"

#include "source/directory.h"
#include "source/member.h"
#include "source/warc.h"

#include <stdio.h>

static const char GARBAGE[] = "bytes after the end of the archive are not read";

void cc_reading_blame(cc_reading *r, const char *reason, const char *detail)
{
    if (r->reason != NULL)
        return;
    r->reason = reason;
    snprintf(r->detail, sizeof r->detail, "%s", detail);
}

static void support(struct archive *handle, cc_format format)
{
    switch (format) {
    case CC_FORMAT_ZIP: archive_read_support_format_zip(handle); break;
    case CC_FORMAT_7Z: archive_read_support_format_7zip(handle); break;
    case CC_FORMAT_CPIO: archive_read_support_format_cpio(handle); break;
    default:
        archive_read_support_format_tar(handle);
        /* Archives joined with cat: nothing is lost. */
        archive_read_set_format_option(handle, "tar", "read_concatenated_archives", "1");
        break;
    }
}

/* Names are converted to the locale's encoding, which must not depend on the user's. */
static int next_header(cc_reading *r, struct archive_entry **ret)
{
    locale_t before = r->visit->utf8 == (locale_t)0 ? (locale_t)0 : uselocale(r->visit->utf8);
    int      rc     = archive_read_next_header(r->handle, ret);
    if (before != (locale_t)0)
        uselocale(before);
    return rc;
}

/* Where what libarchive took for a header begins. */
static uint64_t header_at(cc_reading *r, int rc)
{
    enum { HEADER = 512 };
    uint64_t at = (uint64_t)archive_filter_bytes(r->handle, 0);
    return rc == ARCHIVE_FATAL || at < HEADER ? at : at - HEADER;
}

/* Whether it stands behind the zeros that end a tar archive. */
static bool is_behind_end(cc_reading *r, int rc)
{
    return r->format == CC_FORMAT_TAR && cc_client_zeros_before(&r->client, header_at(r, rc));
}

/* What was cut off a 7z looks like damage to libarchive. */
static const char *reason_of(cc_reading *r)
{
    cc_directory found;
    if (r->format == CC_FORMAT_7Z && !cc_directory_find(r->client.stream, r->format, &found))
        return "truncated";
    return cc_client_reason(&r->client, r->handle);
}

/* A header that cannot be read; libarchive can go on after some. */
static void blame_header(cc_reading *r, int rc)
{
    const cc_stream *below  = cc_stream_fault(r->client.stream);
    const char      *detail = archive_error_string(r->handle);
    bool             behind = is_behind_end(r, rc);
    r->over                 = rc == ARCHIVE_FATAL || behind;
    if (below != NULL)
        cc_reading_blame(r, below->reason, below->detail);
    else if (!behind)
        cc_reading_blame(r, reason_of(r), detail == NULL ? "damaged archive" : detail);
    else if (!cc_client_only_zeros(&r->client, header_at(r, rc)))
        cc_reading_blame(r, "trailing-garbage", GARBAGE);
}

static cc_status read_members(cc_reading *r)
{
    struct archive_entry *entry;
    while (!r->over) {
        int rc = next_header(r, &entry);
        if (rc == ARCHIVE_EOF)
            return CC_OK;
        if (++r->headers > r->visit->options->max_members)
            return cc_reading_blame(r, "too-large", "more members than the limit"), CC_OK;
        if (rc != ARCHIVE_OK && rc != ARCHIVE_WARN) {
            blame_header(r, rc);
            continue;
        }
        cc_mark   mark   = cc_arena_mark(&r->visit->scratch);
        cc_status status = cc_member_read(r, entry);
        cc_arena_rewind(&r->visit->scratch, mark);
        if (status != CC_OK)
            return status;
        if (cc_budget_gone(r->budget))
            return cc_reading_blame(r, "ratio", "too much comes out of too little"), CC_OK;
    }
    return CC_OK;
}

/* What follows the last member of a format without a directory. */
static void check_end(cc_reading *r)
{
    uint64_t end    = (uint64_t)archive_filter_bytes(r->handle, 0);
    bool     marked = r->format != CC_FORMAT_TAR || cc_client_zeros_before(&r->client, end);
    /* Reading on to the end also lets decompressors check theirs. */
    bool             zeros = cc_client_only_zeros(&r->client, end);
    const cc_stream *below = cc_stream_fault(r->client.stream);
    if (below != NULL)
        cc_reading_blame(r, below->reason, below->detail);
    else if (!marked)
        cc_reading_blame(r, "truncated", "the mark at the end of a tar archive is missing");
    else if (!zeros)
        cc_reading_blame(r, "trailing-garbage", GARBAGE);
}

/* A zip or 7z is whole when its directory is, and lists what was found. */
static void check_directory(cc_reading *r)
{
    cc_directory     found;
    char             detail[160];
    const cc_stream *below = cc_stream_fault(r->client.stream);
    if (below != NULL) {
        cc_reading_blame(r, below->reason, below->detail);
    } else if (!cc_directory_find(r->client.stream, r->format, &found)) {
        cc_reading_blame(r, "truncated", "the directory at the end of the archive is missing");
    } else if (found.entries_known && found.entries != r->headers % 65536) {
        snprintf(detail, sizeof detail, "its directory lists %u members, %llu were found",
                 found.entries, (unsigned long long)r->headers);
        cc_reading_blame(r, "truncated", detail);
    } else if (found.garbage) {
        cc_reading_blame(r, "trailing-garbage", GARBAGE);
    }
}

static void check(cc_reading *r)
{
    if (r->reason != NULL)
        return;
    if (r->format == CC_FORMAT_ZIP || r->format == CC_FORMAT_7Z)
        check_directory(r);
    else
        check_end(r);
}

static cc_status tell_of_archive(cc_reading *r)
{
    if (!cc_visit_enters(r->visit, r->item->path))
        return CC_OK;
    if (r->reason != NULL)
        return cc_visit_tell(r->visit, r->item, r->members > 0 ? "partial" : "unreadable",
                             r->reason, r->detail);
    if (r->members > 0)
        return CC_OK;
    return cc_visit_tell(r->visit, r->item, "skipped", "no-text", "the archive holds no documents");
}

static cc_status read_by_libarchive(cc_reading *r)
{
    cc_status status = CC_OK;
    bool      seeks  = r->format == CC_FORMAT_ZIP || r->format == CC_FORMAT_7Z;
    r->handle        = archive_read_new();
    if (r->handle == NULL)
        return cc_reading_blame(r, "too-large", "not enough memory"), CC_OK;
    support(r->handle, r->format);
    if (cc_client_open(&r->client, r->handle, seeks) < ARCHIVE_WARN)
        blame_header(r, ARCHIVE_FATAL);
    else
        status = read_members(r);
    if (status == CC_OK)
        check(r);
    archive_read_free(r->handle);
    return status;
}

cc_status cc_archive_read(cc_visit *visit, const cc_item *item, cc_stream *stream, cc_format format,
                          cc_budget *budget)
{
    cc_reading r      = {.visit  = visit,
                         .item   = item,
                         .budget = budget,
                         .format = format,
                         .client = {.stream = stream}};
    cc_status  status = format == CC_FORMAT_WARC ? cc_warc_read(&r) : read_by_libarchive(&r);
    if (status == CC_OK)
        status = tell_of_archive(&r);
    cc_names_release(&r.names);
    return status;
}
