/* test_wording.c - a claim of a text, as check --why-not describes it. */
#include "claim_box.h"

#include "claim/dated.h"
#include "run/wording.h"
#include "store/copy.h"

/* The last one that is not when another figure held. */
static const cc_claim *find_claim(const box_doc *d)
{
    for (size_t i = d->claims.n; i-- > 0;)
        if (!cc_dates_figure(&d->claims.at[i]))
            return &d->claims.at[i];
    fail_msg("no claim");
    return NULL;
}

static void test_describe(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"Grain cost $5 million in 2019.",
         "measures 'Grain cost', 2019 and stands for 4500000 to 5500000 USD"},
        {"Grain cost over $5 million.",
         "measures 'Grain cost', no period and stands for 5000000 USD or more"},
        {"Grain is up to 5 percent of sales.",
         "measures 'Grain sales' (share), no period and stands for 5 percent or less"},
        /* what is not plain */
        {"Sales of grain in Canada are expected to grow by 5 percent in 2019.",
         "measures 'Sales grain expected' (canada; rate-of-change; forecast), 2019 and stands for "
         "4.5 "
         "to 5.5 percent"},
        {"Canada sold 117 tons of grain a day in 2019.",
         "measures 'sold grain' (canada; per day), 2019 and stands for 116.5 to 117.5 ton"},
        {"Grain that Cargill, Bunge, Viterra, Alcoa, Boeing and Deere sold cost $5.",
         "measures 'Grain Cargill Bunge Viterra Alcoa Boeing' (cargill, bunge, viterra, alcoa, and "
         "2 more), no period and stands for "
         "4.5 "
         "to 5.5 USD"},
        /* where the period is from */
        {"@ 2019\nGrain cost $5.",
         "measures 'Grain cost', 2019, the document's date and stands for 4.5 to 5.5 USD"},
        {"# Trade\n## Sales in 2019\nGrain cost $5.",
         "measures 'Grain cost', 2019 from above and stands for 4.5 to 5.5 USD"},
        {"Trade was brisk in 2019. Grain cost $5.",
         "measures 'Grain cost', 2019 from a sentence before and stands for 4.5 to 5.5 USD"},
        {"The Fish Treaty was signed on 5 May 2019.",
         "measures 'Fish Treaty' (fish treaty) and stands for 5 May 2019"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const box_doc  *d      = box_read(cases[i].text);
        const cc_claim *claim  = find_claim(d);
        cc_listed       listed = {.side = cc_side_of_claim(claim), .claim = claim};
        cc_str          got    = cc_describe_figure(box.worker.stemmer, &box.worker.doc, &listed);
        cc_str          name   = cc_name_figure(&box.worker.doc, &listed.side);
        if (!cc_str_starts(got, name))
            fail_msg("'%s': got '%.*s', wanted '%.*s' first", cases[i].text, CC_F(got), CC_F(name));
        cc_str rest = cc_str_trim(cc_str_sub(got, name.len, got.len - name.len));
        if (!cc_str_eq(rest, cc_str_z(cases[i].wanted)))
            fail_msg("'%s': got '%.*s', wanted '%s'", cases[i].text, CC_F(rest), cases[i].wanted);
        box_empty();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_describe)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
