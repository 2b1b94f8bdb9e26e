/* test_read_xlsx.c - the blocks of Excel workbooks, each at its cell, and numbers as cells show
 * them. */
#include "shared/package/blocks.c"
#include "shared/package/links.c"
#include "shared/package/package.c"
#include "shared/package/part.c"

#include "read_xlsx/read_xlsx.c"
#include "read_xlsx/xlsx_book.c"
#include "read_xlsx/xlsx_cells.c"
#include "read_xlsx/xlsx_decimal.c"
#include "read_xlsx/xlsx_format.c"
#include "shared/sheet/sheet.c"
#include "shared/sheet/sheet_cell.c"
#include "shared/sheet/sheet_head.c"
#include "shared/sheet/sheet_name.c"
#include "shared/sheet/sheet_roles.c"
#include "shared/sheet/sheet_series.c"
#include "shared/sheet/sheet_time.c"

#include "reader_box.h"
#include "zip_box.h"

/* -- Numbers -------------------------------------------------------------------------------- */

static void test_numbers(void **state)
{
    static const struct {
        const char *number, *format, *wanted;
    } numbers[] = {
        {"0", "General", "0"},
        {"1234.5", "", "1234.5"},
        {"-0.25", "General", "-0.25"},
        {"1.5E-3", "General", "0.0015"},
        {"1.5E+3", "General", "1500"},
        {"0.30000000000000004", "General", "0.3"},
        {"292.59999999999997", "General", "292.6"},
        {"226856059600.557", "General", "226856059600.557"},
        {"1E+300", "General", "1E+300"},
        {"what", "0.0", "what"},
        {"1234.5", "0", "1235"},
        {"1234.5", "#,##0", "1,235"},
        {"999.995", "#,##0.00", "1,000.00"},
        {"0.004", "#,##0.00", "0.00"},
        {"-0.004", "#,##0.00", "0.00"},
        {"1234567.891", "#,##0.0", "1,234,567.9"},
        {"1234567.891", "#,##0,", "1,235"},
        {"1234567891", "#,##0.0,,", "1,234.6"},
        {"0.125", "0%", "13%"},
        {"0.125", "0.0%", "12.5%"},
        {"1.25", "0.0\" million\"", "1.3 million"},
        {"1.5", "0.0#", "1.5"},
        {"1.25", "0.0##", "1.25"},
        {"2", "0.##", "2"},
        {"2134", "00000", "02134"},
        {"1234.5", "$#,##0.00", "$1,234.50"},
        {"1234.5", "[$\u20AC-407] #,##0.00", "\u20AC 1,234.50"},
        {"1234.5", "#,##0.00 [$USD]", "1,234.50 USD"},
        {"1234.5", "#,##0\\ \"kg\"", "1,235 kg"},
        /* by sign */
        {"-1234", "#,##0;(#,##0)", "-1,234"},
        {"-2.5", "[Red]-0.0;[Blue]-0.0", "-2.5"},
        {"-2.5", "0.0;0.0", "2.5"},
        {"0", "0.0;-0.0;\"none\"", "none"},
        {"-5", "_($* #,##0_);_($* (#,##0);_($* \"-\"??_);_(@_)", "-$5"},
        {"0", "_($* #,##0_);_($* (#,##0);_($* \"-\"??_);_(@_)", "$-"},
        {"-5", "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "-5"},
        /* as they are */
        {"1234567", "0.00E+00", "1234567"},
        {"0.5", "# ?/?", "0.5"},
        /* dates */
        {"1", "d/m/yyyy", "1 January 1900"},
        {"59", "d/m/yyyy", "28 February 1900"},
        {"61", "d/m/yyyy", "1 March 1900"},
        {"43500", "m/d/yyyy", "4 February 2019"},
        {"43500.75", "yyyy-mm-dd hh:mm", "4 February 2019"},
        {"43500", "mmm-yy", "February 2019"},
        {"43500", "yyyy", "2019"},
        {"43500", "[$-409]d\\-mmm\\-yyyy;@", "4 February 2019"},
        {"43500", "d-mmm", "4 February"},
        {"43500", "mmmm", "February"},
        {"0.75", "h:mm", ""},
        {"27.5", "[h]:mm", ""},
        {"2958465", "yyyy-mm-dd", "31 December 9999"},
        {"-1", "yyyy", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char   out[CC_XLSX_SHOWN_BYTES];
        size_t len =
            cc_xlsx_show(cc_str_z(numbers[i].number), cc_str_z(numbers[i].format), false, out);
        if (!cc_str_eq((cc_str){out, len}, cc_str_z(numbers[i].wanted)))
            fail_msg("%s as '%s': got '%.*s', wanted '%s'", numbers[i].number, numbers[i].format,
                     (int)len, out, numbers[i].wanted);
    }
}

static void test_from_1904(void **state)
{
    char   out[CC_XLSX_SHOWN_BYTES];
    size_t len = cc_xlsx_show(CC_S("42038"), CC_S("d/m/yyyy"), true, out);
    (void)state;
    assert_true(cc_str_eq((cc_str){out, len}, CC_S("4 February 2019")));
}

/* -- Workbooks ------------------------------------------------------------------------------ */

#define MAIN " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define REFERS " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define TYPE "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINK(id, type, target) "<Relationship Id='" id "' " TYPE type "' Target='" target "'/>"
#define LINKS(all)                                                                                 \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" all     \
    "</Relationships>"
#define STYLES                                                                                     \
    "<styleSheet" MAIN "><numFmts><numFmt numFmtId='164' formatCode='mmm-yy'/></numFmts>"          \
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='3'/>" \
    "<xf numFmtId='10'/><xf numFmtId='164'/></cellXfs></styleSheet>"
#define STRINGS                                                                                    \
    "<sst" MAIN "><si><t>Port</t></si><si><t>Trucks</t></si>"                                      \
    "<si><r><t xml:space='preserve'>Otay </t></r><r><t>Mesa</t></r><r><rPr><vertAlign "            \
    "val='superscript'/></rPr><t>2</t></r><rPh><t>no</t></rPh></si></sst>"

/* A workbook of one sheet. */
static cc_str zip_sheet(cc_arena *arena, const char *sheets, const char *sheet)
{
    cc_str book =
        cc_arena_printf(arena, "<workbook" MAIN REFERS "><sheets>%s</sheets></workbook>", sheets);
    cc_str         data    = cc_arena_printf(arena, "<worksheet" MAIN ">%s</worksheet>", sheet);
    const zip_part parts[] = {
        {"_rels/.rels", CC_S(LINKS(LINK("rId1", "officeDocument", "xl/workbook.xml")))},
        {"xl/workbook.xml", book},
        {"xl/_rels/workbook.xml.rels",
         CC_S(LINKS(LINK("rId1", "worksheet", "worksheets/sheet1.xml") LINK(
             "rId2", "styles", "styles.xml") LINK("rId3", "sharedStrings", "sharedStrings.xml")
                        LINK("rId4", "chartsheet", "charts/sheet2.xml")))},
        {"xl/styles.xml", CC_S(STYLES)},
        {"xl/sharedStrings.xml", CC_S(STRINGS)},
        {"xl/worksheets/sheet1.xml", data},
    };
    return zip_parts(arena, parts, sizeof parts / sizeof *parts);
}

/* Opens a file with a workbook in it; *ret_status is what the reader says. */
static void read_book(fixture *f, const char *sheets, const char *sheet, cc_status *ret_status)
{
    cc_arena arena = {0};
    cc_str   bytes = zip_sheet(&arena, sheets, sheet);
    *ret_status    = read_packed(f, read_xlsx, bytes, CC_MAX_TEXT_BYTES);
    cc_arena_release(&arena);
}

#define SHEET "<sheet name='Sheet1' r:id='rId1'/>"
#define DATA(rows) "<sheetData>" rows "</sheetData>"
#define T(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define ROW(cells) "<row>" cells "</row>"

/* A line each: kind, level, row, column, text; then the sheet, row and column of each. */
static const struct {
    const char *name, *sheets, *sheet, *blocks, *places;
    cc_status   status;
} cases[] = {
    {"shared texts and formats", SHEET,
     DATA("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='D1' s='3'>"
          "<v>43500</v></c></row><row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' s='1'>"
          "<v>1040000</v></c><c r='D2' s='2'><v>0.125</v></c></row>"),
     "C0||Port\nC0||Trucks\nC0||February 2019\nC0||Otay Mesa\n"
     "C0|Otay Mesa|Trucks|1,040,000\nC0|Otay Mesa|February 2019|12.50%\n",
     "1:1:1 1:1:2 1:1:4 1:2:1 1:2:2 1:2:4 ", CC_OK},
    {"sheet names, charts", "<sheet name='Trade' r:id='rId1'/><sheet name='C' r:id='rId4'/>",
     DATA(ROW(T("Year") T("Cost")) ROW(N("2019") N("1980")) ROW(N("2020") N("4.5"))),
     "H1||Trade\nC0||Year\nC0||Cost\nC0|2019|Cost|1,980\n"
     "C0|2020|Cost|4.5\n",
     "1:0:0 1:1:1 1:1:2 1:2:2 1:3:2 ", CC_OK},
    {"hidden", SHEET,
     "<cols><col min='2' max='2' hidden='1'/></cols>" DATA(ROW(T("Port") T("No") T(
         "Cost")) "<row hidden='1'>" T("a") N("1") N("2") "</row>" ROW(T("b") N("3") N("4"))),
     "C0||Port\nC0||Cost\nC0||b\nC0|b|Cost|4\n", "1:1:1 1:1:3 1:3:1 1:3:3 ", CC_OK},
    {"hidden sheet",
     "<sheet name='x' state='hidden' r:id='rId1'/><sheet name='Sheet1' r:id='rId1'/>",
     DATA(ROW(T("a") N("1"))), "C0||a\nC0|a||1\n", "2:1:1 2:1:2 ", CC_OK},
    {"formulas", SHEET,
     DATA(ROW("<c t='str'><f>A</f><v>Port  x</v></c>" T("Cost"))
              ROW(T("a") "<c><f>1+1</f><v>2</v></c>") ROW(T("b") "<c><f>1+2</f></c>")),
     "C0||Port x\nC0||Cost\nC0||a\nC0|a|Cost|2\nC0|b|Port x|b\n", "1:1:1 1:1:2 1:2:1 1:2:2 1:3:1 ",
     CC_WARN},
    {"errors and truths", SHEET,
     DATA(ROW(T("Port") T("Cost")) ROW(T("a") "<c t='e'><v>#N/A</v></c>")
              ROW(T("b") "<c t='b'><v>1</v></c>") ROW(T("c") "<c t='d'><v>2019-02-03</v></c>")
                  ROW(T("d") N("4"))),
     "C0||Port\nC0||Cost\nC0|a|Port|a\nC0|b|Port|b\nC0||c\n"
     "C0|c|Cost|2019-02-03\nC0||d\nC0|d|Cost|4\n",
     "1:1:1 1:1:2 1:2:1 1:3:1 1:4:1 1:4:2 1:5:1 1:5:2 ", CC_OK},
    {"tables on one sheet", SHEET,
     DATA("<row r='1'>" T("Trade ($ millions)") "</row><row r='3'>" T("Year") T("Cost")
              T("Gain") "</row><row r='4'>" N("2019") N("4") N("5") "</row><row r='9'>" T("City")
                  T("People") "</row><row r='10'>" T("Lima") N("6") "</row>"),
     "G0||Trade ($ millions)\nC0||Year\nC0||Cost\nC0||Gain\n"
     "C0|2019|Cost|4\nC0|2019|Gain|5\nC0||City\nC0||People\n"
     "C0||Lima\nC0|Lima|People|6\n",
     "1:1:1 1:3:1 1:3:2 1:3:3 1:4:2 1:4:3 1:9:1 1:9:2 1:10:1 1:10:2 ", CC_OK},
    {"names that lie", SHEET,
     "<dimension ref='A1:XFD1048576'/>" DATA(
         "<row r='7'><c r='C7'><v>1</v></c><c r='A7'><v>2</v></c><c r='ZZZZZ1'><v>3</v></c></row>"
         "<row r='2'><c r='9'><v>4</v></c></row>"),
     "C0||1\nC0||2\nC0||4\n", "1:7:3 1:7:4 1:8:1 ", CC_WARN},
    {"nothing", SHEET, DATA(""), "", "", CC_FAIL},
    {"string that is not there", SHEET, DATA(ROW("<c t='s'><v>9</v></c><c t='s'><v>x</v></c>")), "",
     "", CC_FAIL},
    {"no XML", SHEET, "<sheetData><row>" T("a") N("1") "</row><oops", "", "", CC_FAIL},
};

static void render_places(const fixture *f, cc_bytes *out, cc_arena *arena)
{
    for (size_t i = 0; i < f->doc.abi.block_count; i++) {
        cc_place p = cc_map_place(&f->doc.origin, f->doc.abi.blocks[i].span);
        cc_bytes_put(arena, out,
                     cc_arena_printf(arena, "%u:%u:%u ", p.at.paragraph.part,
                                     p.at.paragraph.paragraph, p.at.paragraph.start_cp));
    }
}

static void check(const char *name, const cc_bytes *got, const char *wanted)
{
    if (!cc_str_eq((cc_str){got->ptr, got->len}, cc_str_z(wanted)))
        fail_msg("%s: got\n%.*swanted\n%s", name, (int)got->len, got->ptr, wanted);
}

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture   f;
        cc_status status;
        cc_bytes  blocks = {0}, places = {0};
        read_book(&f, cases[i].sheets, cases[i].sheet, &status);
        render(&f, &blocks, &f.arena);
        render_places(&f, &places, &f.arena);
        check(cases[i].name, &blocks, cases[i].blocks);
        check(cases[i].name, &places, cases[i].places);
        if (status != cases[i].status)
            fail_msg("%s: got %d, wanted %d", cases[i].name, status, cases[i].status);
        cc_arena_release(&f.arena);
    }
}

/* -- Damage --------------------------------------------------------------------------------- */

/* A sheet with bytes changed, doubled, left out: whatever comes of it has its places. */
static void check_places(const fixture *f, uint64_t seed)
{
    for (size_t i = 0; i < f->doc.origin.n; i++) {
        cc_place p = f->doc.origin.at[i].place;
        if (p.kind != CC_PLACE_PARAGRAPH || p.at.paragraph.part == 0 ||
            p.at.paragraph.start_cp > CC_XLSX_COLUMNS)
            fail_msg("seed %u: piece %zu is at %u:%u:%u", (unsigned)seed, i, p.at.paragraph.part,
                     p.at.paragraph.paragraph, p.at.paragraph.start_cp);
    }
}

static void test_mutations(void **state)
{
    (void)state;
    for (uint64_t s = 0; s < 3000; s++) {
        uint64_t  seed = s;
        nasty     n    = {.len = 0};
        fixture   f;
        cc_status status;
        add(&n, cases[s % 9].sheet, strlen(cases[s % 9].sheet));
        for (uint64_t k = next_random(&seed, 6); k > 0 && n.len > 0; k--) {
            size_t at = next_random(&seed, n.len), len = 1 + next_random(&seed, n.len - at);
            if (next_random(&seed, 3) == 0)
                n.bytes[at] = "<>'=/0123456789ACXrtsvf&;"[next_random(&seed, 25)];
            else if (next_random(&seed, 2) == 0)
                add(&n, n.bytes + at, len);
            else
                n.len -= (memmove(n.bytes + at, n.bytes + at + len, n.len - at - len), len);
        }
        char sheet[MAX_NASTY + 1];
        memcpy(sheet, n.bytes, n.len);
        sheet[n.len] = '\0';
        read_book(&f, SHEET, sheet, &status);
        check_places(&f, s);
        cc_arena_release(&f.arena);
    }
}

/* -- Limits --------------------------------------------------------------------------------- */

/* Cells without end, of one row and of many. */
static void test_many_cells(void **state)
{
    static const char *const rows[]   = {"<c><v>4</v></c>", "<row><c><v>4</v></c></row>"};
    static const size_t      wanted[] = {CC_XLSX_COLUMNS, CC_SHEET_MOST_CELLS};
    enum { COUNT = 300000 };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        cc_arena  arena = {0};
        size_t    len   = strlen(rows[i]);
        char     *sheet = cc_arena_alloc(&arena, COUNT * len + 64, 1);
        fixture   f;
        cc_status status;
        size_t    at = (size_t)sprintf(sheet, "<sheetData>%s", i == 0 ? "<row>" : "");
        for (size_t k = 0; k < COUNT; k++, at += len)
            memcpy(sheet + at, rows[i], len);
        strcpy(sheet + at, i == 0 ? "</row></sheetData>" : "</sheetData>");
        read_book(&f, SHEET, sheet, &status);
        if (f.doc.abi.block_count != wanted[i])
            fail_msg("got %zu blocks, wanted %zu", f.doc.abi.block_count, wanted[i]);
        cc_arena_release(&f.arena);
        cc_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),    cmocka_unit_test(test_from_1904),
        cmocka_unit_test(test_blocks),     cmocka_unit_test(test_mutations),
        cmocka_unit_test(test_many_cells),
    };
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
