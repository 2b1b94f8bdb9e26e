/* test_package.c - parts of zip archives, event by event, and what becomes of wrong ones. */
#include "shared/package/package.c"
#include "shared/package/part.c"
#include "shared/package/blocks.c"
#include "shared/package/links.c"

#include "text/utf8.h"
#include "zip_box.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A host and a sink that keep what they are told. */
typedef struct box {
    cc_arena      arena;
    cc_host       host;
    cc_block_sink sink;
    cc_bytes      meta;
    cc_lost       lost;
} box;

static void *alloc_in_arena(const cc_host *host, size_t bytes, size_t align)
{
    (void)align;
    return cc_arena_alloc(host->core, bytes, 1);
}

static cc_status pass_status(const cc_host *host, cc_status status, uint32_t off, const char *fmt,
                             ...)
{
    (void)host, (void)off, (void)fmt;
    return status;
}

static cc_status keep_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    box   *b  = sink->core;
    cc_str as = cc_arena_printf(&b->arena, "%.*s=%.*s;", CC_F(key), CC_F(value));
    cc_bytes_put(&b->arena, &b->meta, as);
    return CC_OK;
}

static void keep_lost(cc_block_sink *sink, cc_lost why)
{
    box *b  = sink->core;
    b->lost = why;
}

static void open_box(box *b)
{
    *b      = (box){0};
    b->host = (cc_host){
        .size = sizeof b->host, .core = &b->arena, .alloc = alloc_in_arena, .fail = pass_status};
    b->sink =
        (cc_block_sink){.size = sizeof b->sink, .core = b, .meta = keep_meta, .lost = keep_lost};
}

/* "<w:p w:val=1>text</w:p>" */
static void write_event(box *b, const cc_part *part, cc_bytes *out)
{
    cc_arena *arena = &b->arena;
    cc_str    value = cc_part_attribute(part, "w:val");
    cc_str    as    = part->text;
    if (part->event == CC_PART_OPENS && value.ptr != NULL)
        as = cc_arena_printf(arena, "<%s w:val=%.*s %d>", part->tag, CC_F(value),
                             cc_part_number(part, "w:val", -7));
    else if (part->event == CC_PART_OPENS)
        as = cc_arena_printf(arena, "<%s>", part->tag);
    else if (part->event == CC_PART_CLOSES)
        as = cc_arena_printf(arena, "</%s>", part->tag);
    cc_bytes_put(arena, out, as);
}

static cc_str read_part(box *b, cc_str bytes, uint64_t most, cc_status *ret_end)
{
    cc_package package;
    cc_part    part;
    cc_bytes   out = {0};
    *ret_end       = cc_package_open(&package, &b->host, bytes, &b->sink);
    package.left   = most;
    if (*ret_end == CC_OK && cc_part_open(&package, "/Word/a.xml", &part)) {
        while (cc_part_next(&part) != CC_PART_END)
            if (part.event == CC_PART_OPENS && cc_part_is(part.tag, "w:skip"))
                cc_part_skip(&part);
            else
                write_event(b, &part, &out);
        cc_part_close(&part);
    }
    if (*ret_end == CC_OK)
        *ret_end = cc_package_end(&package, out.len > 0);
    cc_package_close(&package);
    return (cc_str){out.ptr, out.len};
}

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define V "xmlns:v='http://purl.oclc.org/ooxml/wordprocessingml/main'"

static const struct {
    const char *name, *xml, *events;
    cc_status   end;
    cc_lost     lost;
} cases[] = {
    {"text", "<a>b<!-- no -->c&amp;<![CDATA[<d>]]> </a>", "<a>bc&<d> </a>", CC_OK, 0},
    {"prefixes", "<w:a " W "><p xmlns='urn:x'/><v:p " V "/></w:a>",
     "<w:a><?:p></?:p><w:p></w:p></w:a>", CC_OK, 0},
    {"attributes",
     "<w:a " W " w:val='1'><w:b val='2'/><w:c w:val=''/><w:d w:val='-12'/><w:e "
     "w:val='1234567890'/></w:a>",
     "<w:a w:val=1 1><w:b></w:b><w:c w:val= -7></w:c><w:d w:val=-12 -12></w:d>"
     "<w:e w:val=1234567890 -7></w:e></w:a>",
     CC_OK, 0},
    {"skipping", "<a " W "><w:skip>b<w:skip/></w:skip>c<w:skip/>d</a>", "<a>cd</a>", CC_OK, 0},
    {"a name that is long",
     "<a234567890123456789012345678901234567890123456789012345678901234567890/>",
     "<a23456789012345678901234567890123456789012345678901234567890123>"
     "</a23456789012345678901234567890123456789012345678901234567890123>",
     CC_OK, 0},
    {"nothing", "", "", CC_FAIL, CC_LOST_DAMAGED},
    {"cut", "<a>b<c>d", "<a>b<c>", CC_WARN, CC_LOST_DAMAGED},
    {"no XML", "a", "", CC_FAIL, CC_LOST_DAMAGED},
    {"a document type", "<!DOCTYPE a><a>b</a>", "", CC_FAIL, CC_LOST_DAMAGED},
    {"laughs",
     "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;&c;</a>", "",
     CC_FAIL, CC_LOST_DAMAGED},
    {"a file from outside", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "",
     CC_FAIL, CC_LOST_DAMAGED},
    {"an entity that is not there", "<a>b&c;d</a>", "", CC_FAIL, CC_LOST_DAMAGED},
};

static void test_events(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        box       b;
        cc_status end;
        open_box(&b);
        zip_part part  = {"word/a.xml", cc_str_z(cases[i].xml)};
        cc_str   bytes = zip_parts(&b.arena, &part, 1);
        cc_str   got   = read_part(&b, bytes, CC_PACKAGE_MAX_BYTES, &end);
        if (!cc_str_eq(got, cc_str_z(cases[i].events)) || end != cases[i].end ||
            b.lost != cases[i].lost)
            fail_msg("%s: got '%.*s' %d %u, wanted '%s' %d %u", cases[i].name, CC_F(got), end,
                     b.lost, cases[i].events, cases[i].end, cases[i].lost);
        cc_arena_release(&b.arena);
    }
}

static cc_str nest(cc_arena *arena, size_t depth)
{
    cc_bytes out = {0};
    for (size_t i = 0; i < depth; i++)
        cc_bytes_put(arena, &out, CC_S("<a>"));
    for (size_t i = 0; i < depth; i++)
        cc_bytes_put(arena, &out, CC_S("</a>"));
    return (cc_str){out.ptr, out.len};
}

/* What is between two events. */
static void test_pieces(void **state)
{
    static const struct {
        size_t    comments;
        cc_status end;
        cc_lost   lost;
    } limits[] = {{CC_PART_MAX_PIECE / 8, CC_OK, 0},
                  {CC_PART_MAX_PIECE / 8 + 4096, CC_WARN, CC_LOST_TOO_LARGE}};
    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        box       b;
        cc_status end;
        cc_bytes  xml = {0};
        open_box(&b);
        cc_bytes_put(&b.arena, &xml, CC_S("<a>b<c/>"));
        for (size_t k = 0; k < limits[i].comments; k++)
            cc_bytes_put(&b.arena, &xml, CC_S("<!-- -->"));
        cc_bytes_put(&b.arena, &xml, CC_S("</a>"));
        zip_part part  = {"word/a.xml", {xml.ptr, xml.len}};
        cc_str   bytes = zip_parts(&b.arena, &part, 1);
        read_part(&b, bytes, CC_PACKAGE_MAX_BYTES, &end);
        if (end != limits[i].end || b.lost != limits[i].lost)
            fail_msg("%zu comments: got %d %u, wanted %d %u", limits[i].comments, end, b.lost,
                     limits[i].end, limits[i].lost);
        cc_arena_release(&b.arena);
    }
}

static void test_limits(void **state)
{
    static const struct {
        const char *name;
        size_t      depth;
        uint64_t    most; /* bytes */
        cc_status   end;
        cc_lost     lost;
    } limits[] = {
        {"deep", 256, 7 * 256, CC_OK, 0},
        {"too deep", 258, 7 * 258, CC_WARN, CC_LOST_DAMAGED},
        {"large", 200, 7 * 200, CC_OK, 0},
        {"too large", 200, 7 * 200 - 1, CC_WARN, CC_LOST_TOO_LARGE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        box       b;
        cc_status end;
        open_box(&b);
        zip_part part  = {"word/a.xml", nest(&b.arena, limits[i].depth)};
        cc_str   bytes = zip_parts(&b.arena, &part, 1);
        read_part(&b, bytes, limits[i].most, &end);
        if (end != limits[i].end || b.lost != limits[i].lost)
            fail_msg("%s: got %d %u, wanted %d %u", limits[i].name, end, b.lost, limits[i].end,
                     limits[i].lost);
        cc_arena_release(&b.arena);
    }
}

/* Any byte of a small archive changed, and any of its beginnings: an end with a reason. */
static void test_damage(void **state)
{
    box       b;
    cc_status end;
    (void)state;
    open_box(&b);
    zip_part part  = {"word/a.xml",
                      CC_S("<a>Some text that is long enough to be deflated, deflated.</a>")};
    cc_str   bytes = zip_parts(&b.arena, &part, 1);
    char    *wrong = cc_arena_alloc(&b.arena, bytes.len, 1);
    for (size_t i = 1; i < bytes.len; i++) {
        memcpy(wrong, bytes.ptr, bytes.len);
        wrong[i] = (char)(wrong[i] ^ 0x55);
        read_part(&b, (cc_str){wrong, bytes.len}, CC_PACKAGE_MAX_BYTES, &end);
        assert_true(end == CC_OK || end == CC_WARN || end == CC_FAIL);
        b.lost = 0;
        read_part(&b, (cc_str){bytes.ptr, i}, CC_PACKAGE_MAX_BYTES, &end);
        assert_int_equal(end, CC_FAIL);
        assert_int_equal(b.lost, CC_LOST_DAMAGED);
    }
    cc_arena_release(&b.arena);
}

static void test_links(void **state)
{
    static const char xml[] =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r1' Type='http://a/styles' Target='styles.xml'/>"
        "<Relationship Id='r2' Type='b' Target='../media/./c.png'/>"
        "<Relationship Id='r3' Type='http://a/link' Target='http://x' TargetMode='External'/>"
        "<Relationship Id='r4' Type='http://a/styles' Target='/d/e.xml'/>"
        "<Relationship Id='r5' Type='http://a/f' Target='../../../g/../h'/>"
        "<Relationship Id='r6'/></Relationships>";
    static const char *const wanted[] = {"r1 styles word/styles.xml", "r2 b media/c.png",
                                         "r4 styles d/e.xml", "r5 f h"};
    box                      b;
    cc_package               package;
    cc_links                 all;
    (void)state;
    open_box(&b);
    zip_part part = {"word/_rels/document.xml.rels", cc_str_z(xml)};
    cc_package_open(&package, &b.host, zip_parts(&b.arena, &part, 1), &b.sink);
    cc_links_read(&package, "word/document.xml", &all);
    assert_int_equal(all.n, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < all.n; i++) {
        const cc_link *r   = &all.at[i];
        cc_str         got = cc_arena_printf(&b.arena, "%s %s %s", r->id, r->type, r->target);
        assert_string_equal(got.ptr, wanted[i]);
    }
    assert_ptr_equal(cc_links_of_type(&all, "styles"), &all.at[0]);
    assert_ptr_equal(cc_links_of_id(&all, CC_S("r4")), &all.at[2]);
    assert_null(cc_links_of_type(&all, "style"));
    assert_null(cc_links_of_id(&all, CC_S("r3")));
    cc_links_read(&package, "a.xml", &all);
    assert_int_equal(all.n, 0);
    assert_false(package.lost);
    cc_package_close(&package);
    cc_arena_release(&b.arena);
}

static void test_properties(void **state)
{
#define CORE                                                                                       \
    "<p:coreProperties xmlns:p='http://schemas.openxmlformats.org/package/2006/metadata/"          \
    "core-properties' xmlns:t='http://purl.org/dc/terms/' "                                        \
    "xmlns:d='http://purl.org/dc/elements/1.1/'>"
    static const struct {
        const char *xml, *meta;
    } files[] = {
        {CORE "<d:creator>A <!-- x -->B</d:creator><d:title>C</d:title>"
              "<t:created>2019-01-02T03:04:05Z</t:created><t:modified>2020-01-02</t:modified>"
              "</p:coreProperties>",
         "title=C;author=A B;date=2020-01-02;"},
        {CORE "<d:title/><t:created>2019</t:created></p:coreProperties>", "date=2019;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        box        b;
        cc_package package;
        open_box(&b);
        zip_part part = {"c.xml", cc_str_z(files[i].xml)};
        cc_package_open(&package, &b.host, zip_parts(&b.arena, &part, 1), &b.sink);
        cc_properties_put(&package, "c.xml");
        cc_str got = {b.meta.ptr, b.meta.len};
        if (!cc_str_eq(got, cc_str_z(files[i].meta)))
            fail_msg("got '%.*s', wanted '%s'", CC_F(got), files[i].meta);
        cc_package_close(&package);
        cc_arena_release(&b.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events),     cmocka_unit_test(test_limits),
        cmocka_unit_test(test_damage),     cmocka_unit_test(test_links),
        cmocka_unit_test(test_properties), cmocka_unit_test(test_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
