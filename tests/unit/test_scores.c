/* test_scores.c - the table of what scores are worth: read, refused, looked up. */
#include "store/scores.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

#define ROWS "calibration: [[0.5, 0.8], [0.75, 0.9], [1, 0.9]]\n"

static const cc_scores standard = {
    .rows = {{500, 500}, {1000, 1000}}, .row_count = 2, .error = 900, .warning = 700};

static cc_status read_text(cc_arena *arena, const char *text, cc_scores *ret, cc_fault *fault)
{
    cc_yaml_file file;
    *ret = standard;
    CC_TRY(cc_yaml_parse(arena, "scores.yaml", cc_str_z(text), &file, fault));
    return cc_scores_read(&file, ret, fault);
}

static void test_share(void **state)
{
    static const struct {
        uint32_t given, wanted;
    } cases[] = {
        {0, 0}, {499, 499}, {500, 800}, {501, 800}, {505, 802}, {625, 850}, {750, 900}, {1000, 900},
    };
    cc_arena  arena = {0};
    cc_fault  fault = {0};
    cc_scores scores;
    (void)state;
    assert_int_equal(read_text(&arena, "schema: 1\n" ROWS, &scores, &fault), CC_OK);
    for (size_t i = 0; i < COUNT(cases); i++)
        if (cc_scores_share(&scores, cases[i].given) != cases[i].wanted)
            fail_msg("%u: got %u, wanted %u", cases[i].given,
                     cc_scores_share(&scores, cases[i].given), cases[i].wanted);
    assert_int_equal(scores.error, standard.error); /* not named: as it was */
    cc_arena_release(&arena);
}

static void test_level(void **state)
{
    static const struct {
        uint32_t share;
        cc_level wanted;
    } cases[] = {
        {0, CC_NOTE}, {849, CC_NOTE}, {850, CC_WARNING}, {951, CC_WARNING}, {952, CC_ERROR}};
    cc_arena  arena = {0};
    cc_fault  fault = {0};
    cc_scores scores;
    (void)state;
    assert_int_equal(read_text(&arena, "levels: {error: 0.952, warning: 0.85}\n", &scores, &fault),
                     CC_OK);
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(cc_scores_level(&scores, cases[i].share), cases[i].wanted);
    assert_int_equal(scores.row_count, standard.row_count);
    cc_arena_release(&arena);
}

static void test_refused(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"level: {error: 1}\n", "unknown key 'level', did you mean 'levels'?"},
        {"levels: {note: 1}\n", "unknown key 'note'"},
        {"levels: {error: 90}\n", "a score is a number from 0 to 1 with at most three decimals"},
        {"levels: {error: 0.9999}\n",
         "a score is a number from 0 to 1 with at most three decimals"},
        {"levels: {error: 0.6}\n", "a warning begins above an error"},
        {"calibration: []\n", "a list of 1 to 32 rows belongs here"},
        {"calibration: [0.5, 0.8]\n", "a row has two scores: [0.5, 0.8]"},
        {"calibration: [[0.5, 0.4]]\n", "scores fall here: each row is above the one before it"},
        {"calibration: [[0.5, 0.8], [0.5, 0.9]]\n",
         "scores fall here: each row is above the one before it"},
        {"calibration: [[0.5, 0.8], [0.6, 0.7]]\n",
         "scores fall here: each row is above the one before it"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_arena  arena = {0};
        cc_fault  fault = {0};
        cc_scores scores;
        assert_int_equal(read_text(&arena, cases[i].text, &scores, &fault), CC_FATAL);
        if (strncmp(fault.message, cases[i].wanted, strlen(cases[i].wanted)) != 0)
            fail_msg("%s: got '%s', wanted '%s'", cases[i].text, fault.message, cases[i].wanted);
        cc_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share),
        cmocka_unit_test(test_level),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
