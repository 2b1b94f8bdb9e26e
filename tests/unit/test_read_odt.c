/* test_read_odt.c - the blocks of OpenDocument texts, and where they stand. */
#include "shared/package/blocks.c"
#include "shared/package/flow.c"
#include "shared/package/grid.c"
#include "shared/package/links.c"
#include "shared/package/package.c"
#include "shared/package/part.c"
#include "shared/package/story.c"

#include "read_odt/odt_changes.c"
#include "read_odt/odt_para.c"
#include "read_odt/odt_table.c"
#include "read_odt/odt_walk.c"
#include "read_odt/odt_styles.c"
#include "read_odt/read_odt.c"

#include "reader_box.h"
#include "zip_box.h"

/* -- Documents ------------------------------------------------------------------------------ */

#define OPEN(root)                                                                                 \
    "<office:" root " xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0' "          \
    "xmlns:table='" OASIS "table:1.0' xmlns:style='" OASIS "style:1.0' "                           \
    "xmlns:draw='" OASIS "drawing:1.0' xmlns:fo='" OASIS "xsl-fo-compatible:1.0' "                 \
    "xmlns:svg='" OASIS "svg-compatible:1.0' xmlns:meta='" OASIS "meta:1.0' "                      \
    "xmlns:dc='http://purl.org/dc/elements/1.1/'>"

static const char styles[] = OPEN(
    "document-styles") "<office:styles>"
                       "<style:style style:family='paragraph' style:name='Title'/>"
                       "<style:style style:family='paragraph' style:name='Caption'/>"
                       "<style:style style:family='paragraph' style:name='O' "
                       "style:default-outline-level='3'/>"
                       "</office:styles><office:master-styles><style:master-page><style:header>"
                       "<text:p>Draft 7</text:p></style:header><style:footer><text:p>Page "
                       "<text:page-number>3"
                       "</text:page-number></text:p></style:footer></style:master-page></"
                       "office:master-styles>"
                       "</office:document-styles>";

static const char automatic[] =
    "<office:automatic-styles>"
    "<style:style style:family='paragraph' style:name='P1' style:parent-style-name='Title'/>"
    "<style:style style:family='paragraph' style:name='P2' style:parent-style-name='Caption'/>"
    "<style:style style:family='paragraph' style:name='P3' style:parent-style-name='O'/>"
    "<style:style style:family='text' style:name='B'><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<style:style style:family='text' style:name='U'><style:text-properties "
    "style:text-position='super 58%'/></style:style>"
    "<style:style style:family='text' style:name='H'><style:text-properties "
    "text:display='none'/></style:style></office:automatic-styles>";

static cc_str make_odt(cc_arena *arena, const char *body)
{
    cc_str content = cc_arena_printf(
        arena,
        OPEN("document-content") "%s<office:body><office:text>%s</office:text></office:body>"
                                 "</office:document-content>",
        automatic, body);
    zip_part parts[] = {
        {"mimetype", CC_S("application/vnd.oasis.opendocument.text")},
        {"content.xml", content},
        {"styles.xml", cc_str_z(styles)},
    };
    return zip_parts(arena, parts, sizeof parts / sizeof *parts);
}

#define BEHIND "M0||Draft 7\nM0||Page\n"

/* -- Blocks --------------------------------------------------------------------------------- */

#define P(text) "<text:p>" text "</text:p>"
#define STYLED(style, text) "<text:p text:style-name='" style "'>" text "</text:p>"
#define SPAN(style, text) "<text:span text:style-name='" style "'>" text "</text:span>"
#define CELL(text) "<table:table-cell>" P(text) "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define NOTE(class, text)                                                                          \
    "<text:note text:note-class='" class "'><text:note-citation>1</text:note-citation>"            \
                                         "<text:note-body>" P(                                     \
                                             text) "</text:note-body></text:note>"
#define CHANGES                                                                                    \
    "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><office:change-info>"  \
    "<dc:date>2019</dc:date></office:change-info>" P(                                              \
        "It was 4.") "</text:deletion>"                                                            \
                     "</text:changed-region><text:changed-region text:id='c2'><text:insertion/>"   \
                     "</text:changed-region></text:tracked-changes>" P(                            \
                         "It is <text:change text:change-id='c1'/><text:change-start "             \
                         "text:change-id='c2'/>5"                                                  \
                         "<text:change-end text:change-id='c2'/>.")

/* clang-format off */
/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *changes, *body, *blocks;
} cases[] = {
    {"empty", "", "", ""},
    {"paragraphs", "", P("One.") "\n " P("") P("Two <text:a>and</text:a>\n three."),
     "P0||One.\nP0||Two and three.\n"},
    {"signs", "",
     P("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e"),
     "P0||a b c de\n"},
    {"spans", "", P("It is $4" SPAN("B", ".5") "<text:bookmark/> m" SPAN("H", " 6") "."),
     "P0||It is $4.5 m.\n"},
    {"raised", "", P("4.5" SPAN("U", "3") "6 9 km" SPAN("U", "2")), "P0||4.5 6 9 km2\n"},
    {"headings", "",
     "<text:h text:outline-level='2'>a</text:h><text:h>b</text:h>" STYLED("P1", "c") STYLED("P3", "d"),
     "H2||a\nH1||b\nH1||c\nH3||d\n"},
    {"bold", "", P(SPAN("B", "Costs")) P(SPAN("B", "a") "b"), "H6||Costs\nP0||ab\n"},
    {"captions", "",
     STYLED("P2", "Table 1") "<text:table-of-content><text:index-body>" P("a<text:tab/>5")
     "</text:index-body></text:table-of-content>",
     "G0||Table 1\nG0||a 5\n"},
    {"lists", "",
     P("So:") "<text:list><text:list-item>" P("a") "<text:list><text:list-item>" P("b")
     "</text:list-item></text:list></text:list-item></text:list>" P("c"),
     "P0||So:\nI1|So:|a\nI2|So:|b\nP0||c\n"},
    {"notes", "", P("It is 4.5" NOTE("footnote", "Of 2019.") "6" NOTE("endnote", "End.")) P("b"),
     "P0||It is 4.5 6\nF0||Of 2019.\nE0||End.\nP0||b\n"},
    {"comment", "",
     P("a<office:annotation><dc:creator>A</dc:creator><dc:date>2019</dc:date>" P("Is it 5?")
       "</office:annotation>b"),
     "P0||ab\nX0||Is it 5?\n"},
    {"fields", "", P("a <text:page-number>4</text:page-number>b <text:date>5 May</text:date>"),
     "P0||a b 5 May\n"},
    {"box", "",
     P("a<draw:frame><draw:text-box>" P("box") "</draw:text-box><svg:desc>no</svg:desc></draw:frame>b"),
     "P0||box\nP0||ab\n"},
    {"shape", "", P("a<draw:custom-shape>" P("in") "</draw:custom-shape>b"), "P0||in\nP0||ab\n"},
    {"table", "",
     "<table:table><table:table-header-rows>" ROW(CELL("Land") CELL("Sum"))
     "</table:table-header-rows>" ROW(CELL("Peru") CELL("5")) "</table:table>",
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|5\n"},
    {"guessed header", "",
     "<table:table>" ROW(CELL("") CELL("2018") CELL("2019"))
     ROW(CELL("Exports") CELL("4") CELL("5")) "</table:table>",
     "C0||2018\nC0||2019\nC0||Exports\nC0|Exports|2018|4\nC0|Exports|2019|5\n"},
    {"wide and high cells", "",
     "<table:table><table:table-header-rows>"
     ROW(CELL("Land") "<table:table-cell table:number-columns-spanned='2'>" P("Sum")
         "</table:table-cell><table:covered-table-cell/>")
     "</table:table-header-rows>"
     ROW("<table:table-cell table:number-rows-spanned='2'>" P("Peru") "</table:table-cell>"
         CELL("4") CELL("5"))
     ROW("<table:covered-table-cell/>" CELL("6") CELL("7")) "</table:table>",
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|4\nC0|Peru|Sum|5\nC0|Peru|Sum|6\nC0|Peru|Sum|7\n"},
    {"note in a table", "",
     "<table:table>" ROW(CELL("Sum") CELL("4" NOTE("footnote", "n"))) "</table:table>",
     "C0||Sum\nC0|Sum||4\nF0||n\n"},
    {"accepted", "accept", CHANGES, "P0||It is 5.\n"},
    {"original", "original", CHANGES, "P0||It was 4.\nP0||It is .\n"},
    {"both", "both", CHANGES, "P0||It was 4.\nP0||It is 5.\n"},
};
/* clang-format on */

static void read_body(fixture *f, const char *body, const char *changes)
{
    cc_arena arena = {0};
    option_value   = changes;
    read_packed(f, read_odt, make_odt(&arena, body), CC_MAX_TEXT_BYTES);
    cc_arena_release(&arena);
}

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_body(&f, cases[i].body, cases[i].changes);
        render(&f, &got, &f.arena);
        cc_str wanted = cc_arena_printf(&f.arena, "%s" BEHIND, cases[i].blocks);
        if (!cc_str_eq((cc_str){got.ptr, got.len}, wanted))
            fail_msg("%s: got\n%.*swanted\n%s", cases[i].name, (int)got.len, got.ptr, wanted.ptr);
        cc_arena_release(&f.arena);
    }
}

static void test_places(void **state)
{
    static const struct {
        const char *found;
        uint32_t    part, paragraph, start_cp, end_cp;
    } places[] = {
        {"4", 0, 1, 3, 4},  {"2019", 0, 2, 3, 7}, {"5", 0, 1, 4, 5},
        {"x", 0, 3, 9, 10}, {"7", 1, 1, 6, 7},
    };
    fixture f;
    (void)state;
    read_body(
        &f, P("It\n4" NOTE("footnote", "Of 2019.") "5") P("\u20AC\u20AC  \n <text:s text:c='3'/>x"),
        "");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *at = strstr(f.doc.abi.text.ptr, places[i].found);
        assert_non_null(at);
        cc_place got = cc_map_place(&f.doc.origin, (cc_span){(uint32_t)(at - f.doc.abi.text.ptr),
                                                             (uint32_t)strlen(places[i].found)});
        if (got.at.paragraph.part != places[i].part ||
            got.at.paragraph.paragraph != places[i].paragraph ||
            got.at.paragraph.start_cp != places[i].start_cp ||
            got.at.paragraph.end_cp != places[i].end_cp)
            fail_msg("'%s': got %u.%u %u-%u, wanted %u.%u %u-%u", places[i].found,
                     got.at.paragraph.part, got.at.paragraph.paragraph, got.at.paragraph.start_cp,
                     got.at.paragraph.end_cp, places[i].part, places[i].paragraph,
                     places[i].start_cp, places[i].end_cp);
    }
    cc_arena_release(&f.arena);
}

static void test_encrypted(void **state)
{
    zip_part parts[] = {
        {"META-INF/manifest.xml",
         CC_S("<m:manifest xmlns:m='" OASIS "manifest:1.0'><m:file-entry><m:encryption-data/>"
              "</m:file-entry></m:manifest>")},
        {"content.xml", CC_S("\x01\x02\x03")},
    };
    fixture  f;
    cc_arena arena = {0};
    (void)state;
    cc_status status = read_packed(&f, read_odt, zip_parts(&arena, parts, 2), CC_MAX_TEXT_BYTES);
    assert_int_equal(status, CC_FAIL);
    assert_int_equal(f.lost, CC_LOST_ENCRYPTED);
    cc_arena_release(&f.arena);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_encrypted),
    };
    (void)next_random, (void)fold_blanks, (void)count_place, (void)find_ends, (void)add;
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
