/* fuzz_reader.h - a reader plugin under fuzzing: what it puts is held to claimcheck.h, and becomes a
 * document as the host makes one. A target defines READER, "read_txt". */
#ifndef CC_TESTS_FUZZ_READER_H
#define CC_TESTS_FUZZ_READER_H

#include "fuzz_box.h"

#include "base/bounds.h"
#include "host/plugin.h"
#include "text/doc.h"

static cc_arena         life; /* the plugin and the table */
static cc_abbreviations abbreviations;
static cc_loaded        plugin;
static void            *plugin_self;

typedef struct reading {
    cc_arena    arena;
    cc_builder  builder;
    cc_document document;
    cc_str      source; /* what the reader was given */
    size_t      late;   /* blocks put after it was told to stop */
    bool        full;
} reading;

/* -- A host ------------------------------------------------------------------------------------- */

static void *serve_alloc(const cc_host *host, size_t bytes, size_t align)
{
    (void)align;
    return cc_arena_alloc(host->core, bytes, 1);
}

static cc_status serve_fail(const cc_host *host, cc_status status, uint32_t off, const char *format,
                            ...)
{
    char    message[512];
    va_list args;
    (void)host, (void)off;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return status;
}

static const char *serve_option(const cc_host *host, const char *name)
{
    const cc_option *option = plugin.def.options;
    (void)host;
    for (; option != NULL && option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return option->standard;
    return "";
}

static cc_host host_with(cc_arena *arena)
{
    return (cc_host){.size   = sizeof(cc_host),
                     .abi    = CC_ABI,
                     .core   = arena,
                     .alloc  = serve_alloc,
                     .fail   = serve_fail,
                     .option = serve_option};
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    cc_fault fault = {0};
    cc_host  host  = host_with(&life);
    (void)argc, (void)argv;
    must_load(cc_abbreviations_load(&life, CC_S("rules/en"), &abbreviations, &fault), &fault);
    must_load(cc_plugin_load(&life, BUILD_DIR "/plugins/" READER ".so", &plugin, &fault), &fault);
    if (plugin.def.open != NULL)
        must_load(plugin.def.open(&host, &plugin_self), &fault);
    return 0;
}

/* -- Promises ----------------------------------------------------------------------------------- */

static void check_piece(const reading *r, const cc_block_in *block, size_t i)
{
    const cc_piece *p     = &block->pieces[i];
    uint64_t        start = p->place.at.bytes.start, end = p->place.at.bytes.end;
    uint32_t        due = i == 0 ? 0 : p[-1].text_off + p[-1].text_len;
    promise(p->text_off == due, "piece %zu begins at %u, not at %u", i, p->text_off, due);
    promise(p->text_len <= block->text.len - p->text_off, "piece %zu leaves the text", i);
    if (p->place.kind != CC_PLACE_BYTES)
        return;
    promise(start <= end && end <= r->source.len, "piece %zu: no place %llu-%llu", i,
            (unsigned long long)start, (unsigned long long)end);
    promise(i == 0 || p[-1].place.at.bytes.end <= start, "piece %zu goes back", i);
    if ((p->flags & CC_VERBATIM) == 0)
        return;
    promise(cc_str_eq(cc_str_sub(block->text, p->text_off, p->text_len),
                      cc_str_sub(r->source, start, end - start)),
            "piece %zu is not verbatim", i);
}

static void check_pieces(const reading *r, const cc_block_in *block)
{
    size_t n = block->piece_count;
    for (size_t i = 0; i < n; i++)
        check_piece(r, block, i);
    size_t end = n == 0 ? 0 : block->pieces[n - 1].text_off + block->pieces[n - 1].text_len;
    promise(end == block->text.len, "the pieces end at %zu, the text at %zu", end, block->text.len);
}

static void check_label(cc_str label, const char *what)
{
    promise(cc_utf8_is_valid(label), "%s is not UTF-8", what);
    promise(label.len == 0 || memchr(label.ptr, '\n', label.len) == NULL, "%s has two lines", what);
}

/* One blank between words. */
static void check_text(cc_str text)
{
    promise(cc_utf8_is_valid(text), "a text is not UTF-8");
    for (size_t i = 0, len; i < text.len; i += len) {
        bool   blank = (cc_utf8_at(text, i, &len), cc_utf8_blank_at(text, i) > 0);
        size_t next  = i + len;
        promise(!blank || text.ptr[i] == ' ', "a text has white space that is no blank");
        promise(!blank || next == text.len || text.ptr[next] != ' ', "a text has two blanks");
    }
}

static cc_status put_block(cc_block_sink *sink, const cc_block_in *block)
{
    reading *r     = sink->core;
    cc_fault fault = {0};
    promise(block->size == sizeof *block, "a block without its size");
    promise(block->kind >= CC_PARAGRAPH && block->kind < CC_BLOCK_KIND_COUNT, "a block of no kind");
    check_text(block->text);
    check_label(block->row, "a row");
    check_label(block->column, "a column");
    check_pieces(r, block);
    r->late += r->full;
    promise(r->late < 2, "the reader goes on after CC_END");
    cc_status status = cc_builder_put(&r->builder, block, &fault);
    promise(status == CC_OK || status == CC_END, "a block is refused: %s", fault.message);
    r->full = status == CC_END;
    return status;
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    reading *r = sink->core;
    promise(key.len > 0 && cc_utf8_is_valid(key), "metadata without a key");
    promise(cc_utf8_is_valid(value), "metadata that is not UTF-8");
    cc_builder_meta(&r->builder, key, value, cc_str_z(READER));
    return CC_OK;
}

static void put_lost(cc_block_sink *sink, cc_lost why)
{
    (void)sink;
    promise(why > CC_LOST_UNKNOWN && why < CC_LOST_COUNT, "lost for no reason that there is");
}

/* -- The document ------------------------------------------------------------------------------- */

static void check_span(reading *r, cc_span span)
{
    cc_mark     mark = cc_arena_mark(&r->arena);
    cc_position p    = cc_document_position(&r->document, span);
    if (p.place.kind == CC_PLACE_BYTES) {
        promise(p.place.at.bytes.start <= p.place.at.bytes.end,
                "a place that ends before it begins");
        promise(p.place.at.bytes.end <= r->document.original.len, "a place out of the file");
        promise(p.line > 0 && p.column > 0, "a place without a line");
    }
    cc_str slice = cc_document_slice(&r->arena, &r->document, span);
    promise(cc_utf8_is_valid(slice), "a slice that is not UTF-8");
    cc_arena_rewind(&r->arena, mark);
}

static void check_document(reading *r)
{
    const cc_doc *doc = &r->document.abi;
    uint32_t      end = 0;
    promise(cc_utf8_is_valid(doc->text), "the document's text is not UTF-8");
    for (size_t i = 0; i < doc->block_count; i++)
        check_span(r, doc->blocks[i].span);
    for (size_t i = 0; i < doc->sentence_count; i++) {
        cc_span s = doc->sentences[i].span, b = doc->blocks[doc->sentences[i].block].span;
        promise(s.off >= end && s.off >= b.off && s.off + s.len <= b.off + b.len,
                "sentence %zu is out of order or out of its block", i);
        end = s.off + s.len;
        check_span(r, s);
    }
}

/* One input of eight meets a limit on the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    reading    r       = {0};
    cc_str     bytes   = input_of(data, size);
    cc_host    host    = host_with(&r.arena);
    cc_decoded decoded = {.text = bytes};
    if (plugin.def.reader->wants_text)
        cc_utf8_decode(&r.arena, bytes, &decoded);
    r.source = decoded.text;
    cc_builder_init(&r.builder, &r.arena, &decoded, &abbreviations,
                    size % 8 == 7 ? 64 : CC_MAX_TEXT_BYTES);
    cc_block_sink sink = {
        .size = sizeof sink, .core = &r, .block = put_block, .meta = put_meta, .lost = put_lost};
    int32_t bid = plugin.def.reader->bid(bytes, CC_S("a"));
    promise(bid >= 0 && bid <= 100, "a bid of %d", bid);
    cc_status status = plugin.def.reader->read(plugin_self, &host, r.source, &sink);
    promise(status >= CC_FAIL && status <= CC_END, "a reader that ends with %d", status);
    cc_builder_finish(&r.builder, bytes, &r.document);
    check_document(&r);
    cc_arena_release(&r.arena);
    return 0;
}

#endif
