/* test_measure.c - which words say what a figure measures, and how surely. Stems stand sorted. */
#include "claim_box.h"

static cc_str print_own(const cc_claim *claim)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < claim->measure_count; i++)
        if (claim->measure[i].own)
            all = box_join(all, " ", claim->measure[i].stem);
    return all;
}

static cc_str print_weights(const cc_claim *claim)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < claim->measure_count; i++) {
        const cc_stem *s = &claim->measure[i];
        all              = box_join(all, " ",
                                    cc_arena_printf(&box.worker.doc, "%.*s%s%u", CC_F(s->stem),
                                       s->own ? "*" : ":", s->weight));
    }
    return all;
}

/* Whether the counted noun tells anything. */
static cc_str print_rarity(const cc_claim *claim)
{
    for (size_t i = 0; i < claim->measure_count; i++)
        if (cc_str_eq(claim->measure[i].stem, claim->noun))
            return claim->measure[i].idf > 1000 ? CC_S("rare") : CC_S("common");
    return CC_S("");
}

static cc_str print_noun(const cc_claim *claim)
{
    return claim->noun;
}

static cc_str print_sublabel(const cc_claim *claim)
{
    return claim->sublabel;
}

/* The words between two figures belong to one of them. */
static void test_own_words(void **state)
{
    static const box_case cases[] = {
        {"Exports of grain reached $5 million in the north.", "$5 million: export grain north"},
        {"The border runs 1,990 miles.", "1,990 miles: border"},
        /* CLAIMS 2.15 D */
        {"The film earned over $40 million in North America and over $46 million worldwide.",
         "$40 million: film gross | $46 million: worldwid"},
        /* cut at ; ) and at a comma with "and", "while", "but", "with" */
        {"Grain sold for $5 million; steel for $6 million.",
         "$5 million: grain sold | $6 million: steel"},
        {"Grain sold for $5 million, while steel sold for $6 million.",
         "$5 million: grain sold | $6 million: sold steel"},
        {"Grain (mostly wheat) sold for $5 million.", "$5 million: sold"},
        {"Grain, mostly wheat, sold for $5 million.", "$5 million: grain most sold wheat"},
        {"$5 million of grain, wheat first", "$5 million: grain"},
        {"$5 million of grain compared to steel", "$5 million: grain"},
        {"$5 million of grain including wheat", "$5 million: grain"},
        {"$5 million of grain and steel", "$5 million: grain"},
        /* a colon cuts unless the figure stands right behind it */
        {"Trade in brief: grain sold for $5 million.", "$5 million: grain sold"},
        {"Trade in grain: $5 million.", "$5 million: grain trade"},
        {"Trade in grain: some $5 million.", "$5 million: grain trade"},
        /* the number's own words, dates, places, verbs and function words measure nothing */
        {"In March 2019 the total of Canadian grain was about two hundred million dollars.",
         "two hundred million dollars: grain"},
        {"Grain fell to $5 million in fiscal year 2020 and FY2021 wheat.", "$5 million: grain"},
        {"At 10:30 grain sold for $5 million at 11:15 in storage.",
         "$5 million: grain sold storag"},
        /* no address, no single letter */
        {"Grain B at https://example.org/steel/wheat cost $5 million.", "$5 million: grain price"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_own);
}

/* A figure without words of its own shares those of the one before it. */
static void test_inherited(void **state)
{
    static const box_case cases[] = {
        {"Trade in grain was $5 million in 2018 and $6 million in 2019.",
         "$5 million: grain trade | $6 million: grain trade"},
        {"Trade in grain was $5 million in 2018, $6 million in 2019, and $7 million in 2020.",
         "$5 million: grain trade | $6 million: grain trade | $7 million: grain trade"},
        {"Trade in grain was $5 million (2018) and trade in steel $6 million.",
         "$5 million: grain trade | $6 million: steel trade"},
        {"Trade in grain was $5 million. It was $6 million in 2019.", "$5 million: grain trade"},
        {"[Trade] grain: $5 million (2018), $6 million (2019)",
         "$5 million: grain trade | $6 million: trade"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_own);
}

/* What counts anything is of what the heading, the caption or the sentence before says. */
static void test_topics(void **state)
{
    static const box_case cases[] = {
        {"## Fever\nThere were 5,000 cases.", "5,000: case*1000 fever:700"},
        {"Fever rages. There were 5,000 cases.", "5,000: case*1000 fever:700 rage:700"},
        {"Is it fever?\nThere were 5,000 cases.", "5,000: case*1000 fever:700"},
        {"It is fever.\nThere were 5,000 cases.", "5,000: case*1000"},
        {"Fever rages. There were 5,000 doctors.", "5,000: doctor*1000"},
        {"Fever rages. It struck 5,000 doctors.",
         "5,000: doctor*1000 fever:700 rage:700 struck*1000"},
        {"Fever rages. Its cost is $5.", "$5: fever:700 price*1000 rage:700"},
        {"= Fever by country\n[Lima|Cases] 5,000",
         "5,000: case*1000 countri:700 fever:700 lima*1000"},
        {"Crossings at the river:\n[2019] 5,000", "5,000: cross*1000 river*1000"},
        {"Crossings at the river.\n[2019] 5,000", ""},
    };
    static const box_case rare[] = {
        {"Lima had 5,000 cases.", "5,000: rare"},
        {"Fever rages. Lima had 5,000 cases.", "5,000: common"},
        {"## Fever\nLima had 5,000 cases.", "5,000: common"},
        {"Fever rages. Lima had 5,000 doctors.", "5,000: rare"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_weights);
    box_expect(rare, COUNT(rare), print_rarity);
}

static void test_weights(void **state)
{
    static const box_case cases[] = {
        /* the rest of the clause weighs less where another figure of the kind stands in it */
        {"Grain sold for $5 million, with steel in storage.",
         "$5 million: grain*1000 sold*1000 steel:700 storag:700"},
        {"Grain sold for $5 million, with steel for $6 million.",
         "$5 million: grain*1000 sold*1000 steel:350 | $6 million: grain:350 sold:350 steel*1000"},
        {"Grain sold for $5 million, with steel up 7%.",
         "$5 million: grain*1000 sold*1000 steel:700 | 7%: grain:700 sold:700 steel*1000"},
        /* beyond a semicolon */
        {"Wheat was in storage; grain sold for $5 million.",
         "$5 million: grain*1000 sold*1000 storag:200 wheat:200"},
        /* headings: the innermost, those above it */
        {"# Trade\n## Wheat\nGrain sold for $5 million.",
         "$5 million: grain*1000 sold*1000 trade:100 wheat:300"},
        {"# Trade\n## Wheat\n[Grain] $5 million", "$5 million: grain*1000 trade:100 wheat:100"},
        /* a new heading ends what stood below the old one */
        {"# Trade\n## Wheat\n# Ports\nGrain sold for $5 million.",
         "$5 million: grain*1000 port:300 sold*1000"},
        /* labels and headers are own words of a record */
        {"[Grain|Ports] $5 million in storage", "$5 million: grain*1000 port*1000 storag*1000"},
        /* each stem once, with its greatest weight */
        {"# Grain\nGrain sold for $5 million, with grain in storage.",
         "$5 million: grain*1000 sold*1000 storag:700"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_weights);
}

static void test_sorted(void **state)
{
    const box_doc *d = box_read(
        "In one long sentence zinc, yams, xylophones, wool, vinegar, urns, tires, steel, rubber, "
        "quartz, pipes, oranges, nails, maize, leather, kettles, juice, ink, honey, grain, fish, "
        "eggs, drums, copper, bricks and apples from all the harbors sold for $5 million.");
    const cc_claim *claim = &d->claims.at[0];
    (void)state;
    assert_int_equal(d->claims.n, 1);
    assert_int_equal(claim->measure_count, 24); /* the least telling are dropped */
    for (size_t i = 1; i < claim->measure_count; i++)
        assert_true(cc_str_cmp(claim->measure[i - 1].stem, claim->measure[i].stem) < 0);
    box_empty();
}

static void test_noun(void **state)
{
    static const box_case cases[] = {
        {"It has 30 ports.", "30: port"},
        {"It has 30 large inland ports.", "30: larg inland port"},
        {"It has 30 of the large ports.", "30: larg port"},
        {"It has 30 ports in the north.", "30: port"},
        {"It has 30 ports and ships.", "30: port"},
        {"It has 30 ports, ships too.", "30: port"},
        {"It has 30 port-based ships.", "30: port base ship"},
        {"It has 30 ports were ships wait.", "30: port"},
        {"It has 30 very large inland freight ports.", "30: "},
        {"It has 30 crowded large inland freight ports.", "30: crowd larg inland freight"},
        {"It has ports, 30 in all.", "30: "},
        {"Some 5% of residents left.", "5%: peopl"},
        {"The 30 residents left.", "30: peopl"},
        {"Ships: 30 (ports)", "30: "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_noun);
}

static void test_sublabel(void **state)
{
    static const box_case cases[] = {
        {"[Area] total: 300 sq km land: 200 sq km", "300 sq km: total | 200 sq km: land"},
        {"[Area] 300 sq km", "300 sq km: "},
        {"[Area] Total: 300 sq km; Land: 200 sq km", "300 sq km: total | 200 sq km: land"},
        /* names without a colon */
        {"[Land boundaries] Albania 282 km, Greece 228 km", "282 km: albania | 228 km: greece"},
        {"[Land boundaries] total: 510 km (1994) Greece 228 km", "510 km: total | 228 km: greece"},
        /* a list with one date (CLAIMS 2.15 H) */
        {"[GDP] agriculture: 3.9% industry: 28.3% services: 67.8% (2011)",
         "3.9%: agriculture | 28.3%: industry | 67.8%: services"},
        /* names behind the figures */
        {"[Pipelines] 1,466 km gas, 94 km oil, 7 km refined products (2013)",
         "1,466 km: gas | 94 km: oil | 7 km: refined products"},
        {"[Pipelines] gas 1,466 km, oil 94 km", "1,466 km: gas | 94 km: oil"},
        {"[Military spending] 2.5% of GDP (2012)", "2.5%: "},
        /* digits of a label figure belong to the label */
        {"[Airports] total: 30 over 3,047 m: 18", "30: total | 18: over 3,047 m"},
        {"[Age] 25-54 years: 42% (2011) 55-64 years: 9%", "42%: 25-54 years | 9%: 55-64 years"},
        {"[Caf\xC3\xA9s] M\xC3\xA9xico: 30", "30: mexico"},
        /* prose has none */
        {"The total: 30 ports", "30: "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_sublabel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_words), cmocka_unit_test(test_inherited),
        cmocka_unit_test(test_topics),    cmocka_unit_test(test_weights),
        cmocka_unit_test(test_sorted),    cmocka_unit_test(test_noun),
        cmocka_unit_test(test_sublabel),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
