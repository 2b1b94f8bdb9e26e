/* enter.c - one file or member, through its layers of compression to an archive or a text. */
#include "source/archive.h"

#include "base/bounds.h"
#include "source/codec.h"

/* Servers say that bytes are compressed when they are not, and crawlers unpack them. */
static cc_stream *undo_coding(cc_visit *visit, const cc_item *item, cc_stream *top,
                              cc_budget *budget)
{
    for (size_t i = 0; i < item->coded_count; i++)
        if (cc_codec_fits(item->coded[i], cc_stream_peek(top)))
            top = cc_stream_unpack(&visit->scratch, top, item->coded[i], budget);
    return top;
}

/* Puts decompressors on `top` until what comes out is not compressed. NULL: too many. */
static cc_stream *unwrap(cc_visit *visit, cc_stream *top, cc_budget *budget, cc_type *ret)
{
    for (unsigned layers = 0;; layers++) {
        *ret = cc_sniff(cc_stream_peek(top));
        if (ret->class != CC_CLASS_PACKED)
            return top;
        if (layers == CC_MAX_FILTERS) {
            cc_stream_close(top);
            return NULL;
        }
        top = cc_stream_unpack(&visit->scratch, top, ret->format, budget);
    }
}

/* All of the text, up to the limit of a member. */
static cc_status give_text(cc_visit *visit, const cc_item *item, cc_stream *stream)
{
    cc_buffer   buffer = {0};
    uint64_t    max    = visit->options->max_member_bytes;
    const char *reason = NULL, *detail = "it is over the limit of a member";
    for (cc_str block; reason == NULL && (block = cc_stream_next(stream)).len > 0;) {
        size_t len = block.len;
        if (len > max - buffer.len) {
            len    = (size_t)(max - buffer.len);
            reason = "too-large";
        }
        if (!cc_buffer_put(&buffer, block.ptr, len))
            reason = "too-large", detail = "not enough memory for it";
    }
    const cc_stream *fault = cc_stream_fault(stream);
    if (fault != NULL)
        reason = fault->reason, detail = fault->detail;
    if (reason == NULL)
        return cc_visit_give(visit, item, &buffer, "ok", "", "");
    if (strcmp(reason, "ratio") == 0)
        cc_buffer_release(&buffer);
    return cc_visit_give(visit, item, &buffer, buffer.len > 0 ? "partial" : "unreadable", reason,
                         detail);
}

static bool needs_seek(cc_format format)
{
    return format == CC_FORMAT_ZIP || format == CC_FORMAT_7Z;
}

/* `*stream` becomes the spooled one where one is needed. */
static cc_status read_archive(cc_visit *visit, const cc_item *item, cc_stream **stream,
                              cc_format format, cc_budget *budget)
{
    if (!cc_visit_enters(visit, item->path))
        return CC_OK;
    if (item->depth > visit->options->max_nesting)
        return cc_visit_tell(visit, item, "unreadable", "depth", "too many archives in archives");
    if (needs_seek(format) && !(*stream)->can_seek) {
        char       detail[160] = "";
        cc_stream *spooled =
            cc_stream_spool(&visit->scratch, *stream, visit->options->max_spool_bytes, detail);
        if (spooled == NULL)
            return cc_visit_tell(visit, item, "unreadable", "needs-seek", detail);
        *stream = spooled;
    }
    if (needs_seek(format) && (*stream)->below == NULL)
        budget->in = &(*stream)->size;
    return cc_archive_read(visit, item, *stream, format, budget);
}

static cc_status read_as(cc_visit *visit, const cc_item *item, cc_stream **stream, cc_type type,
                         cc_budget *budget)
{
    if (type.class == CC_CLASS_ARCHIVE)
        return read_archive(visit, item, stream, type.format, budget);
    if (!cc_visit_wants(visit, item->path))
        return CC_OK;
    if (type.class == CC_CLASS_TEXT)
        return give_text(visit, item, *stream);
    const cc_stream *fault = cc_stream_fault(*stream);
    bool             other = type.class == CC_CLASS_OTHER;
    /* What is damaged may only look like no text where it was unpacked. */
    if (fault != NULL && !(other && (*stream)->below == NULL))
        return cc_visit_tell(visit, item, "unreadable", fault->reason, fault->detail);
    return cc_visit_tell(visit, item, other ? "skipped" : "unreadable", "unsupported", type.name);
}

cc_status cc_enter(cc_visit *visit, const cc_item *item, cc_stream *base)
{
    cc_type   type;
    uint32_t  ratio  = visit->options->max_ratio;
    cc_budget budget = {
        .above = item->above, .in = &base->taken, .max_ratio = ratio + (ratio == 0)};
    cc_stream *top = undo_coding(visit, item, base, &budget);
    top            = unwrap(visit, top, &budget, &type);
    if (top == NULL)
        return cc_visit_tell(visit, item, "unreadable", "depth", "too many layers of compression");
    cc_status        status = read_as(visit, item, &top, type, &budget);
    const cc_stream *fault  = cc_stream_fault(top);
    if (fault != NULL && strcmp(fault->reason, "ratio") == 0)
        cc_budget_strike(&budget, 0);
    cc_budget_end(&budget);
    cc_stream_close(top);
    return status;
}
