/* test_rate.c - per what a figure is counted. */
#include "claim_box.h"

static cc_str print_per(const cc_claim *claim)
{
    return claim->per;
}

static void test_per(void **state)
{
    static const box_case cases[] = {
        {"Some 30 trucks cross the border.", "30: "},
        /* behind the figure itself: the fact's own */
        {"Output is 3.6 million barrels a day.", "3.6 million barrels: day"},
        {"Grain costs $5 per ton.", "$5: ton"},
        {"Theft is at 7.5 per 100,000 inhabitants.", "7.5: 100000 person"},
        /* behind its noun */
        {"Some 30 trucks a day cross the border.", "30: day"},
        {"Some 30 loaded trucks per week cross the border.", "30: week"},
        {"Some 30 trucks each month cross the border.", "30: month"},
        {"Some 30 trucks every minute cross the border.", "30: minute"},
        {"Some 30 trucks an hour cross the border.", "30: hour"},
        {"Some 30 trucks daily cross the border.", "30: day"},
        {"The 30 ports load grain annually.", "30: year"},
        /* the word before must be "a", "per", … */
        {"Some 30 trucks last year crossed the border.", "30: "},
        {"Some 30 trucks a big day crossed the border.", "30: "},
        {"Some 30 trucks a town hold grain.", "30: "},
        {"The 30 trucks mostly hold grain.", "30: "},
        /* not over a mark, a figure, or more than six words */
        {"Some 30 trucks, a day off, cross the border.", "30: "},
        {"Some 30 trucks (a day late) cross the border.", "30: "},
        {"Some 30 trucks hold 40 tons a day.", "30:  | 40 tons: day"},
        {"Some 30 big old trucks with grain a day cross.", "30: "},
        {"Some 30 big trucks with grain a day cross.", "30: day"},
        {"[Trucks] 30 a day", "30: day"},
        /* so many heads, which are no count themselves */
        {"There were 43 deaths per 100,000 people.", "43: 100000 person"},
        {"It had 956 cases for every 10,000 residents.", "956: 10000 person"},
        {"It had 3.2 doctors per thousand residents.", "3.2: 1000 person"},
        {"It had 956 cases and 10,000 residents.", "956:  | 10,000: "},
        {"Some 956 cases per 10,000, people say.", "956: "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_per);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_per)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
