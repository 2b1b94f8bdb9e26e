/* fuzz_text.c - any bytes decoded, normalised, put together line by line and cut into sentences. The
 * first byte says in which encoding; 0 and what is beyond all of them leave it to the bytes. */
#include "fuzz_box.h"

#include "base/bounds.h"
#include "text/decode.h"
#include "text/doc.h"
#include "text/encoding.h"

static cc_arena           life;
static cc_abbreviations   abbreviations;
static const char *const *labels; /* of encodings */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    cc_fault fault = {0};
    (void)argc, (void)argv;
    must_load(cc_abbreviations_load(&life, CC_S("rules/en"), &abbreviations, &fault), &fault);
    labels = cc_encoding_labels(&life);
    return 0;
}

/* Segments in order and without gaps, over all of a text, with places in `source`. */
static void check_map(const cc_map *map, cc_str text, cc_str source)
{
    uint64_t due = 0, from = 0;
    for (size_t i = 0; i < map->n; i++) {
        const cc_segment *s     = &map->at[i];
        uint64_t          start = s->place.at.bytes.start, end = s->place.at.bytes.end;
        promise(s->text_off == due && s->text_len > 0, "a gap in a map");
        promise(from <= start && start <= end && end <= source.len, "a map that goes back");
        promise(!s->verbatim || cc_str_eq(cc_str_sub(text, s->text_off, s->text_len),
                                          cc_str_sub(source, start, end - start)),
                "a segment that is not verbatim");
        due += s->text_len;
        from = end;
    }
    promise(map->n == 0 || due == text.len, "a map of %llu bytes for a text of %zu",
            (unsigned long long)due, text.len);
}

/* The places of characters follow one another, up to the end of the bytes. */
static void check_runs(const cc_decoded *decoded, cc_str bytes)
{
    uint64_t from = 0;
    for (size_t i = 0, len; i < decoded->text.len; i += len) {
        cc_utf8_at(decoded->text, i, &len);
        cc_place place = {.kind = CC_PLACE_BYTES, .at.bytes = {i, i + len}};
        place          = cc_runs_place(&decoded->map, place);
        promise(place.at.bytes.start >= from && place.at.bytes.start < place.at.bytes.end &&
                    place.at.bytes.end <= bytes.len,
                "a character at %llu-%llu after %llu", (unsigned long long)place.at.bytes.start,
                (unsigned long long)place.at.bytes.end, (unsigned long long)from);
        from = place.at.bytes.end;
    }
}

static const cc_encoding *choose(cc_str *bytes)
{
    size_t             at = bytes->len == 0 ? 0 : (unsigned char)bytes->ptr[0], n = 0;
    cc_hints           hints  = {.container = CC_S(""), .document = CC_S("")};
    const cc_encoding *chosen = NULL;
    *bytes                    = cc_str_sub(*bytes, bytes->len > 0, bytes->len - (bytes->len > 0));
    while (labels[n] != NULL && n < at)
        n++;
    if (at > 0 && labels[n] != NULL)
        chosen = cc_encoding_find(cc_str_z(labels[n]));
    return chosen != NULL ? chosen : cc_encoding_choose(*bytes, &hints).encoding;
}

static void check_nfc(cc_arena *arena, cc_str text)
{
    cc_bytes once = {0}, twice = {0};
    cc_map   map = {0};
    cc_utf8_nfc(arena, text, &once, &map);
    cc_str normal = {once.ptr, once.len};
    cc_utf8_nfc(arena, normal, &twice, NULL);
    promise(cc_utf8_is_valid(normal), "NFC is not UTF-8");
    promise(cc_str_eq(normal, (cc_str){twice.ptr, twice.len}), "NFC of NFC differs");
    check_map(&map, normal, text);
}

/* -- A document, a block a line --------------------------------------------------------------- */

static void put_line(cc_builder *builder, cc_str text, cc_str line)
{
    cc_fault    fault = {0};
    size_t      start = (size_t)(line.ptr - text.ptr);
    cc_piece    piece = {.text_len = (uint32_t)line.len,
                         .flags    = CC_VERBATIM,
                         .place = {.kind = CC_PLACE_BYTES, .at.bytes = {start, start + line.len}}};
    cc_block_in block = {.size        = sizeof block,
                         .kind        = CC_PARAGRAPH,
                         .text        = line,
                         .pieces      = &piece,
                         .piece_count = 1};
    promise(cc_builder_put(builder, &block, &fault) == CC_OK, "%s", fault.message);
}

/* White space runs as one blank, as documents are quoted. */
static cc_str fold(cc_arena *arena, cc_str text)
{
    cc_bytes out = {0};
    bool     gap = false;
    for (size_t i = 0, len; i < text.len; i += len) {
        bool blank = (cc_utf8_at(text, i, &len), cc_utf8_blank_at(text, i) > 0);
        if (!blank)
            cc_bytes_put(arena, &out, cc_str_sub(text, i, len));
        else if (!gap)
            cc_bytes_put(arena, &out, CC_S(" "));
        gap = blank;
    }
    return (cc_str){out.ptr, out.len};
}

/* Nothing but the text is there, so what stands at a span's place is the span; but a blank goes with a
 * mark that stands on it. */
static void check_span(cc_arena *arena, const cc_document *doc, cc_span span)
{
    cc_position p = cc_document_position(doc, span);
    promise(p.place.at.bytes.end <= doc->original.len, "a place out of the file");
    promise(p.line > 0 && p.column > 0, "a place without a line");
    cc_mark mark  = cc_arena_mark(arena);
    cc_str  slice = cc_str_trim(cc_document_slice(arena, doc, span));
    cc_str  text  = cc_str_trim(fold(arena, cc_str_span(doc->abi.text, span)));
    promise(cc_str_eq(slice, text), "'%.*s' stands where '%.*s' was found", CC_F(slice),
            CC_F(text));
    cc_arena_rewind(arena, mark);
}

static void check_document(cc_arena *arena, const cc_document *doc)
{
    uint32_t end = 0;
    for (size_t i = 0; i < doc->abi.sentence_count; i++) {
        cc_sentence s = doc->abi.sentences[i];
        cc_span     b = doc->abi.blocks[s.block].span;
        promise(s.span.off >= end && s.span.off >= b.off && s.span.len > 0 &&
                    s.span.off + s.span.len <= b.off + b.len,
                "sentence %zu is out of order or out of its block", i);
        promise(cc_utf8_blank_at(doc->abi.text, s.span.off) == 0, "a sentence begins with a blank");
        end = s.span.off + s.span.len;
        check_span(arena, doc, s.span);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena    arena   = {0};
    cc_str      bytes   = input_of(data, size);
    cc_decoded  decoded = {0};
    cc_builder  builder;
    cc_document doc;

    const cc_encoding *encoding = choose(&bytes);
    cc_decode(&arena, bytes, encoding, &decoded);
    promise(cc_utf8_is_valid(decoded.text), "the decoded text is not UTF-8");
    check_runs(&decoded, bytes);
    check_nfc(&arena, decoded.text);
    cc_builder_init(&builder, &arena, &decoded, &abbreviations, CC_MAX_TEXT_BYTES);
    for (cc_str rest = decoded.text; rest.len > 0;)
        put_line(&builder, decoded.text, take_until(&rest, '\n'));
    cc_builder_finish(&builder, bytes, &doc);
    promise(cc_utf8_is_valid(doc.abi.text), "the document's text is not UTF-8");
    check_document(&arena, &doc);
    cc_arena_release(&arena);
    return 0;
}
