/* test_doc.c - building documents from blocks, and finding the way back. */
#include "text/doc.h"

#include "base/bounds.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;

static cc_piece piece(uint32_t off, uint32_t len, uint32_t flags, uint64_t start, uint64_t end)
{
    cc_piece p             = {off, len, flags, {.kind = CC_PLACE_BYTES}};
    p.place.at.bytes.start = start;
    p.place.at.bytes.end   = end;
    return p;
}

/* A verbatim block that stands at `start` of the source. */
static cc_status put(cc_builder *builder, cc_block_kind kind, const char *text, uint64_t start)
{
    cc_fault    fault = {0};
    cc_str      s     = cc_str_z(text);
    cc_piece    p     = piece(0, (uint32_t)s.len, CC_VERBATIM, start, start + s.len);
    cc_block_in block = {
        .size = sizeof block, .kind = kind, .text = s, .pieces = &p, .piece_count = 1};
    return cc_builder_put(builder, &block, &fault);
}

static void test_document(void **state)
{
    cc_str      original = CC_S("Title\r\n\r\nOne cafe\u0301. Two.\rEnd. Now.");
    cc_arena    arena    = {0};
    cc_builder  b;
    cc_document doc;
    (void)state;
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    assert_int_equal(put(&b, CC_HEADING, "Title", 0), CC_OK);
    assert_int_equal(put(&b, CC_PARAGRAPH, " \u00A0\t", 5), CC_OK); /* dropped */
    assert_int_equal(put(&b, CC_PARAGRAPH, "", 5), CC_OK);
    assert_int_equal(put(&b, CC_PARAGRAPH, "One cafe\u0301. Two.", 9), CC_OK);
    assert_int_equal(put(&b, CC_CELL, "End. Now.", 26), CC_OK);
    cc_builder_meta(&b, CC_S("title"), CC_S(" cafe\u0301\xFF "), CC_S("test"));
    cc_builder_finish(&b, original, &doc);
    assert_true(cc_str_eq(doc.abi.text, CC_S("Title\nOne caf\u00E9. Two.\nEnd. Now.\n")));
    assert_int_equal(doc.abi.block_count, 3);
    assert_int_equal(doc.abi.sentence_count, 4);
    assert_int_equal(doc.abi.sentences[2].block, 1);
    assert_true(cc_str_eq(doc.abi.meta[0].value, CC_S("caf\u00E9\uFFFD")));
    assert_false(doc.cut);

    static const struct {
        cc_span     span;
        uint32_t    start, end, line, column;
        const char *slice;
    } cases[] = {
        {{0, 5}, 0, 5, 1, 1, "Title"},
        {{6, 3}, 9, 12, 3, 1, "One"},
        {{13, 2}, 16, 19, 3, 8, "\u00E9"}, /* as a whole */
        {{10, 5}, 13, 19, 3, 5, "caf\u00E9"},
        {{15, 1}, 19, 20, 3, 10, "."},
        {{22, 4}, 26, 30, 4, 1, "End."},
        {{0, 31}, 0, 35, 1, 1, "Title One caf\u00E9. Two. End. Now."},
        {{5, 1}, 5, 5, 1, 6, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_position p = cc_document_position(&doc, cases[i].span);
        cc_str      s = cc_document_slice(&arena, &doc, cases[i].span);
        if (p.place.at.bytes.start != cases[i].start || p.place.at.bytes.end != cases[i].end ||
            p.line != cases[i].line || p.column != cases[i].column ||
            !cc_str_eq(s, cc_str_z(cases[i].slice)))
            fail_msg("case %zu: got %u to %u, %u:%u, '%.*s'", i, (unsigned)p.place.at.bytes.start,
                     (unsigned)p.place.at.bytes.end, p.line, p.column, CC_F(s));
    }
    cc_arena_release(&arena);
}

static void test_found_by_offset(void **state)
{
    static const struct {
        uint32_t offset;
        size_t   block, sentence;
    } cases[] = {
        {0, 0, 0},  {3, 0, 0},  {4, 0, 3}, /* the blank between */
        {5, 0, 1},  {8, 0, 1},  {9, 2, 3}, /* '\n' belongs to none */
        {10, 1, 2}, {13, 1, 2}, {14, 2, 3}, {99, 2, 3},
    };
    cc_arena    arena = {0};
    cc_builder  b;
    cc_document doc;
    (void)state;
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    put(&b, CC_PARAGRAPH, "One. Two.", 0);
    put(&b, CC_PARAGRAPH, "Last", 10);
    cc_builder_finish(&b, CC_S("One. Two.\nLast"), &doc);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t block    = cc_doc_block_at(&doc.abi, cases[i].offset);
        size_t sentence = cc_doc_sentence_at(&doc.abi, cases[i].offset);
        if (block != cases[i].block || sentence != cases[i].sentence)
            fail_msg("offset %u: got block %zu, sentence %zu", cases[i].offset, block, sentence);
    }
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    cc_builder_finish(&b, CC_S(""), &doc);
    assert_int_equal(cc_doc_block_at(&doc.abi, 0), 0);
    assert_int_equal(cc_doc_sentence_at(&doc.abi, 0), 0);
    assert_int_equal(cc_document_position(&doc, (cc_span){0, 0}).line, 1);
    cc_arena_release(&arena);
}

static void test_wrong_blocks(void **state)
{
    static const struct {
        const char *text;
        cc_piece    pieces[2];
        size_t      count;
        const char *message;
    } cases[] = {
        {"abc", {{0}}, 0, "end at 0 of 3"},
        {"abc", {{0, 2, 1, {1, {.bytes = {0, 2}}}}}, 1, "end at 2 of 3"},
        {"abc", {{0, 4, 1, {1, {.bytes = {0, 4}}}}}, 1, "piece 0"},
        {"abc", {{1, 2, 1, {1, {.bytes = {0, 2}}}}}, 1, "piece 0"},
        {"abc",
         {{0, 1, 1, {1, {.bytes = {0, 1}}}}, {2, 1, 1, {1, {.bytes = {1, 2}}}}},
         2,
         "piece 1"},
        {"abc", {{0, 3, 1, {1, {.bytes = {0, 4}}}}}, 1, "piece 0"}, /* not verbatim */
        {"abc", {{0, 3, 0, {1, {.bytes = {5, 4}}}}}, 1, "piece 0"},
        {"abc", {{0, 3, 1, {9, {.bytes = {0, 3}}}}}, 1, "piece 0"},
        {"a\xFF", {{0, 2, 1, {1, {.bytes = {0, 2}}}}}, 1, "not UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena    arena = {0};
        cc_fault    fault = {0};
        cc_builder  b;
        cc_block_in block = {
            .size        = sizeof block,
            .kind        = CC_PARAGRAPH,
            .text        = cc_str_z(cases[i].text),
            .pieces      = cases[i].pieces,
            .piece_count = cases[i].count,
        };
        cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
        cc_status status = cc_builder_put(&b, &block, &fault);
        if (status != CC_FAIL || strstr(fault.message, cases[i].message) == NULL)
            fail_msg("case %zu: got %d '%s'", i, status, fault.message);
        cc_arena_release(&arena);
    }
}

static void test_labels(void **state)
{
    char        wide[CC_MAX_QUOTE_BYTES + 2] = {0};
    cc_arena    arena                        = {0};
    cc_fault    fault                        = {0};
    cc_piece    p                            = piece(0, 1, CC_VERBATIM, 0, 1);
    cc_builder  b;
    cc_document doc;
    cc_block_in block = {
        .size        = sizeof block,
        .kind        = CC_ITEM,
        .text        = CC_S("x"),
        .row         = CC_S("re\u0301sume\u0301"),
        .column      = {wide, sizeof wide - 1},
        .pieces      = &p,
        .piece_count = 1,
    };
    (void)state;
    memset(wide, 'w', CC_MAX_QUOTE_BYTES - 1);
    memcpy(wide + CC_MAX_QUOTE_BYTES - 1, "\u00E9", 2);
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    assert_int_equal(cc_builder_put(&b, &block, &fault), CC_OK);
    assert_int_equal(cc_builder_put(&b, &block, &fault), CC_OK);
    cc_builder_finish(&b, CC_S("x"), &doc);
    assert_true(cc_str_eq(doc.abi.blocks[0].row, CC_S("r\u00E9sum\u00E9")));
    assert_int_equal(doc.abi.blocks[0].column.len, CC_MAX_QUOTE_BYTES - 1);
    assert_ptr_equal(doc.abi.blocks[0].row.ptr, doc.abi.blocks[1].row.ptr);
    cc_arena_release(&arena);
}

/* In the sentence, the label and the name of a figure: blanks, byte for byte. */
static void test_nuls(void **state)
{
    cc_str      original = CC_S("\0\0\nBank\0of Ame\0rica: \0 5 \0 million.");
    cc_arena    arena    = {0};
    cc_fault    fault    = {0};
    cc_piece    p        = piece(0, 32, CC_VERBATIM, 3, 35);
    cc_piece    nothing  = piece(0, 2, CC_VERBATIM, 0, 2);
    cc_builder  b;
    cc_document doc;
    cc_block_in block = {.size        = sizeof block,
                         .kind        = CC_PARAGRAPH,
                         .text        = cc_str_sub(original, 0, 2),
                         .row         = CC_S("Net\0debt\0"),
                         .column      = CC_S("\0"),
                         .pieces      = &nothing,
                         .piece_count = 1};
    (void)state;
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    assert_int_equal(cc_builder_put(&b, &block, &fault), CC_OK); /* dropped */
    block.text   = cc_str_sub(original, 3, 32);
    block.pieces = &p;
    assert_int_equal(cc_builder_put(&b, &block, &fault), CC_OK);
    cc_builder_meta(&b, CC_S("ti\0tle"), CC_S("\0One\0two\0"), CC_S("test"));
    cc_builder_finish(&b, original, &doc);
    assert_int_equal(doc.abi.block_count, 1);
    assert_true(cc_str_eq(doc.abi.text, CC_S("Bank of Ame rica:   5   million.\n")));
    assert_true(cc_str_eq(doc.abi.blocks[0].row, CC_S("Net debt ")));
    assert_true(cc_str_eq(doc.abi.blocks[0].column, CC_S(" ")));
    assert_true(cc_str_eq(doc.abi.meta[0].key, CC_S("ti tle")));
    assert_true(cc_str_eq(doc.abi.meta[0].value, CC_S("One two")));
    assert_int_equal(cc_document_position(&doc, (cc_span){20, 11}).place.at.bytes.start, 23);
    cc_str slice = cc_document_slice(&arena, &doc, (cc_span){5, 26});
    assert_true(cc_str_eq(slice, CC_S("of Ame rica: 5 million")));
    cc_arena_release(&arena);
}

static void test_limits(void **state)
{
    static const struct {
        const char *text;
        size_t      max;
        cc_status   status;
        const char *kept; /* of the document's text, after "12345\n" */
    } cases[] = {
        {"abc def", 14, CC_OK, "abc def\n"},
        {"abc def", 13, CC_END, "abc\n"},
        {"abc def", 8, CC_END, "a\n"}, /* no blank */
        {"\u00E9\u00E9", 10, CC_END, "\u00E9\n"},
        {"abc", 6, CC_END, ""},
        {"abc", 3, CC_END, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena    arena = {0};
        cc_builder  b;
        cc_document doc;
        cc_builder_init(&b, &arena, NULL, &abbreviations, 100);
        assert_int_equal(put(&b, CC_PARAGRAPH, "12345", 0), CC_OK);
        b.max_text_bytes = cases[i].max;
        cc_status status = put(&b, CC_PARAGRAPH, cases[i].text, 5);
        assert_int_equal(put(&b, CC_PARAGRAPH, "more", 20), CC_END);
        cc_builder_finish(&b, CC_S("12345abcdefghijklmnopqrstuvwxyz"), &doc);
        cc_str got = cc_str_sub(doc.abi.text, 6, doc.abi.text.len - 6);
        if (status != cases[i].status || !cc_str_eq(got, cc_str_z(cases[i].kept)) || !doc.cut)
            fail_msg("case %zu: got %d '%.*s'", i, status, CC_F(got));
        cc_arena_release(&arena);
    }
}

static void test_decoded(void **state)
{
    cc_str      original = CC_S("\xEF\xBB\xBF"
                                     "a\xFF"
                                     "e\xCC\x81z");
    cc_arena    arena    = {0};
    cc_decoded  decoded;
    cc_builder  b;
    cc_document doc;
    (void)state;
    cc_utf8_decode(&arena, original, &decoded);
    cc_builder_init(&b, &arena, &decoded, &abbreviations, CC_MAX_TEXT_BYTES);
    assert_int_equal(put(&b, CC_PARAGRAPH, "a\uFFFDe\u0301z", 0), CC_OK);
    cc_builder_finish(&b, original, &doc);
    cc_position p = cc_document_position(&doc, (cc_span){4, 3});
    assert_int_equal(p.place.at.bytes.start, 5);
    assert_int_equal(p.place.at.bytes.end, 9);
    assert_int_equal(p.column, 3);
    cc_arena_release(&arena);
}

/* Paragraphs and pages: the place of the piece, and the text itself as its slice. */
static void test_other_places(void **state)
{
    cc_piece    pieces[2] = {{0, 3, CC_VERBATIM, {.kind = CC_PLACE_PAGE}},
                             {3, 4, CC_VERBATIM, {.kind = CC_PLACE_PAGE}}};
    cc_arena    arena     = {0};
    cc_fault    fault     = {0};
    cc_builder  b;
    cc_document doc;
    cc_block_in block = {.size        = sizeof block,
                         .kind        = CC_PARAGRAPH,
                         .page        = 2,
                         .text        = CC_S("One two"),
                         .pieces      = pieces,
                         .piece_count = 2};
    (void)state;
    pieces[0].place.at.page.page = 2;
    pieces[1].place.at.page.page = 3;
    cc_builder_init(&b, &arena, NULL, &abbreviations, CC_MAX_TEXT_BYTES);
    assert_int_equal(cc_builder_put(&b, &block, &fault), CC_OK);
    cc_builder_finish(&b, CC_S("%PDF"), &doc);
    cc_position p = cc_document_position(&doc, (cc_span){4, 3});
    assert_int_equal(p.place.kind, CC_PLACE_PAGE);
    assert_int_equal(p.place.at.page.page, 3);
    assert_int_equal(p.line, 0);
    assert_true(cc_str_eq(cc_document_slice(&arena, &doc, (cc_span){4, 3}), CC_S("two")));
    cc_arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_document),     cmocka_unit_test(test_found_by_offset),
        cmocka_unit_test(test_wrong_blocks), cmocka_unit_test(test_labels),
        cmocka_unit_test(test_limits),       cmocka_unit_test(test_decoded),
        cmocka_unit_test(test_other_places), cmocka_unit_test(test_nuls),
    };
    cc_arena run   = {0};
    cc_fault fault = {0};
    if (cc_abbreviations_load(&run, CC_S("rules/en"), &abbreviations, &fault) != CC_OK) {
        cc_fault_print(&fault, stderr);
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cc_arena_release(&run);
    return failed;
}
