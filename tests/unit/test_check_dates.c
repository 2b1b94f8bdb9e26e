/* test_check_dates.c - the date checker on facts as the host hands them. */
#include "../../plugins/check_dates.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct caught {
    char   check[32], message[MESSAGE_BYTES];
    size_t count;
} caught;

static void side_of_fact(cc_finding_sink *sink, const cc_fact *fact, cc_side *ret)
{
    (void)sink;
    *ret = (cc_side){.kind = fact->kind};
}

static cc_status put_finding(cc_finding_sink *sink, const cc_finding *finding)
{
    caught *c = sink->core;
    c->count++;
    snprintf(c->check, sizeof c->check, "%.*s", (int)finding->check.len, finding->check.ptr);
    snprintf(c->message, sizeof c->message, "%.*s", (int)finding->message.len,
             finding->message.ptr);
    assert_int_equal(finding->score, 950);
    assert_int_equal(finding->primary.kind, CC_DATE);
    assert_int_equal(finding->related_count, 0);
    return CC_OK;
}

enum { UNKNOWN = INT32_MIN };

static const struct {
    const char *text, *timex;
    int32_t     first, last; /* UNKNOWN: no period */
    uint32_t    weekday;
    bool        impossible;
    const char *check, *message; /* NULL: nothing is found */
} cases[] = {
    {"31 April 2021", "2021-04-31", UNKNOWN, 0, 0, true, "date-impossible",
     "31 April 2021: April has 30 days"},
    {"29 February 2021", "2021-02-29", UNKNOWN, 0, 0, true, "date-impossible",
     "29 February 2021: February 2021 has 28 days"},
    {"29 February 1900", "1900-02-29", UNKNOWN, 0, 0, true, "date-impossible",
     "29 February 1900: February 1900 has 28 days"},
    {"30 February", "XXXX-02-30", UNKNOWN, 0, 0, true, "date-impossible",
     "30 February: February has at most 29 days"},
    {"28-31 June 2021", "2021-06-28/2021-06-31", UNKNOWN, 0, 0, true, "date-impossible",
     "28-31 June 2021: June has 30 days"},
    {"31 Brumaire", "", UNKNOWN, 0, 0, true, "date-impossible",
     "31 Brumaire: there is no such day"},
    {"Monday, 4 May 2021", "2021-05-04", 18751, 18751, 1, false, "date-weekday",
     "4 May 2021 was a Tuesday, not a Monday"},
    {"Sunday, 31 December 1969", "1969-12-31", -1, -1, 7, false, "date-weekday",
     "31 December 1969 was a Wednesday, not a Sunday"},
    /* nothing is wrong, or nothing can be said */
    {"Tuesday, 4 May 2021", "2021-05-04", 18751, 18751, 2, false, NULL, NULL},
    {"4 May 2021", "2021-05-04", 18751, 18751, 0, false, NULL, NULL},
    {"Monday, 4 May", "XXXX-05-04", UNKNOWN, 0, 1, false, NULL, NULL},
    {"Monday 3 to 5 May 2021", "2021-05-03/2021-05-05", 18750, 18752, 3, false, NULL, NULL},
};

static void test_check(void **state)
{
    const cc_plugin *plugin = claimcheck_plugin();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool    known = cases[i].first != UNKNOWN;
        caught  c     = {0};
        cc_doc  doc   = {.size = sizeof doc, .text = {cases[i].text, strlen(cases[i].text)}};
        cc_fact fact  = {
             .size       = sizeof fact,
             .kind       = CC_DATE,
             .span       = {0, (uint32_t)strlen(cases[i].text)},
             .period     = {.day_first   = known ? cases[i].first : 0,
                            .day_last    = known ? cases[i].last : -1,
                            .granularity = known ? CC_DAY : 0},
             .weekday    = cases[i].weekday,
             .impossible = cases[i].impossible,
             .timex      = {cases[i].timex, strlen(cases[i].timex)},
        };
        cc_finding_sink sink = {
            .size = sizeof sink, .core = &c, .put = put_finding, .side_of_fact = side_of_fact};
        assert_int_equal(plugin->checker->document(NULL, NULL, &doc, &fact, 1, NULL, 0, &sink),
                         CC_OK);
        if (c.count != (cases[i].check != NULL) ||
            (c.count > 0 &&
             (strcmp(c.check, cases[i].check) != 0 || strcmp(c.message, cases[i].message) != 0)))
            fail_msg("%s: got %zu %s '%s', wanted %s '%s'", cases[i].text, c.count, c.check,
                     c.message, cases[i].check, cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_check)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
