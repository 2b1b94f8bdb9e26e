/* intake.c - sniffs, decodes, reads. */
#include "run/intake.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "host/handover.h"
#include "text/decode.h"

enum { HEAD_BYTES = 4096 };

typedef struct intake {
    cc_worker     *worker;
    cc_builder     builder;
    cc_fault       fault;
    cc_str         reader; /* its name: the origin of metadata */
    cc_choice      choice; /* of what it reads; none where that is bytes */
    cc_decoded     decoded;
    cc_doc_status *status;
    cc_lost        lost; /* why the reader gave up, as it says */
} intake;

static void set_status(cc_doc_status *ret, const char *status, const char *reason, cc_str detail)
{
    ret->status = cc_str_z(status);
    ret->reason = cc_str_z(reason);
    ret->detail = detail;
}

/* What was said first stands. */
static void set_partial(cc_doc_status *ret, const char *reason, cc_str detail)
{
    if (cc_str_eq(ret->status, CC_S("ok")))
        set_status(ret, "partial", reason, detail);
}

static bool is_inside(const intake *in, const cc_block_in *block)
{
    for (size_t i = 0; i < block->piece_count; i++) {
        const cc_place *place = &block->pieces[i].place;
        if (place->kind == CC_PLACE_BYTES && place->at.bytes.end > in->decoded.text.len)
            return false;
    }
    return true;
}

static cc_status put_block(cc_block_sink *sink, const cc_block_in *given)
{
    intake     *in = sink->core;
    cc_block_in block;
    cc_handover_copy(&block, sizeof block, given);
    if (!is_inside(in, &block))
        return cc_fault_set(&in->fault, CC_FAIL, "a block lies outside of the document");
    return cc_builder_put(&in->builder, &block, &in->fault);
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    intake *in = sink->core;
    if (in->builder.meta.n < CC_MAX_META)
        cc_builder_meta(&in->builder, key, value, in->reader);
    return CC_OK;
}

static cc_str head_of(cc_str bytes)
{
    return cc_str_sub(bytes, 0, bytes.len < HEAD_BYTES ? bytes.len : HEAD_BYTES);
}

/* ASCII does not show in the bytes of UTF-16 and UTF-32. */
static cc_str decode_head(cc_arena *arena, cc_str head)
{
    const cc_encoding *wide    = cc_encoding_wide(head);
    cc_decoded         decoded = {.text = head};
    if (wide != NULL)
        cc_decode(arena, head, wide, &decoded);
    return decoded.text;
}

static void put_lost(cc_block_sink *sink, cc_lost why)
{
    intake *in = sink->core;
    if (why < CC_LOST_COUNT)
        in->lost = why;
}

/* The reader that is surest; of two equally sure the first by name. */
static cc_instance *find_reader(cc_worker *worker, cc_str bytes, cc_str path)
{
    cc_instance *best = NULL;
    int32_t      most = 0;
    cc_str       head = head_of(bytes), text = decode_head(&worker->doc, head);
    for (size_t i = 0; i < worker->plugins.n; i++) {
        const cc_reader *reader = worker->plugins.at[i].plugin->def.reader;
        if (reader == NULL)
            continue;
        int32_t sure = reader->bid(reader->wants_text ? text : head, path);
        if (sure > most) {
            most = sure;
            best = &worker->plugins.at[i];
        }
    }
    return best;
}

static cc_choice choose_encoding(const intake *in, const cc_reader *reader, const cc_member *member)
{
    cc_str   named = cc_str_z(in->worker->engine->settings.encoding);
    cc_hints hints = {.named = cc_encoding_find(named), .container = member->charset};
    if (CC_HAS(cc_reader, reader, charset) && reader->charset != NULL)
        hints.document = reader->charset(head_of(member->bytes));
    return cc_encoding_choose(member->bytes, &hints);
}

/* Decodes for readers of text. false: it is none. */
static bool decode(intake *in, const cc_reader *reader, const cc_member *member)
{
    cc_arena *arena = &in->worker->doc;
    in->decoded     = (cc_decoded){.text = member->bytes};
    if (reader->wants_text) {
        in->choice = choose_encoding(in, reader, member);
        cc_decode(arena, member->bytes, in->choice.encoding, &in->decoded);
    }
    if (in->decoded.binary) {
        set_status(in->status, "unreadable", "unsupported",
                   CC_S("no text in an encoding that can be read"));
        return false;
    }
    cc_builder_init(&in->builder, arena, &in->decoded, &in->worker->engine->abbreviations,
                    CC_MAX_TEXT_BYTES);
    return true;
}

static void tell_of_encoding(intake *in)
{
    enum { LONGEST = 40 };
    cc_arena   *arena    = &in->worker->doc;
    const char *name     = in->choice.encoding == NULL ? "" : in->choice.encoding->name;
    cc_str      unknown  = in->choice.unknown, detail;
    size_t      replaced = in->decoded.replaced;
    unknown.len          = unknown.len < LONGEST ? unknown.len : LONGEST;
    if (in->choice.guessed && unknown.len > 0)
        detail = cc_arena_printf(arena, "read as %s, since '%.*s' is no encoding that can be read",
                                 name, CC_F(cc_ascii(arena, unknown)));
    else if (in->choice.guessed)
        detail = cc_arena_printf(
            arena, "read as %s, as its bytes suggest; name another with --encoding", name);
    else if (replaced > 0)
        detail = cc_arena_printf(arena, "%zu character%s not %s and replaced", replaced,
                                 replaced == 1 ? "" : "s", name);
    else
        return;
    set_partial(in->status, "encoding-guessed", detail);
}

/* In this process, or in one of the reader's own; *ret_reason as in cage.h. */
static cc_status run_once(intake *in, cc_instance *reader, const char **ret_reason)
{
    cc_block_sink sink = {
        .size = sizeof sink, .core = in, .block = put_block, .meta = put_meta, .lost = put_lost};
    cc_arena *doc = &in->worker->doc;
    *ret_reason   = NULL;
    in->lost      = CC_LOST_UNKNOWN;
    reader->fault = (cc_fault){0};
    in->fault     = (cc_fault){0};
    if (cc_instance_is_caged(reader))
        return cc_cage_read(&reader->cage, doc, in->decoded.text, &sink, ret_reason,
                            &reader->fault);
    return reader->plugin->def.reader->read(reader->self, &reader->host, in->decoded.text, &sink);
}

/* What happens must depend on this document alone, so a process that had served others and then
 * failed is not believed: a new one gets the document. */
static cc_status run_reader(intake *in, cc_instance *reader, const char **ret_reason)
{
    bool       served = reader->cage.pid != 0 && reader->cage.served > 0;
    cc_builder empty  = in->builder;
    cc_status  status = run_once(in, reader, ret_reason);
    if (*ret_reason == NULL || !served)
        return status;
    in->builder = empty;
    return run_once(in, reader, ret_reason);
}

static void tell_of_reader(intake *in, const cc_instance *reader, cc_status status,
                           const char *reason)
{
    static const char *const words[CC_LOST_COUNT] = {
        [CC_LOST_UNKNOWN]         = "reader-crashed",
        [CC_LOST_TOO_LARGE]       = "too-large",
        [CC_LOST_TOO_MANY_BLOCKS] = "too-many-blocks",
        [CC_LOST_ENCRYPTED]       = "encrypted",
        [CC_LOST_NO_TEXT]         = "no-text",
        [CC_LOST_DAMAGED]         = "crc-mismatch",
        [CC_LOST_UNSUPPORTED]     = "unsupported",
    };
    if (status == CC_OK || status == CC_END)
        return;
    const char *message = in->fault.status != CC_OK ? in->fault.message : reader->fault.message;
    cc_str      detail  = cc_arena_printf(&in->worker->doc, "%.*s: %s", CC_F(in->reader), message);
    if (reason == NULL)
        reason = words[in->lost];
    if (status == CC_WARN)
        set_partial(in->status, reason, detail);
    else
        set_status(in->status, "unreadable", reason, detail);
}

bool cc_intake(cc_worker *worker, const cc_member *member, cc_document *ret, cc_doc_status *status)
{
    intake       in     = {.worker = worker, .status = status};
    cc_instance *reader = find_reader(worker, member->bytes, member->path);
    const char  *reason;
    if (reader == NULL) {
        set_status(status, "unreadable", "unsupported", CC_S("no reader knows this format"));
        return false;
    }
    in.reader = cc_str_z(reader->plugin->def.name);
    if (!decode(&in, reader->plugin->def.reader, member))
        return false;
    cc_status read = run_reader(&in, reader, &reason);
    tell_of_reader(&in, reader, read, reason);
    cc_builder_finish(&in.builder, member->bytes, ret);
    ret->abi.path = member->path;
    if (ret->cut)
        set_partial(status, "too-large",
                    CC_S("the text is longer than 64 MiB; the rest was not read"));
    tell_of_encoding(&in);
    return !cc_str_eq(status->status, CC_S("unreadable"));
}
