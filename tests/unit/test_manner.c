/* test_manner.c - how a figure is meant: aspect, direction of a change, modality. */
#include "claim_box.h"

static cc_str print_aspect(const cc_claim *claim)
{
    static const char *const aspects[] = {"?",     "level",    "change", "rate-of-change",
                                          "share", "multiple", "rank"};
    static const char *const ways[]    = {" down", "", " up"};
    return cc_arena_printf(&box.worker.doc, "%s%s", aspects[claim->aspect],
                           ways[claim->direction + 1]);
}

static cc_str print_modality(const cc_claim *claim)
{
    static const char *const modalities[] = {"?",      "stated",      "estimate", "forecast",
                                             "target", "conditional", "negated",  "quoted"};
    return cc_str_z(modalities[claim->modality]);
}

static void test_level(void **state)
{
    static const box_case cases[] = {
        /* a bound is no change */
        {"Support for the port was lower than 30 percent.", "30 percent: level"},
        {"Support for the port fell to lower than 30 percent.", "30 percent: level"},
        {"Support for the port rose by more than 30 percent.", "30 percent: rate-of-change up"},
        {"Exports were $5 million.", "$5 million: level"},
        /* "rose to" is where it ended, "rose by" the way there */
        {"Exports rose to $5 million.", "$5 million: level"},
        {"Exports rose to about $5 million.", "$5 million: level"},
        {"Exports rose to a record high of $5 million.", "$5 million: level"},
        {"Exports increased and reached nearly $5 million.", "$5 million: level"},
        {"Unemployment rose to 5 percent.", "5 percent: level"},
        {"The tariff stood at 5 percent.", "5 percent: level"},
        {"The increase in exports was $5 million.", "$5 million: level"},
        {"Exports rose; grain sold for $5 million.", "$5 million: level"},
        /* a word that is no filler ends the search */
        {"Exports rose in ports with 30 ships.", "30: level"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_aspect);
}

static void test_change(void **state)
{
    static const box_case cases[] = {
        {"Exports rose by $5 million.", "$5 million: change up"},
        {"Exports rose $5 million.", "$5 million: change up"},
        {"Exports grew by an average of about $5 million.", "$5 million: change up"},
        {"Exports fell by $5 million.", "$5 million: change down"},
        {"Exports rose by 5 percent.", "5 percent: rate-of-change up"},
        {"Exports dropped 5 percent.", "5 percent: rate-of-change down"},
        {"Ports lost 300 jobs.", "300: change down"},
        {"Ports gained 300 jobs.", "300: change up"},
        {"Ports hired an additional 300 workers.", "300: change up"},
        {"a growth of 5 percent in exports", "5 percent: rate-of-change up"},
        {"a loss of $5 million in exports", "$5 million: change down"},
        {"Exports were growing at 5 percent.", "5 percent: rate-of-change up"},
        {"Exports grew at about 5 percent.", "5 percent: rate-of-change up"},
        {"Exports grew at 30 ports.", "30: level"},
        /* over what was changed, up to "by" */
        {"The bank raised the interest rate by 5 percent.", "5 percent: rate-of-change up"},
        {"It cut the old tariff on steel by nearly 5 percent.", "5 percent: rate-of-change down"},
        {"It cut tariffs, and ships sold by 30 firms sank.", "30: level"},
        {"It cut tariffs where grain was sold by 30 firms.", "30: level"},
        {"It raised tariffs on the old steel of the north coast by 5 percent.", "5 percent: level"},
        {"It raised tariffs on grain for 30 firms.", "30: level"},
        /* after the figure, at most two words between */
        {"a 5 percent increase in exports", "5 percent: rate-of-change up"},
        {"a 5 percent annual decline in exports", "5 percent: rate-of-change down"},
        {"Exports were 5 percent higher.", "5 percent: rate-of-change up"},
        {"Exports were 5 percent less than before.", "5 percent: rate-of-change down"},
        {"Grants were $5 million above the level of 2018.", "$5 million: change up"},
        {"It trained 300 more guards.", "300: change up"},
        {"It trained 300 fewer guards.", "300: change down"},
        {"It trained 300 or more guards.", "300: level"},
        {"Exports of $5 million, growth in ports", "$5 million: level"},
        {"Exports of $5 million in grain growth", "$5 million: level"},
        /* the noun behind goes before the verb in front */
        {"Exports rose by a 5 percent reduction of tariffs.", "5 percent: rate-of-change down"},
        /* points are a change, unless a level is said */
        {"Exports moved by 5 percentage points.", "5 percentage points: change"},
        {"Tariffs fell by 50 basis points.", "50 basis points: change down"},
        {"The margin was 5 percentage points.", "5 percentage points: level"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_aspect);
}

static void test_share(void **state)
{
    static const box_case cases[] = {
        {"Exports took 5 percent of output.", "5 percent: share"},
        {"Exports took $5 million of the fund.", "$5 million: share"},
        {"Exports took $5 million of fund grain.", "$5 million: level"},
        {"It sank 30 of its ships.", "30: share"},
        {"It sank 30 of their ships.", "30: share"},
        {"It has 40 ships; of these, 30 carry oil.", "40: level | 30: share"},
        {"It has 40 ships, of which 30 carry oil.", "40: level | 30: share"},
        {"Of those 30 carry oil.", "30: share"},
        /* what changes is no share */
        {"It rose by 5 percent of output.", "5 percent: rate-of-change up"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_aspect);
}

static void test_modality(void **state)
{
    static const box_case cases[] = {
        {"Exports were $5 million.", "$5 million: stated"},
        {"Exports could reach $5 million.", "$5 million: conditional"},
        {"If tariffs fall, exports reach $5 million.", "$5 million: conditional"},
        {"Exports are expected to reach $5 million.", "$5 million: forecast"},
        {"Exports will reach $5 million.", "$5 million: forecast"},
        {"It plans exports of $5 million.", "$5 million: target"},
        {"The target is exports of $5 million.", "$5 million: target"},
        {"The agency requested grants of $5 million.", "$5 million: target"},
        {"Exports should be $5 million.", "$5 million: target"},
        {"It should be recalled that exports were $5 million.", "$5 million: stated"},
        {"Exports did not reach $5 million.", "$5 million: negated"},
        {"Exports are estimated at $5 million.", "$5 million: estimate"},
        /* the first of: conditional, forecast, target, negated, estimate */
        {"The target could be exports of $5 million.", "$5 million: conditional"},
        {"The target will be exports of $5 million.", "$5 million: forecast"},
        {"It will not plan exports of $5 million.", "$5 million: forecast"},
        {"Exports were not estimated at $5 million.", "$5 million: negated"},
        /* before the figure, in its clause, not too far off */
        {"Exports of $5 million could follow.", "$5 million: stated"},
        {"It could rain; exports were $5 million.", "$5 million: stated"},
        {"It could rain in all the wide plains that lie between the old rivers and the sea, where "
         "once they sold grain for $5 million.",
         "$5 million: stated"},
        {"Exports were $5 million but could reach $6 million.",
         "$5 million: stated | $6 million: conditional"},
        /* a month is no modal, a label has no mood */
        {"In May 2019 exports were $5 million.", "$5 million: stated"},
        {"Exports may reach $5 million.", "$5 million: conditional"},
        {"[Exports] could reach $5 million", "$5 million: stated"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_modality);
}

/* Which spans of time are claims. */
static void test_times(void **state)
{
    static const box_case cases[] = {
        {"The wait at the bridge was 57 minutes.", "57 minutes"},
        {"Buyers sign for a 30-day period of grain.", "a 30-day period"},
        {"Grain prices fell in six months.", "six months"},
        {"The ports spent 20 years without a crane.", "20 years"},
        {"Grain ports shall have cranes in the next five years.", ""},
        {"Grain ports had cranes five years ago.", ""},
        {"Grain ports had cranes after five years.", ""},
        {"Grain ports had cranes five years earlier.", ""},
        /* how often, and for what */
        {"The port pays a wage of $5 an hour.", "$5"},
        {"Every five years the grain ports get cranes.", ""},
        {"The harbour handles 4,000 trucks a day.", "4,000"},
        /* not in a field of a sheet */
        {"[Wait] 57 minutes in six months", ""},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_level), cmocka_unit_test(test_change),
        cmocka_unit_test(test_share), cmocka_unit_test(test_modality),
        cmocka_unit_test(test_times),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
