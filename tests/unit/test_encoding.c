/* test_encoding.c - names of encodings, and which of them a text is taken to be in. */
#include "text/encoding.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_find(void **state)
{
    static const struct {
        const char *label, *name;
    } cases[] = {
        {"utf-8", "utf-8"},
        {" UTF8\n", "utf-8"},
        {"latin1", "windows-1252"},
        {"ISO-8859-1", "windows-1252"},
        {"iso_8859-1:1987", "windows-1252"},
        {"cp819", "windows-1252"},
        {"ASCII", "us-ascii"},
        {"latin5", "windows-1254"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"l2", "iso-8859-2"},
        {"csiso88598i", "iso-8859-8"},
        {"cyrillic", "iso-8859-5"},
        {"koi8-ru", "koi8-u"},
        {"866", "ibm866"},
        {"mac", "macintosh"},
        {"gb2312", "gbk"},
        {"gb_2312-80", "gbk"},
        {"big5-hkscs", "big5"},
        {"windows-31j", "shift_jis"},
        {"ks_c_5601-1987", "euc-kr"},
        {"x-euc-jp", "euc-jp"},
        {"utf-16", "utf-16le"},
        {"ucs-2", "utf-16le"},
        {"utf-32", "utf-32le"},
        {"", NULL},
        {" ", NULL},
        {"latin", NULL},
        {"latin1 l1", NULL}, /* two of one row */
        {"iso-8859-17", NULL},
        {"iso-2022-jp", NULL}, /* bytes mean other things after an escape */
        {"utf-7", NULL},
        {"hz-gb-2312", NULL},
        {"utf-8//IGNORE", NULL},
        {"a label that is longer than all", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cc_encoding *got  = cc_encoding_find(cc_str_z(cases[i].label));
        cc_str             name = cc_str_z(got == NULL ? NULL : got->name);
        if (!cc_str_eq(name, cc_str_z(cases[i].name)))
            fail_msg("'%s': got '%.*s'", cases[i].label, CC_F(name));
    }
    assert_null(cc_encoding_find((cc_str){"utf-8\0", 6}));
}

/* Each label is found in the row that has it, and in no other. */
static void test_labels(void **state)
{
    cc_arena           arena  = {0};
    const char *const *labels = cc_encoding_labels(&arena);
    const cc_encoding *row    = NULL;
    (void)state;
    for (size_t i = 0; labels[i] != NULL; i++) {
        const cc_encoding *got = cc_encoding_find(cc_str_z(labels[i]));
        if (got == NULL || (strcmp(got->name, labels[i]) != 0 && got != row))
            fail_msg("'%s': got '%s'", labels[i], got == NULL ? "none" : got->name);
        row = got;
    }
    cc_arena_release(&arena);
}

#define B(bytes)                                                                                   \
    {                                                                                              \
        "" bytes, sizeof(bytes) - 1                                                                \
    }
#define WIDE_AB B("a\0b\0c\0d\0e\0f\0\n\0")

static const struct {
    cc_str      bytes;
    const char *named, *container, *document;
    const char *encoding;
    bool        guessed;
    const char *unknown;
} cases[] = {
    {B(""), "", "", "", "utf-8", false, ""},
    {B("ascii"), "", "", "", "utf-8", false, ""},
    {B("caf\xC3\xA9"), "", "", "", "utf-8", false, ""},
    /* A BOM is above all. */
    {B("\xEF\xBB\xBF\xE9"), "gbk", "gbk", "gbk", "utf-8", false, ""},
    {B("\xFF\xFE"
       "a\0"),
     "gbk", "gbk", "gbk", "utf-16le", false, ""},
    {B("\xFE\xFF\0a"), "", "", "", "utf-16be", false, ""},
    {B("\xFF\xFE\0\0a\0\0\0"), "", "", "", "utf-32le", false, ""},
    {B("\0\0\xFE\xFF\0\0\0a"), "", "", "", "utf-32be", false, ""},
    /* Then the user's name, whatever the bytes say. */
    {B("caf\xC3\xA9"), "latin1", "utf-8", "", "windows-1252", false, ""},
    {B("caf\xE9"), "utf-8", "gbk", "", "utf-8", false, ""},
    {B("abcd"), "utf-16be", "", "", "utf-16be", false, ""},
    /* Then the container, then the document. */
    {B("caf\xE9"), "", "koi8-r", "gbk", "koi8-r", false, ""},
    {B("caf\xE9"), "", "", "gbk", "gbk", false, ""},
    {B("caf\xE9"), "", "nonsense", "gbk", "gbk", false, "nonsense"},
    {B("caf\xE9"), "", "", "iso-8859-1", "windows-1252", false, ""},
    {B("\xCA\xAF"), "", "gbk", "", "gbk", false, ""}, /* as UTF-8 it would be valid, too */
    {B("caf\xC3\xA9"), "", "utf-8", "gbk", "utf-8", false, ""},
    /* But not against the bytes. */
    {B("caf\xC3\xA9"), "", "iso-8859-1", "", "utf-8", false, ""},
    {B("caf\xC3\xA9"), "", "", "us-ascii", "utf-8", false, ""},
    {B("caf\xE9"), "", "utf-8", "", "windows-1252", true, ""},
    {B("caf\xE9"), "", "utf-8", "latin1", "windows-1252", false, ""},
    {B("caf\xE9"), "", "", "ascii", "windows-1252", true, ""},
    {B("ascii"), "", "utf-16", "", "utf-8", false, ""},
    {B("caf\xE9"), "", "", "utf-16", "windows-1252", true, ""},
    {WIDE_AB, "", "utf-16le", "", "utf-16le", false, ""},
    {WIDE_AB, "", "utf-8", "", "utf-16le", true, ""},
    {WIDE_AB, "", "latin1", "", "utf-16le", true, ""},
    {WIDE_AB, "", "gbk", "", "utf-16le", true, ""},
    {B("\x2D\x4E\x87\x65\x0A\0"), "", "utf-16", "", "utf-16le", false, ""},
    /* An unknown label makes a guess of all. */
    {B("ascii"), "", "iso-2022-jp", "", "utf-8", true, "iso-2022-jp"},
    {B("caf\xE9"), "", "", " nonsense ", "windows-1252", true, "nonsense"},
    /* Then the bytes alone. */
    {WIDE_AB, "", "", "", "utf-16le", true, ""},
    {B("\0a\0b\0c\0d\0e\0f\0\n"), "", "", "", "utf-16be", true, ""},
    {B("ab\0cd\0ef\0gh"), "", "", "", "utf-8", false, ""}, /* NULs as separators */
    {B("caf\xE9 \x80 5"), "", "", "", "windows-1252", true, ""},
    {B("caf\xE9 \x81 5"), "", "", "", "utf-8", false, ""}, /* is undefined in Windows-1252 */
    {B("caf\xC3\xA9 caf\xC3\xA9 \xFF"), "", "", "", "utf-8", false, ""},
    {B("Spa\xDF\x93, f\xFCr \x84M\xE4nner\x93"), "", "", "", "windows-1252", true, ""},
};

static void test_choose(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_hints  hints = {cc_encoding_find(cc_str_z(cases[i].named)), cc_str_z(cases[i].container),
                           cc_str_z(cases[i].document)};
        cc_choice got   = cc_encoding_choose(cases[i].bytes, &hints);
        if (strcmp(got.encoding->name, cases[i].encoding) != 0 || got.guessed != cases[i].guessed ||
            !cc_str_eq(got.unknown, cc_str_z(cases[i].unknown)))
            fail_msg("case %zu: got %s, guessed %d, unknown '%.*s'; wanted %s, %d, '%s'", i,
                     got.encoding->name, got.guessed, CC_F(got.unknown), cases[i].encoding,
                     cases[i].guessed, cases[i].unknown);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_choose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
