/* test_check_conversions.c - quantities in two units. */
#include "check_box.h"

static void test_conversions(void **state)
{
    static const check_case cases[] = {
        {"The border is 1,990 miles (3,021 km) long.",
         "3,021 km: 1,990 miles is 3,203 km, not 3,021 km"},
        {"It was 98 °F (27 °C) there.", "27 °C: 98 °F is 37 °C, not 27 °C"},
        {"It was 30 °C (68 °F) there.", "68 °F: 30 °C is 86 °F, not 68 °F"},
        {"They burnt 500 acres (212 hectares).",
         "212 hectares: 500 acres is 202 hectares, not 212 hectares"},
        {"It weighs 5 pounds (2.9 kg).", "2.9 kg: 5 pounds is 2.3 kg, not 2.9 kg"},
        {"It is 100 miles long (140 km).", "140 km: 100 miles is 161 km, not 140 km"},
        {"It holds 40 gallons, or 181 liters.",
         "181 liters: 40 gallons is 151 liters, not 181 liters"},
        /* they convert, as precisely as they are written */
        {"The border is 1,990 miles (3,201 km) long.", ""},
        {"It was 98 °F (37 °C), and -40 °F (-40 °C) at night.", ""},
        {"They burnt 500 acres (202 hectares).", ""},
        {"It is 10 feet (3 meters) high and 3 feet (1 meter) wide.", ""},
        {"It holds 40 gallons, or 151 liters.", ""},
        /* not one thing twice, hedged, or of another kind */
        {"They laid 447 km of 1.435-m gauge (41.4 km electrified).", ""},
        {"It is about 500 acres (212 hectares).", ""},
        {"It is 500 acres with 212 hectares beside it.", ""},
        {"It is 5 km (3 kg).", ""},
        {"It costs $5 (£9).", ""},
    };
    (void)state;
    check_expect("check_conversions", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conversions)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
