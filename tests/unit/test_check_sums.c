/* test_check_sums.c - totals and their parts, in sentences, lists and tables. */
#include "check_box.h"

static void test_sentences(void **state)
{
    static const check_case cases[] = {
        {"The plan has a total of $9.6 billion: $5.5 billion for roads, $3.1 billion for rail and "
         "$1.2 billion for ports.",
         "$9.6 billion: the parts add up to $9.8 billion, not $9.6 billion"},
        {"It hired 40 nurses and 25 doctors, together 66 staff.",
         "66: the parts add up to 65, not 66"},
        {"It hired 40 nurses and 25 doctors, 66 in all.", "66: the parts add up to 65, not 66"},
        {"Of the 120 members 70 voted for, 40 against and 11 abstained.",
         "120: the parts add up to 121, not 120"},
        /* they add up, as precisely as they are written */
        {"The plan has a total of $9.8 billion: $5.5 billion for roads, $3.1 billion for rail and "
         "$1.2 billion for ports.",
         ""},
        {"A total of $9.7 billion: $5.5 billion for roads, $3.1 billion for rail and $1.2 billion.",
         ""},
        {"Of the 120 members 70 voted for, 40 against and 10 abstained.", ""},
        {"A total of 90 came: 40 men, 50 women and 25 of either from abroad.", ""},
        /* parts are missing, are of other things or of other years */
        {"It spent a total of $9.6 million, including $5.5 million for roads and $3.2 million.",
         ""},
        {"Of the 120 members 70 were women and 40 had children.", ""},
        {"A total of $9.6 million was spent in 2020, $5.5 million in 2019 and $3.2 million in "
         "2018.",
         ""},
        {"A total of 96 towns got $5.5 million for roads and $3.2 million for rail.", ""},
        {"There were 20 total audits, of them 12 in Peru and 6 in Chile.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_totals(void **state)
{
    static const check_case cases[] = {
        {"It has 12 tankers, 10 freighters and 7 ferries, 31 ships in all.",
         "31: the parts add up to 29, not 31"},
        {"It has 12 tankers, 10 freighters and 7 ferries, 29 ships in all.", ""},
        {"It has 1,250 staff: 640 in the capital, 380 in the field and 330 abroad.",
         "1,250: the parts add up to 1,350, not 1,250"},
        {"It has 1,350 staff: 640 in the capital, 380 in the field and 330 abroad.", ""},
        /* a round total beside its parts is no rough one */
        {"It has $210 million for loans, $190 million for grants and $80 million for land, $500 "
         "million in all.",
         "$500 million: the parts add up to $480 million, not $500 million"},
        {"It has $212 million for loans, $208 million for grants and $80 million for land, $500 "
         "million in all.",
         ""},
        {"Seventy voted for it, 45 against and 12 abstained, which makes 137 votes.",
         "137: the parts add up to 127, not 137"},
        {"Seventy voted for it, 45 against and 12 abstained, which makes 127 votes.", ""},
        /* rates do not add up */
        {"The total was 5.2 deaths/1,000 births for men, 4.5 for women and 3.5 for all.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_divisions(void **state)
{
    static const check_case cases[] = {
        {"Of the 51 crossings, 28 lie in Texas, 9 in Arizona, 7 in California and 3 in New Mexico.",
         "51: the parts add up to 47, not 51"},
        {"Of the 47 crossings, 28 lie in Texas, 9 in Arizona, 7 in California and 3 in New Mexico.",
         ""},
        {"Of the 31 ships, 12 are tankers, 10 freighters and 7 ferries.",
         "31: the parts add up to 29, not 31"},
        {"Of the 29 ships, 12 are tankers, 10 freighters and 7 ferries.", ""},
        {"It has 571 stations, of which 214 lie in Norland, 168 in Sudmark and 179 in Carrow.",
         "571: the parts add up to 561, not 571"},
        {"It has 561 stations, of which 214 lie in Norland, 168 in Sudmark and 179 in Carrow.", ""},
        {"The agency employs 940 people, 410 in Lima and 480 in the provinces.",
         "940: the parts add up to 890, not 940"},
        {"The agency employs 890 people, 410 in Lima and 480 in the provinces.", ""},
        {"The grant of $60 million was split between roads ($35 million) and rail ($20 million).",
         "$60 million: the parts add up to $55 million, not $60 million"},
        {"The grant of $55 million was split between roads ($35 million) and rail ($20 million).",
         ""},
        /* some are named, and some fall under two heads */
        {"Of the 51 crossings, 28 lie in Texas and 9 in Arizona.", ""},
        {"Of the 230 ships, at least 100 are tankers, 70 freighters and 40 ferries.", ""},
        {"Of the 120 members, 70 were women, 40 had children and 15 were farmers.", ""},
        {"Exports were $41 million to Canada, $32 million to Mexico and $13 million to Chile.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_rests(void **state)
{
    static const check_case cases[] = {
        {"Of the 138,000 households on the list, 61,000 live alone. Families make up 49,000. The "
         "remaining 18,000 are couples.",
         "138,000: the parts add up to 128,000, not 138,000"},
        {"Of the 128,000 households on the list, 61,000 live alone. Families make up 49,000. The "
         "remaining 18,000 are couples.",
         ""},
        {"It received 312 complaints. It upheld 120, rejected 145 and settled the remaining 37.",
         "312: the parts add up to 302, not 312"},
        {"It received 312 complaints. It upheld 120, rejected 145 and settled the remaining 47.",
         ""},
        {"It spent $61 million of its $138 million on roads and the remaining $57 million on rail.",
         "$138 million: the parts add up to $118 million, not $138 million"},
        {"It spent $61 million of its $138 million on roads and the remaining $77 million on rail.",
         ""},
        /* of other things */
        {"Of its 350 members, each of the 50 provinces elects two; the other 248 are elected by "
         "lists.",
         ""},
        {"The firm has 9,000 workers, 4,000 of them abroad. The other 3 plants have 1,200.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_labels(void **state)
{
    static const check_case cases[] = {
        {"Ports of entry: 167 in the north: 118 in the south: 59",
         "167: the parts add up to 177, not 167"},
        {"Ports of entry: 177 in the north: 118 in the south: 59", ""},
        {"[Area] total: 1,964,375 sq km land: 1,943,945 sq km water: 30,430 sq km",
         "1,964,375 sq km: the parts add up to 1,974,375 sq km, not 1,964,375 sq km"},
        {"[Area] total: 1,964,375 sq km land: 1,943,945 sq km water: 20,430 sq km", ""},
        /* ratios, and other labels */
        {"[Dependency] total ratio: 56.5 youth ratio: 38.1 elderly ratio: 17.7", ""},
        {"Ports of entry: 167 Airports: 118 Stations: 59", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_neighbours(void **state)
{
    static const check_case cases[] = {
        {"Roads got $52 million and rail $31 million. The total was $85 million.",
         "$85 million: the parts add up to $83 million, not $85 million"},
        {"Roads got $52 million and rail $31 million. The total was $83 million.", ""},
        {"Roads got $52 million and rail $31 million. The total was $185 million.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_shares(void **state)
{
    static const check_case cases[] = {
        {"There 58 percent are farmers, 30 percent herders and the rest, 15 percent, fishers.",
         "15 percent: the shares add up to 103 percent, more than the whole"},
        {"There 58 percent are farmers, 30 percent herders and the rest, 13 percent, fishers.", ""},
        {"There 58 percent fish, 30 percent herd and 15 percent farm.", ""},
        {"Of the oil that came, 58 percent went to Ohio, 27 percent to Iowa and 23 percent to "
         "Utah.",
         "23 percent: the shares add up to 108 percent, more than the whole"},
        {"Of the oil that came, 58 percent went to Ohio, 27 percent to Iowa and 15 percent to "
         "Utah.",
         ""},
        {"Dams supplied 61 percent of the power, wind 22 percent, gas 14 percent and coal 9 "
         "percent.",
         "9 percent: the shares add up to 106 percent, more than the whole"},
        {"Dams supplied 57 percent of the power, wind 22 percent, gas 14 percent and coal 9 "
         "percent.",
         ""},
        {"Here 45 percent goes north, 35 percent south and the remaining 10 percent west.",
         "10 percent: the shares add up to 90 percent, less than the whole"},
        /* shares of other things, and answers of which many are given */
        {"It accounted for 52 percent of oil imports, 61 percent of gas imports and 11 percent of "
         "coal imports.",
         ""},
        {"Of those surveyed, 60 percent speak it at home, 30 percent at work and 20 percent at "
         "school.",
         ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_lists(void **state)
{
    static const check_case cases[] = {
        {"The plan spends a total of $9.6 million:\n- roads: $5.5 million\n- rail: $3.1 million\n"
         "- ports: $1.2 million",
         "$9.6 million: the parts add up to $9.8 million, not $9.6 million"},
        {"The towns sent:\n- Lima: 15 men\n- Cuzco: 12 men\n- Total: 28 men",
         "28: the parts add up to 27, not 28"},
        {"The towns sent:\n- Lima: 15 men\n- Cuzco: 12 men\n- Total: 27 men", ""},
        {"The plan spends a total of $9.6 million, including:\n- roads: $5.5 million\n"
         "- rail: $3.2 million",
         ""},
        {"Staff by office:\n- Total: 940\n- Lima: 410\n- Cuzco: 480",
         "940: the parts add up to 890, not 940"},
        {"Staff: 940\n- Lima: 410\n- Cuzco: 480", "940: the parts add up to 890, not 940"},
        {"Staff: 890\n- Lima: 410\n- Cuzco: 480", ""},
        /* others are not named */
        {"Staff: 940\n- Lima: 417\n- Cuzco: 486", ""},
        {"Power by source\n- Dams: 61 percent\n- Wind: 22 percent\n- Gas: 24 percent",
         "24 percent: the shares add up to 107 percent, more than the whole"},
        {"Power by source\n- Dams: 61 percent\n- Wind: 22 percent\n- Gas: 17 percent", ""},
        {"Customers reached\n- Dams: 61 percent\n- Wind: 22 percent\n- Gas: 24 percent", ""},
        {"The towns sent:\n- Lima: 15 men and 11 women\n- Cuzco: 12 men\n- Total: 28 men", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_tables(void **state)
{
    static const check_case cases[] = {
        /* one column is wrong, the other holds */
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 66",
         "66: the parts add up to 62, not 66"},
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 62",
         ""},
        /* off by one is rounding */
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 63",
         ""},
        /* nothing shows that the rows are parts */
        {"[North|Men] 1,234\n[South|Men] 12\n[Total|Men] 1,300", ""},
        /* off by one digit, in the total or in a row */
        {"[North|Men] 1,234\n[South|Men] 12\n[Total|Men] 1,346",
         "1,346: the parts add up to 1,246, not 1,346"},
        {"[North|Men] 1,234\n[South|Men] 12\n[Total|Men] 1,246", ""},
        {"[Northern total|Men] 84\n[North|Men] 46\n[West|Men] 33\n[Southern total|Men] 41\n"
         "[South|Men] 30\n[East|Men] 11",
         ""},
        /* two tables, one under the other */
        {"[|] Town\n[|] Men\n[North|Men] 12\n[South|Men] 12\n[Total|Men] 24\n[|] Town\n[|] Men\n"
         "[East|Men] 140\n[West|Men] 120\n[Total|Men] 360",
         "360: the parts add up to 260, not 360"},
        /* shares */
        {"[Dams|Share (%)] 61\n[Wind|Share (%)] 22\n[Gas|Share (%)] 24",
         "24: the shares add up to 107 percent, more than the whole"},
        {"[Dams|Share (%)] 61\n[Wind|Share (%)] 22\n[Gas|Share (%)] 17", ""},
        {"[Dams|Share of women] 61\n[Wind|Share of women] 22\n[Gas|Share of women] 24", ""},
        /* along the rows */
        {"[North|Men] 12\n[North|Women] 21\n[North|Total] 33\n[South|Men] 12\n[South|Women] 41\n"
         "[South|Total] 59",
         "59: the parts add up to 53, not 59"},
        /* a subtotal */
        {"[North|Men] 12\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 24\n[Total|Women] 62\n[East|Men] 5\n[East|Women] 7\n[West|Men] 6\n"
         "[West|Women] 8\n[Total east and west|Men] 11\n[Total east and west|Women] 15",
         ""},
        {"[North|Men] 12\n[North|Women] 21 of 30\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 24\n[Total|Women] 66",
         ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences), cmocka_unit_test(test_totals),
        cmocka_unit_test(test_divisions), cmocka_unit_test(test_rests),
        cmocka_unit_test(test_labels),    cmocka_unit_test(test_neighbours),
        cmocka_unit_test(test_shares),    cmocka_unit_test(test_lists),
        cmocka_unit_test(test_tables)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
