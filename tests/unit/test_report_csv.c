/* test_report_csv.c - rows, what is quoted, and what is kept from being a formula. */
#include "../../plugins/report_csv.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "report_results.h"

#define HEAD                                                                                       \
    "document,line,column,page,paragraph,figure,low,high,unit,per,measure,scope,period,aspect,"    \
    "modality,sentence,result,instead,agrees,conflicts,places,findings\r\n"
#define FIGURE "\"memos/draft.txt\",14,31,,,\"$4.2 bn\",4150000000,4250000000,\"USD\","

static void check_rows(const char *what, const cc_figure *figures, size_t count, const char *want)
{
    kept       k;
    cc_results r = {.size = sizeof r, .figures = figures, .figure_count = count};
    char       all[8192];
    kept_init(&k, SIZE_MAX / 2);
    snprintf(all, sizeof all, HEAD "%s", want);
    assert_int_equal(claimcheck_plugin()->reporter->report(NULL, NULL, &r, &k.sink), CC_OK);
    if (strcmp(k.text, all) != 0)
        fail_msg("%s: got\n%s\nwanted\n%s", what, k.text, all);
    free(k.text);
}

static void cells_are_no_formulas(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want; /* NUL ends both */
    } cases[] = {
        {"", ""},
        {"plain", "\"plain\""},
        {"a,b \"c\"\r\nd", "\"a,b \"\"c\"\"\r\nd\""},
        {"\"\"", "\"\"\"\"\"\""},
        {"=1+1", "\"'=1+1\""},
        {"+1+1", "\"'+1+1\""},
        {"-1+1", "\"'-1+1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"＝1", "\"'＝1\""},
        {"=\"x\"", "\"'=\"\"x\"\"\""},
        {"-", "\"'-\""},
        {"-x", "\"'-x\""},
        /* Numbers stay numbers. */
        {"-5", "\"-5\""},
        {"+1,250.5", "\"+1,250.5\""},
        {"-5%", "\"-5%\""},
        {"-5%5", "\"'-5%5\""},
        {"1=1", "\"1=1\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        kept k;
        kept_init(&k, SIZE_MAX / 2);
        table t = {.writer = {.sink = &k.sink, .status = CC_OK}};
        put_words(&t, cases[i].text);
        if (strcmp(k.text, cases[i].want) != 0)
            fail_msg("'%s': got %s wanted %s", cases[i].text, k.text, cases[i].want);
        free(k.text);
    }
}

static void a_figure_is_a_row(void **state)
{
    (void)state;
    static const cc_position place   = {.place = {.kind = CC_PLACE_BYTES}, .line = 7, .column = 9};
    static const cc_position page    = {.place = {.kind = CC_PLACE_PAGE, .at.page.page = 3}};
    static const cc_doc_ref  other   = {.size = sizeof other, .path = {"b.pdf", 5}};
    static const cc_claim    claim   = {.size = sizeof claim, .per = {"day", 3}};
    const cc_finding         finding = {
                .size = sizeof finding, .check = S("magnitude"), .fingerprint = S("ab:1")};
    const cc_comparison compared[] = {
        {.doc = &draft, .position = &place},
        {.doc = &other, .position = &page, .finding = &finding},
        {.finding = &finding},
    };
    const cc_side   side    = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8);
    const cc_figure whole   = {.side           = side,
                               .claim          = &claim,
                               .measure        = S("grain exports"),
                               .scope          = S("canada"),
                               .period         = S("2019"),
                               .aspect         = S("level"),
                               .modality       = S("stated"),
                               .compared       = compared,
                               .compared_count = 3};
    cc_figure       cases[] = {whole, whole, whole, {.side = side, .instead = S("identifier")}};
    cases[1].compared_count = 1;
    cases[2].compared_count = 0;
#define MEANING                                                                                    \
    "\"day\",\"grain exports\",\"canada\",\"2019\",\"level\",\"stated\",\"It was $4.2 bn.\","
    check_rows("figures", cases, COUNT(cases),
               FIGURE MEANING "\"conflicts\",,1,2,\"memos/draft.txt:7:9; b.pdf, page 3\","
                              "\"magnitude ab:1\"\r\n" FIGURE                       MEANING
                              "\"agrees\",,1,0,\"memos/draft.txt:7:9\",\r\n" FIGURE MEANING
                              "\"nothing to compare with\",,0,0,,\r\n" FIGURE
                              ",,,,,,\"It was $4.2 bn.\",\"no claim\",\"identifier\",0,0,,\r\n");
}

static void bounds_are_numbers_or_days(void **state)
{
    (void)state;
    static const struct {
        cc_kind     kind;
        cc_value    value;
        const char *want;
    } cases[] = {
        {CC_NUMBER, {.low = {-5, 0}, .high = {25, -1}}, "-5,2.5"},
        {CC_NUMBER, {.low = {12, 6}, .flags = CC_NO_HIGH}, "12000000,"},
        {CC_NUMBER, {.high = {12, 0}, .flags = CC_NO_LOW}, ",12"},
        {CC_DATE, {.low = {18262, 0}, .high = {1829, 1}}, "2020-01-01,2020-01-29"},
        {CC_DATE, {.low = {18262, 0}, .flags = CC_NO_HIGH}, "2020-01-01,"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        kept            k;
        const cc_value *v = &cases[i].value;
        kept_init(&k, SIZE_MAX / 2);
        table t = {.writer = {.sink = &k.sink, .status = CC_OK}};
        put_bound(&t, cases[i].kind, v->low, v->flags & CC_NO_LOW);
        put_bound(&t, cases[i].kind, v->high, v->flags & CC_NO_HIGH);
        if (strcmp(k.text, cases[i].want) != 0)
            fail_msg("case %zu: got %s wanted %s", i, k.text, cases[i].want);
        free(k.text);
    }
}

static void many_places_are_counted(void **state)
{
    (void)state;
    static const cc_position place = {.line = 7, .column = 9};
    cc_comparison            compared[13];
    kept                     k;
    kept_init(&k, SIZE_MAX / 2);
    table t = {.writer = {.sink = &k.sink, .status = CC_OK}};
    for (size_t i = 0; i < COUNT(compared); i++)
        compared[i] = (cc_comparison){.doc = &draft, .position = &place};
    put_places(&t, &(cc_figure){.compared = compared, .compared_count = COUNT(compared)});
    assert_non_null(strstr(k.text, "; memos/draft.txt:7:9; and 3 more\""));
    free(k.text);
}

static void write_errors_are_passed_up(void **state)
{
    (void)state;
    kept       k;
    cc_results r = {.size = sizeof r};
    kept_init(&k, 40);
    assert_int_equal(claimcheck_plugin()->reporter->report(NULL, NULL, &r, &k.sink), CC_FATAL);
    free(k.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_no_formulas),      cmocka_unit_test(a_figure_is_a_row),
        cmocka_unit_test(bounds_are_numbers_or_days), cmocka_unit_test(many_places_are_counted),
        cmocka_unit_test(write_errors_are_passed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
