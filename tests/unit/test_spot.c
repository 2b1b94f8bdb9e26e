/* test_spot.c - places as users write them, and which figures they mean. */
#include "run/spot.h"

#include "made_claims.h"
#include "store/copy.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_parse(void **state)
{
    static const struct {
        const char *text, *file; /* file NULL: refused */
        uint32_t    line, column;
    } cases[] = {
        {"a.txt:14", "a.txt", 14, 0},
        {"a.txt:14:3", "a.txt", 14, 3},
        {"crawl.warc!http://a.org:80/:14:3", "crawl.warc!http://a.org:80/", 14, 3},
        {"a:1:2:3", "a:1", 2, 3},
        {"a.txt", NULL, 0, 0},
        {"a.txt:", NULL, 0, 0},
        {"a.txt:x", NULL, 0, 0},
        {":14", NULL, 0, 0},
        {"14", NULL, 0, 0},
        {"a.txt:99999999999", NULL, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_spot  spot;
        cc_fault fault = {0};
        bool     ok    = cc_spot_parse(cases[i].text, &spot, &fault) == CC_OK;
        if (ok != (cases[i].file != NULL))
            fail_msg("'%s': got %d", cases[i].text, ok);
        if (ok && (!cc_str_eq(spot.file, cc_str_z(cases[i].file)) || spot.line != cases[i].line ||
                   spot.column != cases[i].column))
            fail_msg("'%s': got '%.*s' %u %u", cases[i].text, CC_F(spot.file), spot.line,
                     spot.column);
    }
}

/* made_claims.h puts all in line 1, a column behind their offset; each is "$N million". */
static void put_figure(cc_arena *arena, cc_records *records, const char *path, uint32_t order)
{
    cc_listed     *listed    = cc_new(arena, cc_listed, 1);
    cc_doc_record *doc       = cc_new(arena, cc_doc_record, 1);
    listed->claim            = make_claim(arena, make_doc(arena, path, true), order, order, NULL);
    listed->side             = cc_side_of_claim(listed->claim);
    doc->status.path         = cc_str_z(path);
    *cc_push(arena, records) = (cc_record){.kind = CC_RECORD_DOCUMENT, .of.document = doc};
    *cc_push(arena, records) = (cc_record){.kind = CC_RECORD_FIGURE, .of.figure = listed};
}

static void put_unread(cc_arena *arena, cc_records *records, const char *path)
{
    cc_doc_record *doc       = cc_new(arena, cc_doc_record, 1);
    doc->status.path         = cc_str_z(path);
    doc->status.status       = CC_S("unreadable");
    doc->status.reason       = CC_S("unsupported");
    *cc_push(arena, records) = (cc_record){.kind = CC_RECORD_DOCUMENT, .of.document = doc};
}

static void test_find(void **state)
{
    static const struct {
        const char *text;
        size_t      count; /* 0: refused */
        uint32_t    order; /* of the first */
        const char *fault;
    } cases[] = {
        {"x/a.txt:1", 2, 4, ""},
        {"x/a.txt:1:5", 1, 4, ""},
        {"x/a.txt:1:14", 1, 4, ""},
        {"x/a.txt:1:31", 1, 30, ""},
        {"x/a.txt:1:4", 0, 0,
         "nothing at line 1, column 4 of 'x/a.txt' is read as a figure; '$4 million' at column 5 "
         "is "
         "the nearest"},
        {"x/a.txt:1:29", 0, 0,
         "nothing at line 1, column 29 of 'x/a.txt' is read as a figure; '$30 million' at column "
         "31 "
         "is the nearest"},
        {"x/a.txt:2", 0, 0, "nothing in line 2 of 'x/a.txt' is read as a figure"},
        {"x/a.txt:2:5", 0, 0, "nothing in line 2 of 'x/a.txt' is read as a figure"},
        {"d.pdf:2", 0, 0, "'d.pdf' was not read: unsupported"},
        {"b.txt:1", 1, 7, ""},
        {"c.txt:1", 1, 9, ""},
        {"a.txt:1", 0, 0, "'a.txt' may be 'y.zip!a.txt' or 'x/a.txt': give more of it"},
        {".txt:1", 0, 0, "no document is called '.txt'"},
    };
    cc_arena   arena   = {0};
    cc_records records = {0};
    put_figure(&arena, &records, "x/a.txt", 4);
    put_figure(&arena, &records, "x/a.txt", 30);
    put_figure(&arena, &records, "y.zip!a.txt", 5);
    put_figure(&arena, &records, "y.zip!b.txt", 7);
    put_figure(&arena, &records, "x/c.txt", 8);
    put_figure(&arena, &records, "c.txt", 9);
    put_unread(&arena, &records, "d.pdf");
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_spot    spot;
        cc_spotted found;
        cc_fault   fault = {0};
        assert_int_equal(cc_spot_parse(cases[i].text, &spot, &fault), CC_OK);
        cc_spot_find(&arena, &spot, &records, &found, &fault);
        if (strcmp(fault.message, cases[i].fault) != 0 || found.n != cases[i].count)
            fail_msg("'%s': got %zu, '%s'", cases[i].text, found.n, fault.message);
        if (found.n > 0 && found.at[0]->side.order != cases[i].order)
            fail_msg("'%s': got %u", cases[i].text, found.at[0]->side.order);
    }
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parse), cmocka_unit_test(test_find)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
