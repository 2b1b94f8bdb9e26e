/* test_record.c - records as lines: what is read again is what was written, and bad lines are
 * refused. */
#include "store/record.h"

#include "claim/signature.h"
#include "made_claims.h"
#include "store/copy.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct text {
    char  *ptr;
    size_t len;
} text;

static void keep(cc_json *json, const char *bytes, size_t len)
{
    text *t = json->user;
    t->ptr  = realloc(t->ptr, t->len + len + 1);
    memcpy(t->ptr + t->len, bytes, len);
    t->len += len;
    t->ptr[t->len] = '\0';
}

static text write_record(const cc_record *record)
{
    text    t    = {0};
    cc_json json = {.put = keep, .user = &t};
    cc_record_write(&json, record);
    return t;
}

static cc_status read_line(cc_arena *arena, const char *line, cc_record *ret, cc_fault *fault)
{
    cc_record_reader reader = {.arena = arena};
    return cc_record_read(&reader, cc_str_z(line), ret, fault);
}

/* -- Records of every kind, each with all that it can hold ------------------------------------- */

static const cc_period year = {.day_first   = -719162,
                               .day_last    = 2932896,
                               .granularity = CC_YEAR,
                               .fiscal      = true,
                               .hedge       = CC_HEDGE_UP_TO};

static const cc_doc_ref *make_full_doc(cc_arena *arena, const char *path, bool checked)
{
    cc_doc_ref *doc    = make_doc(arena, path, checked);
    char       *labels = cc_new(arena, char, CC_SIGNATURE_BYTES);
    cc_signature_add(labels, CC_S("exports"), CC_S("total"));
    doc->sha256  = CC_S("0123abcd");
    doc->subject = CC_S("canad mexic");
    doc->labels  = (cc_str){labels, CC_SIGNATURE_BYTES};
    doc->date    = year;
    return doc;
}

static cc_claim *make_full_claim(cc_arena *arena, const char *path)
{
    static const cc_str scope[] = {{"canada", 6}, {"m\xC3\xA9xico", 7}};
    cc_claim           *c =
        make_claim(arena, make_full_doc(arena, path, true), 77, 5, "export", "tr\xC3\xA4nk", NULL);
    c->sentence      = CC_S("\"It\"\t\\ \x01 \xF0\x9F\x98\x80 was $5 million\n.");
    c->mark          = (cc_span){18, 10};
    c->value.flags   = CC_NO_LOW | CC_LOW_OPEN | CC_RANGE | CC_SCALED;
    c->value.stated  = (cc_dec){INT64_MAX, -40};
    c->value.low     = (cc_dec){INT64_MIN, 40};
    c->value.hedge   = CC_HEDGE_AT_LEAST;
    c->per           = CC_S("day");
    c->noun          = CC_S("truck");
    c->scope         = scope;
    c->scope_count   = 2;
    c->scope_own     = 1;
    c->scope_origin  = true;
    c->label         = CC_S("exports");
    c->sublabel      = CC_S("total");
    c->skeleton      = CC_S("00ff");
    c->period        = year;
    c->period_origin = CC_FROM_BEFORE;
    c->aspect        = CC_RATE_OF_CHANGE;
    c->modality      = CC_QUOTED;
    c->direction     = -1;
    c->source        = CC_S("the Census Bureau");
    return c;
}

static cc_finding *make_full_finding(cc_arena *arena)
{
    static const cc_place places[] = {
        {.kind = CC_PLACE_BYTES, .at.bytes = {INT64_MAX - 1, INT64_MAX}},
        {.kind = CC_PLACE_PARAGRAPH, .at.paragraph = {1, UINT32_MAX, 3, 4}},
        {.kind = CC_PLACE_PAGE, .at.page = {UINT32_MAX, -0.1f, 1e-30f, 612.333f, 1e30f}},
    };
    cc_finding *f     = cc_new(arena, cc_finding, 1);
    cc_side    *sides = cc_new(arena, cc_side, 3);
    for (size_t i = 0; i < 3; i++) {
        sides[i]                = cc_side_of_claim(make_full_claim(arena, i == 1 ? "b" : "a"));
        sides[i].position.place = places[i];
    }
    *f = (cc_finding){.size          = sizeof *f,
                      .check         = CC_S("rate-mismatch"),
                      .score         = 1000,
                      .message       = CC_S("a \"message\""),
                      .reason        = {CC_S("m"), CC_S("s"), CC_S(""), CC_S("1000x")},
                      .primary       = sides[0],
                      .related       = sides + 1,
                      .related_count = 2};
    return f;
}

static cc_doc_record *make_full_document(cc_arena *arena)
{
    cc_doc_record *d = cc_new(arena, cc_doc_record, 1);
    d->status        = (cc_doc_status){.path        = CC_S("a.zip!b \\x21\xC3\xA9"),
                                       .status      = CC_S("partial"),
                                       .reason      = CC_S("truncated"),
                                       .detail      = CC_S("at byte 5"),
                                       .bytes       = INT64_MAX,
                                       .date        = year,
                                       .date_origin = CC_DATE_PATH,
                                       .language    = CC_S("en"),
                                       .sha256      = CC_S("0123abcd"),
                                       .checked     = true};
    for (cc_kind kind = 0; kind < CC_KIND_COUNT; kind++)
        d->facts[kind] = 1000 + kind;
    d->claims = 42;
    return d;
}

enum { MAX_RECORDS = 10 };

/* One record a kind, then empty ones. */
static size_t make_records(cc_arena *arena, cc_record *ret)
{
    cc_pair    *pair    = cc_new(arena, cc_pair, 1);
    cc_finding *empty   = cc_new(arena, cc_finding, 1);
    cc_claim   *bare    = make_claim(arena, make_doc(arena, "a", false), 0, 0, NULL);
    *pair               = (cc_pair){make_full_claim(arena, "a"), bare, 1000};
    empty->primary      = cc_side_of_claim(bare);
    bare->unit          = CC_S("");
    bare->period        = (cc_period){.day_first = 1, .day_last = 0};
    bare->period_origin = CC_FROM_NOWHERE;
    cc_listed *listed   = cc_new(arena, cc_listed, 2);
    listed[0] = (cc_listed){.claim = pair->a, .side = cc_side_of_claim(pair->a), .first = 3};
    listed[1] = (cc_listed){.side = listed[0].side, .instead = CC_S("rank"), .first = 5};
    cc_record records[] = {
        {.kind = CC_RECORD_CLAIM, .of.claim = make_full_claim(arena, "a")},
        {.kind = CC_RECORD_DOCUMENT, .of.document = make_full_document(arena)},
        {.kind = CC_RECORD_FINDING, .of.finding = make_full_finding(arena)},
        {.kind = CC_RECORD_PAIR, .of.pair = pair},
        {.kind = CC_RECORD_COUNT, .of.count = INT64_MAX},
        {.kind = CC_RECORD_CLAIM, .of.claim = bare},
        {.kind = CC_RECORD_DOCUMENT, .of.document = cc_new(arena, cc_doc_record, 1)},
        {.kind = CC_RECORD_FINDING, .of.finding = empty},
        {.kind = CC_RECORD_FIGURE, .of.figure = &listed[0]},
        {.kind = CC_RECORD_FIGURE, .of.figure = &listed[1]},
    };
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        ret[i]     = records[i];
        ret[i].key = CC_S("a key|with some|parts");
    }
    return sizeof records / sizeof *records;
}

static bool is_one_ascii_line(const text *t)
{
    for (size_t i = 0; i < t->len; i++)
        if ((unsigned char)t->ptr[i] >= 0x7F ||
            (t->ptr[i] < 0x20 && t->ptr[i] != '\t' && t->ptr[i] != '\n'))
            return false;
    return t->len > 0 && memchr(t->ptr, '\n', t->len) == t->ptr + t->len - 1;
}

static void test_round_trip(void **state)
{
    cc_arena  arena = {0};
    cc_record records[MAX_RECORDS], read;
    size_t    n = make_records(&arena, records);
    (void)state;
    for (size_t i = 0; i < n; i++) {
        cc_fault fault = {0};
        text     once  = write_record(&records[i]);
        assert_true(is_one_ascii_line(&once));
        once.ptr[once.len - 1] = '\0';
        if (read_line(&arena, once.ptr, &read, &fault) != CC_OK)
            fail_msg("record %zu: got '%s' for\n%s", i, fault.message, once.ptr);
        text again               = write_record(&read);
        again.ptr[again.len - 1] = '\0';
        if (strcmp(once.ptr, again.ptr) != 0)
            fail_msg("record %zu: got\n%s\nwanted\n%s", i, again.ptr, once.ptr);
        free(once.ptr);
        free(again.ptr);
    }
    cc_arena_release(&arena);
}

/* What a line says is what the record held, not only what the writer writes of it. */
static void test_members(void **state)
{
    cc_arena  arena = {0};
    cc_record records[MAX_RECORDS], read;
    cc_fault  fault = {0};
    (void)state;
    make_records(&arena, records);
    text line              = write_record(&records[0]);
    line.ptr[line.len - 1] = '\0';
    assert_int_equal(read_line(&arena, line.ptr, &read, &fault), CC_OK);
    const cc_claim *wanted = records[0].of.claim, *got = read.of.claim;
    assert_true(cc_str_eq(read.key, records[0].key));
    assert_true(cc_str_eq(got->sentence, wanted->sentence));
    assert_true(cc_str_eq(got->doc->labels, wanted->doc->labels));
    assert_true(got->value.stated.mant == wanted->value.stated.mant);
    assert_int_equal(got->value.low.exp10, wanted->value.low.exp10);
    assert_int_equal(got->value.flags, wanted->value.flags);
    assert_int_equal(got->value.hedge, wanted->value.hedge);
    assert_int_equal(got->period.day_first, wanted->period.day_first);
    assert_int_equal(got->period_origin, wanted->period_origin);
    assert_int_equal(got->aspect, wanted->aspect);
    assert_int_equal(got->modality, wanted->modality);
    assert_int_equal(got->direction, wanted->direction);
    assert_true(cc_str_eq(got->measure[1].stem, wanted->measure[1].stem));
    assert_int_equal(got->measure[1].weight, wanted->measure[1].weight);
    free(line.ptr);
    cc_arena_release(&arena);
}

/* Claims of one document share it; a path on both sides, or for two files, is two documents. */
static void test_documents_are_shared(void **state)
{
    static const struct {
        const char *path, *sha256;
        bool        checked, same; /* as the first */
    } docs[] = {{"a", "1", true, true},  {"a", "1", true, true},  {"a", "1", false, false},
                {"a", "2", true, false}, {"b", "1", true, false}, {"a", "1", true, true}};
    cc_arena          arena  = {0};
    cc_record_reader  reader = {.arena = &arena};
    const cc_doc_ref *first  = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof docs / sizeof *docs; i++) {
        cc_doc_ref *doc = make_doc(&arena, docs[i].path, docs[i].checked);
        cc_record   read, record = {.key      = CC_S("k"),
                                    .kind     = CC_RECORD_CLAIM,
                                    .of.claim = make_claim(&arena, doc, 1, 5, NULL)};
        cc_fault    fault = {0};
        doc->sha256       = cc_str_z(docs[i].sha256);
        text line         = write_record(&record);
        assert_int_equal(cc_record_read(&reader, (cc_str){line.ptr, line.len - 1}, &read, &fault),
                         CC_OK);
        free(line.ptr);
        first = first == NULL ? read.of.claim->doc : first;
        if ((read.of.claim->doc == first) != docs[i].same)
            fail_msg("document %zu: got %s", i, docs[i].same ? "another" : "the first");
    }
    cc_arena_release(&arena);
}

/* -- Bad lines --------------------------------------------------------------------------------- */

static void test_bad_lines(void **state)
{
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"", "a record has no tab after its key"},
        {"key {\"v\":1,\"kind\":5,\"count\":1}", "a record has no tab after its key"},
        {"key\t", "no JSON: "},
        {"key\t{\"v\":1,\"kind\":5,\"cou", "no JSON: "},
        {"key\t{\"v\":1,\"kind\":5,\"count\":1}}", "no JSON: "},
        {"key\t{\"v\":1,\"v\":1,\"kind\":5,\"count\":1}", "no JSON: "},
        {"key\t[1]", "no JSON object"},
        {"key\t{\"v\":1,\"x\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}", "nested deeper than 16"},
        {"key\t{\"v\":2,\"kind\":5,\"count\":1}", "a record is of another version of claimcheck"},
        {"key\t{\"kind\":5,\"count\":1}", "a record is of another version of claimcheck"},
        {"key\t{\"v\":\"1\",\"kind\":5,\"count\":1}",
         "a record is of another version of claimcheck"},
        {"key\t{\"v\":1,\"count\":1}", "a record's member 'kind' is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":7,\"count\":1}", "a record's member 'kind' is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":0,\"count\":1}", "a record's member 'kind' is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":5}", "a record's member 'count' is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":5,\"count\":1.5}",
         "a record's member 'count' is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":1}", "is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":2}", "is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":3}", "is missing or wrong"},
        {"key\t{\"v\":1,\"kind\":4}", "is missing or wrong"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena  arena = {0};
        cc_fault  fault = {0};
        cc_record read;
        cc_status status = read_line(&arena, cases[i].line, &read, &fault);
        if (status != CC_FATAL || strstr(fault.message, cases[i].message) == NULL)
            fail_msg("'%s': got %d '%s', wanted '%s'", cases[i].line, status, fault.message,
                     cases[i].message);
        cc_arena_release(&arena);
    }
}

/* The first record of `kind` with one piece of its line replaced. */
static cc_status read_changed(cc_arena *arena, cc_record_kind kind, const char *from,
                              const char *to, cc_fault *fault)
{
    cc_record records[MAX_RECORDS], read;
    make_records(arena, records);
    text  line = write_record(&records[kind - 1]);
    char *at   = strstr(line.ptr, from);
    if (at == NULL)
        fail_msg("'%s' is not in %s", from, line.ptr);
    line.ptr[line.len - 1] = '\0';
    cc_str changed =
        cc_arena_printf(arena, "%.*s%s%s", (int)(at - line.ptr), line.ptr, to, at + strlen(from));
    free(line.ptr);
    return read_line(arena, changed.ptr, &read, fault);
}

static void test_wrong_members(void **state)
{
    static const struct {
        cc_record_kind kind;
        const char    *from, *to, *member;
    } cases[] = {
        {CC_RECORD_CLAIM, "\"text\":", "\"txet\":", "text"},
        {CC_RECORD_CLAIM, "\"unit\":\"USD\"", "\"unit\":5", "unit"},
        {CC_RECORD_CLAIM, "\"aspect\":\"rate-of-change\"", "\"aspect\":\"rate\"", "aspect"},
        {CC_RECORD_CLAIM, "\"modality\":\"quoted\"", "\"modality\":\"\"", "modality"},
        {CC_RECORD_CLAIM, "\"measure\":[\"export\"", "\"measure\":[5", "measure"},
        {CC_RECORD_CLAIM, "\"measure\":[\"export\",", "\"measure\":[", "weights"},
        {CC_RECORD_CLAIM, "\"weights\":[1000", "\"weights\":[\"\"", "weights"},
        {CC_RECORD_CLAIM, "\"scope\":[\"canada\",\"m\\u00e9xico\"]", "\"scope\":[]", "scope"},
        {CC_RECORD_CLAIM, "\"scope\":[\"canada\"", "\"scope\":[null", "scope"},
        /* A mark that begins or ends behind its sentence. */
        {CC_RECORD_CLAIM, "\"at\":[4,77,77,18,10,", "\"at\":[4,77,77,18,1000,", "at"},
        {CC_RECORD_CLAIM, "\"at\":[4,77,77,18,10,", "\"at\":[4,77,77,1800,1,", "at"},
        {CC_RECORD_CLAIM, "\"at\":[4,77,77,18,10,", "\"at\":[4,77,77,18,-1,", "at"},
        {CC_RECORD_CLAIM, "\"at\":[4,77,77,18,10,", "\"at\":[4,77,77,18,4294967296,", "at"},
        {CC_RECORD_CLAIM, "\"at\":[4,77,77,18,10,", "\"at\":[4,77,77,18,", "at"},
        {CC_RECORD_CLAIM, "\"place\":[1,", "\"place\":[9,", "place"},
        {CC_RECORD_CLAIM, ",-40,", ",-41,", "value"},
        {CC_RECORD_CLAIM, "\"labels\":\"", "\"labels\":\"x0", "labels"},
        {CC_RECORD_CLAIM, "\"labels\":\"", "\"labels\":\"0", "labels"},
        {CC_RECORD_CLAIM, "\"sha256\":", "\"sha\":", "sha256"},
        {CC_RECORD_DOCUMENT, "\"facts\":[", "\"facts\":[1,", "facts"},
        {CC_RECORD_DOCUMENT, "\"status\":\"partial\"", "\"status\":null", "status"},
        {CC_RECORD_FINDING, "\"score\":1000", "\"score\":1001", "score"},
        {CC_RECORD_FINDING, "\"score\":1000", "\"score\":-1", "score"},
        {CC_RECORD_FINDING, "\"reason\":[\"m\",", "\"reason\":[", "reason"},
        {CC_RECORD_FINDING, "\"at\":[77,18,10,", "\"at\":[77,18,10000,", "at"},
        {CC_RECORD_PAIR, "\"raw\":1000", "\"raw\":1001", "raw"},
        {CC_RECORD_PAIR, "\"b\":{", "\"c\":{", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena  arena  = {0};
        cc_fault  fault  = {0};
        cc_status status = read_changed(&arena, cases[i].kind, cases[i].from, cases[i].to, &fault);
        cc_str    wanted = cc_arena_printf(&arena, "member '%s' is missing or wrong",
                                        cases[i].member == NULL ? "" : cases[i].member);
        if (cases[i].member == NULL)
            wanted = CC_S("is missing or wrong");
        if (status != CC_FATAL || strstr(fault.message, wanted.ptr) == NULL)
            fail_msg("'%s' for '%s': got %d '%s', wanted %s", cases[i].to, cases[i].from, status,
                     fault.message, wanted.ptr);
        cc_arena_release(&arena);
    }
}

/* However a line is cut, it is refused. */
static void test_torn_lines(void **state)
{
    cc_arena  arena = {0};
    cc_record records[MAX_RECORDS], read;
    size_t    n = make_records(&arena, records);
    (void)state;
    for (size_t i = 0; i < n; i++) {
        text line = write_record(&records[i]);
        for (size_t len = 0; len + 1 < line.len; len += 7) {
            cc_arena         own    = {0};
            cc_record_reader reader = {.arena = &own};
            cc_fault         fault  = {0};
            if (cc_record_read(&reader, (cc_str){line.ptr, len}, &read, &fault) != CC_FATAL)
                fail_msg("record %zu cut to %zu bytes: got no error", i, len);
            cc_arena_release(&own);
        }
        free(line.ptr);
    }
    cc_arena_release(&arena);
}

/* -- Keys -------------------------------------------------------------------------------------- */

static void test_keys(void **state)
{
    cc_arena      arena = {0};
    cc_doc_ref   *a     = make_doc(&arena, "m\xC3\xA9mo\t1", true);
    cc_doc_ref   *b     = make_doc(&arena, "b", true);
    cc_pair       pair  = {make_claim(&arena, a, 1, 5, NULL), make_claim(&arena, b, 1, 5, NULL), 1};
    cc_finding    f     = {.primary = {.doc = a}};
    cc_doc_status status = {.sha256 = CC_S("00ff")};
    char          path[3000];
    (void)state;
    assert_string_equal(cc_key_document(&arena, &status).ptr, "document|00ff");
    assert_string_equal(cc_key_finding(&arena, &f).ptr, "finding|m\\xc3\\xa9mo\\x091");
    assert_string_equal(cc_key_pair(&arena, &pair).ptr, "pair|m\\xc3\\xa9mo\\x091|b");
    /* A long path is cut, and still tells documents apart. */
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    a->path               = cc_str_z(path);
    cc_str one            = cc_key_pair(&arena, &pair);
    a->path.len--;
    cc_str two = cc_key_pair(&arena, &pair);
    assert_true(one.len <= 512);
    assert_false(cc_str_eq(one, two));
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_documents_are_shared),
        cmocka_unit_test(test_bad_lines),
        cmocka_unit_test(test_wrong_members),
        cmocka_unit_test(test_torn_lines),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
