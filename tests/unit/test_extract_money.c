/* test_extract_money.c - what the extractors of figures make of a match; the host is a fake. */
#include "../../plugins/extract_money.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { SIGN, NUMBER, SCALE, TO_NUMBER, TO_SCALE, UNIT, PER, MINOR, MINOR_UNIT, GROUPS };
static const char *const names[GROUPS] = {"sign",      "number", "scale", "to_number", "to_scale",
                                          "unit_word", "per",    "minor", "minor_unit"};

static char   memory[1024];
static size_t used;
static char   asked[256]; /* what the number grammar was given: "TEXT|SCALE" */

static void *fake_alloc(const cc_host *host, size_t bytes, size_t align)
{
    (void)host;
    (void)align;
    used = (used + 15) / 16 * 16;
    assert_true(used + bytes <= sizeof memory);
    memset(memory + used, 0, bytes);
    used += bytes;
    return memory + used - bytes;
}

static uint32_t fake_group(const cc_host *host, const char *name)
{
    (void)host;
    for (uint32_t i = 0; i < GROUPS; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return CC_NO_GROUP;
}

static cc_status fake_number(const cc_host *host, cc_str text, cc_str scale, cc_value *ret)
{
    (void)host;
    snprintf(asked, sizeof asked, "%.*s|%.*s", (int)text.len, text.ptr, (int)scale.len,
             scale.len > 0 ? scale.ptr : "");
    ret->stated = (cc_dec){7, 0};
    return memchr(text.ptr, '?', text.len) == NULL ? CC_OK : CC_WARN;
}

static cc_str fake_unit(const cc_host *host, cc_str written)
{
    (void)host;
    if (written.len == 1 && written.ptr[0] == '$')
        return (cc_str){"USD", 3};
    if (written.len == 5 && memcmp(written.ptr, "cents", 5) == 0)
        return (cc_str){"cent", 4};
    if (written.len >= 3 && memcmp(written.ptr, "inh", 3) == 0)
        return (cc_str){"person", 6};
    return (cc_str){0};
}

static const cc_host host = {
    .size   = sizeof host,
    .alloc  = fake_alloc,
    .group  = fake_group,
    .number = fake_number,
    .unit   = fake_unit,
};

typedef struct taker {
    cc_fact_sink sink;
    size_t       count;
    char         fact[256]; /* the last one: "OFF+LEN UNIT PER" */
} taker;

static cc_status take(cc_fact_sink *sink, const cc_fact *fact)
{
    taker *t = (taker *)sink;
    assert_int_equal(fact->kind, CC_MONEY);
    assert_int_equal(fact->rule, 42);
    assert_int_equal(fact->value.stated.mant, 7);
    t->count++;
    snprintf(t->fact, sizeof t->fact, "%u+%u %.*s %.*s", fact->span.off, fact->span.len,
             (int)fact->unit.len, fact->unit.ptr, (int)fact->per.len,
             fact->per.len > 0 ? fact->per.ptr : "");
    return CC_OK;
}

/* Each group is where its word first stands in `text`; NULL: it took no part. */
static void set_groups(const char *text, const char *const words[GROUPS], cc_span groups[GROUPS])
{
    for (size_t i = 0; i < GROUPS; i++) {
        const char *at = words[i] == NULL ? NULL : strstr(text, words[i]);
        groups[i]      = at == NULL ? (cc_span){UINT32_MAX, 0}
                                    : (cc_span){(uint32_t)(at - text), (uint32_t)strlen(words[i])};
    }
}

static void test_figures(void **state)
{
    static const struct {
        const char *text, *words[GROUPS];
        const char *asked, *fact; /* NULL: none is put */
    } cases[] = {
        {"$4.2 million",
         {NULL, "4.2", "million", NULL, NULL, "$", NULL},
         "4.2|million",
         "0+12 USD "},
        {"$4.2", {NULL, "4.2", NULL, NULL, NULL, "$", NULL}, "4.2|", "0+4 USD "},
        {"-$1.3 bn", {"-", "1.3", "bn", NULL, NULL, "$", NULL}, "-1.3|bn", "0+8 USD "},
        {"$25-40 bn", {NULL, "25", NULL, "40", "bn", "$", NULL}, "25  to 40|bn", "0+9 USD "},
        {"-$5 m to $7 bn", {"-", "5", "m", "7", "bn", "$", NULL}, "-5 m to 7|bn", "0+14 USD "},
        {"$9 per inhabitant",
         {NULL, "9", NULL, NULL, NULL, "$", "inhabitant"},
         "9|",
         "0+17 USD person"},
        {"$9/1,000 inhab",
         {NULL, "9", NULL, NULL, NULL, "$", "1,000 inhab"},
         "9|",
         "0+14 USD 1000 person"},
        {"($9)", {"(", "9", NULL, NULL, NULL, "$", NULL}, "-9|", "0+4 USD "},
        {"$9 5 cents",
         {NULL, "9", NULL, NULL, NULL, "$", NULL, "5", "cents"},
         "9 7/100|",
         "0+10 USD "},
        {"$9 5 blobs", {NULL, "9", NULL, NULL, NULL, "$", NULL, "5", "blobs"}, "5|", NULL},
        {"$9 a blob", {NULL, "9", NULL, NULL, NULL, "$", "blob"}, "9|", "0+9 USD "},
        {"¤9", {NULL, "9", NULL, NULL, NULL, "¤", NULL}, "", NULL},   /* no such unit */
        {"$?", {NULL, "?", NULL, NULL, NULL, "$", NULL}, "?|", NULL}, /* no such number */
    };
    const cc_plugin *plugin = claimcheck_plugin();
    void            *self   = NULL;
    (void)state;
    used = 0;
    assert_int_equal(plugin->open(&host, &self), CC_OK);
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_span  groups[GROUPS];
        uint32_t len   = (uint32_t)strlen(cases[i].text);
        cc_doc   doc   = {.size = sizeof doc, .text = {cases[i].text, len}};
        cc_match match = {.rule = 42, .span = {0, len}, .groups = groups};
        taker    t     = {.sink = {.size = sizeof t.sink, .put = take}};
        asked[0]       = '\0';
        set_groups(cases[i].text, cases[i].words, groups);
        assert_int_equal(plugin->extractor->extract(self, &host, &doc, &match, 1, &t.sink), CC_OK);
        if (t.count != (cases[i].fact != NULL) || strcmp(asked, cases[i].asked) != 0 ||
            (t.count > 0 && strcmp(t.fact, cases[i].fact) != 0))
            fail_msg("'%s': asked '%s', got %zu '%s'", cases[i].text, asked, t.count, t.fact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
