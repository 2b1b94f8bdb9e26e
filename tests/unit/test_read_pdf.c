/* test_read_pdf.c - the blocks of pages, the rectangles of their words, and what cannot be read. */

#include "pdf_box.h"
#include "reader_box.h"

#include <dlfcn.h>

static const cc_reader *reader; /* of the plugin as it was built */

static int load_reader(void **state)
{
    void *handle = dlopen(BUILD_DIR "/plugins/read_pdf.so", RTLD_NOW | RTLD_LOCAL);
    const cc_plugin *(*entry)(void);
    if (handle == NULL)
        return 1;
    void *symbol = dlsym(handle, CC_PLUGIN_SYMBOL);
    memcpy(&entry, &symbol, sizeof entry);
    reader = entry()->reader;
    return load_abbreviations(state);
}

static cc_status read_made(fixture *f, cc_arena *arena, const char *pages, const char *info)
{
    return read_packed(f, reader->read, pdf_make(arena, pages, info, ""), CC_MAX_TEXT_BYTES);
}

/* -- Blocks --------------------------------------------------------------------------------- */

#define LEFT                                                                                       \
    "50 100 10 Exports of goods rose to five\n50 112 10 billion in the year and then\n"            \
    "50 124 10 they fell again by a third of\n50 136 10 that. Imports hardly moved.\n"
#define RIGHT                                                                                      \
    "320 102 10 The second column begins here\n320 114 10 and goes on for a few lines as\n"        \
    "320 126 10 columns do when they are not\n320 138 10 the cells of any table at all.\n"
#define LEFT_TEXT                                                                                  \
    "P0||Exports of goods rose to five billion in the year and then they fell again by a third "   \
    "of "                                                                                          \
    "that. Imports hardly moved.\n"
#define RIGHT_TEXT                                                                                 \
    "P0||The second column begins here and goes on for a few lines as columns do when they are "   \
    "not the cells of any table at all.\n"
/* Lines that make 10 the size of the body. */
#define BODY                                                                                       \
    "72 300 10 The text of this page is set in ten points, as most of its words are here.\n"       \
    "72 312 10 It goes on for a second line, so that its size is that of most letters here.\n"
#define BODY_TEXT                                                                                  \
    "P0||The text of this page is set in ten points, as most of its words are here. It goes on "   \
    "for a second line, so that its size is that of most letters here.\n"

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *pages, *blocks;
} cases[] = {
    {"one line", "72 100 10 Exports were $5.2 million.", "P0||Exports were $5.2 million.\n"},
    {"lines are joined", BODY, BODY_TEXT},
    {"columns", LEFT RIGHT, LEFT_TEXT RIGHT_TEXT},
    {"columns written line by line",
     "50 100 10 Exports of goods rose to five\n320 100 10 The second column begins here\n"
     "50 112 10 billion in the year and then\n320 112 10 and goes on for a few lines as\n"
     "50 124 10 they fell again by a third of\n320 124 10 columns do when they are not\n"
     "50 136 10 that. Imports hardly moved.\n320 136 10 the cells of any table at all.",
     LEFT_TEXT RIGHT_TEXT},
    {"columns below a line over both",
     "50 80 10 This line stands above both of the columns and reaches from one side to the "
     "other.\n" LEFT RIGHT,
     "P0||This line stands above both of the columns and reaches from one side to the "
     "other.\n" LEFT_TEXT RIGHT_TEXT},
    {"a word broken at the line's end",
     "72 100 10 The commission spoke at length of the international trade and of all commis-\n"
     "72 112 10 sions before it, and of long-\n",
     "P0||The commission spoke at length of the international trade and of all commissions before "
     "it, and of long-\n"},
    {"a compound broken at its hyphen",
     "72 100 10 The plan is a long term plan, and a term is long, for what is called a long-\n"
     "72 112 10 term plan.\n",
     "P0||The plan is a long term plan, and a term is long, for what is called a long-term "
     "plan.\n"},
    {"a ligature", "72 100 10 The \001rst \001gure", "P0||The first figure\n"},
    {"the mark of a note", "72 100 10 It rose by 12.5 percent\n172 96 6 3\n178 100 10 in 2019.",
     "P0||It rose by 12.5 percent in 2019.\n"},
    {"powers and units",
     "72 100 10 It has 40 km\n127 96 6 2\n133 100 10 and 10\n164 96 6 6\n170 100 10 trees.",
     "P0||It has 40 km2 and 10^6 trees.\n"},
    {"headings by size", "72 80 20 Trade\n72 120 14 Of goods\n" BODY,
     "H1||Trade\nH2||Of goods\n" BODY_TEXT},
    {"a bold heading", "72 280 b10 Trade in goods\n" BODY, "H1||Trade in goods\n" BODY_TEXT},
    {"a heading of two lines", "72 80 20 Trade in goods and\n72 103 20 in services\n" BODY,
     "H1||Trade in goods and in services\n" BODY_TEXT},
    {"paragraphs by gap and indent",
     "72 100 10 It rose.\n72 120 10 It fell.\n" BODY "84 324 10 A third one begins here.",
     "P0||It rose.\nP0||It fell.\n" BODY_TEXT "P0||A third one begins here.\n"},
    {"lists", "72 100 10 There are two:\n72 112 10 \225 the first one\n72 124 10 \225 the second\n",
     "P0||There are two:\nI1|There are two:|the first one\nI1|There are two:|the second\n"},
    {"captions", BODY "72 340 10 Table 1. Exports of goods",
     BODY_TEXT "G0||Table 1. Exports of goods\n"},
    {"running heads and page numbers",
     "72 40 8 Annual Report 2019\n" BODY "300 750 8 1\f"
     "72 40 8 Annual Report 2019\n" BODY "300 750 8 2\f"
     "72 40 8 Annual Report 2019\n" BODY "300 750 8 3",
     BODY_TEXT "M0||Annual Report 2019\nM0||1\n" BODY_TEXT
               "M0||Annual Report 2019\nM0||2\n" BODY_TEXT "M0||Annual Report 2019\nM0||3\n"},
    {"a paragraph that goes on overleaf",
     "72 700 10 The text of this paragraph reaches the end of the page and it goes on\f"
     "72 100 10 on the next one, where it ends in the middle of a line.",
     "P0||The text of this paragraph reaches the end of the page and it goes on on the next one, "
     "where it ends in the middle of a line.\n"},
    {"notes follow the paragraph that their page interrupts",
     "72 680 10 The text of this paragraph reaches the end of the page and it goes on so\n"
     "72 692 10 that it does not end before the last line of this page, nor of this one\n"
     "72 716 5 1\n75 720 8 See the annex. It has a word broken by the end.\f"
     "72 100 10 but on the next one, where it ends in the middle of a line.",
     "P0||The text of this paragraph reaches the end of the page and it goes on so that it does "
     "not end before the last line of this page, nor of this one but on the next one, where it "
     "ends in the middle of a line.\nF0||See the annex. It has a word broken by the end.\n"},
    {"a table",
     "72 100 10 Country\n200 100 10 2018\n280 100 10 2019\n72 112 10 Canada\n200 112 10 4.1\n"
     "280 112 10 5.2\n72 124 10 Mexico\n200 124 10 3.0\n280 124 10 2.9\n72 136 10 Chile\n"
     "200 136 10 1.0\n280 136 10 1.1",
     "C0||Country\nC0||2018\nC0||2019\nC0||Canada\nC0|Canada|2018|4.1\nC0|Canada|2019|5.2\n"
     "C0||Mexico\nC0|Mexico|2018|3.0\nC0|Mexico|2019|2.9\nC0||Chile\nC0|Chile|2018|1.0\n"
     "C0|Chile|2019|1.1\n"},
    {"a table of text",
     "72 100 b10 Year\n140 100 b10 Action\n72 112 10 1992\n140 112 10 The agency begins to label\n"
     "140 124 10 computers of all sizes\n72 136 10 1995\n140 136 10 It labels homes\n"
     "72 148 10 2001\n140 148 10 It agrees with Canada",
     "C0||Year\nC0||Action\nC0||1992\nC0|1992|Action|The agency begins to label computers of all "
     "sizes\nC0||1995\nC0|1995|Action|It labels homes\nC0||2001\nC0|2001|Action|It agrees with "
     "Canada\n"},
    {"a row's name in two lines",
     "72 100 10 Country\n200 100 10 2018\n280 100 10 2019\n72 112 10 Exports of goods\n"
     "72 124 10 and services\n200 124 10 4.1\n280 124 10 5.2\n72 136 10 Imports\n"
     "200 136 10 1.0\n280 136 10 1.1\n72 148 10 Balance\n200 148 10 3.1\n280 148 10 4.1",
     "C0||Country\nC0||2018\nC0||2019\nC0||Exports of goods and services\n"
     "C0|Exports of goods and services|2018|4.1\nC0|Exports of goods and services|2019|5.2\n"
     "C0||Imports\nC0|Imports|2018|1.0\nC0|Imports|2019|1.1\nC0||Balance\n"
     "C0|Balance|2018|3.1\nC0|Balance|2019|4.1\n"},
    {"lines of a bill are numbered",
     "72 100 9 1\n110 100 10 The Secretary shall pay to each of the States\n72 120 9 2\n"
     "110 120 10 a sum of 5 million dollars in every year of the\n72 140 9 3\n"
     "110 140 10 period that this Act names, and shall report to the\n72 160 9 4\n"
     "110 160 10 Congress what was paid to whom, for what use, and\n72 180 9 5\n"
     "110 180 10 when that was.",
     "P0||The Secretary shall pay to each of the States a sum of 5 million dollars in every year "
     "of "
     "the period that this Act names, and shall report to the Congress what was paid to whom, for "
     "what use, and when that was.\nM0||1\nM0||2\nM0||3\nM0||4\nM0||5\n"},
    {"an initial of two lines",
     "72 122 30 T\n92 108 10 he text of this page is set in ten points, as most of its words are.\n"
     "92 122 10 It goes on for a second line beside the initial, and for a third one\n"
     "72 134 10 below it, which is as wide as the initial and the two lines beside it are.",
     "P0||The text of this page is set in ten points, as most of its words are. It goes on for a "
     "second line beside the initial, and for a third one below it, which is as wide as the "
     "initial and the two lines beside it are.\n"},
    {"an address broken at the line's end",
     "72 100 10 All that is said here stands in the report, https://www.example.org/data/2019/\n"
     "72 112 10 8214 and elsewhere.",
     "P0||All that is said here stands in the report, https://www.example.org/data/2019/8214 and "
     "elsewhere.\n"},
    {"numbers in running text are no items",
     "72 100 10 The commission found that exports rose to 5 million in the year; that (1) they "
     "fell;\n"
     "72 112 10 (2) they rose again.",
     "P0||The commission found that exports rose to 5 million in the year; that (1) they fell; (2) "
     "they rose again.\n"},
    {"contents", BODY "72 340 10 Trade in goods . . . . . . . . . . . . . 12",
     BODY_TEXT "G0||Trade in goods . . . . . . . . . . . . . 12\n"},
    {"a page turned", "100 700 u10 Exports rose to 5 million\n112 700 u10 in the year 2019.",
     "P0||Exports rose to 5 million in the year 2019.\n"},
    {"letters upright beside the text", BODY "20 400 u8 arXiv 2019", BODY_TEXT "M0||arXiv 2019\n"},
};

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture   f;
        cc_arena  arena  = {0};
        cc_bytes  out    = {0};
        cc_status status = read_made(&f, &arena, cases[i].pages, "");
        render(&f, &out, &arena);
        cc_str got = {out.ptr, out.len}, want = cc_str_z(cases[i].blocks);
        if (status != CC_OK || !cc_str_eq(got, want))
            fail_msg("%s: status %d, got\n%.*swanted\n%s", cases[i].name, status, CC_F(got),
                     cases[i].blocks);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* -- Places --------------------------------------------------------------------------------- */

/* The rectangle of a figure in the text, in whole points. */
static const struct {
    const char *pages, *figure;
    uint32_t    page;
    int         x0, y0, x1, y1;
} places[] = {
    {"72 100 10 Exports were ($5.2 million).", "5.2", 1, 141, 92, 155, 102},
    {"72 100 10 Exports were ($5.2 million).", "$5.2 million", 1, 136, 92, 189, 102},
    {"72 100 10 a\f72 100 10 Exports were 7%.", "7%", 2, 132, 92, 147, 102},
    {"72 100 10 It rose by 12.5 percent\n172 96 6 3\n178 100 10 in 2019.", "12.5 percent", 1, 116,
     92, 172, 102},
    {LEFT RIGHT, "billion", 1, 50, 104, 76, 114},
    {"100 700 u10 Exports rose to 5 million\n112 700 u10 in the year 2019.", "5 million", 1, 92,
     593, 102, 630},
};

static int round_to_point(float x)
{
    return (int)(x + 0.5f);
}

static void test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        fixture  f;
        cc_arena arena = {0};
        read_made(&f, &arena, places[i].pages, "");
        const char *found = memmem(f.doc.abi.text.ptr, f.doc.abi.text.len, places[i].figure,
                                   strlen(places[i].figure));
        if (found == NULL)
            fail_msg("no '%s'", places[i].figure);
        cc_span span = {(uint32_t)(found - f.doc.abi.text.ptr), (uint32_t)strlen(places[i].figure)};
        cc_place place = cc_map_place(&f.doc.origin, span);
        int      got[] = {round_to_point(place.at.page.x0_pt), round_to_point(place.at.page.y0_pt),
                          round_to_point(place.at.page.x1_pt), round_to_point(place.at.page.y1_pt)};
        bool     right = place.kind == CC_PLACE_PAGE && place.at.page.page == places[i].page &&
                     abs(got[0] - places[i].x0) <= 2 && abs(got[1] - places[i].y0) <= 2 &&
                     abs(got[2] - places[i].x1) <= 2 && abs(got[3] - places[i].y1) <= 2;
        if (!right)
            fail_msg("'%s': got page %u, %d %d %d %d, wanted page %u, %d %d %d %d",
                     places[i].figure, place.at.page.page, got[0], got[1], got[2], got[3],
                     places[i].page, places[i].x0, places[i].y0, places[i].x1, places[i].y1);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* -- Whatever the layout -------------------------------------------------------------------- */

static size_t count_letters(cc_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
    return n;
}

/* Words of letters anywhere on two pages, one a line: none is lost, none comes twice. */
static cc_str scatter(cc_arena *arena, uint64_t *seed)
{
    static const char *const sizes[] = {"6", "8", "10", "10", "b10", "14", "u10"};
    cc_bytes                 out     = {0};
    size_t                   count   = 2 + next_random(seed, 60);
    for (size_t i = 0; i < count; i++) {
        const char *size = sizes[next_random(seed, i < 10 ? 6 : 7)]; /* upright ones need room */
        cc_str      line = cc_arena_printf(
                 arena, "%u %zu %s ab%cde%cgh %cjk%c", (unsigned)(20 + next_random(seed, 450)),
                 30 + i * 11, size, 'a' + (char)next_random(seed, 26), 'a' + (char)next_random(seed, 26),
                 'a' + (char)next_random(seed, 26), i + 1 < count ? i == count / 2 ? '\f' : '\n' : ' ');
        cc_bytes_put(arena, &out, line);
    }
    cc_bytes_put(arena, &out, (cc_str){"", 1});
    return (cc_str){out.ptr, out.len - 1};
}

static void test_any_layout(void **state)
{
    uint64_t seed = 1;
    (void)state;
    for (size_t i = 0; i < 300; i++) {
        fixture  f;
        cc_arena arena  = {0};
        cc_str   pages  = scatter(&arena, &seed);
        size_t   wanted = 0;
        read_made(&f, &arena, pages.ptr, "");
        for (size_t at = 0; at < pages.len; at++)
            wanted += pages.ptr[at] >= 'a' && pages.ptr[at] <= 'z';
        for (size_t at = 0; at + 1 < pages.len; at++)
            wanted -= (pages.ptr[at] == 'b' || pages.ptr[at] == 'u') && pages.ptr[at + 1] == '1';
        size_t got = count_letters(f.doc.abi.text);
        if (got != wanted)
            fail_msg("layout %zu: got %zu letters, wanted %zu\n%.*s\n%.*s", i, got, wanted,
                     CC_F(pages), CC_F(f.doc.abi.text));
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* -- What a file says of itself ------------------------------------------------------------- */

static const struct {
    const char *info, *title, *author, *date;
} metas[] = {
    {"/Title(Trade in 2019)/Author(A. Smith)/CreationDate(D:20190503231500-05'00')",
     "Trade in 2019", "A. Smith", "2019-05-03"},
    {"/Title(Microsoft Word - trade.doc)", "A heading", "", ""},
    {"/CreationDate(yesterday)", "A heading", "", ""},
};

static cc_str find_meta(const fixture *f, const char *key)
{
    for (size_t i = 0; i < f->doc.abi.meta_count; i++)
        if (cc_str_eq(f->doc.abi.meta[i].key, cc_str_z(key)))
            return f->doc.abi.meta[i].value;
    return CC_S("");
}

static void test_meta(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof metas / sizeof *metas; i++) {
        fixture  f;
        cc_arena arena = {0};
        read_made(&f, &arena, "72 80 20 A heading\n" BODY, metas[i].info);
        cc_str title = find_meta(&f, "title"), author = find_meta(&f, "author"),
               date = find_meta(&f, "date");
        if (!cc_str_eq(title, cc_str_z(metas[i].title)) ||
            !cc_str_eq(author, cc_str_z(metas[i].author)) ||
            !cc_str_eq(date, cc_str_z(metas[i].date)))
            fail_msg("%s: got '%.*s', '%.*s', '%.*s'", metas[i].info, CC_F(title), CC_F(author),
                     CC_F(date));
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* -- What cannot be read -------------------------------------------------------------------- */

#define LOCKED                                                                                     \
    "/ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/P -4"             \
    "/O(abcdefghijklmnopqrstuvwxyzabcdef)/U(abcdefghijklmnopqrstuvwxyzabcdef)>>"

static const struct {
    const char *name, *pages, *trailer;
    size_t      kept; /* bytes; 0: all */
    cc_status   status;
    cc_lost     lost;
} unread[] = {
    {"locked", "72 100 10 Text", LOCKED, 0, CC_FAIL, CC_LOST_ENCRYPTED},
    {"without text", "", "", 0, CC_FAIL, CC_LOST_NO_TEXT},
    {"nothing but its head", "72 100 10 Text", "", 9, CC_FAIL, CC_LOST_DAMAGED},
    /* The list of objects is lost, and made again. */
    {"cut", "72 100 10 Text", "", 1000, CC_OK, CC_LOST_UNKNOWN},
};

static void test_unread(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++) {
        fixture  f;
        cc_arena arena = {0};
        cc_str   bytes = pdf_make(&arena, unread[i].pages, "", unread[i].trailer);
        if (unread[i].kept > 0)
            bytes.len = unread[i].kept;
        cc_status status = read_packed(&f, reader->read, bytes, CC_MAX_TEXT_BYTES);
        if (status != unread[i].status || f.lost != unread[i].lost)
            fail_msg("%s: got %d, lost %u, wanted %d, lost %u", unread[i].name, status, f.lost,
                     unread[i].status, unread[i].lost);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* -- Files that it takes -------------------------------------------------------------------- */

static const struct {
    const char *head;
    int32_t     bid;
} bids[] = {
    {"%PDF-1.4\n", 90},
    {"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\n", 50},
    {"A file begins with\n%PDF-1.4 and so on.", 0},
    {"A file begins with %PDF-1.4\n1 0 obj", 0},
    {"", 0},
};

static void test_bid(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bids / sizeof *bids; i++) {
        int32_t got = reader->bid(cc_str_z(bids[i].head), CC_S("a.pdf"));
        if (got != bids[i].bid)
            fail_msg("'%s': got %d, wanted %d", bids[i].head, got, bids[i].bid);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),     cmocka_unit_test(test_places),
        cmocka_unit_test(test_any_layout), cmocka_unit_test(test_meta),
        cmocka_unit_test(test_unread),     cmocka_unit_test(test_bid),
    };
    return cmocka_run_group_tests(tests, load_reader, release_abbreviations);
}
