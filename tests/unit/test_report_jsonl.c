/* test_report_jsonl.c - records to the byte. */
#include "../../plugins/report_jsonl.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "report_results.h"

static void check_text(const char *what, const char *got, const char *want)
{
    if (strcmp(got, want) != 0)
        fail_msg("%s: got\n%s\nwanted\n%s", what, got, want);
}

static cc_status run_report(const cc_results *r, kept *k)
{
    const cc_plugin *plugin = claimcheck_plugin();
    return plugin->reporter->report(NULL, NULL, r, &k->sink);
}

#define SUMMARY                                                                                    \
    "{\"type\":\"summary\",\"documents\":5,\"partial\":0,\"unreadable\":1,\"skipped\":0,"          \
    "\"bytes\":133894,\"facts\":{\"date\":3,\"money\":2},\"claims\":812,\"compared\":3120,"        \
    "\"not_compared\":0,\"agreements\":40,\"findings\":{\"magnitude\":1},\"below_score\":2,"       \
    "\"waived\":0}\n"

static const cc_count facts[]    = {{{"date", 4}, 3}, {{"money", 5}, 2}};
static const cc_count findings[] = {{{"magnitude", 9}, 1}};

static cc_results make_results(void)
{
    return (cc_results){.size           = sizeof(cc_results),
                        .facts          = facts,
                        .facts_count    = COUNT(facts),
                        .by_check       = findings,
                        .by_check_count = COUNT(findings),
                        .documents      = 5,
                        .unreadable     = 1,
                        .bytes          = 133894,
                        .claims         = 812,
                        .compared       = 3120,
                        .agreeing       = 40,
                        .below_score    = 2};
}

static void summary_is_always_there(void **state)
{
    (void)state;
    kept       k;
    cc_results r = make_results();
    kept_init(&k, SIZE_MAX / 2);
    assert_int_equal(run_report(&r, &k), CC_OK);
    check_text("summary", k.text, SUMMARY);
    free(k.text);
}

static void documents_are_listed(void **state)
{
    (void)state;
    static const cc_period day = {18326, 18326, CC_DAY, false, 0}, none = {1, 0, 0, false, 0};
    const cc_doc_status    docs[] = {
           {.path        = S("a.txt"),
            .status      = S("ok"),
            .bytes       = 12,
            .date        = day,
            .date_origin = CC_DATE_METADATA,
            .language    = S("en"),
            .sha256      = S("ab")},
           {.path   = S("b\"\xc3\xa9.zip"),
            .status = S("unreadable"),
            .reason = S("encrypted"),
            .detail = S("a password is needed"),
            .bytes  = 9,
            .date   = none},
    };
    static const char bad[] =
        "{\"type\":\"document\",\"path\":\"b\\\"\\u00e9.zip\",\"status\":\"unreadable\","
        "\"reason\":\"encrypted\",\"detail\":\"a password is needed\",\"bytes\":9,\"date\":null,"
        "\"date_from\":null,\"language\":null,\"sha256\":null}\n";
    static const char ok[] =
        "{\"type\":\"document\",\"path\":\"a.txt\",\"status\":\"ok\",\"reason\":null,"
        "\"detail\":null,\"bytes\":12,\"date\":\"2020-03-05\",\"date_from\":\"metadata\","
        "\"language\":\"en\",\"sha256\":\"ab\"}\n";
    for (int all = 0; all < 2; all++) {
        char       want[2048];
        kept       k;
        cc_results r    = make_results();
        r.docs          = docs;
        r.doc_count     = COUNT(docs);
        r.all_documents = all;
        snprintf(want, sizeof want, "%s%s%s", all ? ok : "", bad, SUMMARY);
        kept_init(&k, SIZE_MAX / 2);
        assert_int_equal(run_report(&r, &k), CC_OK);
        check_text(all ? "all documents" : "documents not ok", k.text, want);
        free(k.text);
    }
}

#define SIDE(document, figure, low, high, stated)                                                  \
    "{\"document\":\"" document "\",\"span\":{\"byte_start\":812,\"byte_end\":820,\"line\":14,"    \
    "\"column\":31},\"text\":\"" figure "\",\"sentence\":\"It was " figure ".\",\"value\":"        \
    "{\"low\":\"" low "\",\"high\":\"" high "\",\"low_open\":false,\"high_open\":true,"            \
    "\"stated\":\"" stated "\"},\"unit\":\"USD\"}"
#define PRIMARY SIDE("memos/draft.txt", "$4.2 bn", "4150000000", "4250000000", "4200000000")
#define RELATED SIDE("a.zip!\\u001b[2J.txt", "$4.2 mn", "4150000", "4250000", "4200000")

static void findings_and_agreements_are_written(void **state)
{
    (void)state;
    const cc_side      primary   = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8);
    const cc_side      related   = make_side(&member, "It was $4.2 mn.", "$4.2 mn", 42, 5);
    const cc_finding   finding   = {.size           = sizeof finding,
                                    .check          = S("magnitude"),
                                    .score          = 970,
                                    .message        = S("Off."),
                                    .primary        = primary,
                                    .related        = &related,
                                    .reason         = {.measure = S("invest"), .gap = S("1000x")},
                                    .related_count  = 1,
                                    .level          = CC_ERROR,
                                    .fingerprint    = S("f1"),
                                    .statistic      = S("s1"),
                                    .primary_places = 1,
                                    .related_places = 9};
    const cc_agreement agreement = {910, S(""), related, &primary, 1};
    kept               k;
    cc_results         r = make_results();
    r.findings           = &finding;
    r.finding_count      = 1;
    r.agreements         = &agreement;
    r.agreement_count    = 1;
    kept_init(&k, SIZE_MAX / 2);
    assert_int_equal(run_report(&r, &k), CC_OK);
    check_text("records", k.text,
               "{\"type\":\"finding\",\"check\":\"magnitude\",\"level\":\"error\",\"score\":0.970,"
               "\"message\":\"Off.\",\"reason\":{\"measure\":\"invest\",\"scope\":null,"
               "\"period\":null,\"gap\":\"1000x\"},\"primary\":" PRIMARY ",\"related\":[" RELATED
               "],\"fingerprint\":\"f1\",\"statistic\":\"s1\","
               "\"counts\":{\"primary\":1,\"related\":9}}\n"
               "{\"type\":\"agreement\",\"score\":0.910,\"primary\":" RELATED
               ",\"related\":[" PRIMARY "],\"statistic\":null}\n" SUMMARY);
    free(k.text);
}

static void dates_have_no_value(void **state)
{
    (void)state;
    cc_side primary    = make_side(&draft, "On 31 April.", "31 April", 0, 0);
    primary.kind       = CC_DATE;
    primary.unit       = S("");
    cc_finding finding = {.size    = sizeof finding,
                          .check   = S("date-impossible"),
                          .primary = primary,
                          .level   = CC_ERROR};
    kept       k;
    cc_results r    = make_results();
    r.findings      = &finding;
    r.finding_count = 1;
    kept_init(&k, SIZE_MAX / 2);
    assert_int_equal(run_report(&r, &k), CC_OK);
    assert_non_null(strstr(k.text, "\"value\":null,\"unit\":null},\"related\":[],"));
    free(k.text);
}

static void periods_keep_their_precision(void **state)
{
    (void)state;
    static const struct {
        cc_period   period;
        const char *want;
    } cases[] = {
        {{18326, 18326, CC_DAY, false, 0}, "2020-03-05"},
        {{18322, 18352, CC_MONTH, false, 0}, "2020-03"},
        {{18262, 18627, CC_YEAR, false, 0}, "2020"},
        {{18170, 18535, CC_YEAR, true, 0}, "2019-10-01/2020-09-30"},
        {{18262, 18352, CC_QUARTER, false, 0}, "2020-01-01/2020-03-31"},
        {{1, 0, CC_DAY, false, 0}, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char got[32];
        cc_period_text(&cases[i].period, got);
        check_text("period", got, cases[i].want);
    }
}

static void write_errors_are_passed_up(void **state)
{
    (void)state;
    kept       k;
    cc_results r = make_results();
    kept_init(&k, 40);
    assert_int_equal(run_report(&r, &k), CC_FATAL);
    free(k.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(summary_is_always_there),
        cmocka_unit_test(documents_are_listed),
        cmocka_unit_test(findings_and_agreements_are_written),
        cmocka_unit_test(dates_have_no_value),
        cmocka_unit_test(periods_keep_their_precision),
        cmocka_unit_test(write_errors_are_passed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
