/* test_read_txt.c - the blocks of plain texts, and that every span of them leads back. */
#include "../../plugins/read_txt.c"

#include "base/bounds.h"
#include "text/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;

typedef struct fixture {
    cc_arena    arena;
    cc_builder  builder;
    cc_fault    fault;
    cc_document doc;
} fixture;

static void *alloc_in_arena(const cc_host *host, size_t bytes, size_t align)
{
    (void)align;
    return cc_arena_alloc(host->core, bytes, 1);
}

static cc_status put_block(cc_block_sink *sink, const cc_block_in *block)
{
    fixture *f = sink->core;
    return cc_builder_put(&f->builder, block, &f->fault);
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    fixture *f = sink->core;
    cc_builder_meta(&f->builder, key, value, CC_S("read_txt"));
    return CC_OK;
}

/* The bytes of a file become a document, as the host makes one. */
static void read_file(fixture *f, cc_str bytes, size_t max_text_bytes)
{
    cc_decoded decoded;
    *f = (fixture){0};
    cc_utf8_decode(&f->arena, bytes, &decoded);
    cc_builder_init(&f->builder, &f->arena, &decoded.map, &abbreviations, max_text_bytes);
    cc_host       host   = {.size = sizeof host, .core = &f->arena, .alloc = alloc_in_arena};
    cc_block_sink sink   = {.size = sizeof sink, .core = f, .block = put_block, .meta = put_meta};
    cc_status     status = read_text(NULL, &host, decoded.text, &sink);
    if (status != CC_OK)
        fail_msg("got %d '%s'", status, f->fault.message);
    cc_builder_finish(&f->builder, bytes, &f->doc);
}

/* -- Blocks --------------------------------------------------------------------------------- */

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *text, *blocks;
} cases[] = {
    {"empty", "", ""},
    {"blank", " \n\t\r\n\f\n\u00A0", ""},
    {"paragraphs", "One line.\n\nTwo\nlines.\n", "P0||One line.\nP0||Two lines.\n"},
    {"white space", "  a \t b\u00A0 c\r\n\td.  \r\n", "P0||a b c d.\n"},
    {"line ends", "a b.\rc d.\r\re f.\r\n\r\ng h.", "P0||a b. c d.\nP0||e f.\nP0||g h.\n"},
    {"hyphen at a line end", "trade-\nrelated", "P0||trade- related\n"},
    {"rules", "one.\n\n---\ntwo.\n* * *\nthree.\n", "P0||one.\nP0||two.\nP0||three.\n"},
    {"first-line indents", "   One is here\nand it goes on.\n   Two is here.\n",
     "P0||One is here and it goes on.\nP0||Two is here.\n"},
    {"slides", "The first\nThe second\nof two\nA third\n",
     "P0||The first\nP0||The second of two\nP0||A third\n"},
    {"wrapped narrowly", "The first\nof many lines\nthat were wrapped\nEarly.\n",
     "P0||The first of many lines that were wrapped Early.\n"},
    /* headings */
    {"hashes", "# One\n## Two ##\ntext.\n#3 no\n####### no\n#\n",
     "H1||One\nH2||Two\nP0||text. #3 no ####### no #\n"},
    {"underlined", "The one\n=======\ntext.\n\nThe two\n---\n",
     "H1||The one\nP0||text.\nH2||The two\n"},
    {"alone", "SUMMARY\n\nWhere We Stand in the World\n\nWhere we stand\n\nTRADE:\n\nDone,\n",
     "H1||SUMMARY\nH2||Where We Stand in the World\nP0||Where we stand\nP0||TRADE:\nP0||Done,\n"},
    {"not alone", "SUMMARY\ntext goes on.\n", "P0||SUMMARY text goes on.\n"},
    {"dates are none", "October 29, 2009\n\n11:51 A.M. EDT\n\nFiscal Year 2020\n",
     "P0||October 29, 2009\nP0||11:51 A.M. EDT\nH2||Fiscal Year 2020\n"},
    {"on top of a list", "Slide 1: Trade at a glance\n- one\n",
     "H3||Slide 1: Trade at a glance\nI1||one\n"},
    /* lists */
    {"bullets", "- a\n* b\n\u2022 c\n\u25CF d\n\u2013 e\n", "I1||a\nI1||b\nI1||c\nI1||d\nI1||e\n"},
    {"numbers", "1. a\n2) b\n(c) c\n(iv) d\ne. e\n123. f\n1234. g\n",
     "I1||a\nI1||b\nI1||c\nI1||d\nI1||e\nI1||f 1234. g\n"},
    {"no items", "-a\n\n5\n\n1.5 b\n\n(see) c\n\nU. s.\n\n- \n",
     "P0||-a\nP0||5\nP0||1.5 b\nP0||(see) c\nP0||U. s.\nP0||-\n"},
    {"continued", "- one\n  goes on\n- two\ngoes on\n  - three\n- four\n",
     "I1||one goes on\nI1||two goes on\nI2||three\nI1||four\n"},
    {"not continued", "- since\n  1 July\nNote: keep it.\n",
     "I1||since 1 July\nP0||Note: keep it.\n"},
    {"full line continued",
     "- an item that is as long as a line of wrapped text mostly is\nCanada.\n",
     "I1||an item that is as long as a line of wrapped text mostly is Canada.\n"},
    {"lead-in", "He asks for:\n\n- one\n\n- two\n\nThe end.\n\n- three\n",
     "P0||He asks for:\nI1|He asks for:|one\nI1|He asks for:|two\nP0||The end.\nI1||three\n"},
    {"by chance",
     "In this long line of wrapped text the fiscal year was that of\n2019. The rest and the year\n"
     "- so he said in another line of the same text, which was\n5. No more.\n",
     "P0||In this long line of wrapped text the fiscal year was that of 2019. The rest and the "
     "year\n"
     "I1||so he said in another line of the same text, which was\nI1||No more.\n"},
    /* labels */
    {"labels", "Area:\n  9 km;\n  1 km\nCoast:\n\n\tnone\n\n  more\nOut here.\n",
     "H6||Area\nP0|Area||9 km; 1 km\nP0||Coast:\nP0||none\nP0||more Out here.\n"},
    {"labelled paragraphs", "Area:\n  9 km.\n\n  1 km.\n\nOut here.\n",
     "H6||Area\nP0|Area||9 km.\nP0|Area||1 km.\nP0||Out here.\n"},
    {"notes", "Area:\n  9 km note: of\n  land\nnote:\n  so\n",
     "H6||Area\nP0|Area||9 km\nP0|Area||note: of land\nH6||note\nP0|note||so\n"},
    {"note of no label", "It is 9 km note: of land.\n", "P0||It is 9 km note: of land.\n"},
    {"label before a list", "Area:\n  - 9 km\n", "P0||Area:\nI1|Area:|9 km\n"},
    {"sheet", "To:\tMary\nFrom: John,\n      Ottawa\n2 Date: 5 May\nEnd: x.y\n",
     "I1|To||Mary\nI1|From||John, Ottawa\nI1|2 Date||5 May\nI1|End||x.y\n"},
    {"no sheet", "To: Mary\nFrom: John\n\nto: Mary\nfrom: John\nb: c\n",
     "P0||To: Mary\nP0||From: John\nP0||to: Mary from: John b: c\n"},
    {"one field among labels", "Area:\n  9\nCoast: 3\nClimate:\n  good\n",
     "H6||Area\nP0|Area||9\nI1|Coast||3\nH6||Climate\nP0|Climate||good\n"},
    {"bold labels", "**Area:** 9 km\n**Coast**: 1 km note: x\n**no** label\n",
     "P0|Area||9 km\nP0|Coast||1 km\nP0|Coast||note: x\nP0||**no** label\n"},
    {"rows", "| a | b |\n|---|:-:|\n| c | d\ntext.\n", "C0||| a | b |\nC0||| c | d\nP0||text.\n"},
};

static void render(const fixture *f, cc_bytes *out, cc_arena *arena)
{
    for (size_t i = 0; i < f->doc.abi.block_count; i++) {
        const cc_block *b    = &f->doc.abi.blocks[i];
        cc_str          text = cc_str_span(f->doc.abi.text, b->span);
        cc_str          as =
            cc_arena_printf(arena, "%c%u|%.*s%s%.*s|%.*s\n", " PHIC"[b->kind], b -> level,
                            CC_F(b->row), b -> row.len > 0 ? "|" : "", CC_F(b->column), CC_F(text));
        cc_bytes_put(arena, out, as);
    }
}

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_file(&f, cc_str_z(cases[i].text), CC_MAX_TEXT_BYTES);
        render(&f, &got, &f.arena);
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(cases[i].blocks)))
            fail_msg("%s: got\n%.*swanted\n%s", cases[i].name, (int)got.len, got.ptr,
                     cases[i].blocks);
        cc_arena_release(&f.arena);
    }
}

static void test_title(void **state)
{
    static const struct {
        const char *text, *title;
    } titles[] = {
        {"", NULL},
        {"# The Title\ntext.\n", "The Title"},
        {"A short line\n\nmore.\n", "A short line"},
        {"MEMORANDUM\n\nTo: A\nFrom: B\nSubject:  Canada  now\n", "Canada now"},
        {"| a | b |\n", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        fixture f;
        read_file(&f, cc_str_z(titles[i].text), CC_MAX_TEXT_BYTES);
        cc_str got = f.doc.abi.meta_count == 0 ? (cc_str){0} : f.doc.abi.meta[0].value;
        if (!cc_str_eq(got, cc_str_z(titles[i].title)))
            fail_msg("case %zu: got '%.*s'", i, CC_F(got));
        cc_arena_release(&f.arena);
    }
}

static void test_bid(void **state)
{
    static const struct {
        const char *head;
        size_t      len;
        const char *name;
        int32_t     bid;
    } bids[] = {
        {"text\r\n\tmore", 11, "a", 10},
        {"text", 4, "dir/a.TXT", 20},
        {"text", 4, "a.md", 20},
        {"text", 4, "a.text", 20},
        {"", 0, "a.txt", 20},
        {"\0\1\2\3", 4, "a.txt", 0},
        {"0123456789 0123456789\0", 22, "a.bin", 5},
        {"0123456789 0123456789\0", 22, "a.txt", 20},
        {"\x7F"
         "ELF\2\1\1\0\0\0",
         10, "a", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bids / sizeof *bids; i++) {
        int32_t got = bid((cc_str){bids[i].head, bids[i].len}, cc_str_z(bids[i].name));
        if (got != bids[i].bid)
            fail_msg("case %zu: got %d, wanted %d", i, got, bids[i].bid);
    }
}

/* -- The way back --------------------------------------------------------------------------- */

enum { MAX_NASTY = 512 };

typedef struct nasty {
    char   bytes[MAX_NASTY];
    size_t len;
} nasty;

static void add(nasty *n, const char *part, size_t len)
{
    if (len > sizeof n->bytes - n->len)
        return;
    memcpy(n->bytes + n->len, part, len);
    n->len += len;
}

static uint64_t next_random(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

/* The first `PLAIN` parts have no structure: nothing of them may be lost. */
static const char *const parts[] = {
    "word",
    "The",
    " ",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "\u00A0",
    "e\u0301",
    "\u00E9",
    "a\u0323\u0301",
    "\U0001F600",
    "\xFF",
    "\xE2\x82",
    "\xC3",
    "\uFEFF",
    "\u212B",
    "\u1100\u1161",
    "\u0301",
    "\u2009",
    "\u3000",
    "4.5",
    ". ",
    "\0",
    "\n\n",
    "\uFB1D",
    "\u200B",
    /* structure */
    "\n- ",
    "\n# ",
    "\n1. ",
    "Label:\n  ",
    "note: ",
    "\n| a | b |\n",
    "\nKey: value",
    "\n====\n",
    "\n  ",
    "**Bold:** x",
};
enum { PLAIN = 29, ALL = sizeof parts / sizeof *parts };

static void make_nasty(nasty *n, uint64_t *seed, size_t kinds)
{
    size_t count = 1 + next_random(seed, 40);
    n->len       = 0;
    if (next_random(seed, 4) == 0)
        add(n, "\xEF\xBB\xBF", 3);
    for (size_t i = 0; i < count; i++) {
        const char *part = parts[next_random(seed, kinds)];
        add(n, part, part[0] == '\0' ? 1 : strlen(part));
    }
}

/* Slow and plain: counts from the first byte on. */
static void count_place(cc_str bytes, size_t offset, uint32_t *row, uint32_t *column)
{
    size_t at = cc_str_starts(bytes, CC_S("\xEF\xBB\xBF")) ? 3 : 0;
    *row = *column = 1;
    while (at < offset) {
        size_t len  = cc_utf8_valid_at(bytes, at);
        bool   crlf = bytes.ptr[at] == '\r' && at + 1 < bytes.len && bytes.ptr[at + 1] == '\n';
        bool   end  = bytes.ptr[at] == '\n' || (bytes.ptr[at] == '\r' && !crlf);
        *row += end;
        *column = end ? 1 : *column + 1;
        at += len == 0 ? 1 : len;
    }
}

static void check_span(fixture *f, cc_span span, uint64_t seed)
{
    cc_str      want = cc_str_span(f->doc.abi.text, span);
    cc_str      got  = cc_document_slice(&f->arena, &f->doc, span);
    cc_position p    = cc_document_position(&f->doc, span);
    uint32_t    row, column;
    count_place(f->doc.original, p.place.at.bytes.start, &row, &column);
    if (!cc_str_eq(got, want))
        fail_msg("seed %u, span %u+%u: the slice is '%.*s', the text '%.*s'", (unsigned)seed,
                 span.off, span.len, CC_F(got), CC_F(want));
    if (p.line != row || p.column != column || p.place.at.bytes.end > f->doc.original.len)
        fail_msg("seed %u, span %u+%u: got %u:%u, wanted %u:%u", (unsigned)seed, span.off, span.len,
                 p.line, p.column, row, column);
}

/* Whether `offset` lies within a piece that maps as a whole. */
static bool is_within(const cc_map *map, size_t offset)
{
    for (size_t i = 0; i < map->n; i++) {
        const cc_segment *s = &map->at[i];
        if (!s->verbatim && offset > s->text_off && offset < s->text_off + s->text_len)
            return true;
    }
    return false;
}

/* The ends that a span of the block can have; returns how many. */
static size_t find_ends(const fixture *f, cc_span block, uint32_t *ends)
{
    size_t n = 0, len;
    for (size_t i = block.off; i < block.off + block.len; i += len) {
        cc_utf8_at(f->doc.abi.text, i, &len);
        if (!is_within(&f->doc.origin, i))
            ends[n++] = (uint32_t)i;
    }
    ends[n++] = block.off + block.len;
    return n;
}

static void check_block(fixture *f, cc_span block, uint64_t seed)
{
    static uint32_t ends[3 * MAX_NASTY];
    size_t          n = find_ends(f, block, ends);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            cc_mark mark = cc_arena_mark(&f->arena);
            check_span(f, (cc_span){ends[i], ends[k] - ends[i]}, seed);
            cc_arena_rewind(&f->arena, mark);
        }
}

static void test_spans(void **state)
{
    static nasty n;
    (void)state;
    for (uint64_t s = 0; s < 1500; s++) {
        uint64_t seed = s;
        fixture  f;
        make_nasty(&n, &seed, ALL);
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        for (size_t i = 0; i < f.doc.abi.block_count; i++)
            check_block(&f, f.doc.abi.blocks[i].span, s);
        cc_arena_release(&f.arena);
    }
}

/* All that is no white space, of `text` made NFC. */
static cc_str dense(cc_arena *arena, cc_str text)
{
    cc_bytes out = {0}, normal = {0};
    cc_utf8_nfc(arena, text, &normal, NULL);
    cc_str s = {normal.ptr, normal.len};
    for (size_t i = 0, len; i < s.len; i += len) {
        size_t blank = cc_utf8_blank_at(s, i);
        cc_utf8_at(s, i, &len);
        if (blank == 0)
            cc_bytes_put(arena, &out, cc_str_sub(s, i, len));
    }
    return (cc_str){out.ptr, out.len};
}

static void test_nothing_lost(void **state)
{
    static nasty n;
    (void)state;
    for (uint64_t s = 0; s < 3000; s++) {
        uint64_t   seed = s;
        fixture    f;
        cc_decoded decoded;
        make_nasty(&n, &seed, PLAIN);
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        cc_utf8_decode(&f.arena, (cc_str){n.bytes, n.len}, &decoded);
        cc_str want = dense(&f.arena, decoded.text), got = dense(&f.arena, f.doc.abi.text);
        if (!cc_str_eq(got, want))
            fail_msg("seed %u: got '%.*s', wanted '%.*s'", (unsigned)s, CC_F(got), CC_F(want));
        cc_arena_release(&f.arena);
    }
}

/* One line of two million bytes, and the same wrapped, give the same blocks. */
static void test_huge_line(void **state)
{
    enum { SIZE = 2500000 };
    static char one[SIZE], wrapped[SIZE];
    fixture     a, b;
    size_t      width = 0;
    (void)state;
    for (size_t i = 0; i < SIZE; i++)
        one[i] = "Exports rose by 4.5 percent in 2020. "[i % 37];
    for (size_t i = 0; i < SIZE; i++, width++) {
        wrapped[i] = one[i] == ' ' && width > 60 ? '\n' : one[i];
        width      = wrapped[i] == '\n' ? 0 : width;
    }
    read_file(&a, (cc_str){one, SIZE}, CC_MAX_TEXT_BYTES);
    read_file(&b, (cc_str){wrapped, SIZE}, CC_MAX_TEXT_BYTES);
    assert_int_equal(a.doc.abi.block_count, 3);
    assert_true(cc_str_eq(a.doc.abi.text, b.doc.abi.text));
    assert_int_equal(a.doc.abi.sentence_count, b.doc.abi.sentence_count);
    assert_int_equal(a.doc.abi.sentence_count, SIZE / 37 + 1);
    for (size_t i = 0; i < b.doc.abi.sentence_count; i += 999)
        check_span(&b, b.doc.abi.sentences[i].span, i);
    cc_arena_release(&a.arena);
    cc_arena_release(&b.arena);
    read_file(&a, (cc_str){one, SIZE}, 1000);
    assert_true(a.doc.cut);
    assert_in_range(a.doc.abi.text.len, 900, 1000);
    cc_arena_release(&a.arena);
}

/* Lines that no one wraps stand for paragraphs. */
static void test_long_lines(void **state)
{
    static char text[1000];
    fixture     f;
    (void)state;
    memset(text, 'x', sizeof text);
    text[300] = text[650] = '\n';
    text[700]             = '\n';
    read_file(&f, (cc_str){text, sizeof text}, CC_MAX_TEXT_BYTES);
    assert_int_equal(f.doc.abi.block_count, 4);
    cc_arena_release(&f.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),       cmocka_unit_test(test_title),
        cmocka_unit_test(test_bid),          cmocka_unit_test(test_spans),
        cmocka_unit_test(test_nothing_lost), cmocka_unit_test(test_huge_line),
        cmocka_unit_test(test_long_lines),
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
