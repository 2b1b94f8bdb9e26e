/* test_read_csv.c - the blocks of delimited tables, and that every piece of them leads back. */
#include "read_csv/csv_guess.c"
#include "read_csv/csv_rows.c"
#include "read_csv/read_csv.c"
#include "shared/sheet/sheet.c"
#include "shared/sheet/sheet_cell.c"
#include "shared/sheet/sheet_head.c"
#include "shared/sheet/sheet_name.c"
#include "shared/sheet/sheet_roles.c"
#include "shared/sheet/sheet_series.c"
#include "shared/sheet/sheet_time.c"

#include "reader_box.h"

static void read_file(fixture *f, cc_str bytes, size_t max_text_bytes)
{
    cc_status status = read_with(f, read_csv, bytes, max_text_bytes);
    if (status != CC_OK && status != CC_WARN)
        fail_msg("got %d '%s'", status, f->fault.message);
}

/* -- Blocks --------------------------------------------------------------------------------- */

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *text, *blocks;
} cases[] = {
    {"empty", "", ""},
    {"blank", " \n\n,,\n\r\n", ""},
    /* delimiters, quotes, line ends */
    {"years down", "Year,Exports,Imports\n2019,1234.5,7\r\n2020,8,\n",
     "C0||Year\nC0||Exports\nC0||Imports\nC0|2019|Exports|1,234.5\nC0|2019|Imports|7\n"
     "C0|2020|Exports|8\n"},
    {"quotes", "Port,Trucks\n\"Otay  \"\"Mesa\"\",\nB\" , \"1,040,000\" \n",
     "C0||Port\nC0||Trucks\nC0||Otay \"Mesa\", B\nC0|Otay \"Mesa\", B|Trucks|1,040,000\n"},
    {"inches", "Item,Price\n5\" disk,4\n\"6\" disk,5\n",
     "C0||Item\nC0||Price\nC0||5\" disk\nC0|5\" disk|Price|4\nC0||\"6\" disk\n"
     "C0|\"6\" disk|Price|5\n"},
    {"quote not closed", "Port,Trucks\nA,4\n\"B,5\n",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|4\nC0||\"B\nC0|\"B|Trucks|5\n"},
    {"quotes over lines", "Port,Trucks\nA,\"4\n\"B,5\n",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|\"4\nC0||\"B\nC0|\"B|Trucks|5\n"},
    {"semicolons", "Port;Trucks;Cost\nA;1.040.000;1,5\nB;940.000;2,25\n",
     "C0||Port\nC0||Trucks\nC0||Cost\nC0||A\nC0|A|Trucks|1,040,000\nC0|A|Cost|1.5\nC0||B\n"
     "C0|B|Trucks|940,000\nC0|B|Cost|2.25\n"},
    {"semicolons, no comma", "Port;Trucks\nA;1,040\nB;2.5\n",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|1,040\nC0||B\nC0|B|Trucks|2.5\n"},
    {"tabs", "Port\tTrucks\nA, B\t4\nC\t5\n",
     "C0||Port\nC0||Trucks\nC0||A, B\nC0|A, B|Trucks|4\nC0||C\nC0|C|Trucks|5\n"},
    {"pipes, carriage returns", "Port|Trucks\rA|4\rB|5\r",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|4\nC0||B\nC0|B|Trucks|5\n"},
    {"given", "sep=;\nPort, x;Trucks, y\nA;4\n",
     "C0||Port, x\nC0||Trucks, y\nC0||A\nC0|A|Trucks, y|4\n"},
    {"byte order mark", "\xEF\xBB\xBFPort,Trucks\nA,4\n",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|4\n"},
    /* above and below */
    {"titles", "Table 1. Trade\n($ millions),\nYear,Exports\n2019,4\n\"Source: Census, 2020\"\n",
     "G0||Table 1. Trade ($ millions)\nC0||Year\nC0||Exports\nC0|2019|Exports|4\n"
     "F0||Source: Census, 2020\n"},
    {"titles above a gap", "Data,Trade\nUpdated,2020-03-05\n\nYear,Exports,Imports\n2019,4,5\n",
     "C0|Data||Trade\nC0|Updated||2020-03-05\nC0||Year\nC0||Exports\nC0||Imports\n"
     "C0|2019|Exports|4\nC0|2019|Imports|5\n"},
    {"comments", "# Trade, by year\n#Year,Exports\n2019,4\n2020,5\n",
     "G0||Trade, by year\nC0||Year\nC0||Exports\nC0|2019|Exports|4\n"
     "C0|2020|Exports|5\n"},
    {"two rows of headers", ",Exports,,Imports,\nCountry,2019,2020,2019,2020\nPeru,1,2,3,4\n",
     "C0||Exports\nC0||Imports\nC0||Country\nC0||2019\nC0||2020\nC0||2019\nC0||2020\nC0||Peru\n"
     "C0|Peru|Exports 2019|1\nC0|Peru|Exports 2020|2\nC0|Peru|Imports 2019|3\n"
     "C0|Peru|Imports 2020|4\n"},
    {"units below", "Year,Exports,Trucks\n,($ millions),(number)\n2019,1,2\n",
     "C0||Year\nC0||Exports\nC0||Trucks\nC0||($ millions)\nC0||(number)\n"
     "C0|2019|Exports ($ millions)|1\nC0|2019|Trucks (number)|2\n"},
    {"no headers", "Peru,4\nChile,5\n", "C0||Peru\nC0|Peru||4\nC0||Chile\nC0|Chile||5\n"},
    {"no table", "A line\nanother\n", "G0||A line another\n"},
    {"sections", "Trade,2019,2020\nExports,,\nGoods,1,2\nImports,,\nGoods,3,4\n\nServices,5,6\n",
     "C0||Trade\nC0||2019\nC0||2020\nC0|Exports||Exports\nC0||Goods\nC0|Exports, Goods|2019|1\n"
     "C0|Exports, Goods|2020|2\nC0|Imports||Imports\nC0||Goods\nC0|Imports, Goods|2019|3\n"
     "C0|Imports, Goods|2020|4\nC0||Services\nC0|Imports, Services|2019|5\n"
     "C0|Imports, Services|2020|6\n"},
    {"names that hold on", "Year,Quarter,Cost\n2019,Q1,4\n,Q2,5\n2020,Q1,6\n,Q2,7\n",
     "C0||Year\nC0||Quarter\nC0||Cost\nC0|2019, Q1|Cost|4\nC0|2019, Q2|Cost|5\n"
     "C0|2020, Q1|Cost|6\nC0|2020, Q2|Cost|7\n"},
    {"missing rows", "Trade,2019,2020\nPeru,1,2\nChile,,\nCuba,3,4\n",
     "C0||Trade\nC0||2019\nC0||2020\nC0||Peru\nC0|Peru|2019|1\nC0|Peru|2020|2\n"
     "C0|Chile||Chile\nC0||Cuba\nC0|Cuba|2019|3\nC0|Cuba|2020|4\n"},
    {"next table", "Port,Trucks\nA,4\n\nCity,People\nB,5\n",
     "C0||Port\nC0||Trucks\nC0||A\nC0|A|Trucks|4\nC0||City\nC0||People\nC0||B\nC0|B|People|5\n"},
    /* what columns are for */
    {"long",
     "country,code,year,indicator,obs_value\nPeru,PER,2019,Births,1980\nPeru,PER,2020,Births,5\n",
     "C0||country\nC0||code\nC0||year\nC0||indicator\nC0||obs_value\nC0||Peru\n"
     "C0|Peru, 2019, Births|indicator|Births\n"
     "C0|Peru, 2019, Births||1,980\nC0||Peru\n"
     "C0|Peru, 2020, Births|indicator|Births\nC0|Peru, 2020, Births||5\n"},
    {"months across", "Year,Jan,Feb\n2019,4,5\n",
     "C0||Year\nC0||Jan\nC0||Feb\nC0|2019, Jan||4\nC0|2019, Feb||5\n"},
    {"units above", "Trade\nUnits:,$ millions\nYear,Exports,Imports\n2019,4,5\n",
     "G0||Trade Units: $ millions\nC0||Year\nC0||Exports\nC0||Imports\n"
     "C0|2019|Exports|4\nC0|2019|Imports|5\n"},
    {"padded figures", "Place,People\nA,01\nB,4800\n",
     "C0||Place\nC0||People\nC0||A\nC0|A|People|01\nC0||B\nC0|B|People|4800\n"},
    {"codes", "Place,State,Series,People\nA,01,CPI,4\nB,48,CPI,5\n",
     "C0||Place\nC0||State\nC0||Series\nC0||People\nC0||A\nC0|A, CPI|Series|CPI\n"
     "C0|A, CPI|People|4\nC0||B\nC0|B, CPI|Series|CPI\nC0|B, CPI|People|5\n"},
    {"gaps", "Port,Trucks,Cars\nA,n/a,4\nB,..,(D)\nC,5,-\n",
     "C0||Port\nC0||Trucks\nC0||Cars\nC0||A\nC0|A|Cars|4\nC0|B|Port|B\nC0||C\nC0|C|Trucks|5\n"},
    {"no names", "x,y\n1,4\n1,5\n1,6\n",
     "C0||x\nC0||y\nC0||1\nC0||4\nC0||1\nC0||5\nC0||1\nC0||6\n"},
    {"numbers name rows", "Age,People\n1,4\n2,5\n",
     "C0||Age\nC0||People\nC0||1\nC0|Age 1|People|4\nC0||2\nC0|Age 2|People|5\n"},
    {"prose",
     "Port,Trucks,Note\nA,4,\"Trucks were counted at the northern gate only, from 6 to 22 "
     "hours.\"\n",
     "C0||Port\nC0||Trucks\nC0||Note\nC0||A\nC0|A|Trucks|4\n"
     "C0|A|Note|Trucks were counted at the northern gate only, from 6 to 22 hours.\n"},
    {"two dates", "Bridge,Opened,Cost\nA,2019-05-03,4\nB,2020-05-04,5\n",
     "C0||Bridge\nC0||Opened\nC0||Cost\nC0||A\n"
     "C0|A, 3 May 2019|Cost|4\nC0||B\nC0|B, 4 May "
     "2020|Cost|5\n"},
    {"years of something", "Bridge,Built,Cost\nA,1980,4\nB,1990,5\n",
     "C0||Bridge\nC0||Built\nC0||Cost\nC0||A\nC0|A|Built|1980\nC0|A|Cost|4\nC0||B\n"
     "C0|B|Built|1990\nC0|B|Cost|5\n"},
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

/* -- Dates ---------------------------------------------------------------------------------- */

/* A column of dates, and what names the rows. */
static void test_dates(void **state)
{
    static const struct {
        const char *header, *first, *second, *wanted;
    } dates[] = {
        {"Year", "2019", "2020", "2019"},
        {"Fiscal year", "2019", "2020", "FY 2019"},
        {"FY", "FY2019", "FY2020", "FY2019"},
        {"Year", "2018-19", "2019-20", "2018-2019"},
        {"Year", "2010-11", "2011-12", "2010-2011"},
        {"Period", "2019-01", "2019-02", "January 2019"},
        {"Period", "2019M03", "2019M04", "March 2019"},
        {"Period", "2019-Q3", "2019-Q4", "Q3 2019"},
        {"Period", "3Q 2019", "4Q 2019", "Q3 2019"},
        {"Period", "Mar-19", "Apr-19", "March 2019"},
        {"Period", "Sept 2019 (p)", "Oct 2019", "September 2019"},
        {"Date", "2019-01-01", "2020-01-01", "2019"},
        {"Date", "2018-12-31", "2019-12-31", "2018"},
        {"Date", "2019-01-01", "2019-04-01", "Q1 2019"},
        {"Date", "2019-03-31", "2019-06-30", "Q1 2019"},
        {"Date", "2019-02-01", "2019-03-01", "February 2019"},
        {"Date", "2019-02-28", "2019-03-31", "February 2019"},
        {"Date", "2019-02-03", "2019-02-10", "3 February 2019"},
        {"Date", "2/3/2019", "2/13/2019", "3 February 2019"},
        {"Date", "2/3/2019", "13/3/2019", "2 March 2019"},
        {"Date", "3.2.2019 00:00:00", "14.2.2019 00:00:00", "3 February 2019"},
        {"Month", "3", "4", "March"},
        {"Quarter", "3", "4", "Q3"},
        {"Month", "March", "April", "March"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        fixture f;
        char    text[200];
        snprintf(text, sizeof text, "%s,Exports\n%s,4\n%s,5\n", dates[i].header, dates[i].first,
                 dates[i].second);
        read_file(&f, cc_str_z(text), CC_MAX_TEXT_BYTES);
        cc_str got = f.doc.abi.block_count > 2 ? f.doc.abi.blocks[2].row : CC_S("nothing");
        if (!cc_str_eq(got, cc_str_z(dates[i].wanted)))
            fail_msg("%s: got '%.*s', wanted '%s'", dates[i].first, CC_F(got), dates[i].wanted);
        cc_arena_release(&f.arena);
    }
}

/* -- Bids ----------------------------------------------------------------------------------- */

static void test_bid(void **state)
{
    static const struct {
        const char *head, *name;
        int32_t     bid;
    } bids[] = {
        {"a", "a.csv", 55},
        {"a", "x.zip!d/A.TSV", 55},
        {"a", "a.csv.gz", 55},
        {"a\n", "a.txt", 0},
        {"a,b,c\nd,1,2\ne,3,4\nf,5,6\n", "a.txt", 30},
        {"a,b,c\nd,1,2\ne,3,4\nf,5,6\ng,7", "a", 30},
        {"a\tb\tc\nd\t1\t2\ne\t3\t4\nf\t5\t6\n", "a", 30},
        {"a,b,c\nd,1,2\ne,3,4\n", "a.txt", 0},
        {"a,b,c\nd,1,2\ne,3\nf,5\ng,6\n", "a.txt", 0},
        {"In 2019, of 4, 5\nIn 2020, of 6, 7\nIn 2021, of 8, 9\nIn 2022, of 1, 2\n", "a.txt", 0},
        {"One, two, three\na, b, c\nd, e, f\ng, h, i\n", "a.txt", 0},
        {"{\"a\":1,\"b\":2,\"c\":3}\n{\"a\":1,\"b\":2,\"c\":3}\n{\"a\":1,\"b\":2,\"c\":3}\n"
         "{\"a\":1,\"b\":2,\"c\":3}\n",
         "a", 0},
        {"\1\2\3\4", "a.csv", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bids / sizeof *bids; i++) {
        int32_t got = cc_csv_bid(cc_str_z(bids[i].head), cc_str_z(bids[i].name));
        if (got != bids[i].bid)
            fail_msg("case %zu: got %d, wanted %d", i, got, bids[i].bid);
    }
}

/* -- The way back --------------------------------------------------------------------------- */

static const char *const parts[] = {
    "word",
    "The",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u00A0",
    "e\u0301",
    "\u00E9",
    "a\u0323\u0301",
    "\U0001F600",
    "\xFF",
    "\xE2\x82",
    "\uFEFF",
    "\u3000",
    "\0",
    "4.5",
    "1,234",
    "1.234,5",
    "2019",
    "1980",
    "n/a",
    "-",
    ",",
    ",",
    ",",
    ";",
    "|",
    "\"",
    "\"\"",
    ",\"",
    "\",",
    "\"a\"\"b\"",
    "\n\n",
    "Year,Exports,Imports\n2019,4,5\n2020,6,7\n",
    "\nPeru,2019,4\n",
    "# note\n",
    "sep=;\n",
    "a;b;c\n1,5;2,5;3,5\n",
    "2019-01-01,",
    "Mar-19,",
    "$4",
    "Country,2019,2020\n",
};

static void make_nasty(nasty *n, uint64_t *seed)
{
    size_t count = 1 + next_random(seed, 60);
    n->len       = 0;
    for (size_t i = 0; i < count; i++) {
        const char *part = parts[next_random(seed, sizeof parts / sizeof *parts)];
        add(n, part, part[0] == '\0' ? 1 : strlen(part));
    }
}

/* Words that stand verbatim lead to themselves. */
static void check_verbatim(fixture *f, const cc_segment *s, uint64_t seed)
{
    cc_span span = {s->text_off, s->text_len};
    cc_str  want = fold_blanks(&f->arena, cc_str_span(f->doc.abi.text, span));
    cc_str  got  = cc_document_slice(&f->arena, &f->doc, span);
    if (s->verbatim && !cc_str_eq(got, want))
        fail_msg("seed %u, span %u+%u: the slice is '%.*s', the text '%.*s'", (unsigned)seed,
                 span.off, span.len, CC_F(got), CC_F(want));
}

static void check_position(const fixture *f, cc_span span, uint64_t seed)
{
    cc_position p = cc_document_position(&f->doc, span);
    uint32_t    row, column;
    count_place(f->doc.original, p.place.at.bytes.start, &row, &column);
    if (p.line != row || p.column != column || p.place.at.bytes.end > f->doc.original.len ||
        p.place.at.bytes.start > p.place.at.bytes.end)
        fail_msg("seed %u, span %u+%u: got %u:%u, wanted %u:%u", (unsigned)seed, span.off, span.len,
                 p.line, p.column, row, column);
}

static void check_document(fixture *f, uint64_t seed)
{
    static uint32_t ends[3 * MAX_NASTY];
    uint64_t        last = 0;
    for (size_t i = 0; i < f->doc.origin.n; i++) {
        const cc_segment *s = &f->doc.origin.at[i];
        check_verbatim(f, s, seed);
        if (s->place.at.bytes.start < last)
            fail_msg("seed %u: piece %zu goes back", (unsigned)seed, i);
        last = s->place.at.bytes.start;
    }
    for (size_t i = 0; i < f->doc.abi.block_count; i++) {
        size_t n = find_ends(f, f->doc.abi.blocks[i].span, ends);
        for (size_t k = 0; k + 1 < n; k++)
            check_position(f, (cc_span){ends[k], ends[n - 1] - ends[k]}, seed);
    }
}

static void test_spans(void **state)
{
    static nasty n;
    (void)state;
    for (uint64_t s = 0; s < 10000; s++) {
        uint64_t seed = s;
        fixture  f;
        make_nasty(&n, &seed);
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        check_document(&f, s);
        cc_arena_release(&f.arena);
    }
}

/* -- Limits --------------------------------------------------------------------------------- */

/* Fills `text` with `part` over and over. */
static cc_str repeat(char *text, size_t size, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= size; i += len)
        memcpy(text + i, part, len);
    return (cc_str){text, size / len * len};
}

/* Each costs what its bytes cost, however they are cut. */
static void test_hostile(void **state)
{
    enum { SIZE = 4000000 };
    static char text[SIZE];
    static const struct {
        const char *part;
        size_t      blocks;
        cc_lost     lost; /* 0: nothing */
    } files[] = {
        {"4,", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS},  /* one row */
        {"4\n", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS}, /* one column */
        {"a,\"b\"\"\",4\n", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS},
        {"a;4;5\n\n", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS}, /* tables */
        {"a code\n0\n\n", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS},
        {"\"", 1, 0},     /* one quoted cell */
        {"word. ", 4, 0}, /* one cell */
        {",\n", 0, 0},
        {",\"\"\"", CC_SHEET_MOST_CELLS, CC_LOST_TOO_MANY_BLOCKS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fixture   f;
        cc_str    in  = repeat(text, SIZE, files[i].part);
        cc_status got = read_with(&f, read_csv, in, CC_MAX_TEXT_BYTES);
        if ((got == CC_OK) != (files[i].lost == 0) || f.lost != files[i].lost ||
            f.doc.abi.block_count != files[i].blocks)
            fail_msg("'%s': got %d, %u and %zu blocks, wanted %u and %zu", files[i].part, got,
                     f.lost, f.doc.abi.block_count, files[i].lost, files[i].blocks);
        cc_arena_release(&f.arena);
    }
}

static void test_quote_not_closed(void **state)
{
    fixture f;
    (void)state;
    assert_int_equal(read_with(&f, read_csv, CC_S("a,b\nc,4\n\"d,5\n"), CC_MAX_TEXT_BYTES),
                     CC_WARN);
    cc_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),  cmocka_unit_test(test_dates),
        cmocka_unit_test(test_bid),     cmocka_unit_test(test_spans),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_quote_not_closed),
    };
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
