/* test_html_charset.c - the encoding that a page names, as the HTML standard finds it. */
#include "shared/html_charset.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
    const char *head, *charset;
} cases[] = {
    {"", ""},
    {"plain text, charset=utf-8", ""},
    {"<meta charset=utf-8>", "utf-8"},
    {"<!doctype html><html><head><META CharSet = 'KOI8-R' />", "KOI8-R"},
    {"<meta/charset=\"x\">", "x"},
    {"<meta name=a charset=x content=b>", "x"},
    {"<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">", "iso-8859-1"},
    {"<meta content='text/html;charset = \"a b\"; x' http-equiv=\"content-type\">", "a b"},
    {"<meta content='charset charset=gbk;x' http-equiv=content-type>", "gbk"},
    {"<meta content='text/html; charset=gbk'>", ""}, /* not said to be a header */
    {"<meta http-equiv=refresh content='text/html; charset=gbk'>", ""},
    {"<meta http-equiv=content-type content='text/html; charset'><meta charset=b>", "b"},
    {"<meta http-equiv=content-type content='charset=a' charset=b>", "b"},
    {"<meta charset><meta charset=''><meta charset=c>", "c"},
    {"<metadata charset=a><meta charset=b>", "b"},
    {"<!-- <meta charset=a> --><meta charset=b>", "b"},
    {"<!--><meta charset=b>", "b"}, /* a comment already closed */
    {"<!-- <meta charset=a>", ""},
    {"<p title='<meta charset=a>'><meta charset=b>", "b"},
    {"</p title='<meta charset=a>'><meta charset=b>", "b"},
    {"<? <meta charset=a><meta charset=b>", "b"},
    {"1 < 2 <meta charset=b>", "b"},
    {"<meta charset=b", ""}, /* cut off */
    {"<meta charset='b", ""},
    {"<meta", ""},
    {"<", ""},
    {"</", ""},
    {"<?xml version='1.0' encoding=\"koi8-r\"?><html>", "koi8-r"},
    {"<?xml encoding='a'?><meta charset=b>", "b"},
    {"<?xml version='1.0'?>", ""},
    {" <?xml encoding='a'?>", ""},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str got = cc_html_charset(cc_str_z(cases[i].head));
        if (!cc_str_eq(got, cc_str_z(cases[i].charset)))
            fail_msg("'%s': got '%.*s', wanted '%s'", cases[i].head, CC_F(got), cases[i].charset);
    }
}

/* Every start of every case, in memory of its own, so that a read past its end is seen. */
static void test_cut_anywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t len = 0; len <= strlen(cases[i].head); len++) {
            char *head = malloc(len + (len == 0));
            memcpy(head, cases[i].head, len);
            cc_str got = cc_html_charset((cc_str){head, len});
            if (got.len > 0 && (got.ptr < head || got.ptr + got.len > head + len))
                fail_msg("'%.*s': a part of something else", (int)len, head);
            free(head);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_cut_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
