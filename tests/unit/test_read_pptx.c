/* test_read_pptx.c - the slides of presentations, their notes, and where text stands. */
#include "shared/package/blocks.c"
#include "shared/package/flow.c"
#include "shared/package/grid.c"
#include "shared/package/links.c"
#include "shared/package/package.c"
#include "shared/package/part.c"
#include "shared/package/story.c"

#include "read_pptx/pptx_walk.c"
#include "read_pptx/read_pptx.c"

#include "reader_box.h"
#include "zip_box.h"

/* -- Presentations -------------------------------------------------------------------------- */

#define SPACES                                                                                     \
    " xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"                        \
    " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"                             \
    " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"               \
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
#define TYPE "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINK(id, type, target) "<Relationship Id='" id "' " TYPE type "' Target='" target "'/>"
#define LINKS(all)                                                                                 \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" all     \
    "</Relationships>"
#define SLIDE(inner) "<p:sld" SPACES "><p:cSld><p:spTree>" inner "</p:spTree></p:cSld></p:sld>"
#define SHAPE(holder, inner)                                                                       \
    "<p:sp><p:nvSpPr><p:nvPr>" holder "</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>" inner            \
    "</p:txBody></p:sp>"
#define P(text) "<a:p><a:r><a:t>" text "</a:t></a:r></a:p>"
#define R(text) "<a:r><a:t>" text "</a:t></a:r>"
#define BOX(text) SHAPE("", P(text))
#define TITLE(text) SHAPE("<p:ph type='title'/>", P(text))
#define LIST(inner) SHAPE("<p:ph idx='1'/>", inner)
#define CELL(text) "<a:tc><a:txBody>" P(text) "</a:txBody></a:tc>"

/* Two slides, the second of which is the first part; the first has notes. */
static cc_str make_pptx(cc_arena *arena, const char *slide)
{
    zip_part parts[] = {
        {"_rels/.rels", CC_S(LINKS(LINK("a", "officeDocument", "ppt/presentation.xml")))},
        {"ppt/presentation.xml",
         CC_S("<p:presentation" SPACES "><p:sldIdLst><p:sldId id='256' r:id='b'/><p:sldId id='257' "
              "r:id='a'/><p:sldId r:id='z'/></p:sldIdLst></p:presentation>")},
        {"ppt/_rels/presentation.xml.rels", CC_S(LINKS(LINK("a", "slide", "slides/slide1.xml") LINK(
                                                "b", "slide", "slides/slide2.xml")))},
        {"ppt/slides/slide2.xml", cc_str_z(slide)},
        {"ppt/slides/_rels/slide2.xml.rels",
         CC_S(LINKS(LINK("a", "notesSlide", "../notesSlides/notesSlide1.xml")))},
        {"ppt/slides/slide1.xml", CC_S(SLIDE(TITLE("Last")))},
        {"ppt/notesSlides/notesSlide1.xml",
         CC_S("<p:notes" SPACES ">" SHAPE("<p:ph type='body' idx='1'/>", P("Say 6."))
                  SHAPE("<p:ph type='sldNum'/>",
                        "<a:p><a:fld type='slidenum'><a:t>1</a:t></a:fld></a:p>") "</p:notes>")},
    };
    return zip_parts(arena, parts, sizeof parts / sizeof *parts);
}

#define BEHIND "X0||Say 6.\nH1||Last\n"

/* clang-format off */
/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *slide, *blocks;
} cases[] = {
    {"empty", SLIDE(""), ""},
    {"shapes", SLIDE(TITLE("Trade") SHAPE("<p:ph type='subTitle'/>", P("of Peru")) BOX("It is 4.")),
     "H1||Trade\nP0||of Peru\nP0||It is 4.\n"},
    {"list", SLIDE(LIST(P("a") "<a:p><a:pPr lvl='1'/>" R("b") "</a:p>"
                        "<a:p><a:pPr><a:buNone/></a:pPr>" R("c") "</a:p>")),
     "I1||a\nI2||b\nP0||c\n"},
    {"group", SLIDE("<p:grpSp>" BOX("a") "</p:grpSp>"), "P0||a\n"},
    {"runs", SLIDE(SHAPE("", "<a:p>" R("$4") R(".5") "<a:br/>" R("m") "<a:endParaRPr/></a:p>")),
     "P0||$4.5 m\n"},
    {"bold", SLIDE(SHAPE("", "<a:p><a:r><a:rPr b='1'/><a:t>Costs</a:t></a:r></a:p>")),
     "H6||Costs\n"},
    {"raised", SLIDE(SHAPE("", "<a:p>" R("4.5")
                               "<a:r><a:rPr baseline='30000'/><a:t>3</a:t></a:r></a:p>")),
     "P0||4.5\n"},
    {"fields", SLIDE(SHAPE("<p:ph type='ftr'/>", P("Draft 7"))
                     SHAPE("", "<a:p>" R("a") "<a:fld type='slidenum'><a:t>4</a:t></a:fld>"
                               "<a:fld type='datetime1'><a:t> 5 May</a:t></a:fld></a:p>") BOX("b")),
     "M0||Draft 7\nP0||a 5 May\nP0||b\n"},
    {"alternatives", SLIDE("<mc:AlternateContent><mc:Choice>" BOX("a") "</mc:Choice><mc:Fallback>"
                           BOX("b") "</mc:Fallback></mc:AlternateContent>"),
     "P0||a\n"},
    {"table", SLIDE("<p:graphicFrame><a:tbl><a:tblPr firstRow='1'/>"
                    "<a:tr>" CELL("Land") CELL("Sum") "</a:tr>"
                    "<a:tr>" CELL("Peru") CELL("5") "</a:tr></a:tbl></p:graphicFrame>"),
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|5\n"},
    {"wide and high cells", SLIDE(
     "<a:tbl><a:tblPr firstRow='1'/><a:tr>" CELL("Land")
     "<a:tc gridSpan='2'><a:txBody>" P("Sum") "</a:txBody></a:tc><a:tc hMerge='1'/></a:tr>"
     "<a:tr><a:tc rowSpan='2'><a:txBody>" P("Peru") "</a:txBody></a:tc>" CELL("4") CELL("5") "</a:tr>"
     "<a:tr><a:tc vMerge='1'/>" CELL("6") CELL("7") "</a:tr></a:tbl>"),
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|4\nC0|Peru|Sum|5\nC0|Peru|Sum|6\nC0|Peru|Sum|7\n"},
};
/* clang-format on */

static void read_slide_one(fixture *f, const char *slide)
{
    cc_arena arena = {0};
    read_packed(f, read_pptx, make_pptx(&arena, slide), CC_MAX_TEXT_BYTES);
    cc_arena_release(&arena);
}

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_slide_one(&f, cases[i].slide);
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
        uint32_t    page, part, paragraph, start_cp, end_cp;
    } places[] = {
        {"Trade", 1, 1, 1, 0, 5},
        {"4", 1, 1, 2, 7, 8},
        {"6", 1, 3, 1, 4, 5},
        {"Last", 2, 2, 1, 0, 4},
    };
    fixture f;
    (void)state;
    read_slide_one(
        &f, SLIDE(TITLE("Trade") SHAPE("", "<a:p>" R("It") "<a:br/>" R("is \u20AC4") "</a:p>")));
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *at  = strstr(f.doc.abi.text.ptr, places[i].found);
        uint32_t    off = (uint32_t)(at - f.doc.abi.text.ptr), page = 0;
        cc_place    got =
            cc_map_place(&f.doc.origin, (cc_span){off, (uint32_t)strlen(places[i].found)});
        for (size_t k = 0; k < f.doc.abi.block_count; k++)
            if (f.doc.abi.blocks[k].span.off <= off)
                page = f.doc.abi.blocks[k].page;
        if (page != places[i].page || got.at.paragraph.part != places[i].part ||
            got.at.paragraph.paragraph != places[i].paragraph ||
            got.at.paragraph.start_cp != places[i].start_cp ||
            got.at.paragraph.end_cp != places[i].end_cp)
            fail_msg("'%s': got page %u, %u.%u %u-%u", places[i].found, page, got.at.paragraph.part,
                     got.at.paragraph.paragraph, got.at.paragraph.start_cp,
                     got.at.paragraph.end_cp);
    }
    cc_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_places),
    };
    (void)next_random, (void)fold_blanks, (void)count_place, (void)find_ends, (void)add;
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
