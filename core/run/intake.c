/* intake.c - sniffs, decodes, reads. */
#include "run/intake.h"

#include "base/bounds.h"
#include "host/handover.h"

enum { HEAD_BYTES = 4096 };

typedef struct intake {
    cc_worker     *worker;
    cc_builder     builder;
    cc_fault       fault;
    cc_str         reader; /* its name: the origin of metadata */
    cc_doc_status *status;
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

static cc_status put_block(cc_block_sink *sink, const cc_block_in *given)
{
    intake     *in = sink->core;
    cc_block_in block;
    cc_handover_copy(&block, sizeof block, given);
    return cc_builder_put(&in->builder, &block, &in->fault);
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    intake *in = sink->core;
    cc_builder_meta(&in->builder, key, value, in->reader);
    return CC_OK;
}

/* The reader that is surest; of two equally sure the first by name. */
static cc_instance *find_reader(cc_worker *worker, cc_str bytes, cc_str path)
{
    cc_instance *best = NULL;
    int32_t      most = 0;
    cc_str       head = cc_str_sub(bytes, 0, bytes.len < HEAD_BYTES ? bytes.len : HEAD_BYTES);
    for (size_t i = 0; i < worker->plugins.n; i++) {
        const cc_reader *reader = worker->plugins.at[i].plugin->def.reader;
        int32_t          sure   = reader == NULL ? 0 : reader->bid(head, path);
        if (sure > most) {
            most = sure;
            best = &worker->plugins.at[i];
        }
    }
    return best;
}

/* Decodes for readers of text. false: it is none. */
static bool decode(intake *in, const cc_instance *reader, cc_str bytes, cc_str *ret_text)
{
    cc_arena  *arena   = &in->worker->doc;
    cc_decoded decoded = {.text = bytes};
    if (reader->plugin->def.reader->wants_text)
        cc_utf8_decode(arena, bytes, &decoded);
    if (decoded.binary) {
        set_status(in->status, "unreadable", "unsupported",
                   CC_S("no text in UTF-8, the only encoding that is read"));
        return false;
    }
    if (decoded.replaced > 0)
        set_partial(in->status, "encoding-guessed",
                    cc_arena_printf(arena, "%zu byte%s not UTF-8 and replaced", decoded.replaced,
                                    decoded.replaced == 1 ? "" : "s"));
    cc_builder_init(&in->builder, arena, &decoded.map, &in->worker->engine->abbreviations,
                    CC_MAX_TEXT_BYTES);
    *ret_text = decoded.text;
    return true;
}

static void run_reader(intake *in, cc_instance *reader, cc_str text)
{
    cc_block_sink sink = {.size = sizeof sink, .core = in, .block = put_block, .meta = put_meta};
    cc_status status   = reader->plugin->def.reader->read(reader->self, &reader->host, text, &sink);
    if (status == CC_OK || status == CC_END)
        return;
    const char *message = reader->fault.status != CC_OK ? reader->fault.message : in->fault.message;
    cc_str      detail  = cc_arena_printf(&in->worker->doc, "%.*s: %s", CC_F(in->reader), message);
    if (status == CC_WARN)
        set_partial(in->status, "reader-crashed", detail);
    else
        set_status(in->status, "unreadable", "reader-crashed", detail);
}

bool cc_intake(cc_worker *worker, const cc_member *member, cc_document *ret, cc_doc_status *status)
{
    intake       in     = {.worker = worker, .status = status};
    cc_instance *reader = find_reader(worker, member->bytes, member->path);
    cc_str       text;
    if (reader == NULL) {
        set_status(status, "unreadable", "unsupported", CC_S("no reader knows this format"));
        return false;
    }
    in.reader     = cc_str_z(reader->plugin->def.name);
    reader->fault = (cc_fault){0};
    if (!decode(&in, reader, member->bytes, &text))
        return false;
    run_reader(&in, reader, text);
    cc_builder_finish(&in.builder, member->bytes, ret);
    ret->abi.path = member->path;
    if (ret->cut)
        set_partial(status, "too-large",
                    CC_S("the text is longer than 64 MiB; the rest was not read"));
    return !cc_str_eq(status->status, CC_S("unreadable"));
}
