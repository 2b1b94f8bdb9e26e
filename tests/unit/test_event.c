/* test_event.c - which dates are claims, of what days, and of what happened to whom. */
#include "claim_box.h"

#include "claim/event.h"

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
        {"The opening of the line, which took place on 2 January 1970, was loud.",
         "2 January 1970: open [1,1]"},
        {"Since 2 January 1970, when the line was opened, it pays.", "2 January 1970: open [1,1]"},
        {"On 2 January 1970 six ministers signed the treaty.",
         "six: minist sign [5.5,6.5) | 2 January 1970: sign [1,1]"},
        {"Ministers of six states signed the Mill Harbor Water Treaty in Lima on 2 January 1970.",
         "six:  [5.5,6.5) | 2 January 1970: sign [1,1]"},
        {"2 January 1970: treaty signed", "2 January 1970: sign [1,1]"},
        /* other verbs of one act */
        {"The pact was concluded on 2 January 1970.", "2 January 1970: sign [1,1]"},
        {"They put their names to the pact on 2 January 1970.", "2 January 1970: sign [1,1]"},
        {"Parliament passed the act on 2 January 1970.", "2 January 1970: adopt [1,1]"},
        {"The act was approved on 2 January 1970.", "2 January 1970: adopt [1,1]"},
        {"The line was inaugurated on 2 January 1970.", "2 January 1970: open [1,1]"},
        {"The board was set up on 2 January 1970.", "2 January 1970: found [1,1]"},
        {"[Opening of the line] 2 January 1970", "2 January 1970: open [1,1]"},
        {"By Mary Smith | Published 2 January 1970", ""},
        {"Ground was broken for the line on 2 January 1970.", "2 January 1970: construct [1,1]"},
        {"They broke ground on the line on 2 January 1970.", "2 January 1970: construct [1,1]"},
        {"Construction of the line began on 2 January 1970.", "2 January 1970: construct [1,1]"},
        {"The service began on 2 January 1970.", "2 January 1970:  [1,1]"},
        /* one of several */
        {"The second span was opened in 1970.", "1970: open second [0,364]"},
        {"Resolution 242 was adopted in 1970.", "1970: adopt 242 [0,364]"},
        {"She was elected to the Senate in 1970.", "1970: elect senat [0,364]"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_event);
}

static cc_str print_thing(const cc_claim *claim)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < claim->measure_count; i++)
        all = box_join(all, " ", claim->measure[i].stem);
    all = box_join(all, " ", CC_S("|"));
    for (size_t i = 0; i < claim->scope_count; i++)
        all = box_join(all, i > 0 ? ", " : " ", claim->scope[i]);
    return all;
}

static void test_things(void **state)
{
    static const box_case cases[] = {
        {"The Mill Bridge was opened in 1970.", "1970: bridg mill | mill bridge"},
        {"The Mill Bridge, over which it rolls, was opened in 1970, and sags.",
         "1970: bridg mill | mill bridge"},
        {"The Mill Bridge, which was opened in 1970, sags.", "1970: bridg mill | mill bridge"},
        {"The ministers signed the Mill Accord in 1970 in heavy snow.",
         "1970: accord mill | mill accord"},
        {"The opening of the Mill–Harbor line in 1970 was loud.",
         "1970: harbor line mill | mill harbor line"},
        {"The Office of Mill Safety (OMS) was founded in 1970.",
         "1970: mill offic om safeti | office of mill safety, oms"},
        {"The water treaty with Mexico was signed in 1970.", "1970: treati water | mexico"},
        {"The treaty that binds them, the United States\xE2\x80\x93"
         "Mexico Water Treaty (WT), was signed in 1970.",
         "1970: treati water wt | united states, mexico, water treaty, wt"},
        {"The Mill Bridge carries trucks. Since its opening in 1970 it pays.",
         "1970: bridg carri mill truck | mill bridge"},
        {"In Lima, the Mill Bridge carries trucks. Since construction began in 1970 it grew.",
         "1970: bridg carri mill truck | mill bridge"},
        {"Ground was broken for the Mill Bridge in 1970.", "1970: bridg mill | mill bridge"},
        {"The Mexico\xE2\x80\x93"
         "Chile Accord (MCA) is old. The accord was signed in 1970.",
         "1970: accord mca | mexico, chile, accord, mca"},
        {"The Mill Bridge was opened to traffic in 1970.",
         "1970: bridg mill traffic | mill bridge"},
        /* short forms, pronouns, labels, headings */
        {"The Mill Bridge sags. The bridge was opened in 1970.", "1970: bridg mill | mill bridge"},
        {"The Mill Bridge is old. It was opened in 1970.", "1970: bridg mill | mill bridge"},
        {"The Mill Bridge is old.\nIt was opened in 1970.", "1970: open |"},
        {"[Mill Bridge] opened in 1970", "1970: bridg mill | mill bridge"},
        {"[Mill Bridge, opened] 1970", "1970: bridg mill | mill bridge"},
        {"# Mill Bridge\n[Opened] 1970", "1970: bridg mill | mill bridge"},
        {"The bridge was opened in 1970.", "1970: bridg |"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_thing);
}

static void test_no_event(void **state)
{
    static const box_case cases[] = {
        {"The treaty was signed last year.", ""}, /* no year of its own */
        {"The treaty was signed in the 1970s.", ""},
        {"# Treaty signed in 1970", ""},
        {"= Treaty signed in 1970", ""},
        {"[Treaty|Note] signed in 1970", ""},
        {"[Publication Date] 2 January 1970", ""}, /* of the document itself */
        {"The treaty was signed in 1970 and cost $5 million.", "$5 million | 1970"},
        {"Three ministers signed the treaty in 1970.", "Three | 1970"},
        /* the time of a figure */
        {"The treaty was signed for $5 million in 1970.", "$5 million"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static cc_str print_modality(const cc_claim *claim)
{
    return claim->modality == CC_STATED ? CC_S("stated") : CC_S("other");
}

static void test_modality(void **state)
{
    static const box_case cases[] = {
        {"The bridge was opened in 1970.", "1970: stated"},
        {"The bridge will be opened in 2070.", "2070: other"},
        {"The bridge was not opened in 1970.", "1970: other"},
        {"Members will remember the opening of the bridge in 1970.", "1970: stated"},
        {"They do not mind, because since May 1970, when the bridge was opened, it pays.",
         "May 1970: stated"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_modality);
}

static void test_order(void **state)
{
    static const struct {
        const char *first, *then, *stem;
        bool        wanted;
    } cases[] = {
        {"sign", "forc", "treati", true}, {"forc", "sign", "treati", false},
        {"adopt", "sign", "act", true},   {"adopt", "sign", "treati", false},
        {"born", "death", "moor", true},  {"open", "open", "bridg", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_stem  stem  = {.stem = cc_str_z(cases[i].stem)};
        cc_claim first = {.noun = cc_str_z(cases[i].first), .measure = &stem, .measure_count = 1};
        cc_claim then  = {.noun = cc_str_z(cases[i].then), .measure = &stem, .measure_count = 1};
        if (cc_event_precedes(&first, &then) != cases[i].wanted)
            fail_msg("'%s' before '%s' of '%s': got %d, wanted %d", cases[i].first, cases[i].then,
                     cases[i].stem, !cases[i].wanted, cases[i].wanted);
    }
}

/* What is said of the day is in the words, and no verb tells what happened. */
static void test_dated(void **state)
{
    static const box_case cases[] = {
        {"The ministers met on 2 January 1970.", "2 January 1970:  [1,1]"}, /* may happen again */
        {"The treaty of 1970 was signed by ministers.", "1970:  [0,364]"},  /* a name */
        {"The 1970 treaty was signed by ministers.", "1970:  [0,364]"},
        {"The treaty was signed; in 1970 the ministers met.", "1970:  [0,364]"},
        {"Signed by all sides after long talks, the treaty was on view in 1970.", "1970:  [0,364]"},
        {"Ministers met in Lima before 1971.", "1971:  [-,365)"},
        /* datelines, and records, which say it by their labels */
        {"2 January 1970", ""},
        {"Updated in 1970.", ""},
        {"[Treaty|Talks] held in 1970", ""},
        {"The ministers met last year.", ""},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_event);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),     cmocka_unit_test(test_things),
        cmocka_unit_test(test_no_event), cmocka_unit_test(test_modality),
        cmocka_unit_test(test_order),    cmocka_unit_test(test_dated),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
