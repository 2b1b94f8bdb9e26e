/* test_fault.c - messages, and where they point. */
#include "base/fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* As cc_fault_print writes it; free() it. */
static char *print(const cc_fault *fault)
{
    char  *text = NULL;
    size_t len  = 0;
    FILE  *to   = open_memstream(&text, &len);
    cc_fault_print(fault, to);
    fclose(to);
    return text;
}

static void test_first_wins(void **state)
{
    cc_fault fault = {0};
    (void)state;
    assert_int_equal(cc_fault_set(&fault, CC_WARN, "no '%s'", "a"), CC_WARN);
    assert_int_equal(cc_fault_set(&fault, CC_FATAL, "no '%s'", "b"), CC_FATAL);
    assert_int_equal(cc_fault_at(&fault, CC_FAIL, "f", CC_S("text"), 0, "no '%s'", "c"), CC_FAIL);
    assert_int_equal(fault.status, CC_WARN);
    assert_string_equal(fault.message, "no 'a'");
    assert_string_equal(fault.file, "");
}

static void test_places(void **state)
{
    static const struct {
        const char *text;
        size_t      offset;
        const char *wanted;
    } cases[] = {
        {"one", 0, "  at f:1:1\n  | one\n  | ^\n"},
        {"one\ntwo\n", 5, "  at f:2:2\n  | two\n  |  ^\n"},
        /* Columns count code points, and a tab stays one under a tab. */
        {"\xC3\xA9\t\xE2\x82\xAC x", 7, "  at f:1:5\n  | \xC3\xA9\t\xE2\x82\xAC x\n  |  \t  ^\n"},
        {"one\n", 4, "  at f:2:1\n  | \n  | ^\n"},
        {"one", 3, "  at f:1:4\n  | one\n  |    ^\n"},
        {"", 0, "  at f:1:1\n  | \n  | ^\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_fault fault = {0};
        char     wanted[256];
        cc_fault_at(&fault, CC_FATAL, "f", cc_str_z(cases[i].text), cases[i].offset, "wrong");
        snprintf(wanted, sizeof wanted, "claimcheck: wrong\n%s", cases[i].wanted);
        char *got = print(&fault);
        if (strcmp(got, wanted) != 0)
            fail_msg("case %zu: got\n%swanted\n%s", i, got, wanted);
        free(got);
    }
}

/* Long ones are cut, never overrun. */
static void test_long(void **state)
{
    static char text[5000];
    cc_fault    fault = {0};
    (void)state;
    memset(text, 'x', sizeof text - 1);
    cc_fault_at(&fault, CC_FATAL, text, cc_str_z(text), 4000, "%s", text);
    assert_int_equal(strlen(fault.message), sizeof fault.message - 1);
    assert_int_equal(strlen(fault.file), sizeof fault.file - 1);
    assert_int_equal(fault.column, 4001);
    free(print(&fault));
}

static void test_file_alone(void **state)
{
    cc_fault fault = {.status = CC_FATAL, .message = "wrong", .file = "f"};
    char    *got   = print(&fault);
    (void)state;
    assert_string_equal(got, "claimcheck: wrong\n  in f\n");
    free(got);
}

static cc_status try_all(const cc_status *given, size_t n, size_t *ret_tried)
{
    for (*ret_tried = 0; *ret_tried < n;)
        CC_TRY(given[(*ret_tried)++]);
    return CC_OK;
}

static void test_try(void **state)
{
    size_t tried;
    (void)state;
    assert_int_equal(try_all((cc_status[]){CC_OK, CC_FAIL, CC_FATAL}, 3, &tried), CC_FAIL);
    assert_int_equal(tried, 2);
    assert_int_equal(try_all((cc_status[]){CC_OK, CC_OK}, 2, &tried), CC_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_wins), cmocka_unit_test(test_places),
        cmocka_unit_test(test_long),       cmocka_unit_test(test_file_alone),
        cmocka_unit_test(test_try),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
