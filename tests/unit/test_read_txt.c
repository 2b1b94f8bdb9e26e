/* test_read_txt.c - the blocks of plain texts, and that every span of them leads back. */
#include "read_txt/read_txt.c"
#include "read_txt/txt_blocks.c"
#include "read_txt/txt_cells.c"
#include "read_txt/txt_flow.c"
#include "read_txt/txt_gutter.c"
#include "read_txt/txt_lists.c"
#include "read_txt/txt_notes.c"
#include "read_txt/txt_pages.c"
#include "read_txt/txt_shape.c"

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
    {"white space", "  a \u2003 b\u00A0 c\r\n\td.  \r\n", "P0||a b c d.\n"},
    {"line ends", "a b.\rc d.\r\re f.\r\n\r\ng h.", "P0||a b. c d.\nP0||e f.\nP0||g h.\n"},
    {"rules", "one.\n\n---\ntwo.\n* * *\nthree.\n", "P0||one.\nP0||two.\nP0||three.\n"},
    {"first-line indents", "   One is here\nand it goes on.\n   Two is here.\n",
     "P0||One is here and it goes on.\nP0||Two is here.\n"},
    {"slides", "The first\nThe second\nof two\nA third\n",
     "P0||The first\nP0||The second of two\nP0||A third\n"},
    {"wrapped narrowly", "The first\nof many lines\nthat were wrapped\nEarly.\n",
     "P0||The first of many lines that were wrapped Early.\n"},
    {"wrapped at any width, cut short on purpose",
     "Office of Trade\nOttawa\n\nThe exports of Canada rose in the year\nby far.\n"
     "Imports fell, as the reports of banks\nsaid.\n",
     "P0||Office of Trade\nP0||Ottawa\nP0||The exports of Canada rose in the year by far.\n"
     "P0||Imports fell, as the reports of banks said.\n"},
    {"hanging lines",
     "Adams, C. (1993). Trade of states\n    and others.\nAdler, H. (2002). Trade.\n",
     "P0||Adams, C. (1993). Trade of states and others.\nP0||Adler, H. (2002). Trade.\n"},
    {"front matter",
     "FOR IMMEDIATE RELEASE\nContact: J. Smith, 202-555-0100\nMay 3, 2021\nThe text.\n",
     "P0||FOR IMMEDIATE RELEASE\nP0||Contact: J. Smith, 202-555-0100\nP0||May 3, 2021\n"
     "P0||The text.\n"},
    {"a date in wrapped text",
     "The rates of exchange were set free by the bank in the month of\n"
     "March 2002\n",
     "P0||The rates of exchange were set free by the bank in the month of March 2002\n"},
    /* hyphens */
    {"broken words", "invest-\nment, de-\nscribed, ANNI-\nVERSARY, soft\u00AD\nness\n",
     "P0||investment, described, ANNIVERSARY, softness\n"},
    {"compounds",
     "trade-\nrelated, long-\nterm, state-of-\nthe-art, US-\nbased, short-\nand low-paid\n",
     "P0||trade-related, long-term, state-of-the-art, US-based, short- and low-paid\n"},
    {"figures", "2019-\n2020, G-\n8, 5-\nyear, US-\nMexico, up -\n5, as-\n13, mid-\n1990s\n",
     "P0||2019-2020, G-8, 5-year, US-Mexico, up - 5, as- 13, mid-1990s\n"},
    {"halves that are words here",
     "The rice and its processing: rice-\nprocessing; a withdrawal "
     "drawal with: with-\ndrawal\n",
     "P0||The rice and its processing: rice-processing; a withdrawal drawal with: withdrawal\n"},
    /* headings */
    {"hashes", "# One\n## Two ##\ntext.\n#3 no\n####### no\n#\n",
     "H1||One\nH2||Two\nP0||text. #3 no ####### no #\n"},
    {"underlined", "The one\n=======\ntext.\n\nThe two\n---\n",
     "H1||The one\nP0||text.\nH2||The two\n"},
    {"alone", "SUMMARY\n\nWhere We Stand in the World\n\nWhere we stand\n\nTRADE:\n\nDone,\n",
     "H1||SUMMARY\nH2||Where We Stand in the World\nP0||Where we stand\nP0||TRADE:\nP0||Done,\n"},
    {"not alone", "SUMMARY\ntext goes on.\n", "P0||SUMMARY text goes on.\n"},
    {"dates are none", "October 29, 2009\n\n11:51 A.M. EDT\n\nFiscal Year 2020\n\nmore\n",
     "P0||October 29, 2009\nP0||11:51 A.M. EDT\nH2||Fiscal Year 2020\nP0||more\n"},
    {"on top of a list", "Slide 1: Trade at a glance\n- one\n",
     "H3||Slide 1: Trade at a glance\nI1||one\n"},
    {"numbered",
     "It ends.\n2.1 The Trade of Canada\nIt rose.\nIV. The years of growth\n\nIt fell.\n\n"
     "1. Methods\n\nWe count.\n",
     "P0||It ends.\nH3||2.1 The Trade of Canada\nP0||It rose.\nH2||IV. The years of growth\n"
     "P0||It fell.\nH2||1. Methods\nP0||We count.\n"},
    {"none by its number",
     "The rate of growth in that year was the highest of all, that is,\n"
     "3.1 Percent or so.\n\n5.5 percent\n",
     "P0||The rate of growth in that year was the highest of all, that is, 3.1 Percent or so.\n"
     "P0||5.5 percent\n"},
    {"above a cell", "Year\n\n1992\n\nmore\n", "P0||Year\nP0||1992\nP0||more\n"},
    /* captions and notes */
    {"captions",
     "Trade grew.\nTable 3. Trade of Canada,\nin dollars\nCanada sold.\n\nFigure A-1\n\n"
     "Source: The bank.\n\nTable 3 shows it.\n\nNote: a short\nnote.\n",
     "P0||Trade grew.\nG0||Table 3. Trade of Canada, in dollars\nP0||Canada sold.\nG0||Figure A-1\n"
     "G0||Source: The bank.\nP0||Table 3 shows it.\nG0||Note: a short note.\n"},
    {"notes",
     "12 See Smith (2020).\n1. https://example.com/a\n[3] Jones, p. 5.\n\n1. See it yourself\n",
     "F0||12 See Smith (2020).\nF0||1. https://example.com/a\nF0||[3] Jones, p. 5.\n"
     "F0||1. See it yourself\n"},
    {"contents", "Trade . . . . . . 3\nGrowth ........ 12\n\nmore\n",
     "G0||Trade . . . . . . 3\nG0||Growth ........ 12\nP0||more\n"},
    /* lists */
    {"bullets", "- a\n* b\n\u2022 c\n\u25CF d\n\u2013 e\n", "I1||a\nI1||b\nI1||c\nI1||d\nI1||e\n"},
    {"numbers", "1. a\n2) b\n(c) c\n(iv) d\ne. e\n123. f\n1234. g\n",
     "I1||a\nI1||b\nI1||c\nI1||d\nI1||e\nI1||f 1234. g\n"},
    {"no items", "-a\n\n5\n\n1.5 b\n\n(see) c\n\nU. s.\n\n- \n",
     "P0||-a\nP0||5\nP0||1.5 b\nP0||(see) c\nP0||U. s.\nP0||-\n"},
    {"glyphs", "\uF0B7 a\n\u25AA b\n\u00A7 c\no d\n\u00A7 5\n",
     "I1||a\nI1||b\nI1||c\nI1||d \u00A7 5\n"},
    {"roman and nested", "(a) one\n  ii. two\n    o three\n  iii. four\n",
     "I1||one\nI2||two\nI3||three\nI2||four\n"},
    {"bullets alone",
     "\u2022\none\ngoes on\n\u2022\ntwo\n\n3.\n\nthree\n\n\u2022\n\u2022\n\nfour\n",
     "I1||one goes on\nI1||two\nI1||three\nP0||four\n"},
    {"continued", "- one\n  goes on\n- two\ngoes on\n  - three\n- four\n",
     "I1||one goes on\nI1||two goes on\nI2||three\nI1||four\n"},
    {"not continued", "- since\n  1 July\nNote: keep it.\n",
     "I1||since 1 July\nG0||Note: keep it.\n"},
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
    {"white space in labels",
     "Net\vdebt:\f \n  9 km\n\nFirst\v\u00A0part\f: five km\nIn\f\v all: six km\nC: 7 km\n\n"
     "**Net \u2003area**: 9 km\n",
     "P0||Net debt:\nP0||9 km\nH2||First part\nP0||: five km In all: six km C: 7 km\n"
     "P0|Net area||9 km\n"},
    {"labelled paragraphs", "Area:\n  9 km.\n\n  1 km.\n\nOut here.\n",
     "H6||Area\nP0|Area||9 km.\nP0|Area||1 km.\nP0||Out here.\n"},
    {"notes", "Area:\n  9 km note: of\n  land\nnote:\n  so\n",
     "H6||Area\nP0|Area||9 km\nP0|Area||note: of land\nH6||note\nP0|note||so\n"},
    {"note of no label", "It is 9 km note: of land.\n", "P0||It is 9 km note: of land.\n"},
    {"label before a list", "Area:\n  - 9 km\n", "P0||Area:\nI1|Area:|9 km\n"},
    {"sheet", "To:\tMary\nFrom: John,\n      Ottawa\n2 Date: 5 May\nEnd: x.y\n",
     "I1|To||Mary\nI1|From||John, Ottawa\nI1|2 Date||5 May\nI1|End||x.y\n"},
    {"sheet of days",
     "May 5, 1994: it opened\n6 June 1995: it closed\n2019: 5 dollars\nMay 2020: 6\n",
     "I1||May 5, 1994: it opened\nI1||6 June 1995: it closed\nI1|2019||5 dollars\nI1|May "
     "2020||6\n"},
    {"no sheet", "To: Mary\nFrom: John\n\nto: Mary\nfrom: John\nb: c\n",
     "P0||To: Mary\nP0||From: John\nP0||to: Mary from: John b: c\n"},
    {"one field among labels", "Area:\n  9\nCoast: 3\nClimate:\n  good\n",
     "H6||Area\nP0|Area||9\nI1|Coast||3\nH6||Climate\nP0|Climate||good\n"},
    {"sub-labels", "Life:\ntotal: 79 years\nmale: 77 years\n\nmale: 5\n",
     "H6||Life\nP0|Life||total: 79 years male: 77 years\nP0||male: 5\n"},
    {"bold labels", "**Area:** 9 km\n**Coast**: 1 km note: x\n**no** label\n",
     "P0|Area||9 km\nP0|Coast||1 km\nP0|Coast||note: x\nP0||**no** label\n"},
    /* tables */
    {"table",
     "Trade      2019    2020\nExports   1,200   1,250\nImports   1,300   1,310\n  Cars       50   "
     "   60\n",
     "C0||Trade\nC0||2019\nC0||2020\nC0||Exports\nC0|Exports|2019|1,200\nC0|Exports|2020|1,250\n"
     "C0||Imports\nC0|Imports|2019|1,300\nC0|Imports|2020|1,310\nC0||Cars\nC0|Cars|2019|50\n"
     "C0|Cars|2020|60\n"},
    {"headers in two lines",
     "Year    Exports\n        of cars   Total\n2019      5         6\n2020      7         8\n",
     "C0||Year\nC0||Exports\nC0||of cars\nC0||Total\nC0||2019\nC0|2019|Exports of cars|5\n"
     "C0|2019|Total|6\nC0||2020\nC0|2020|Exports of cars|7\nC0|2020|Total|8\n"},
    {"tabs", "Item\tAmount\nRent\t$1,200\nFood\t$300\n",
     "C0||Item\nC0||Amount\nC0||Rent\nC0|Rent|Amount|$1,200\nC0||Food\nC0|Food|Amount|$300\n"},
    {"no plain headers", "a   1   2\nb   3   4\nc   5   6\n",
     "C0||a\nC0||1\nC0||2\nC0||b\nC0||3\nC0||4\nC0||c\nC0||5\nC0||6\n"},
    {"two blanks after a stop", "He came.  She went\nand they stayed.   All did.\n",
     "P0||He came. She went and they stayed. All did.\n"},
    {"divided lines stay apart", "Total of trade      1,200\nof all the states\n",
     "P0||Total of trade 1,200\nP0||of all the states\n"},
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

/* A line each: page, kind, text. */
static const struct {
    const char *name, *text, *blocks;
} pages[] = {
    {"no pages", "one\n", "0P one\n"},
    {"pages", "One is.\n\fTwo is.\f\fFour is.\n", "1P One is.\n2P Two is.\n4P Four is.\n"},
    {"over the break", "The trade of\n\n\fstates rose.\n\fIt fell.\n",
     "1P The trade of states rose.\n3P It fell.\n"},
    {"heads and feet",
     "Trade Report\nThe trade of\n\nPage 1\n\f"
     "Trade Report\n\nstates rose.\n\nIt fell by 5 in\nPage 2\n\f"
     "Trade Report\nthat year.\nPage 3\n",
     "1P Trade Report\n1P The trade of states rose.\n1G Page 1\n2G Trade Report\n"
     "2P It fell by 5 in that year.\n2G Page 2\n3G Trade Report\n3G Page 3\n"},
    {"figures at an edge stay", "a 5\n\f200 1\n300 2\n400 3\n\fB 6\n",
     "1P a 5\n2P 200 1 300 2 400 3\n3P B 6\n"},
    {"notes",
     "Trade rose.1 It was high,2 and so\nit was for all of the years that\nwe know, and for "
     "the\n\n1 See Smith.\n2\n\nId. at\n5.\n\f"
     "banks3 knew. The trade was that of all.\n3 Jones, Trade.\n",
     "1P Trade rose.1 It was high,2 and so it was for all of the years that we know, and for the "
     "banks3 knew. The trade was that of all.\n"
     "1F 1 See Smith.\n1F 2 Id. at 5.\n2F 3 Jones, Trade.\n"},
    {"no notes without a mark", "Trade rose and\nall of it fell.\n1 Smith went.\n\fmore\n",
     "1P Trade rose and all of it fell. 1 Smith went.\n2P more\n"},
    {"columns",
     "The left side of the page has            The right side has text\n"
     "text that goes on for a good             that goes on as well, and it\n"
     "many lines, so that no reader            is read when the left side is\n"
     "would take it for a table; it            at its end. Its lines are not\n"
     "is read first, from the top to           mixed with those of the left,\n"
     "the bottom of the column, and            since a gutter of blanks keeps\n"
     "it ends here with a full stop.           the two apart on all lines.\n",
     "0P The left side of the page has text that goes on for a good many lines, so that no reader "
     "would take it for a table; it is read first, from the top to the bottom of the column, and "
     "it "
     "ends here with a full stop.\n"
     "0P The right side has text that goes on as well, and it is read when the left side is at its "
     "end. Its lines are not mixed with those of the left, since a gutter of blanks keeps the two "
     "apart on all lines.\n"},
};

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_file(&f, cc_str_z(pages[i].text), CC_MAX_TEXT_BYTES);
        for (size_t k = 0; k < f.doc.abi.block_count; k++) {
            const cc_block *b = &f.doc.abi.blocks[k];
            cc_bytes_put(&f.arena, &got,
                         cc_arena_printf(&f.arena, "%u%c %.*s\n", b->page, " PHICGFE"[b->kind],
                                         CC_F(cc_str_span(f.doc.abi.text, b->span))));
        }
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(pages[i].blocks)))
            fail_msg("%s: got\n%.*swanted\n%s", pages[i].name, (int)got.len, got.ptr,
                     pages[i].blocks);
        cc_arena_release(&f.arena);
    }
}

/* Page numbers that stand alone, without form feeds. */
static void test_page_marks(void **state)
{
    fixture  f;
    cc_bytes text = {0};
    (void)state;
    cc_arena arena = {0};
    for (int n = 8; n < 12; n++) {
        for (int i = 0; i < 20; i++)
            cc_bytes_put(&arena, &text, CC_S("the lines of a speech go on and on,\n"));
        cc_bytes_put(&arena, &text, cc_arena_printf(&arena, "%d\n\n", n));
    }
    read_file(&f, (cc_str){text.ptr, text.len}, CC_MAX_TEXT_BYTES);
    assert_int_equal(f.doc.abi.block_count, 5);
    assert_int_equal(f.doc.abi.blocks[0].span.len, 80 * 36 - 1);
    assert_int_equal(f.doc.abi.blocks[1].kind, CC_CAPTION);
    cc_arena_release(&f.arena);
    cc_arena_release(&arena);
}

/* A word that a hyphen broke leads back to both of its halves. */
static void test_hyphen_span(void **state)
{
    fixture f;
    (void)state;
    read_file(&f, CC_S("An invest-\n  ment of 5"), CC_MAX_TEXT_BYTES);
    cc_position p = cc_document_position(&f.doc, (cc_span){3, 10});
    assert_true(cc_str_eq(f.doc.abi.text, CC_S("An investment of 5\n")));
    assert_int_equal(p.place.at.bytes.start, 3);
    assert_int_equal(p.place.at.bytes.end, 17);
    assert_true(
        cc_str_eq(cc_document_slice(&f.arena, &f.doc, (cc_span){3, 10}), CC_S("invest- ment")));
    assert_int_equal(cc_document_position(&f.doc, (cc_span){17, 1}).place.at.bytes.start, 21);
    cc_arena_release(&f.arena);
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
        {"May 3, 2021\nFor Immediate Release\n\nTrade of Canada\n\nIt rose.\n", "Trade of Canada"},
        {"Contact: A. Smith\n\n9 08-51570\n\nIt rose.\n", NULL},
        {"This is a paragraph of text.\n\nA short line\n", NULL},
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

/* The first `PLAIN` parts have no structure: nothing of them may be lost. With the first `WHOLE`,
 * what stands between two places of a block is its text: no hyphens go, nothing stands aside. */
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
    "-\n",
    "\f",
    "1",
    "   5",
    "\n\u2022\n",
    "invest-\nment",
    "left of the gutter it is      and right of it too\n",
};
enum { PLAIN = 29, WHOLE = PLAIN + 10, ALL = sizeof parts / sizeof *parts };

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
    cc_str      want = fold_blanks(&f->arena, cc_str_span(f->doc.abi.text, span));
    cc_str      got  = cc_document_slice(&f->arena, &f->doc, span);
    cc_position p    = cc_document_position(&f->doc, span);
    uint32_t    row, column;
    count_place(f->doc.original, p.place.at.bytes.start, &row, &column);
    if (cc_str_eq(want, CC_S(" ")))
        got = want; /* what stands aside may lie in it */
    if (!cc_str_eq(got, want))
        fail_msg("seed %u, span %u+%u: the slice is '%.*s', the text '%.*s'", (unsigned)seed,
                 span.off, span.len, CC_F(got), CC_F(want));
    if (p.line != row || p.column != column || p.place.at.bytes.end > f->doc.original.len)
        fail_msg("seed %u, span %u+%u: got %u:%u, wanted %u:%u", (unsigned)seed, span.off, span.len,
                 p.line, p.column, row, column);
}

/* All spans of the block, at most `most` characters long. */
static void check_block(fixture *f, cc_span block, uint64_t seed, size_t most)
{
    static uint32_t ends[3 * MAX_NASTY];
    size_t          n = find_ends(f, block, ends);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n && k - i <= most; k++) {
            cc_mark mark = cc_arena_mark(&f->arena);
            check_span(f, (cc_span){ends[i], ends[k] - ends[i]}, seed);
            cc_arena_rewind(&f->arena, mark);
        }
}

static void check_spans(uint64_t seeds, size_t kinds, size_t most)
{
    static nasty n;
    for (uint64_t s = 0; s < seeds; s++) {
        uint64_t seed = s;
        fixture  f;
        make_nasty(&n, &seed, kinds);
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        for (size_t i = 0; i < f.doc.abi.block_count; i++)
            check_block(&f, f.doc.abi.blocks[i].span, s, most);
        cc_arena_release(&f.arena);
    }
}

static void test_spans(void **state)
{
    (void)state;
    check_spans(1500, WHOLE, SIZE_MAX);
}

/* Of whatever is made a block, each character leads back to its bytes. */
static void test_characters(void **state)
{
    (void)state;
    check_spans(6000, ALL, 1);
}

/* All that is neither white space nor NUL, of `text` made NFC. */
static cc_str dense(cc_arena *arena, cc_str text)
{
    cc_bytes out = {0}, normal = {0};
    cc_utf8_nfc(arena, text, &normal, NULL);
    cc_str s = {normal.ptr, normal.len};
    for (size_t i = 0, len; i < s.len; i += len) {
        size_t blank = cc_utf8_blank_at(s, i);
        cc_utf8_at(s, i, &len);
        if (blank == 0 && s.ptr[i] != '\0')
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
        cmocka_unit_test(test_blocks),       cmocka_unit_test(test_pages),
        cmocka_unit_test(test_page_marks),   cmocka_unit_test(test_hyphen_span),
        cmocka_unit_test(test_title),        cmocka_unit_test(test_bid),
        cmocka_unit_test(test_spans),        cmocka_unit_test(test_characters),
        cmocka_unit_test(test_nothing_lost), cmocka_unit_test(test_huge_line),
        cmocka_unit_test(test_long_lines),
    };
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
