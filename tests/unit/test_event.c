/* test_event.c - which dates are claims, and of what days. */
#include "claim_box.h"

static cc_str print_event(const cc_claim *claim)
{
    cc_arena *arena = &box.worker.doc;
    cc_str    low   = cc_dec_print(arena, claim->value.low),
           high     = cc_dec_print(arena, claim->value.high);
    return cc_arena_printf(arena, "%.*s %s%.*s,%.*s%s", CC_F(claim->noun),
                           claim->value.flags & CC_LOW_OPEN ? "(" : "[",
                           CC_F(claim->value.flags & CC_NO_LOW ? CC_S("-") : low),
                           CC_F(claim->value.flags & CC_NO_HIGH ? CC_S("-") : high),
                           claim->value.flags & CC_HIGH_OPEN ? ")" : "]");
}

static void test_days(void **state)
{
    static const box_case cases[] = {
        {"The treaty was signed on 2 January 1970.", "2 January 1970: sign [1,1]"},
        {"The treaty was signed in January 1970.", "January 1970: sign [0,30]"},
        {"The treaty was signed in 1970.", "1970: sign [0,364]"},
        {"The treaty was signed before 1971.", "1971: sign [-,365)"},
        {"The treaty was signed after 1970.", "1970: sign (364,-]"},
        {"The treaty was signed by 1970.", "1970: sign [-,364]"},
        /* the noun as the verb, and the date first */
        {"The signature of the treaty was on 2 January 1970.", "2 January 1970: sign [1,1]"},
        {"On 2 January 1970 the ministers signed the treaty.", "2 January 1970: sign [1,1]"},
        {"[Treaty] signed in 1970", "1970: sign [0,364]"},
        {"The treaty was signed in the spring of 1970.", "the spring of 1970: sign [59,150]"},
        {"The treaty took effect on 2 January 1970.", "2 January 1970: forc [1,1]"},
        {"The treaty entered into force on 2 January 1970.", "2 January 1970: forc [1,1]"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_event);
}

static void test_no_event(void **state)
{
    static const box_case cases[] = {
        {"The ministers met on 2 January 1970.", ""},        /* may happen again */
        {"The treaty of 1970 was signed by ministers.", ""}, /* a name */
        {"The 1970 treaty was signed by ministers.", ""},
        {"The treaty was signed last year.", ""}, /* no year of its own */
        {"The treaty was signed in the 1970s.", ""},
        {"The treaty was signed; in 1970 the ministers met.", ""},
        {"Signed by all sides after long talks, the treaty was on view in 1970.", ""},
        {"# Treaty signed in 1970", ""},
        {"= Treaty signed in 1970", ""},
        {"[Treaty|Note] signed in 1970", ""},
        {"The treaty was signed in 1970 and cost $5 million.", "$5 million | 1970"},
        /* the time of a figure */
        {"The treaty was signed for $5 million in 1970.", "$5 million"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_no_event),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
