/* test_trial.c - rule/trial.c, and the sample of rules/README.md. */
#include "rule/trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct fixture {
    cc_arena arena;
    cc_rules rules;
    cc_trial trial;
} fixture;

static cc_status load_one(cc_arena *arena, cc_str text, cc_rules *ret, cc_fault *fault)
{
    const char *tmp = getenv("TMPDIR");
    char        folder[64], en[80], path[100];
    snprintf(folder, sizeof folder, "%.40s/ccXXXXXX", tmp == NULL ? "/tmp" : tmp);
    assert_non_null(mkdtemp(folder));
    snprintf(en, sizeof en, "%s/en", folder);
    snprintf(path, sizeof path, "%s/money.yaml", en);
    assert_int_equal(mkdir(en, 0700), 0);
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    assert_int_equal(fwrite(text.ptr, 1, text.len, to), text.len);
    assert_int_equal(fclose(to), 0);
    cc_status status = cc_rules_load(arena, folder, NULL, 0, ret, fault);
    remove(path), rmdir(en), rmdir(folder);
    return status;
}

static void run_trial(fixture *f, cc_str text, cc_trial_value *check, void *user)
{
    cc_fault fault = {0};
    *f             = (fixture){0};
    if (load_one(&f->arena, text, &f->rules, &fault) != CC_OK)
        fail_msg("%.*s: got '%s'", CC_F(text), fault.message);
    cc_trial_run(&f->arena, &f->rules, CC_S("money"), check, user, &f->trial);
}

static void release(fixture *f)
{
    cc_rules_close(&f->rules);
    cc_arena_release(&f->arena);
}

#define RULE(name, pattern, example, counterexample)                                               \
    "  - id: money." name "\n"                                                                     \
    "    about: x\n"                                                                               \
    "    needs: ['$', 'x']\n"                                                                      \
    "    pattern: '" pattern "'\n"                                                                 \
    "    examples: [{" example "}]\n"                                                              \
    "    counterexamples: [{" counterexample "}]\n"
#define FILE_OF(rules) "schema: 1\nkind: money\nlang: en\nrules:\n" rules
#define SUM "(?<sign>\\$)(?<sum>\\d+)(?<cents>\\.\\d\\d)?"
#define ONE(example, counterexample) FILE_OF(RULE("a", SUM, example, counterexample))

static void test_samples(void **state)
{
    static const struct {
        const char *text, *message; /* "": all three checks pass; else one fails */
        uint32_t    line, column;
    } cases[] = {
        {ONE("text: 'é «$5» «$6.25»', sum: '5', sign: '$', cents: ''", "text: x, why: y"), "", 0,
         0},
        {ONE("text: '«$5» $6'", "text: x, why: y"),
         "'money.a' must find '$5', but finds '$5', '$6'", 9, 24},
        {ONE("text: 'so «$5» «6»'", "text: x, why: y"),
         "'money.a' must find '$5', '6', but finds '$5'", 9, 24},
        {ONE("text: '«$5.2»'", "text: x, why: y"), "'money.a' must find '$5.2', but finds '$5'", 9,
         24},
        {ONE("text: '«€5»'", "text: x, why: y"),
         "'money.a' must find '€5', but finds nothing: none of its 'needs' is here", 9, 24},
        {ONE("text: '$5'", "text: x, why: y"), "an example marks what must be found", 9, 24},
        {ONE("text: '«$5'", "text: x, why: y"), "the marks « » do not pair", 9, 24},
        {ONE("text: '$5»'", "text: x, why: y"), "the marks « » do not pair", 9, 24},
        {ONE("text: '««$5»»'", "text: x, why: y"), "the marks « » do not pair", 9, 24},
        {ONE("text: '$«»5'", "text: x, why: y"), "the marks « » do not pair", 9, 24},
        {ONE("text: '«$5»', sum: '6'", "text: x, why: y"),
         "group 'sum' of 'money.a' must be '6', but is '5'", 9, 31},
        {ONE("text: '«$5»', cents: '.10'", "text: x, why: y"),
         "group 'cents' of 'money.a' must be '.10', but is ''", 9, 31},
        {ONE("text: '«$5»'", "text: 'at $7', why: 'a reason'"),
         "'money.a' must find nothing (a reason), but finds '$7'", 10, 31},
        {FILE_OF(RULE("a", "(?:1|11|[1,]1)+[xy]", "text: '«1x»'", "text: x, why: y")),
         "'money.a' meets a match limit in 50000 bytes of '1'", 5, 5},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture f;
        bool    good = cases[i].message[0] == '\0';
        run_trial(&f, cc_str_z(cases[i].text), NULL, NULL);
        cc_fault got = f.trial.failed == 0 ? (cc_fault){0} : f.trial.failures[0];
        if (f.trial.passed != (good ? 3 : 2) || f.trial.failed != (good ? 0 : 1) ||
            strstr(got.message, cases[i].message) == NULL || got.line != cases[i].line ||
            got.column != cases[i].column)
            fail_msg("%s\ngot %zu passed, %zu failed, '%s' at %u:%u, wanted '%s' at %u:%u",
                     cases[i].text, f.trial.passed, f.trial.failed, got.message, got.line,
                     got.column, cases[i].message, cases[i].line, cases[i].column);
        release(&f);
    }
}

static void test_notes(void **state)
{
    static const char text[] =
        FILE_OF(RULE("a", "\\$\\d+", "text: '«$5» or «$6»'", "text: x, why: y")
                    RULE("b", "\\$6", "text: 'at «$6»'", "text: x, why: y")
                        RULE("c", "x\\$\\d", "text: 'x «x$7»'", "text: x, why: y"));
    fixture f;
    (void)state;
    run_trial(&f, cc_str_z(text), NULL, NULL);
    assert_int_equal(f.trial.passed, 9);
    assert_int_equal(f.trial.failed, 0);
    assert_int_equal(f.trial.note_count, 2);
    assert_string_equal(f.trial.notes[0].message, "'money.a' and 'money.b' both find '$6'");
    assert_string_equal(f.trial.notes[1].message, "'money.b' and 'money.a' both find '$6'");
    assert_int_equal(f.trial.notes[1].line, 15);
    release(&f);
}

/* Expects what the example's key `value` says to be the mark's length. */
static cc_status check_length(void *user, const cc_trial_case *c, cc_fault *fault)
{
    size_t *calls  = user;
    int     wanted = atoi(cc_yaml_text(c->example, "value").ptr);
    ++*calls;
    assert_string_equal(c->rule->id.ptr, "money.a");
    assert_int_equal(c->text.ptr[c->mark.off], '$');
    if (wanted == (int)c->mark.len)
        return CC_OK;
    return cc_fault_set(fault, CC_WARN, "value must be %d, but is %u", wanted, c->mark.len);
}

static void test_values(void **state)
{
    static const char good[] = ONE("text: 'é «$55» «$6»', value: '3'", "text: x, why: y");
    static const char bad[]  = ONE("text: '«$55»', value: '4'", "text: x, why: y");
    size_t            calls  = 0;
    fixture           f;
    (void)state;
    run_trial(&f, cc_str_z(good), check_length, &calls);
    assert_int_equal(calls, 1);
    assert_int_equal(f.trial.failed, 0);
    release(&f);
    run_trial(&f, cc_str_z(bad), check_length, &calls);
    assert_int_equal(calls, 2);
    assert_int_equal(f.trial.failed, 1);
    assert_string_equal(f.trial.failures[0].message, "'money.a': value must be 4, but is 3");
    assert_int_equal(f.trial.failures[0].line, 9);
    release(&f);
}

static void test_kind(void **state)
{
    fixture  f;
    cc_trial other;
    (void)state;
    run_trial(&f, CC_S(ONE("text: '«$5»'", "text: x, why: y")), NULL, NULL);
    cc_trial_run(&f.arena, &f.rules, CC_S("date"), NULL, NULL, &other);
    assert_int_equal(other.passed + other.failed, 0);
    cc_trial_run(&f.arena, &f.rules, CC_S(""), NULL, NULL, &other);
    assert_int_equal(other.passed, 3);
    release(&f);
}

static void test_readme(void **state)
{
    static char text[64 * 1024];
    fixture     f;
    (void)state;
    FILE *from = fopen("rules/README.md", "rb");
    assert_non_null(from);
    text[fread(text, 1, sizeof text - 1, from)] = '\0';
    fclose(from);
    const char *start = strstr(text, "```yaml\n");
    assert_non_null(start);
    start += strlen("```yaml\n");
    const char *end = strstr(start, "```");
    assert_non_null(end);
    run_trial(&f, (cc_str){start, (size_t)(end - start)}, NULL, NULL);
    if (f.trial.failed != 0)
        fail_msg("got '%s'", f.trial.failures[0].message);
    assert_int_equal(f.trial.passed, 5);
    release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples), cmocka_unit_test(test_notes),
        cmocka_unit_test(test_values),  cmocka_unit_test(test_kind),
        cmocka_unit_test(test_readme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
