/* figure_box.h - a fake host for tests of extractors of figures: groups by name, a number grammar
 * that knows a few words, tables of one section, and a sink that prints what it is given. */
#ifndef FIGURE_BOX_H
#define FIGURE_BOX_H

#include <claimcheck.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { BOX_GROUPS = 4 };

static struct {
    const char *groups[BOX_GROUPS]; /* the names, by slot */
    char        memory[2048];
    size_t      used;
    char        asked[256]; /* what the number grammar was given: "TEXT|SCALE" */
    char        fact[256];  /* the last one put: "OFF+LEN UNIT" */
    size_t      count;
} box;

static void *box_alloc(const cc_host *host, size_t bytes, size_t align)
{
    (void)host, (void)align;
    box.used = (box.used + 15) / 16 * 16;
    assert_true(box.used + bytes <= sizeof box.memory);
    memset(box.memory + box.used, 0, bytes);
    box.used += bytes;
    return box.memory + box.used - bytes;
}

static uint32_t box_group(const cc_host *host, const char *name)
{
    (void)host;
    for (uint32_t i = 0; i < BOX_GROUPS; i++)
        if (box.groups[i] != NULL && strcmp(box.groups[i], name) == 0)
            return i;
    return CC_NO_GROUP;
}

/* Whole numbers in digits, "one", "five", and anything with '/' or '-' in it as 7. */
static cc_status box_number(const cc_host *host, cc_str text, cc_str scale, cc_value *ret)
{
    char plain[64];
    (void)host;
    assert_true(text.len < sizeof plain);
    snprintf(box.asked, sizeof box.asked, "%.*s|%.*s", (int)text.len, text.len > 0 ? text.ptr : "",
             (int)scale.len, scale.len > 0 ? scale.ptr : "");
    snprintf(plain, sizeof plain, "%.*s", (int)text.len, text.len > 0 ? text.ptr : "");
    char *end;
    long  n = strtol(plain, &end, 10);
    if (strcmp(plain, "one") == 0 || strcmp(plain, "two") == 0 || strcmp(plain, "five") == 0)
        n = plain[0] == 'o' ? 1 : plain[0] == 't' ? 2 : 5;
    else if (strpbrk(plain, "/-") != NULL)
        n = 7;
    else if (*end != '\0' || end == plain)
        return CC_WARN;
    *ret = (cc_value){.stated = {n, 0}};
    return CC_OK;
}

static cc_str box_unit(const cc_host *host, cc_str written)
{
    (void)host;
    return written.len > 0 && written.ptr[0] == 'p' ? (cc_str){"percent", 7} : (cc_str){0};
}

static cc_str box_table(const cc_host *host, const char *table, cc_str key)
{
    (void)host;
    assert_string_equal(table, "numbers");
    if (key.len == 13 && memcmp(key.ptr, "ordinal.first", 13) == 0)
        return (cc_str){"one", 3};
    if (key.len == 16 && memcmp(key.ptr, "multiple.doubled", 16) == 0)
        return (cc_str){"two", 3};
    return (cc_str){0};
}

static cc_status box_take(cc_fact_sink *sink, const cc_fact *fact)
{
    (void)sink;
    box.count++;
    snprintf(box.fact, sizeof box.fact, "%u+%u %.*s", fact->span.off, fact->span.len,
             (int)fact->unit.len, fact->unit.len > 0 ? fact->unit.ptr : "");
    return CC_OK;
}

static const cc_host box_host = {
    .size   = sizeof box_host,
    .alloc  = box_alloc,
    .group  = box_group,
    .number = box_number,
    .unit   = box_unit,
    .table  = box_table,
};

/* Runs the plugin on a match of all of `text`; each group is where its word first stands in it. */
static void box_run(const char *text, const char *const words[BOX_GROUPS])
{
    cc_span          groups[BOX_GROUPS];
    uint32_t         len    = (uint32_t)strlen(text);
    cc_doc           doc    = {.size = sizeof doc, .text = {text, len}};
    cc_match         match  = {.rule = 42, .span = {0, len}, .groups = groups};
    cc_fact_sink     sink   = {.size = sizeof sink, .put = box_take};
    const cc_plugin *plugin = claimcheck_plugin();
    void            *self   = NULL;
    box.used = box.count = 0;
    box.asked[0] = box.fact[0] = '\0';
    for (size_t i = 0; i < BOX_GROUPS; i++) {
        const char *at = words[i] == NULL ? NULL : strstr(text, words[i]);
        groups[i]      = at == NULL ? (cc_span){UINT32_MAX, 0}
                                    : (cc_span){(uint32_t)(at - text), (uint32_t)strlen(words[i])};
    }
    assert_int_equal(plugin->open(&box_host, &self), CC_OK);
    assert_int_equal(plugin->extractor->extract(self, &box_host, &doc, &match, 1, &sink), CC_OK);
}

typedef struct box_case {
    const char *text, *words[BOX_GROUPS];
    const char *asked, *fact; /* of the last number; "" where no fact is put */
} box_case;

static void box_check(const box_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        box_run(cases[i].text, cases[i].words);
        if (strcmp(box.asked, cases[i].asked) != 0 || strcmp(box.fact, cases[i].fact) != 0)
            fail_msg("'%s': asked '%s', got '%s', wanted '%s' and '%s'", cases[i].text, box.asked,
                     box.fact, cases[i].asked, cases[i].fact);
    }
}

#endif
