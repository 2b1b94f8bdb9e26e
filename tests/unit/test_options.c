/* test_options.c - command lines against a table of all kinds of options. */
#include "base/nearest.h"
#include "base/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct fields {
    bool               flag;
    const char        *text;
    const char *const *list, *const *words;
    uint32_t count, score, fail_on;
    uint64_t size;
    cc_level level;
} fields;

static const cc_option_row rows[] = {
    {"claims", 'c', CC_OPTION_FLAG, offsetof(fields, flag), NULL, "print the claims"},
    {"format", 0, CC_OPTION_TEXT, offsetof(fields, text), "FORMAT", "text or jsonl"},
    {"against", 0, CC_OPTION_LIST, offsetof(fields, list), "PATH", "hold against PATH"},
    {"pair", 0, CC_OPTION_PAIR, offsetof(fields, list), "A B", "two of them"},
    {"check", 0, CC_OPTION_WORDS, offsetof(fields, words), "ID,-ID", "only these checks"},
    {"jobs", 'j', CC_OPTION_COUNT, offsetof(fields, count), "N", "threads"},
    {0}};
static const cc_option_row more_rows[] = {
    {"max-member", 0, CC_OPTION_SIZE, offsetof(fields, size), "SIZE", "largest member"},
    {"min-score", 0, CC_OPTION_SCORE, offsetof(fields, score), "SCORE", "lowest score"},
    {"level", 0, CC_OPTION_LEVEL, offsetof(fields, level), "LEVEL", "lowest level"},
    {"fail-on", 0, CC_OPTION_FAIL_ON, offsetof(fields, fail_on), "LEVEL", "level that fails"},
    {0}};
static const cc_option_group groups[] = {{"Some", rows}, {"Others", more_rows}, {0}};
static const cc_usage        usage    = {.synopsis = "try [OPTION]... PATH...",
                                         .about    = "Tries options.",
                                         .examples = "  claimcheck try\n",
                                         .groups   = groups};

enum { MAX_ARGS = 8 };

static void join(char *to, size_t size, const char *const *list)
{
    size_t n = strlen(to);
    for (; list != NULL && *list != NULL && n < size; list++)
        n += (size_t)snprintf(to + n, size - n, "<%s>", *list);
}

/* All fields in one line, then the arguments. */
static void show(char *to, size_t size, const fields *f, const char *const *args)
{
    static const fields nothing = {0};
    to[0]                       = '\0';
    snprintf(to, size, "%s%s%s", f->flag ? "claims " : "", f->text != NULL ? f->text : "",
             f->text != NULL ? " " : "");
    join(to, size, f->list);
    join(to, size, f->words);
    size_t n = strlen(to);
    if (f->count != nothing.count || f->size != 0 || f->score != 0)
        n += (size_t)snprintf(to + n, size - n, "j%u m%llu s%u ", f->count,
                              (unsigned long long)f->size, f->score);
    if (f->level != 0 || f->fail_on != 9)
        snprintf(to + n, size - n, "l%u f%u ", f->level, f->fail_on);
    join(to, size, args);
}

static void check_line(const char *const *argv, cc_status want_status, const char *want)
{
    cc_arena           arena = {0};
    cc_fault           fault = {0};
    fields             f     = {.fail_on = 9};
    const char *const *args  = NULL;
    char               got[512];
    int                argc = 0;
    while (argv[argc] != NULL)
        argc++;
    cc_status status = cc_options_parse(&arena, &usage, argc, argv, &f, &args, &fault);
    if (status == CC_OK)
        show(got, sizeof got, &f, args);
    else
        snprintf(got, sizeof got, "%s", fault.message);
    cc_arena_release(&arena);
    if (status != want_status || strcmp(got, want) != 0)
        fail_msg("%s %s: got %d '%s', wanted %d '%s'", argv[1] != NULL ? argv[1] : "",
                 argv[1] != NULL && argv[2] != NULL ? argv[2] : "", (int)status, got,
                 (int)want_status, want);
}

static void values_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *argv[MAX_ARGS];
        const char *want;
    } cases[] = {
        {{"try"}, ""},
        {{"try", "a", "--claims", "b"}, "claims <a><b>"},
        {{"try", "-", "--", "--claims"}, "<-><--claims>"},
        {{"try", "--format=text", "--format", "jsonl"}, "jsonl "},
        {{"try", "--against", "a", "--against=b", "c"}, "<a><b><c>"},
        {{"try", "--check", "-magnitude,date-order", "--check", "x,,"},
         "<-magnitude><date-order><x>"},
        {{"try", "--pair", "a", "-b", "c"}, "<a><-b><c>"},
        {{"try", "c", "--pair", "a", "--claims"}, "<a><--claims><c>"},
        {{"try", "--", "--pair", "a", "b"}, "<--pair><a><b>"},
        {{"try", "-cj4"}, "claims j4 m0 s0 "},
        {{"try", "-j", "4294967295"}, "j4294967295 m0 s0 "},
        {{"try", "--max-member", "4096"}, "j0 m4096 s0 "},
        {{"try", "--max-member", "64KiB"}, "j0 m65536 s0 "},
        {{"try", "--max-member", "2MiB"}, "j0 m2097152 s0 "},
        {{"try", "--max-member", "1GiB"}, "j0 m1073741824 s0 "},
        {{"try", "--min-score", "0.5"}, "j0 m0 s500 "},
        {{"try", "--min-score", ".925"},
         ""
         "j0 m0 s925 "},
        {{"try", "--min-score", "1.0"}, "j0 m0 s1000 "},
        {{"try", "--level", "warning"}, "l2 f9 "},
        {{"try", "--fail-on", "never"}, "l0 f0 "},
        {{"try", "--fail-on", "error"}, "l0 f3 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(cases[i].argv, CC_OK, cases[i].want);
}

static void mistakes_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *argv[MAX_ARGS];
        const char *want;
    } cases[] = {
        {{"try", "--min-scor=0.5"}, "unknown option '--min-scor', did you mean '--min-score'?"},
        {{"try", "--aganst", "x"}, "unknown option '--aganst', did you mean '--against'?"},
        {{"try", "--cl"}, "unknown option '--cl', did you mean '--claims'?"},
        {{"try", "--hepl"}, "unknown option '--hepl', did you mean '--help'?"},
        {{"try", "--quite-another"}, "unknown option '--quite-another'"},
        {{"try", "-x"}, "unknown option '-x'"},
        {{"try", "--format"}, "option '--format' needs a value"},
        {{"try", "--format="}, "option '--format' needs a value"},
        {{"try", "--claims=yes"}, "option '--claims' takes no value"},
        {{"try", "--pair"}, "option '--pair' needs a value"},
        {{"try", "-j", "four"},
         "option '--jobs': 'four' is not a whole number from 0 to 4294967295"},
        {{"try", "-j", "4294967296"},
         "option '--jobs': '4294967296' is not a whole number from 0 to 4294967295"},
        {{"try", "--max-member", "10MB"},
         "option '--max-member': '10MB' is not a size such as 4096, 64KiB, 256MiB or 1GiB"},
        /* One more than fits into 63 bits. */
        {{"try", "--max-member", "8589934592GiB"},
         "option '--max-member': '8589934592GiB' is not a size such as 4096, 64KiB, 256MiB or "
         "1GiB"},
        {{"try", "--max-member", "-1"},
         "option '--max-member': '-1' is not a size such as 4096, 64KiB, 256MiB or 1GiB"},
        {{"try", "--min-score", "1.001"},
         "option '--min-score': '1.001' is not a score from 0 to 1 with at most three decimals"},
        {{"try", "--min-score", "0.1234"},
         "option '--min-score': '0.1234' is not a score from 0 to 1 with at most three decimals"},
        {{"try", "--min-score", "."},
         "option '--min-score': '.' is not a score from 0 to 1 with at most three decimals"},
        {{"try", "--min-score", "0,5"},
         "option '--min-score': '0,5' is not a score from 0 to 1 with at most three decimals"},
        {{"try", "--level", "never"},
         "option '--level': 'never' is not one of error, warning, note"},
        {{"try", "--fail-on", "Error"},
         "option '--fail-on': 'Error' is not one of error, warning, note, never"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(cases[i].argv, CC_FATAL, cases[i].want);
}

static void help_is_asked_for(void **state)
{
    (void)state;
    check_line((const char *const[]){"try", "--help", NULL}, CC_END, "");
    check_line((const char *const[]){"try", "a", "-h", "--no-such", NULL}, CC_END, "");
}

static void environment_changes_nothing(void **state)
{
    (void)state;
    setenv("POSIXLY_CORRECT", "1", 1);
    check_line((const char *const[]){"try", "a", "--claims", NULL}, CC_OK, "claims <a>");
}

static void help_shows_every_row(void **state)
{
    (void)state;
    char  *text = NULL;
    size_t size = 0;
    FILE  *to   = open_memstream(&text, &size);
    cc_options_help(&usage, to);
    fclose(to);
    const char *want = "Usage: claimcheck try [OPTION]... PATH...\n\nTries options.\n\n"
                       "Examples:\n  claimcheck try\n\n"
                       "Some:\n"
                       "  -c, --claims              print the claims\n"
                       "      --format FORMAT       text or jsonl\n"
                       "      --against PATH        hold against PATH\n"
                       "      --pair A B            two of them\n"
                       "      --check ID,-ID        only these checks\n"
                       "  -j, --jobs N              threads\n\n"
                       "Others:\n"
                       "      --max-member SIZE     largest member\n"
                       "      --min-score SCORE     lowest score\n"
                       "      --level LEVEL         lowest level\n"
                       "      --fail-on LEVEL       level that fails\n"
                       "  -h, --help                print this\n";
    if (strcmp(text, want) != 0)
        fail_msg("got\n%s\nwanted\n%s", text, want);
    free(text);
}

static void nearest_word_is_found(void **state)
{
    (void)state;
    static const char *const known[] = {"value-conflict", "magnitude", "date-order", NULL};
    static const struct {
        const char *word, *want;
    } cases[] = {
        {"magnitud", "magnitude"},
        {"mangitude", "magnitude"},
        {"date", "date-order"},
        {"value-conflicts", "value-conflict"},
        {"sum-mismatch", NULL},
        {"", NULL},
        {"x", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = cc_nearest(cc_str_z(cases[i].word), known);
        if (got != cases[i].want &&
            (got == NULL || cases[i].want == NULL || strcmp(got, cases[i].want) != 0))
            fail_msg("'%s': got %s, wanted %s", cases[i].word, got != NULL ? got : "none",
                     cases[i].want != NULL ? cases[i].want : "none");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read),      cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(help_is_asked_for),    cmocka_unit_test(environment_changes_nothing),
        cmocka_unit_test(help_shows_every_row), cmocka_unit_test(nearest_word_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
