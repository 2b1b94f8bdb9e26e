/* test_archive.c - members of archives of all formats, whole, damaged, and over the limits. */
#include "source_box.h"

#define LONG "Exports rose by 4.2 percent to $495.7bn in 2019, and imports fell by 3 percent.\n"
#define LONG_4 LONG LONG LONG LONG

static void check(box *b, const char *what, const char *wanted)
{
    if (strcmp(b->lines, wanted) != 0)
        fail_msg("%s: got\n%swanted\n%s", what, b->lines, wanted);
}

static void make(const char *path, const char *how)
{
    struct archive *a = box_archive(path, how);
    box_member(a, "d/b.txt", "B");
    box_member(a, "a.txt", LONG_4);
    box_member_of(a, AE_IFREG, "e.txt", "", 0);
    box_done(a);
}

/* What is done to an archive's bytes; the position may count from the end, below 0. */
typedef enum damage { CUT, FLIP, APPEND } damage;

static void damage_file(const char *path, damage how, long at, const char *more, size_t more_len)
{
    size_t len;
    char  *bytes = box_read(path, &len);
    size_t where = at < 0 ? len - (size_t)-at : (size_t)at;
    if (how == CUT)
        len = where;
    else if (how == FLIP)
        bytes[where] ^= 0x55;
    memcpy(bytes + len, more, more_len);
    box_write(path, bytes, len + more_len);
    free(bytes);
}

/* One result whatever the format, from a file, a pipe, and in another archive. */
static void test_formats(void **state)
{
    box                     *b     = *state;
    static const char *const HOW[] = {"tar",     "tar.gz", "tar.xz", "tar.zst",
                                      "tar.bz2", "cpio",   "zip"};
    b->options.stdin_name          = "x";
    for (size_t i = 0; i < sizeof HOW / sizeof *HOW; i++) {
        make("x", HOW[i]);
        const char *wanted = "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n";
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], wanted);
        assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
        check(b, HOW[i], wanted);
        size_t          len;
        char           *bytes = box_read("x", &len);
        struct archive *outer = box_archive("o", "tar");
        box_member_of(outer, AE_IFREG, "x", bytes, len);
        box_done(outer);
        free(bytes);
        assert_int_equal(WALK(b, "o"), CC_OK);
        check(b, HOW[i], "ok - o!x!d/b.txt|B\nok - o!x!a.txt|<320>\nok - o!x!e.txt|\n");
    }
    /* libarchive's writer puts empty members of a 7z last. */
    make("x", "7z");
    assert_int_equal(WALK(b, "x"), CC_OK);
    char from_file[sizeof b->lines];
    strcpy(from_file, b->lines);
    assert_non_null(strstr(from_file, "ok - x!d/b.txt|B\n"));
    assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
    check(b, "7z", from_file);
}

/* One compressed file is the document itself. */
static void test_packed(void **state)
{
    box                     *b     = *state;
    static const char *const HOW[] = {"gz", "xz", "zst", "bz2"};
    for (size_t i = 0; i < sizeof HOW / sizeof *HOW; i++) {
        struct archive *a = box_archive("x", HOW[i]);
        box_member(a, "t.txt", "five percent");
        box_done(a);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "ok - x|five percent\n");
        /* Its members one behind the other are one text. */
        size_t len;
        char  *bytes = box_read("x", &len);
        damage_file("x", APPEND, 0, bytes, len);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "ok - x|five percentfive percent\n");
        damage_file("x", CUT, (long)len + 8, "", 0);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "partial trailing-garbage x|five percent\n");
        free(bytes);
    }
}

static void test_names(void **state)
{
    box            *b = *state;
    struct archive *a = box_archive("x", "tar");
    box_member(a, "./p.txt", "0");
    box_member(a, "../../tmp/t.txt", "1");
    box_member(a, "/etc/t.txt", "2");
    box_member(a, "dup", "3");
    box_member(a, "dup", "4");
    box_member(a, "a!b\\c\n", "5");
    box_member(a, "\xC3\xA9\xFF", "6");
    box_member_of(a, AE_IFDIR, "folder", "", 0);
    box_member_of(a, AE_IFLNK, "link", "", 0);
    box_member_of(a, AE_IFIFO, "fifo", "", 0);
    box_done(a);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "names",
          "ok - x!p.txt|0\n"
          "ok - x!../../tmp/t.txt|1\n"
          "ok - x!/etc/t.txt|2\n"
          "ok - x!dup|3\n"
          "ok - x!dup#2|4\n"
          "ok - x!a\\x21b\\x5Cc\\x0A|5\n"
          "ok - x!\xC3\xA9\\xFF|6\n"
          "skipped unsupported x!link|\n"
          "skipped unsupported x!fifo|\n");
}

static void test_damage(void **state)
{
    box *b = *state;
    static const struct {
        const char *how;
        damage      damage;
        long        at;
        const char *more;
        size_t      more_len;
        const char *wanted;
    } cases[] = {
#define WHOLE "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n"
        {"tar", CUT, 1024 + 512 + 100, "", 0,
         "ok - x!d/b.txt|B\npartial truncated x!a.txt|<100>\npartial truncated x|\n"},
        {"tar", CUT, 1024, "", 0, "ok - x!d/b.txt|B\npartial truncated x|\n"},
        {"tar", CUT, 1024 + 100, "", 0, "ok - x!d/b.txt|B\npartial truncated x|\n"},
        {"tar", CUT, 300, "", 0, "skipped unsupported x|\n"},
        {"tar", APPEND, 0, "\0\0\0\0\0", 5, WHOLE},
        {"tar", APPEND, 0, "junk", 4, WHOLE "partial trailing-garbage x|\n"},
        /* The checksum of gzip. */
        {"tar.gz", FLIP, -8, "", 0, WHOLE "partial crc-mismatch x|\n"},
        {"tar.gz", FLIP, -1, "", 0, WHOLE "partial crc-mismatch x|\n"},
        {"tar.gz", CUT, -4, "", 0, WHOLE "partial truncated x|\n"},
        {"tar.gz", APPEND, 0, "\0\0\0", 3, WHOLE},
        {"tar.gz", APPEND, 0, "junk", 4, WHOLE "partial trailing-garbage x|\n"},
        {"tar.gz", APPEND, 0, "\x1F", 1, WHOLE "partial trailing-garbage x|\n"},
        {"tar.xz", APPEND, 0, "junk and junk and junk", 22, WHOLE "partial trailing-garbage x|\n"},
        {"tar.xz", CUT, -20, "", 0, WHOLE "partial truncated x|\n"},
        /* zstd gives whole blocks only. */
        {"tar.zst", CUT, -2, "", 0, "unreadable truncated x|\n"},
        {"tar.bz2", CUT, -4, "", 0, WHOLE "partial truncated x|\n"},
        {"cpio", APPEND, 0, "junk", 4, WHOLE "partial trailing-garbage x|\n"},
        {"zip", APPEND, 0, "\0\0\0", 3, WHOLE},
        {"zip", APPEND, 0, "junk", 4, WHOLE "partial trailing-garbage x|\n"},
        /* The directory is gone, the members are not. */
        {"zip", CUT, -30, "", 0, WHOLE "partial truncated x|\n"},
        {"7z", CUT, -30, "", 0, "unreadable truncated x|\n"},
#undef WHOLE
    };
    b->options.stdin_name = "x";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char what[64];
        snprintf(what, sizeof what, "row %zu, %s", i, cases[i].how);
        make("x", cases[i].how);
        damage_file("x", cases[i].damage, cases[i].at, cases[i].more, cases[i].more_len);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, what, cases[i].wanted);
        assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
        check(b, what, cases[i].wanted);
    }
}

/* A byte of a stored member: it is all there, and marked; the next one is read. */
static void test_zip_checksum(void **state)
{
    box            *b = *state;
    struct archive *a = box_archive("x", "stored zip");
    box_member(a, "a.txt", "five percent");
    box_member(a, "b.txt", "six percent");
    box_done(a);
    size_t      len;
    char       *bytes = box_read("x", &len);
    const char *at    = memmem(bytes, len, "five", 4);
    damage_file("x", FLIP, at - bytes, "", 0);
    free(bytes);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "checksum", "partial crc-mismatch x!a.txt|3ive percent\nok - x!b.txt|six percent\n");
}

static void test_joined(void **state)
{
    box *b = *state;
    make("x", "tar.gz");
    size_t len;
    char  *bytes = box_read("x", &len);
    damage_file("x", APPEND, 0, bytes, len);
    free(bytes);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "two archives",
          "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n"
          "ok - x!d/b.txt#2|B\nok - x!a.txt#2|<320>\nok - x!e.txt#2|\n");
}

static void test_nothing(void **state)
{
    box *b = *state;
    box_text("f", "");
    assert_int_equal(WALK(b, "f"), CC_OK);
    check(b, "an empty file", "ok - f|\n");
    static const char *const HOW[] = {"tar", "tar.gz", "zip"};
    for (size_t i = 0; i < sizeof HOW / sizeof *HOW; i++) {
        box_done(box_archive("x", HOW[i]));
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "skipped no-text x|\n");
        if (strcmp(HOW[i], "zip") == 0)
            continue;
        struct archive *a = box_archive("x", HOW[i]);
        box_member_of(a, AE_IFDIR, "folder", "", 0);
        box_done(a);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "skipped no-text x|\n");
    }
    static const char zeros[100000];
    box_write("x", zeros, sizeof zeros);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "zeros", "skipped no-text x|\n");
}

static void make_nested(unsigned depth)
{
    box_text("x", "T");
    for (unsigned i = 0; i < depth; i++) {
        size_t          len;
        char           *bytes = box_read("x", &len);
        struct archive *a     = box_archive("x", i % 2 == 0 ? "zip" : "tar.gz");
        box_member_of(a, AE_IFREG, "n", bytes, len);
        box_done(a);
        free(bytes);
    }
}

static void test_nesting(void **state)
{
    box *b                 = *state;
    b->options.max_nesting = 2;
    make_nested(3);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "at the limit", "ok - x!n!n!n|T\n");
    make_nested(4);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "over it", "unreadable depth x!n!n!n|\n");
}

static void test_limits(void **state)
{
    box *b = *state;
    make("x", "tar");
    b->options.max_members = 3;
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "members, at the limit", "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n");
    b->options.max_members = 2;
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, "members, over it", "ok - x!d/b.txt|B\nok - x!a.txt|<320>\npartial too-large x|\n");
    b->options            = cc_source_standard();
    b->options.stdin_name = "x";

    static const char *const HOW[] = {"tar", "tar.gz", "zip"};
    for (size_t i = 0; i < sizeof HOW / sizeof *HOW; i++) {
        make("x", HOW[i]);
        b->options.max_member_bytes = 320;
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n");
        b->options.max_member_bytes = 319;
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, HOW[i], "ok - x!d/b.txt|B\npartial too-large x!a.txt|<319>\nok - x!e.txt|\n");
    }
    size_t len;
    free(box_read("x", &len));
    b->options.max_member_bytes = 320;
    b->options.max_spool_bytes  = len;
    assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
    check(b, "spool, at the limit", "ok - x!d/b.txt|B\nok - x!a.txt|<320>\nok - x!e.txt|\n");
    b->options.max_spool_bytes = len - 1;
    assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
    check(b, "spool, over it", "unreadable needs-seek x|\n");
}

/* 80 MiB of 'a' in one member, then a text. */
static void test_ratio(void **state)
{
    box *b = *state;
    static const struct {
        const char *how, *wanted;
    } cases[] = {
        /* zip passes over the rest of a member, the others would have to unpack it. */
        {"zip", "unreadable ratio x!big|\nok - x!a.txt|A\n"},
        {"tar.gz", "unreadable ratio x!big|\npartial ratio x|\n"},
        {"tar", "ok - x!big|<83886080>\nok - x!a.txt|A\n"},
        {"gz", "unreadable ratio x|\n"},
    };
    size_t big = 80u << 20;
    char  *as  = malloc(big);
    memset(as, 'a', big);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct archive *a = box_archive("x", cases[i].how);
        box_member_of(a, AE_IFREG, "big", as, big);
        if (strcmp(cases[i].how, "gz") != 0)
            box_member(a, "a.txt", "A");
        box_done(a);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, cases[i].how, cases[i].wanted);
    }
    free(as);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_formats, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_packed, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_names, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_damage, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_zip_checksum, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_joined, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_nothing, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_nesting, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_limits, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_ratio, box_open, box_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
