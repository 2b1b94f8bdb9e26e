/* test_doc_date.c - where a document's own date is found, and where it is not. */
#include "fact/doc_date.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct doc_case {
    const char    *text; /* blocks with '\n' between; [ and ] mark one date */
    const char    *day;  /* its first day; NULL: no date is marked */
    cc_granularity granularity;
    const char    *path, *meta, *option; /* NULL: none */
    cc_date_origin origin;
    const char    *wanted; /* first day of the document's date, and what it is */
} doc_case;

static const doc_case cases[] = {
    /* what comes first wins */
    {"[May 4, 2020]", "2020-05-04", CC_DAY, "2012.txt", "2019-01-31", "2021-05-12", CC_DATE_OPTION,
     "2021-05-12 day"},
    {"[May 4, 2020]", "2020-05-04", CC_DAY, "2012.txt", "2019-01-31", NULL, CC_DATE_METADATA,
     "2019-01-31 day"},
    {"[May 4, 2020]", "2020-05-04", CC_DAY, "2012.txt", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"Text", NULL, 0, "2012.txt", NULL, NULL, CC_DATE_PATH, "2012-01-01 year"},
    {"Text", NULL, 0, "memo.txt", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"Text", NULL, 0, "2Feb2005Smith466.txt", NULL, NULL, CC_DATE_PATH, "2005-02-02 day"},
    /* metadata as formats write it */
    {"", NULL, 0, "", "D:20210512093000+02'00'", NULL, CC_DATE_METADATA, "2021-05-12 day"},
    {"", NULL, 0, "", "2021-05-12T09:30:00Z", NULL, CC_DATE_METADATA, "2021-05-12 day"},
    {"", NULL, 0, "", "2021-05", NULL, CC_DATE_METADATA, "2021-05-01 month"},
    {"", NULL, 0, "", "Wed, 12 May 2021 09:30", NULL, CC_DATE_METADATA, "2021-05-12 day"},
    {"", NULL, 0, "", "May 12, 2021", NULL, CC_DATE_METADATA, "2021-05-12 day"},
    {"", NULL, 0, "", "May 2021", NULL, CC_DATE_METADATA, "2021-05-01 month"},
    {"", NULL, 0, "", "draft 3", NULL, CC_DATE_UNKNOWN, NULL},
    {"", NULL, 0, "", "D:", NULL, CC_DATE_UNKNOWN, NULL},
    /* datelines */
    {"Memo\nDate: [4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"Memo\nPublished [May 2020]", "2020-05-01", CC_MONTH, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-01 month"},
    {"Washington, [4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"WASHINGTON, [May 4, 2020] \xE2\x80\x94 The bill passed.", "2020-05-04", CC_DAY, "", NULL,
     NULL, CC_DATE_DATELINE, "2020-05-04 day"},
    {"For Immediate Release: [May 4, 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"On [4 May 2020] the bill passed.", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_UNKNOWN,
     NULL},
    {"the deadline is [4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n[4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL,
     CC_DATE_DATELINE, "2020-05-04 day"},
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n[4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL,
     CC_DATE_UNKNOWN, NULL},
    /* titles */
    {"THE WORLD FACTBOOK [2012]\nText", "2012-01-01", CC_YEAR, "", NULL, NULL, CC_DATE_DATELINE,
     "2012-01-01 year"},
    {"Outlook to [2030]\nText", "2030-01-01", CC_YEAR, "", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"Title\nOutput of Chad [2012]", "2012-01-01", CC_YEAR, "", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    /* short lines that end with it */
    {"Memo\nFreight Board | [May 2020]", "2020-05-01", CC_MONTH, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-01 month"},
    {"Memo\nSecond edition, [4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"Memo\nRelease of [4 May 2020]", "2020-05-04", CC_DAY, "", NULL, NULL, CC_DATE_DATELINE,
     "2020-05-04 day"},
    {"Memo\nThe pact was signed in Lima, [4 May 2020] at noon", "2020-05-04", CC_DAY, "", NULL,
     NULL, CC_DATE_UNKNOWN, NULL},
    /* paths: the last two parts */
    {"", NULL, 0, "x/2009-10-29_ID2.txt", NULL, NULL, CC_DATE_PATH, "2009-10-29 day"},
    {"", NULL, 0, "x/report-2021-05.md", NULL, NULL, CC_DATE_PATH, "2021-05-01 month"},
    {"", NULL, 0, "x/memo20210512.txt", NULL, NULL, CC_DATE_PATH, "2021-05-12 day"},
    {"", NULL, 0, "a.zip!2018/memo.txt", NULL, NULL, CC_DATE_PATH, "2018-01-01 year"},
    {"", NULL, 0, "2017.zip!memo.txt", NULL, NULL, CC_DATE_PATH, "2017-01-01 year"},
    {"", NULL, 0, "2018/a/memo.txt", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"", NULL, 0, "x/no-12345.txt", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"", NULL, 0, "x/3021.txt", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"", NULL, 0, "x/20211399.txt", NULL, NULL, CC_DATE_UNKNOWN, NULL},
    {"", NULL, 0, "x/2021-13-45.txt", NULL, NULL, CC_DATE_PATH, "2021-01-01 year"},
};

/* As crawlers write dates. */
static const struct {
    const char *container;
    doc_case    c;
} crawled[] = {
#define CRAWLED(path, origin, wanted)                                                              \
    {                                                                                              \
        "Text", NULL, 0, path, NULL, NULL, origin, wanted                                          \
    }
    {"2017-03-06T04:02:06Z", CRAWLED("x!http://a.b/", CC_DATE_CONTAINER, "2017-03-06 day")},
    {"2017-03-06T04:02:06Z", CRAWLED("x!http://a.b/2012", CC_DATE_PATH, "2012-01-01 year")},
    {"2017-03", CRAWLED("", CC_DATE_CONTAINER, "2017-03-01 month")},
    {"20170306", CRAWLED("", CC_DATE_CONTAINER, "2017-03-06 day")},
    {"yesterday", CRAWLED("", CC_DATE_UNKNOWN, NULL)},
    {"", CRAWLED("", CC_DATE_UNKNOWN, NULL)},
};

/* The document of a case, and the fact at its marked date. */
static cc_doc build(cc_arena *arena, const doc_case *c, cc_fact *fact)
{
    size_t    size = strlen(c->text) + 1, len = 0, start = 0, count = 0;
    char     *text   = cc_new(arena, char, size + 1);
    cc_block *blocks = cc_new(arena, cc_block, size);
    for (const char *at = c->text;; at++) {
        if (*at == '[')
            fact->span.off = (uint32_t)len;
        else if (*at == ']')
            fact->span.len = (uint32_t)len - fact->span.off;
        else if (*at == '\n' || *at == '\0') {
            blocks[count++] = (cc_block){.kind = CC_PARAGRAPH,
                                         .span = {(uint32_t)start, (uint32_t)(len - start)}};
            text[len++]     = '\n';
            start           = len;
        } else
            text[len++] = *at;
        if (*at == '\0')
            break;
    }
    return (cc_doc){.size        = sizeof(cc_doc),
                    .path        = cc_str_z(c->path),
                    .text        = {text, len},
                    .blocks      = blocks,
                    .block_count = count};
}

static cc_period period_of(const doc_case *c)
{
    int32_t first = 0, length = c->granularity == CC_YEAR ? 364 : 30;
    if (c->day == NULL || cc_day_parse(cc_str_z(c->day), &first) != CC_OK)
        return cc_period_unknown();
    return (cc_period){.day_first   = first,
                       .day_last    = c->granularity == CC_DAY ? first : first + length,
                       .granularity = c->granularity};
}

static void check(const cc_calendar *calendar, const doc_case *c, const char *container, size_t i)
{
    cc_arena arena = {0};
    cc_fact  fact  = {.size = sizeof fact, .kind = CC_DATE, .period = period_of(c)};
    cc_doc   doc   = build(&arena, c, &fact);
    cc_meta  meta  = {CC_S("date"), cc_str_z(c->meta), CC_S("test")};
    doc.meta       = &meta;
    doc.meta_count = c->meta != NULL;

    cc_doc_date_clues clues = {cc_str_z(c->option), &fact, c->day != NULL, cc_str_z(container)};
    cc_doc_date_find(calendar, &arena, &clues, &doc);
    cc_str got = CC_S("unknown");
    if (cc_period_is_known(&doc.date)) {
        cc_str day  = cc_day_print(&arena, doc.date.day_first);
        cc_str unit = cc_granularity_name(doc.date.granularity);
        got         = cc_arena_printf(&arena, "%.*s %.*s", CC_F(day), CC_F(unit));
    }
    cc_str wanted = c->wanted == NULL ? CC_S("unknown") : cc_str_z(c->wanted);
    if (!cc_str_eq(got, wanted) || doc.date_origin != c->origin)
        fail_msg("case %zu '%s': got '%.*s' from %u, wanted '%.*s' from %u", i, c->text, CC_F(got),
                 doc.date_origin, CC_F(wanted), c->origin);
    cc_arena_release(&arena);
}

static void test_find(void **state)
{
    cc_arena     arena    = {0};
    cc_calendar *calendar = NULL;
    cc_fault     fault    = {0};
    (void)state;
    if (cc_calendar_load(&arena, CC_S("rules/en"), &calendar, &fault) != CC_OK)
        fail_msg("%s: %s", fault.file, fault.message);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(calendar, &cases[i], NULL, i);
    for (size_t i = 0; i < sizeof crawled / sizeof *crawled; i++)
        check(calendar, &crawled[i].c, crawled[i].container, i);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_find)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
