/* test_walk.c - arguments and folders: what is met, in which order, how often, under which path. */
#include "source_box.h"

static void make_tree(void)
{
    mkdir("c", 0755);
    mkdir("c/sub", 0755);
    mkdir("c/.git", 0755);
    box_text("c/b.txt", "B");
    box_text("c/a.txt", "A");
    box_text("c/sub/z.md", "Z");
    box_text("c/sub.txt", "S");
    box_text("c/.hidden", "no");
    box_text("c/.git/x.txt", "no");
    box_text("c/p.png", "\x89PNG\r\n\x1A\n.");
    box_text("c/q.pdf", "{\\rtf1");
    assert_int_equal(symlink("a.txt", "c/link.txt"), 0);
    struct archive *a = box_archive("c/k.zip", "zip");
    box_member(a, "d/m.txt", "M");
    box_member(a, "d/n.txt", "N");
    box_member(a, "o!.txt", "O");
    box_done(a);
}

#define ALL                                                                                        \
    "ok - c/a.txt|A\n"                                                                             \
    "ok - c/b.txt|B\n"                                                                             \
    "ok - c/k.zip!d/m.txt|M\n"                                                                     \
    "ok - c/k.zip!d/n.txt|N\n"                                                                     \
    "ok - c/k.zip!o\\x21.txt|O\n"                                                                  \
    "skipped unsupported c/link.txt|\n"                                                            \
    "skipped unsupported c/p.png|\n"                                                               \
    "unreadable unsupported c/q.pdf|\n"                                                            \
    "ok - c/sub/z.md|Z\n"                                                                          \
    "ok - c/sub.txt|S\n"

static void test_arguments(void **state)
{
    box *b = *state;
    static const struct {
        const char *paths[4];
        const char *wanted;
    } cases[] = {
        {{"c"}, ALL},
        {{"./c/"}, ALL},
        {{"c//"}, ALL},
        /* Each once, in one order. */
        {{"c/sub.txt", "c", "c/a.txt"}, ALL},
        {{"c", "c/k.zip!d/m.txt", "c/k.zip"}, ALL},
        {{"c/b.txt", "c/a.txt", "./c/b.txt"}, "ok - c/a.txt|A\nok - c/b.txt|B\n"},
        /* Asked for by name, a hidden file is read, and a link followed. */
        {{"c/.hidden", "c/sub"}, "ok - c/.hidden|no\nok - c/sub/z.md|Z\n"},
        {{"c/link.txt"}, "ok - c/link.txt|A\n"},
        {{"c/k.zip!d/n.txt"}, "ok - c/k.zip!d/n.txt|N\n"},
        {{"./c/k.zip!d/"}, "ok - c/k.zip!d/m.txt|M\nok - c/k.zip!d/n.txt|N\n"},
        {{"c/k.zip!d/n.txt", "c/k.zip!d"}, "ok - c/k.zip!d/m.txt|M\nok - c/k.zip!d/n.txt|N\n"},
        {{"c/k.zip!o\\x21.txt"}, "ok - c/k.zip!o\\x21.txt|O\n"},
    };
    make_tree();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(box_walk(b, cases[i].paths), CC_OK);
        if (strcmp(b->lines, cases[i].wanted) != 0)
            fail_msg("row %zu: got\n%swanted\n%s", i, b->lines, cases[i].wanted);
    }
    assert_int_equal(chdir("c/sub"), 0);
    assert_int_equal(WALK(b, "."), CC_OK);
    assert_string_equal(b->lines, "ok - z.md|Z\n");
    assert_int_equal(WALK(b, "../a.txt"), CC_OK);
    assert_string_equal(b->lines, "ok - ../a.txt|A\n");
}

/* An argument that is wrong is told of before anything is read. */
static void test_wrong_arguments(void **state)
{
    box *b = *state;
    static const struct {
        const char *path, *message;
    } cases[] = {
        {"x", "cannot read 'x': No such file or directory"},
        {"", "cannot read '': No such file or directory"},
        {"a.txt/", "cannot read 'a.txt/': Not a directory"},
        {"x!y", "cannot read 'x!y': No such file or directory"},
        {"fifo", "cannot read 'fifo': it is a named pipe; '-' reads standard input"},
        {"/dev/null", "cannot read '/dev/null': it is a device; '-' reads standard input"},
    };
    box_text("a.txt", "A");
    assert_int_equal(mkfifo("fifo", 0600), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(WALK(b, "a.txt", cases[i].path), CC_FATAL);
        assert_string_equal(b->fault.message, cases[i].message);
        assert_string_equal(b->lines, "");
    }
    assert_int_equal(WALK(b, "a.txt!b"), CC_FATAL);
    assert_string_equal(b->fault.message, "cannot read 'a.txt!b': no such member");
}

static void test_globs(void **state)
{
    box *b = *state;
    static const struct {
        const char *include[4], *exclude[4]; /* end with NULL */
        const char *wanted;
    } cases[] = {
        {{"*.md"}, {NULL}, "ok - c/sub/z.md|Z\n"},
        {{"m.txt", "a.txt"}, {NULL}, "ok - c/a.txt|A\nok - c/k.zip!d/m.txt|M\n"},
        {{"d/*"}, {"n.txt"}, "ok - c/k.zip!d/m.txt|M\n"},
        {{"c/k.zip!d/n*"}, {NULL}, "ok - c/k.zip!d/n.txt|N\n"},
        {{"sub"}, {NULL}, "ok - c/sub/z.md|Z\n"},
        {{"*.txt"}, {"k.zip", "c/s*", "link*"}, "ok - c/a.txt|A\nok - c/b.txt|B\n"},
        {{"none"}, {NULL}, ""},
    };
    make_tree();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        b->options.include = cases[i].include;
        b->options.exclude = cases[i].exclude;
        assert_int_equal(WALK(b, "c"), CC_OK);
        if (strcmp(b->lines, cases[i].wanted) != 0)
            fail_msg("row %zu: got\n%swanted\n%s", i, b->lines, cases[i].wanted);
    }
}

static void test_ignore_files(void **state)
{
    box *b = *state;
    make_tree();
    box_text("c/.claimcheckignore", "# nothing of these\n*.txt\n!b.txt\np.*\n*.zip\nq.pdf\n");
    box_text("c/sub/.claimcheckignore", "!y.txt\n");
    box_text("c/sub/y.txt", "Y");
    assert_int_equal(WALK(b, "c"), CC_OK);
    assert_string_equal(b->lines, "ok - c/b.txt|B\nok - c/sub/y.txt|Y\nok - c/sub/z.md|Z\n");
    /* What is given by name is read. */
    assert_int_equal(WALK(b, "c", "c/a.txt"), CC_OK);
    assert_string_equal(b->lines,
                        "ok - c/b.txt|B\nok - c/sub/y.txt|Y\nok - c/sub/z.md|Z\nok - c/a.txt|A\n");
    box_text("c/.claimcheckignore", "*\n!sub/\n");
    assert_int_equal(WALK(b, "./c"), CC_OK);
    assert_string_equal(b->lines, "ok - c/sub/y.txt|Y\n");
}

/* What is no file holds no rules, and is not waited for. */
static void test_no_ignore_file(void **state)
{
    box *b = *state;
    mkdir("c", 0755);
    box_text("c/a.txt", "A");
    assert_int_equal(mkfifo("c/.claimcheckignore", 0600), 0);
    assert_int_equal(WALK(b, "c"), CC_OK);
    assert_string_equal(b->lines, "ok - c/a.txt|A\n");
    assert_int_equal(remove("c/.claimcheckignore"), 0);
    mkdir("c/.claimcheckignore", 0755);
    assert_int_equal(WALK(b, "c"), CC_OK);
    assert_string_equal(b->lines, "ok - c/a.txt|A\n");
}

static void test_unreadable(void **state)
{
    box *b = *state;
    if (geteuid() == 0)
        skip(); /* root reads everything */
    mkdir("c", 0755);
    box_text("c/a.txt", "A");
    box_text("c/b.txt", "B");
    chmod("c/a.txt", 0);
    assert_int_equal(WALK(b, "c"), CC_OK);
    assert_string_equal(b->lines, "unreadable io-error c/a.txt|\nok - c/b.txt|B\n");
    assert_int_equal(WALK(b, "c/a.txt"), CC_FATAL);
    assert_string_equal(b->fault.message, "cannot read 'c/a.txt': Permission denied");
}

static void test_odd_names(void **state)
{
    box *b = *state;
    mkdir("c", 0755);
    box_text("c/a!b\n.txt", "1");
    box_text("c/\xFF\\.txt", "2");
    assert_int_equal(WALK(b, "c"), CC_OK);
    assert_string_equal(b->lines, "ok - c/a\\x21b\\x0A.txt|1\nok - c/\\xFF\\x5C.txt|2\n");
    assert_int_equal(WALK(b, "c/a!b\n.txt"), CC_OK);
    assert_string_equal(b->lines, "ok - c/a\\x21b\\x0A.txt|1\n");
}

static void test_stdin(void **state)
{
    box *b = *state;
    box_text("a.txt", "A");
    assert_int_equal(box_walk_pipe(b, "a.txt"), CC_OK);
    assert_string_equal(b->lines, "ok - -|A\n");
    b->options.stdin_name = "draft.txt";
    assert_int_equal(box_walk_pipe(b, "a.txt"), CC_OK);
    assert_string_equal(b->lines, "ok - draft.txt|A\n");
}

static cc_status stop_at_once(void *user, const cc_member *m)
{
    ++*(int *)user;
    free(m->owned);
    return CC_END;
}

static void test_stop(void **state)
{
    box *b    = *state;
    int  seen = 0;
    make_tree();
    assert_int_equal(
        cc_source_walk(&b->options, (const char *const[]){"c"}, 1, stop_at_once, &seen, &b->fault),
        CC_END);
    assert_int_equal(cc_source_walk(&b->options, (const char *const[]){"c/k.zip"}, 1, stop_at_once,
                                    &seen, &b->fault),
                     CC_END);
    assert_int_equal(seen, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_arguments, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_wrong_arguments, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_globs, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_ignore_files, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_no_ignore_file, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_unreadable, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_odd_names, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_stdin, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_stop, box_open, box_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
