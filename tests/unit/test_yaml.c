/* test_yaml.c - base/yaml.c. */
#include "base/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const char DEEP[] = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";

static void test_refused(void **state)
{
    static const struct {
        const char *text, *message;
        uint32_t    line, column;
    } cases[] = {
        {"", "nothing is in this file", 1, 1},
        {"# a comment\n", "nothing is in this file", 1, 1},
        {"a: &x 1\n", "anchors and aliases", 1, 5},
        {"b: 1\na: *x\n", "anchors and aliases", 2, 5},
        {"a: &x\n  b: 1\n", "anchors and aliases", 1, 5},
        {"a: !!str 1\n", "tags are not read here", 1, 4},
        {"- !t {a: 1}\n", "tags are not read here", 1, 3},
        {"a: 1\n---\nb: 2\n", "a second document starts here", 2, 1},
        {"a: 1\nb: 2\na: 3\n", "key 'a' stands twice", 3, 1},
        {"x: {é: 1, é: 3}\n", "key 'é' stands twice", 1, 11},
        {"? [a, b]\n: 1\n", "a key must be a word", 1, 3},
        {"a: é \"x\nb: {y: \"foo\n", "without closing quote", 2, 9},
        {"a: b: c\n", "invalid nested block mapping", 1, 5},
        {"a:\n\t- b\n", "", 2, 0},
        {"a: [1, 2\n", "flow sequence without a closing bracket", 2, 1},
        {"a: 1\nb: \xff\n", "not UTF-8", 2, 4},
        {"a: \xed\xa0\x80\n", "not UTF-8", 1, 4},
        {"a: \x01\n", "a control character", 1, 4},
        {"%YAML 1.1\n---\na: 1\n", "directives are not read here", 1, 1},
        {"\xef\xbb\xbf%%%%%%%\n", "directives are not read here", 1, 2},
        {"é: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
         "nested deeper than 32", 1, 35},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cc_arena     arena = {0};
        cc_yaml_file file;
        cc_fault     fault = {0};
        cc_status status = cc_yaml_parse(&arena, "x.yaml", cc_str_z(cases[i].text), &file, &fault);
        bool      there  = fault.line == cases[i].line &&
                     (cases[i].column == 0 || fault.column == cases[i].column);
        if (status != CC_FATAL || !there || strstr(fault.message, cases[i].message) == NULL)
            fail_msg("%s: got %d '%s' at %u:%u, wanted '%s' at %u:%u", cases[i].text, status,
                     fault.message, fault.line, fault.column, cases[i].message, cases[i].line,
                     cases[i].column);
        assert_string_equal(fault.file, "x.yaml");
        cc_arena_release(&arena);
    }
}

static void test_tree(void **state)
{
    static const char text[] = "# é\n"
                               "one: 'it''s'\n"
                               "two:\n"
                               "  - {no: 3, on: \"a\\nb\"}\n"
                               "  - |\n"
                               "    x\n"
                               "    y\n"
                               "none:\n";
    cc_arena          arena  = {0};
    cc_yaml_file      file;
    cc_fault          fault = {0};
    (void)state;
    if (cc_yaml_parse(&arena, "x.yaml", cc_str_z(text), &file, &fault) != CC_OK)
        fail_msg("got '%s'", fault.message);
    const cc_yaml *two = cc_yaml_find(file.root, "two");
    assert_int_equal(file.root->count, 3);
    assert_string_equal(cc_yaml_text(file.root, "one").ptr, "it's");
    assert_string_equal(file.text.ptr + cc_yaml_find(file.root, "one")->offset - 1,
                        strstr(text, "'it"));
    assert_int_equal(two->kind, CC_YAML_LIST);
    assert_int_equal(two->count, 2);
    assert_string_equal(cc_yaml_text(two->items[0], "no").ptr, "3");
    assert_string_equal(cc_yaml_text(two->items[0], "on").ptr, "a\nb");
    assert_string_equal(file.text.ptr + two->items[0]->offset, strstr(text, "{no"));
    assert_string_equal(file.text.ptr + two->items[0]->pairs[1].key_offset, strstr(text, "on:"));
    assert_string_equal(two->items[1]->scalar.ptr, "x\ny\n");
    assert_int_equal(cc_yaml_find(file.root, "none")->kind, CC_YAML_SCALAR);
    assert_int_equal(cc_yaml_text(file.root, "none").len, 0);
    assert_null(cc_yaml_find(file.root, "on"));
    assert_null(cc_yaml_find(two, "on"));
    assert_int_equal(cc_yaml_text(file.root, "two").len, 0);
    cc_arena_release(&arena);
}

static void test_depth(void **state)
{
    cc_arena     arena = {0};
    cc_yaml_file file;
    (void)state;
    assert_int_equal(cc_yaml_parse(&arena, "x", cc_str_z(DEEP), &file, &(cc_fault){0}), CC_OK);
    cc_arena_release(&arena);
}

static void test_only(void **state)
{
    static const char *const known[] = {"pattern", "examples", "id", NULL};
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{id: 1, pattern: 2}", ""},
        {"{id: 1, patern: 2}", "unknown key 'patern', did you mean 'pattern'?"},
        {"{zzzzzzzzz: 2}", "unknown key 'zzzzzzzzz', known are 'pattern', 'examples', 'id'"},
        {"[1]", "keys and values are wanted here"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cc_arena     arena = {0};
        cc_yaml_file file;
        cc_fault     fault = {0};
        assert_int_equal(cc_yaml_parse(&arena, "x", cc_str_z(cases[i].text), &file, &fault), CC_OK);
        cc_yaml_only(&file, file.root, known, &fault);
        assert_string_equal(fault.message, cases[i].message);
        cc_arena_release(&arena);
    }
}

static void test_size(void **state)
{
    size_t       len   = 4 * 1024 * 1024 + 1;
    char        *text  = malloc(len);
    cc_arena     arena = {0};
    cc_yaml_file file;
    cc_fault     fault = {0};
    (void)state;
    memset(text, 'x', len);
    assert_int_equal(cc_yaml_parse(&arena, "x", (cc_str){text, len - 1}, &file, &fault), CC_OK);
    assert_int_equal(cc_yaml_parse(&arena, "x", (cc_str){text, len}, &file, &fault), CC_FATAL);
    assert_string_equal(fault.message, "'x' is larger than 4 MiB");
    free(text);
    cc_arena_release(&arena);
}

static void test_files(void **state)
{
    cc_arena     arena = {0};
    cc_yaml_file file;
    cc_fault     fault = {0}, folder = {0};
    (void)state;
    assert_int_equal(cc_yaml_read(&arena, "none/at-all.yaml", &file, &fault), CC_FATAL);
    assert_string_equal(fault.message, "cannot open 'none/at-all.yaml': No such file or directory");
    assert_int_equal(cc_yaml_read(&arena, "tests", &file, &folder), CC_FATAL);
    assert_string_equal(folder.message, "'tests' is not a file");
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused), cmocka_unit_test(test_tree), cmocka_unit_test(test_depth),
        cmocka_unit_test(test_only),    cmocka_unit_test(test_size), cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
