/* test_read_docx.c - the blocks of Word documents, and that every character of them leads back. */
#include "shared/package/blocks.c"
#include "shared/package/flow.c"
#include "shared/package/grid.c"
#include "shared/package/links.c"
#include "shared/package/package.c"
#include "shared/package/part.c"
#include "shared/package/story.c"

#include "read_docx/docx_changes.c"
#include "read_docx/docx_fields.c"
#include "read_docx/docx_notes.c"
#include "read_docx/docx_para.c"
#include "read_docx/docx_run.c"
#include "read_docx/docx_styles.c"
#include "read_docx/docx_table.c"
#include "read_docx/docx_walk.c"
#include "read_docx/read_docx.c"

#include "reader_box.h"
#include "zip_box.h"

/* -- Documents ------------------------------------------------------------------------------ */

#define SPACES                                                                                     \
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"                      \
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"                      \
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
#define TYPE "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINK(id, type, target) "<Relationship Id='" id "' " TYPE type "' Target='" target "'/>"
#define LINKS(all)                                                                                 \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" all     \
    "</Relationships>"

/* "<p>", "<t>" and the like stand for themselves with their prefix. */
static cc_str expand(cc_arena *arena, const char *xml)
{
    cc_bytes out = {0};
    for (const char *at = xml; *at != '\0'; at++) {
        const char *name = at + 1 + (at[1] == '/');
        size_t      len  = strcspn(name, ": >/");
        cc_bytes_put(arena, &out, (cc_str){at, *at == '<' ? (size_t)(name - at) : 1});
        if (*at == '<' && name[len] != ':')
            cc_bytes_put(arena, &out, CC_S("w:"));
        at += *at == '<' ? name - at - 1 : 0;
    }
    return (cc_str){out.ptr, out.len};
}

static cc_str wrap(cc_arena *arena, const char *root, const char *xml)
{
    cc_str inner = expand(arena, xml);
    return cc_arena_printf(arena, "<w:%s" SPACES ">%.*s</w:%s>", root, CC_F(inner), root);
}

static const char styles[] =
    "<style w:type='paragraph' w:default='1' w:styleId='N'><name w:val='Normal'/></style>"
    "<style w:type='paragraph' w:styleId='H'><name w:val='Heading 2'/></style>"
    "<style w:type='paragraph' w:styleId='K'><name w:val='Kop'/><basedOn w:val='H'/></style>"
    "<style w:type='paragraph' w:styleId='O'><name w:val='Own'/><basedOn w:val='O'/>"
    "<pPr><outlineLvl w:val='0'/></pPr></style>"
    "<style w:type='paragraph' w:styleId='T'><name w:val='Title'/></style>"
    "<style w:type='paragraph' w:styleId='C'><name w:val='caption'/></style>"
    "<style w:type='paragraph' w:styleId='I'><name w:val='List'/>"
    "<pPr><numPr><numId w:val='3'/></numPr></pPr></style>"
    "<style w:type='paragraph' w:styleId='B'><name w:val='Bold'/><rPr><b/></rPr></style>"
    "<style w:type='paragraph' w:styleId='V'><name w:val='toc 1'/></style>"
    "<style w:type='character' w:styleId='X'><name w:val='heading 1'/></style>";

static const char footnotes[] =
    "<footnote w:type='separator' w:id='-1'><p><r><t>no</t></r></p></footnote>"
    "<footnote w:id='2'><p><r><footnoteRef/><t> Of 2019.</t></r></p><p><r><t>More.</t></r></p>"
    "</footnote><footnote w:id='1'><p><r><t>First.</t></r></p></footnote>"
    "<footnote w:id='3'><p><r><t>No marker.</t></r></p></footnote>";

static const char comments[] =
    "<comment w:id='0' w:author='A'><p><r><annotationRef/><t>Is it 5?</t></r></p></comment>";

/* A document with that body, and with other parts. */
static cc_str make_docx(cc_arena *arena, const char *body)
{
    zip_part parts[] = {
        {"_rels/.rels", CC_S(LINKS(LINK("a", "officeDocument", "word/document.xml")))},
        {"word/_rels/document.xml.rels",
         CC_S(LINKS(LINK("a", "styles", "styles.xml") LINK("b", "footnotes", "footnotes.xml")
                        LINK("c", "endnotes", "endnotes.xml") LINK("d", "header", "header1.xml")
                            LINK("e", "comments", "comments.xml")))},
        {"word/document.xml", wrap(arena, "document", body)},
        {"word/styles.xml", wrap(arena, "styles", styles)},
        {"word/footnotes.xml", wrap(arena, "footnotes", footnotes)},
        {"word/endnotes.xml",
         wrap(arena, "endnotes", "<endnote w:id='1'><p><r><t>At the end.</t></r></p></endnote>")},
        {"word/header1.xml", wrap(arena, "hdr", "<p><r><t>Draft 7</t></r></p>")},
        {"word/comments.xml", wrap(arena, "comments", comments)},
    };
    return zip_parts(arena, parts, sizeof parts / sizeof *parts);
}

/* What stands behind the body in each of them. */
#define BEHIND "X0||Is it 5?\nM0||Draft 7\n"

/* -- Blocks --------------------------------------------------------------------------------- */

#define P(text) "<p><r><t>" text "</t></r></p>"
#define STYLED(style, text) "<p><pPr><pStyle w:val='" style "'/></pPr><r><t>" text "</t></r></p>"
#define BOLD(text) "<r><rPr><b/></rPr><t>" text "</t></r>"
#define UP(text) "<r><rPr><vertAlign w:val='superscript'/></rPr><t>" text "</t></r>"
#define R(text) "<r><t>" text "</t></r>"
#define CELL(text) "<tc>" P(text) "</tc>"
#define FIELD(code, result)                                                                        \
    "<r><fldChar w:fldCharType='begin'/><instrText>" code                                          \
    "</instrText><fldChar w:fldCharType='separate'/></r>" R(result) "<r><fldChar "                 \
                                                                    "w:fldCharType='end'/></r>"

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *changes, *body, *blocks;
} cases[] = {
    {"empty", "", "<body/>", ""},
    {"paragraphs", "", P("One.") "<p/>" P("Two."), "P0||One.\nP0||Two.\n"},
    {"runs", "", "<p><r><t>It is $4</t></r><r><t>.</t></r><r><t>5 </t><t> m</t></r></p>",
     "P0||It is $4.5 m\n"},
    {"white space", "", P(" a\n\t b\u00A0 ") P(" "), "P0||a b\n"},
    {"signs", "",
     "<p><r><t>a</t><tab/><t>b</t><br/><t>c</t><noBreakHyphen/><t>d</t><softHyphen/><t>e</t>"
     "<sym w:font='Symbol' w:char='F0B7'/><sym w:char='00B1'/><t>5 z\u00ADz</t></r></p>",
     "P0||a b c-de\u00B15 zz\n"},
    {"hidden", "", "<p><r><rPr><vanish/></rPr><t>4</t></r>" R("5") "</p>", "P0||5\n"},
    {"not hidden", "", "<p><r><rPr><vanish w:val='0'/></rPr><t>4</t></r></p>", "P0||4\n"},
    /* styles */
    {"headings", "", STYLED("H", "a") STYLED("K", "b") STYLED("O", "c") STYLED("T", "d"),
     "H2||a\nH2||b\nH1||c\nH1||d\n"},
    {"outline", "",
     "<p><pPr><outlineLvl w:val='3'/></pPr><r><t>a</t></r></p>"
     "<p><pPr><pStyle w:val='H'/><outlineLvl w:val='9'/></pPr><r><t>b</t></r></p>",
     "H4||a\nP0||b\n"},
    {"no style of paragraphs", "", STYLED("X", "a") STYLED("nosuch", "b"), "P0||a\nP0||b\n"},
    {"captions", "", STYLED("C", "Table 1") STYLED("V", "Trade"), "G0||Table 1\nG0||Trade\n"},
    {"bold", "",
     "<p>" BOLD("Costs") "</p><p>" BOLD("It was.") "</p><p>" BOLD("a")
         R("b") "</p>"
                "<p>" BOLD("In 2019") "</p>" STYLED("B", "Aims"),
     "H6||Costs\nP0||It was.\nP0||ab\nP0||In 2019\nH6||Aims\n"},
    {"lists", "",
     P("So:") STYLED("I", "a") "<p><pPr><numPr><ilvl w:val='1'/><numId w:val='3'/></numPr></pPr>"
                               "<r><t>b</t></r></p><p><pPr><pStyle w:val='I'/><numPr><numId "
                               "w:val='0'/></numPr></pPr><r><t>c"
                               "</t></r></p>" STYLED("I", "d"),
     "P0||So:\nI1|So:|a\nI2|So:|b\nP0||c\nI1||d\n"},
    /* fields, links, formulas */
    {"field", "", "<p>" R("a ") FIELD(" REF x ", "5") R(" b") "</p>", "P0||a 5 b\n"},
    {"page number", "", "<p>" R("a") FIELD("PAGE ", "5") R("b") "</p>", "P0||a b\n"},
    {"field in a code", "",
     "<p><r><fldChar w:fldCharType='begin'/><instrText>IF </instrText></r>" FIELD(
         "REF",
         "4") "<r><fldChar w:fldCharType='separate'/></r>" R("5") "<r><fldChar "
                                                                  "w:fldCharType='end'/></r></p>",
     "P0||5\n"},
    {"simple field", "",
     "<p><fldSimple w:instr='DATE'>" R("5") "</fldSimple><fldSimple w:instr=' PAGE '>" R(
         "6") "</fldSimple></p>",
     "P0||5\n"},
    {"field over paragraphs", "",
     "<p><r><fldChar w:fldCharType='begin'/><instrText>TOC</instrText><fldChar w:fldCharType='"
     "separate'/></r>" R("a") "</p>" P("b") "<p><r><fldChar w:fldCharType='end'/></r>" R(
         "c") "</p>",
     "P0||a\nP0||b\nP0||c\n"},
    {"beginning without end", "", "<p><r><fldChar w:fldCharType='begin'/></r>" R("a") "</p>" P("b"),
     "P0||b\n"},
    {"end without beginning", "", "<p><r><fldChar w:fldCharType='end'/></r>" R("a") "</p>",
     "P0||a\n"},
    {"link", "",
     "<p><hyperlink w:anchor='x'>" R("a ") "</hyperlink><smartTag>" R("b") "</smartTag></p>",
     "P0||a b\n"},
    {"formula", "",
     "<p><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6"
     "</m:t></m:r></m:sup></m:sSup></m:oMath></p>",
     "P0||10^6\n"},
    {"content controls", "",
     "<sdt><sdtPr><alias w:val='x'/></sdtPr><sdtContent>" P("a") "</sdtContent></sdt>", "P0||a\n"},
    /* raised text */
    {"raised", "",
     "<p>" R("4.5") UP("3") R("6 percent") UP("1, 2") R(". 9 km") UP("2") R(" 10") UP("6")
         R(" the 3") UP("rd") R(" 7") UP("a") "</p>",
     "P0||4.5 6 percent. 9 km2 10^6 the 3rd 7\n"},
    /* notes */
    {"notes", "",
     "<p>" R("It is 4.5") "<r><footnoteReference w:id='2'/></r>" R(
         "6 a") "<r><footnoteReference w:id='1'/><endnoteReference w:id='1'/>"
                "<footnoteReference w:id='9'/></r></p>" P("b"),
     "P0||It is 4.5 6 a\nF0||Of 2019.\nF0||More.\nF0||First.\nE0||At the end.\nP0||b\n"},
    {"two markers", "",
     "<p>" R("a") "<r><footnoteReference w:id='1'/></r></p><p>" R(
         "b") "<r><footnoteReference w:id='1'/></r></p>",
     "P0||a\nF0||First.\nP0||b\n"},
    {"deleted marker", "", "<p>" R("a") "<del><r><footnoteReference w:id='1'/></r></del></p>",
     "P0||a\n"},
    /* changes */
    {"accepted", "accept",
     "<p>" R("It is ") "<del><r><delText>4</delText></r></del><ins>" R("5") "</ins><moveFrom>" R(
         "6") "</moveFrom><moveTo>" R("7") "</moveTo></p>",
     "P0||It is 57\n"},
    {"original", "original",
     "<p>" R("It is ") "<del><r><delText>4</delText></r></del><ins>" R("5") "</ins><moveFrom>" R(
         "6") "</moveFrom><moveTo>" R("7") "</moveTo></p>",
     "P0||It is 46\n"},
    {"both", "both",
     "<p>" R("It is ") "<del><r><delText>4</delText></r></del><ins>" R("5") "</ins></p>",
     "P0||It is 4 5\n"},
    {"inserted and deleted", "",
     "<p><ins><del><r><delText>4</delText></r></del>" R("5") "</ins></p>", "P0||5\n"},
    {"deleted mark", "",
     "<p><pPr><rPr><del/></rPr></pPr>" R("It is") "</p><p>" R(" 4") "</p>" P("b"),
     "P0||It is 4\nP0||b\n"},
    {"inserted mark", "original",
     "<p><pPr><rPr><ins/></rPr></pPr>" R("It is") "</p><p>" R(" 4") "</p>", "P0||It is 4\n"},
    {"former properties", "",
     "<p><pPr><pStyle w:val='H'/><pPrChange><pPr><pStyle w:val='T'/></pPr>"
     "</pPrChange></pPr>" R("a") "</p>",
     "H2||a\n"},
    {"deleted row", "",
     "<tbl><tr>" CELL("Year") CELL("Exports") "</tr><tr><trPr><del/></trPr>" CELL("2018")
         CELL("4") "</tr><tr>" CELL("2019") CELL("5") "</tr></tbl>",
     "C0||Year\nC0|Year||Exports\nC0||2019\nC0|2019||5\n"},
    /* tables */
    {"table", "",
     "<tbl><tr>" CELL("") CELL("2018") CELL("2019") "</tr><tr>" CELL("Exports") CELL("4")
         CELL("5") "</tr></tbl>",
     "C0||2018\nC0||2019\nC0||Exports\nC0|Exports|2018|4\nC0|Exports|2019|5\n"},
    {"marked header", "",
     "<tbl><tr><trPr><tblHeader/></trPr>" CELL("Land") CELL("Sum") "</tr><tr>" CELL("Peru")
         CELL("5") "</tr></tbl>",
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|5\n"},
    {"wide and high cells", "",
     "<tbl><tr><trPr><tblHeader/></trPr>" CELL("Land") "<tc><tcPr><gridSpan w:val='2'/></tcPr>" P(
         "Sum") "</tc></tr>"
                "<tr><tc><tcPr><vMerge w:val='restart'/></tcPr>" P("Peru") "</tc>" CELL("4")
                    CELL("5") "</tr>"
                              "<tr><tc><tcPr><vMerge/></tcPr>" P("gone") "</tc>" CELL("6")
                                  CELL("7") "</tr></tbl>",
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|4\nC0|Peru|Sum|5\nC0|Peru|Sum|6\nC0|Peru|Sum|7\n"},
    {"header by its style", "",
     "<tbl><tblPr><tblStyle w:val='List1'/><tblLook w:val='04A0'/></tblPr>"
     "<tr>" CELL("Land") CELL("Sum") "</tr><tr>" CELL("Peru") CELL("5") "</tr></tbl>",
     "C0||Land\nC0||Sum\nC0||Peru\nC0|Peru|Sum|5\n"},
    {"no header by its style", "",
     "<tbl><tblPr><tblStyle w:val='TableGrid'/><tblLook "
     "w:firstRow='1'/></tblPr><tr>" CELL("Land") CELL("Sum") "</tr><tr>" CELL("Peru")
         CELL("5") "</tr></tbl>",
     "C0||Land\nC0|Land||Sum\nC0||Peru\nC0|Peru||5\n"},
    {"layout", "", "<tbl><tr>" CELL("All of it.") "</tr></tbl>", "P0||All of it.\n"},
    {"nested", "",
     "<tbl><tr><tc>" P("a") "<tbl><tr>" CELL("Sum")
         CELL("4") "</tr></tbl>" P("b") "</tc></tr></tbl>" P("c"),
     "P0||a\nC0||Sum\nC0|Sum||4\nP0||b\nP0||c\n"},
    {"note in a table", "",
     "<tbl><tr>" CELL("Sum") "<tc><p>" R(
         "4") "<r><footnoteReference w:id='1'/></r></p></tc></tr></tbl>",
     "C0||Sum\nC0|Sum||4\nF0||First.\n"},
    /* boxes */
    {"text box", "",
     "<p>" R("a") "<r><mc:AlternateContent><mc:Choice><drawing><txbxContent>" P("box")
         P("two") "</txbxContent></drawing></mc:Choice><mc:Fallback><pict><txbxContent>" P(
             "box") "</txbxContent></pict></mc:Fallback></mc:AlternateContent><t>b</t></r></p>",
     "P0||box\nP0||two\nP0||ab\n"},
};

static void read_body(fixture *f, const char *body, const char *changes)
{
    cc_arena arena = {0};
    option_value   = changes;
    cc_str bytes   = make_docx(&arena, body);
    read_packed(f, read_docx, bytes, CC_MAX_TEXT_BYTES);
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

/* -- Places --------------------------------------------------------------------------------- */

/* A document, and the characters of its paragraphs as docx.h counts them. */
static const char places_body[] =
    "<p><r><t>It is $4</t></r><r><t>.5 m</t><tab/><t>\u20AC6, \u00E9t\u00E9 7</t></r></p>"
    "<p><del><r><delText>was 8</delText></r></del><ins>" R("is 9") "</ins>" R(
        "  10") "</p>"
                "<p><r><t>a</t><pict><txbxContent>" P(
                    "b 11") "</txbxContent></pict><t>c 12</t>"
                            "<footnoteReference w:id='2'/></r></p>"
                            "<p><pPr><rPr><del/></rPr></pPr>" R("cut ") "</p>" P("13 on") "<p>" R(
                                "a") FIELD("PAGE", "14") R(" 15") UP("2") R(" e\u0301 16") "</p>";

static const struct {
    uint32_t    part, paragraph;
    const char *text;
} paragraphs[] = {
    {0, 1, "It is $4.5 m\t\u20AC6, \u00E9t\u00E9 7"},
    {0, 2, "was 8is 9  10"},
    {0, 3, "ac 12"},
    {0, 4, "b 11"},
    {0, 5, "cut "},
    {0, 6, "13 on"},
    {0, 7, "a14 152 e\u0301 16"},
    {1, 2, " Of 2019."},
    {1, 3, "More."},
    {3, 1, "Is it 5?"},
    {4, 1, "Draft 7"},
};

/* NULL: no such paragraph. */
static cc_str find_characters(const cc_place *place)
{
    cc_str none = {0};
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        cc_str text = cc_str_z(paragraphs[i].text);
        size_t at = 0, cp, start = 0, len;
        if (paragraphs[i].part != place->at.paragraph.part ||
            paragraphs[i].paragraph != place->at.paragraph.paragraph)
            continue;
        for (cp = 0; cp < place->at.paragraph.end_cp && at < text.len; cp++) {
            start = cp == place->at.paragraph.start_cp ? at : start;
            cc_utf8_at(text, at, &len);
            at += len;
        }
        return cp == place->at.paragraph.end_cp ? cc_str_sub(text, start, at - start) : none;
    }
    return none;
}

/* Each word of the document leads to characters that say the same. */
static void test_places(void **state)
{
    fixture f;
    size_t  words = 0;
    (void)state;
    read_body(&f, places_body, "");
    cc_str text = f.doc.abi.text;
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        for (end = at; end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\n';)
            end++;
        cc_span  span  = {(uint32_t)at, (uint32_t)(end - at)};
        cc_place place = cc_map_place(&f.doc.origin, span);
        cc_bytes found = {0};
        cc_utf8_nfc(&f.arena, find_characters(&place), &found, NULL);
        if (!cc_str_eq((cc_str){found.ptr, found.len}, cc_str_span(text, span)))
            fail_msg("'%.*s' stands at %u.%u %u-%u: '%.*s'", CC_F(cc_str_span(text, span)),
                     place.at.paragraph.part, place.at.paragraph.paragraph,
                     place.at.paragraph.start_cp, place.at.paragraph.end_cp, (int)found.len,
                     found.ptr);
        words++;
    }
    assert_int_equal(words, 29);
    cc_arena_release(&f.arena);
}

/* -- What is wrong -------------------------------------------------------------------------- */

static void test_damage(void **state)
{
    static const struct {
        const char *name, *bytes;
        size_t      len;
        cc_lost     lost;
    } files[] = {
        {"no archive", "PK\3\4", 4, CC_LOST_DAMAGED},
        {"old", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d", 15, CC_LOST_UNSUPPORTED},
        {"encrypted",
         "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
         "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
         40, CC_LOST_ENCRYPTED},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fixture   f;
        cc_str    bytes  = {files[i].bytes, files[i].len};
        cc_status status = read_packed(&f, read_docx, bytes, CC_MAX_TEXT_BYTES);
        if (status != CC_FAIL || f.lost != files[i].lost)
            fail_msg("%s: got %d %u, wanted %d %u", files[i].name, status, f.lost, CC_FAIL,
                     files[i].lost);
        cc_arena_release(&f.arena);
    }
}

/* Parts that lack or are cut: what there is is read, and the rest is said to be lost. */
static void test_parts(void **state)
{
#define DOCUMENT(inner) "<w:document" SPACES "><w:body>" inner "</w:body></w:document>"
#define W_P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
    static const struct {
        const char *name, *document, *blocks;
        cc_status   status;
        cc_lost     lost;
    } files[] = {
        {"no relations", DOCUMENT(W_P("a")), "P0||a\n", CC_OK, 0},
        {"no text", DOCUMENT(""), "", CC_FAIL, CC_LOST_NO_TEXT},
        {"cut", "<w:document" SPACES "><w:body>" W_P("a") W_P("b") "<w:p><w:r><w:t>c",
         "P0||a\nP0||b\n", CC_WARN, CC_LOST_DAMAGED},
        {"entities", "<!DOCTYPE x [<!ENTITY a 'b'>]>" DOCUMENT(W_P("&a;")), "", CC_FAIL,
         CC_LOST_DAMAGED},
        {"another document", "", "", CC_FAIL, CC_LOST_DAMAGED},
        {"end of a table alone",
         DOCUMENT("<w:tc>" W_P("a") "</w:tc><w:tr><w:trPr/></w:tr><w:tcPr/>"), "P0||a\n", CC_OK, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fixture   f;
        cc_arena  arena    = {0};
        cc_bytes  got      = {0};
        zip_part  document = {"word/document.xml", cc_str_z(files[i].document)};
        zip_part  other    = {"word/media/a.png", CC_S("x")};
        zip_part  only     = document.bytes.len > 0 ? document : other;
        cc_status status =
            read_packed(&f, read_docx, zip_parts(&arena, &only, 1), CC_MAX_TEXT_BYTES);
        render(&f, &got, &f.arena);
        if (status != files[i].status || f.lost != files[i].lost ||
            !cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(files[i].blocks)))
            fail_msg("%s: got %d %u '%.*s', wanted %d %u '%s'", files[i].name, status, f.lost,
                     (int)got.len, got.ptr, files[i].status, files[i].lost, files[i].blocks);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

/* Elements in any order and in one another; the second half of them has no content. */
static void make_nasty(cc_arena *arena, uint64_t *seed, cc_bytes *out)
{
    static const char *const outer[] = {"p",           "r",   "t",      "tbl",      "tr",
                                        "tc",          "del", "ins",    "pPr",      "rPr",
                                        "txbxContent", "sdt", "moveTo", "instrText"};
    static const char *const inner[] = {
        "4 ",
        "x",
        "<del/>",
        "<vMerge/>",
        "<gridSpan w:val='70'/>",
        "<tblHeader/>",
        "<gridBefore w:val='3'/>",
        "<fldChar w:fldCharType='begin'/>",
        "<fldChar w:fldCharType='separate'/>",
        "<fldChar w:fldCharType='end'/>",
        "<footnoteReference w:id='2'/>",
        "<br/>",
        "<vanish/>",
        "<trPr><tblHeader/></trPr>",
        "<tcPr><vMerge/></tcPr>",
    };
    enum { COUNT = 60, DEEP = 40, OUTER = sizeof outer / sizeof *outer };
    const char *open[DEEP];
    size_t      depth = 0;
    for (size_t i = 0; i < COUNT; i++) {
        size_t pick = next_random(seed, OUTER + sizeof inner / sizeof *inner + 14);
        if (pick < OUTER && depth < DEEP) {
            open[depth++] = outer[pick];
            cc_bytes_put(arena, out, cc_arena_printf(arena, "<%s>", outer[pick]));
        } else if (pick >= OUTER && pick < OUTER + sizeof inner / sizeof *inner) {
            cc_bytes_put(arena, out, cc_str_z(inner[pick - OUTER]));
        } else if (depth > 0) {
            cc_bytes_put(arena, out, cc_arena_printf(arena, "</%s>", open[--depth]));
        }
    }
    while (depth > 0)
        cc_bytes_put(arena, out, cc_arena_printf(arena, "</%s>", open[--depth]));
    cc_bytes_put(arena, out, (cc_str){"", 1});
}

static void test_nasty(void **state)
{
    uint64_t seed = 7;
    (void)state;
    for (size_t run = 0; run < 1000; run++) {
        fixture  f;
        cc_arena arena = {0};
        cc_bytes body  = {0};
        make_nasty(&arena, &seed, &body);
        read_body(&f, body.ptr, run % 2 == 0 ? "" : "original");
        if (f.fault.status != CC_OK || f.lost != CC_LOST_UNKNOWN)
            fail_msg("%s: %u '%s'", body.ptr, f.lost, f.fault.message);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks), cmocka_unit_test(test_places), cmocka_unit_test(test_damage),
        cmocka_unit_test(test_parts),  cmocka_unit_test(test_nasty),
    };
    (void)fold_blanks, (void)count_place, (void)find_ends, (void)add;
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
