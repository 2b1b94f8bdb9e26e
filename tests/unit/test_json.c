/* test_json.c - base/json.c. */
#include "base/bounds.h"
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_read(void **state)
{
    static const struct {
        const char *line, *message; /* "": it can be read; else a part of the message */
    } cases[] = {
        {"{}", ""},
        {"{\"a\":1,\"b\":[true,null,\"x\"],\"c\":{\"d\":-7}}\n", ""},
        {"{\"a\":\"nul \\u0000 \\ud83d\\ude00 \\\" [[[[[[[[[[[[[[[[[[[[\"}", ""},
        {"{\"a\":9223372036854775807}", ""},
        {"{\"a\":9223372036854775808}", "too big integer"},
        {"", "no JSON"},
        {"[]", "no JSON object"},
        {"1", "no JSON"},
        {"{\"a\":1}{\"b\":2}", "at column 8"},
        {"{\"a\":1,}", "at column 8"},
        {"{\"a\":1,\"a\":2}", "duplicate object key"},
        {"{'a':1}", "at column 2"},
        {"{\"a\":NaN}", "no JSON"},
        {"{\"a\":01}", "no JSON"},
        {"{\"a\":1e999}", "real number overflow"},
        {"{\"a\":\"\\ud800\"}", "no JSON"},
        {"{\"a\":\"\xff\"}", "unable to decode byte 0xff"},
        {"{\"a\":\"\t\"}", "control character"},
        {"{\"a\":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}", ""},
        {"{\"a\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "nested deeper than 16"},
        {"{\"a\":[[[[[[[[[[[[[[[[", "nested deeper than 16"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        json_t   *object = NULL;
        cc_fault  fault  = {0};
        bool      good   = cases[i].message[0] == '\0';
        cc_status status = cc_json_read(cc_str_z(cases[i].line), &object, &fault);
        if (status != (good ? CC_OK : CC_FATAL) || strstr(fault.message, cases[i].message) == NULL)
            fail_msg("%s: got status %d '%s', wanted '%s'", cases[i].line, status, fault.message,
                     cases[i].message);
        assert_true(good == (object != NULL));
        json_decref(object);
    }
}

static void test_length(void **state)
{
    size_t  len    = CC_MAX_RECORD_BYTES;
    char   *line   = malloc(len + 1);
    json_t *object = NULL;
    (void)state;
    memset(line, ' ', len + 1);
    line[0] = '{', line[1] = '}';
    assert_int_equal(cc_json_read((cc_str){line, len}, &object, &(cc_fault){0}), CC_OK);
    json_decref(object);
    assert_int_equal(cc_json_read((cc_str){line, len + 1}, &object, &(cc_fault){0}), CC_FATAL);
    free(line);
}

static void test_fields(void **state)
{
    static const char text[] = "{\"s\":\"a\\u0000b\",\"n\":-5,\"t\":true,\"r\":1.5}";
    cc_arena          arena  = {0};
    json_t           *object = NULL;
    (void)state;
    assert_int_equal(cc_json_read(cc_str_z(text), &object, &(cc_fault){0}), CC_OK);
    cc_str s = cc_json_get_str(&arena, object, "s");
    assert_int_equal(s.len, 3);
    assert_memory_equal(s.ptr, "a\0b", 4);
    assert_int_equal(cc_json_get_str(&arena, object, "n").len, 0);
    assert_int_equal(cc_json_get_str(&arena, object, "none").len, 0);
    json_decref(object);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_length),
        cmocka_unit_test(test_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
