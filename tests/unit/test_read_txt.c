/* test_read_txt.c - the blocks of plain texts, and that every span of them leads back. */
#include "../../plugins/read_txt.c"

#include "reader_box.h"

static void read_file(fixture *f, cc_str bytes, size_t max_text_bytes)
{
    cc_status status = read_with(f, read_text, bytes, max_text_bytes);
    if (status != CC_OK)
        fail_msg("got %d '%s'", status, f->fault.message);
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
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
