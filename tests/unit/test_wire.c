/* test_wire.c - frames come back as they went, however they are cut; nothing else is a frame. */
#include "host/wire.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const cc_piece pieces[] = {
    {0, 3, CC_VERBATIM, {CC_PLACE_BYTES, {.bytes = {5, 8}}}},
    {3, 1, 0, {CC_PLACE_PARAGRAPH, {.paragraph = {1, 2, 3, 4}}}},
    {4, 2, 0, {CC_PLACE_PAGE, {.page = {7, 1.5f, 2, 3, 4}}}},
};

static const cc_frame frames[] = {
    {.kind = CC_FRAME_READY},
    {.kind  = CC_FRAME_BLOCK,
     .block = {.kind        = CC_CELL,
               .level       = 2,
               .page        = 9,
               .text        = {"abc de", 6},
               .row         = {"row", 3},
               .column      = {"column", 6},
               .pieces      = pieces,
               .piece_count = 3}},
    {.kind = CC_FRAME_BLOCK, .block = {.kind = CC_PARAGRAPH}},
    {.kind = CC_FRAME_META, .key = {"title", 5}, .value = {"", 0}},
    {.kind = CC_FRAME_END, .token = UINT64_MAX - 1, .status = CC_FAIL, .message = {"why", 3}},
};
enum { COUNT = sizeof frames / sizeof *frames };

static void put_all(cc_arena *arena, cc_bytes *out)
{
    for (size_t i = 0; i < COUNT; i++)
        cc_frame_put(arena, out, &frames[i]);
}

static void same_str(cc_str got, cc_str wanted)
{
    if (!cc_str_eq(got, wanted))
        fail_msg("got '%.*s', wanted '%.*s'", CC_F(got), CC_F(wanted));
}

static void same_block(const cc_block_in *got, const cc_block_in *wanted)
{
    assert_int_equal(got->kind, wanted->kind);
    assert_int_equal(got->level, wanted->level);
    assert_int_equal(got->page, wanted->page);
    same_str(got->text, wanted->text);
    same_str(got->row, wanted->row);
    same_str(got->column, wanted->column);
    assert_int_equal(got->piece_count, wanted->piece_count);
    for (size_t i = 0; i < got->piece_count; i++) {
        const cc_piece *a = &got->pieces[i], *b = &wanted->pieces[i];
        assert_int_equal(a->text_off, b->text_off);
        assert_int_equal(a->text_len, b->text_len);
        assert_int_equal(a->flags, b->flags);
        assert_int_equal(a->place.kind, b->place.kind);
        assert_memory_equal(&a->place.at, &b->place.at, sizeof a->place.at);
    }
}

static void same_frame(const cc_frame *got, const cc_frame *wanted)
{
    assert_int_equal(got->kind, wanted->kind);
    if (got->kind == CC_FRAME_BLOCK)
        same_block(&got->block, &wanted->block);
    same_str(got->key, wanted->key);
    same_str(got->value, wanted->value);
    assert_true(got->token == wanted->token);
    assert_int_equal(got->status, wanted->status);
    same_str(got->message, wanted->message);
}

static void test_cuts(void **state)
{
    (void)state;
    cc_arena arena = {0};
    cc_bytes sent  = {0};
    put_all(&arena, &sent);
    for (size_t step = 1; step <= sent.len; step = step < 20 ? step + 1 : step * 2) {
        cc_wire  wire = {.arena = &arena};
        cc_frame got;
        size_t   n = 0;
        for (size_t at = 0; at < sent.len; at += step) {
            size_t left = sent.len - at;
            cc_wire_feed(&wire, (cc_str){sent.ptr + at, left < step ? left : step});
            while (cc_wire_next(&wire, &got) == CC_OK)
                same_frame(&got, &frames[n++]);
        }
        assert_int_equal(n, COUNT);
        assert_int_equal(cc_wire_next(&wire, &got), CC_END);
    }
    cc_arena_release(&arena);
}

/* Every byte of every frame, changed: it is refused, or it is another whole frame. */
static void test_changes(void **state)
{
    (void)state;
    cc_arena arena   = {0};
    cc_bytes sent    = {0};
    size_t   refused = 0;
    put_all(&arena, &sent);
    for (size_t at = 0; at < sent.len; at++)
        for (unsigned bit = 0; bit < 8; bit++) {
            cc_wire   wire = {.arena = &arena};
            cc_frame  got;
            cc_status status;
            sent.ptr[at] ^= (char)(1u << bit);
            cc_wire_feed(&wire, (cc_str){sent.ptr, sent.len});
            while ((status = cc_wire_next(&wire, &got)) == CC_OK)
                assert_true(got.block.text.len + got.key.len + got.value.len <= sent.len);
            refused += status == CC_FAIL;
            sent.ptr[at] ^= (char)(1u << bit);
        }
    assert_true(refused > sent.len);
    cc_arena_release(&arena);
}

/* Length, kind, fields: wrong each for itself. */
static void test_lies(void **state)
{
    static const struct {
        const char *name, *bytes;
        size_t      len;
        cc_status   wanted;
    } cases[] = {
        {"nothing", "", 0, CC_END},
        {"half a head", "\0\0\0", 3, CC_END},
        {"longer than any frame", "\xFF\xFF\xFF\xFF\2", 5, CC_FAIL},
        {"a length that is not there yet", "\4\0\0\0\3", 5, CC_END},
        {"no kind", "\0\0\0\0\0", 5, CC_FAIL},
        {"unknown kind", "\0\0\0\0\5", 5, CC_FAIL},
        {"fields too many", "\1\0\0\0\1x", 6, CC_FAIL},
        {"fields too few", "\4\0\0\0\3\0\0\0\0", 9, CC_FAIL},
        {"a string that passes the frame", "\x8\0\0\0\3\5\0\0\0\0\0\0\0", 13, CC_FAIL},
        {"a block of no kind",
         "\x1C\0\0\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 33, CC_FAIL},
        {"an endnote", "\x1C\0\0\0\2\7\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 33,
         CC_OK},
        {"pieces without end",
         "\x1C\0\0\0\2\7\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF", 33,
         CC_FAIL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena arena = {0};
        cc_wire  wire  = {.arena = &arena};
        cc_frame got;
        cc_wire_feed(&wire, (cc_str){cases[i].bytes, cases[i].len});
        cc_status status = cc_wire_next(&wire, &got);
        if (status != cases[i].wanted)
            fail_msg("%s: got %d, wanted %d", cases[i].name, status, cases[i].wanted);
        cc_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_lies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
