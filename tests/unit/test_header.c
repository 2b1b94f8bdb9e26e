/* test_header.c - what labels say of the figures under them. */
#include "claim_box.h"
#include "claim/header.h"

static cc_str print_header(const cc_header *h)
{
    cc_arena *arena = &box.worker.doc;
    cc_str period = cc_period_is_known(&h->period) ? cc_period_print(arena, &h->period) : CC_S("-");
    return cc_arena_printf(arena, "%.*s 10^%d %.*s%s%.*s '%.*s'", CC_F(period), h->scale10,
                           CC_F(h->kind == 0 ? CC_S("-") : h->unit), h->per.len > 0 ? "/" : "",
                           CC_F(h->per), CC_F(h->rest));
}

static void test_labels(void **state)
{
    static const struct {
        const char *label, *wanted;
    } cases[] = {
        {"", "- 10^0 - ''"},
        {"2019", "2019 10^0 - ''"},
        {"Canada, 2019", "2019 10^0 - 'canada'"},
        {"2018-2019", "2018 to 2019 10^0 - ''"},
        {"2018 to 2019", "2018 to 2019 10^0 - ''"},
        {"2018, 2019, 2020", "- 10^0 - ''"},
        {"FY 2019", "fiscal year 2019 10^0 - ''"},
        {"FY2019", "fiscal year 2019 10^0 - ''"},
        {"Fiscal year 2019", "fiscal year 2019 10^0 - ''"},
        {"Visits, third quarter of 2019", "July 2019 to September 2019 10^0 - 'visits'"},
        {"Q3 2019", "July 2019 to September 2019 10^0 - ''"},
        {"Patients, December 2019", "December 2019 10^0 - 'patients'"},
        {"31 December 2019", "2019 10^0 - ''"},
        {"30 June 2019", "30 June 2019 10^0 - ''"},
        {"Cases, January\xE2\x80\x93March 2019", "January 2019 to March 2019 10^0 - 'cases'"},
        {"Budget, 2023\xE2\x80\x93"
         "2027",
         "2023 to 2027 10^0 - 'budget'"},
        {"Years ended December 31, 2019", "2019 10^0 - ''"},
        {"Budget (US$ millions)", "- 10^6 USD 'budget'"},
        {"Budget ($ million)", "- 10^6 USD 'budget'"},
        {"Budget ($bn)", "- 10^9 USD 'budget'"},
        {"Spending, in thousands of dollars", "- 10^3 USD 'spending'"},
        {"EUR million", "- 10^6 EUR ''"},
        {"Share (%)", "- 10^0 percent 'share'"},
        {"in percent", "- 10^0 percent ''"},
        {"Doses by end of 2022 (thousands)", "2022 10^3 - 'doses'"},
        {"Thousand tonnes", "- 10^3 tonne ''"},
        {"Cargo, million barrels", "- 10^6 barrel 'cargo'"},
        {"Output (thousand barrels per day)", "- 10^3 barrel/day 'output'"},
        {"Output (thousand barrels per farm)", "- 10^3 - 'output farm'"},
        {"Exports, billions of US dollars", "- 10^9 USD 'exports'"},
        {"Exports (million US dollars)", "- 10^6 USD 'exports'"},
        {"Outlays (dollars in billions)", "- 10^9 USD 'outlays'"},
        {"GDP, billions of chained dollars", "- 10^9 USD 'gdp'"},
        {"GDP (current US$)", "- 10^0 USD 'gdp current'"},
        {"Doses (thousand)", "- 10^3 - 'doses'"},
        {"GDP growth, percent", "- 10^0 percent 'gdp growth'"},
        {"Percentage", "- 10^0 percent ''"},
        {"Percentage points", "- 10^0 - ''"},
        {"Thousand people, 2019", "2019 10^0 - 'people'"},
        {"Thousand Oaks", "- 10^0 - 'oaks'"},
        /* words first */
        {"Real GDP won", "- 10^0 - 'real gdp won'"},
        {"Cities of 5 million", "- 10^0 - 'cities'"},
        {"Million Dollar Round Table", "- 10^0 - 'round table'"},
    };
    cc_header_tables tables = {box.engine.lexicon, box.engine.vocabulary, box.engine.calendar};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_header h   = cc_header_read(&tables, &box.worker.doc, cc_str_z(cases[i].label));
        cc_str    got = print_header(&h);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s': got \"%.*s\", wanted \"%s\"", cases[i].label, CC_F(got),
                     cases[i].wanted);
    }
    box_empty();
}

static cc_str print_value(const cc_claim *claim)
{
    cc_arena *arena = &box.worker.doc;
    return cc_arena_printf(arena, "%.*s %.*s%s%.*s %.*s",
                           CC_F(cc_dec_print(arena, claim->value.stated)), CC_F(claim->unit),
                           claim->per.len > 0 ? "/" : "", CC_F(claim->per), CC_F(claim->sublabel));
}

static void test_cells(void **state)
{
    static const box_case cases[] = {
        {"[Roads|2019 ($ millions)] 45.2", "45.2: 45200000 USD "},
        {"[Roads|Planned] 45.2", "45.2: 45.2  planned"},
        {"[Roads|($ millions)] $3 billion", "$3 billion: 3000000000 USD "},
        {"= Table 1. Spending, in millions of dollars\n[Roads|2019] 45.2", "45.2: 45200000 USD "},
        {"= Table 1. Spending, in millions of dollars\nNot here.\n[Roads|2019] 45.2",
         "45.2: 45.2  "},
        {"Ports are busy. Spending by port, 2019 ($ millions):\n[|] Port\n[Lima|Spent] 45.2",
         "2019: 17897 date  | 45.2: 45200000 USD spent"},
        {"Spending in $ millions\n[|] Lima\n[Lima|] 45.2", "45.2: 45200000 USD "},
        {"[Oil|Output (thousand barrels per day)] 45.2", "45.2: 45200 barrel/day output"},
        /* things are counted whatever the table is in */
        {"= Trade ($ millions)\n[Lima|Trucks inbound] 45", "45: 45  trucks inbound"},
        {"= Trade (thousands)\n[Lima|Trucks inbound] 45", "45: 45000  trucks inbound"},
        /* the first cell of a row of headers */
        {"[|] In millions\n[|] 2019\n[|] Roads\n[Roads|2019] 45.2", "45.2: 45200000  "},
        /* the next table has headers of its own */
        {"[|] In millions\n[|] 2019\n[Roads|2019] 45.2\n[|] Item\n[|] 2019\n[Rails|2019] 45.2",
         "45.2: 45200000   | 45.2: 45.2  "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_cells),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
