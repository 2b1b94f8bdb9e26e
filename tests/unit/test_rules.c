/* test_rules.c - rule/rules.c, draft.c, pieces.c, compile.c. */
#include "rule/rules.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64]; /* holds ship/en/pieces and mine */

static void write_file(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    assert_true(fputs(text, to) >= 0);
    assert_int_equal(fclose(to), 0);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(path);
}

static int make_folder(void **state)
{
    static const char *const parts[] = {"", "/ship", "/ship/en", "/ship/en/pieces", "/mine"};
    const char              *tmp     = getenv("TMPDIR");
    char                     path[128];
    (void)state;
    snprintf(folder, sizeof folder, "%.40s/ccXXXXXX", tmp == NULL ? "/tmp" : tmp);
    if (mkdtemp(folder) == NULL)
        return -1;
    for (size_t i = 1; i < sizeof parts / sizeof parts[0]; i++) {
        snprintf(path, sizeof path, "%s%s", folder, parts[i]);
        if (mkdir(path, 0700) != 0)
            return -1;
    }
    write_file("ship/en/pieces/figure.yaml",
               "schema: 1\nlang: en\npieces: {digit: '\\d', figure: '{digit}+', other: x}\n");
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static cc_status load(cc_arena *arena, bool with_mine, cc_rules *ret, cc_fault *fault)
{
    char shipped[128], mine[128];
    snprintf(shipped, sizeof shipped, "%s/ship", folder);
    snprintf(mine, sizeof mine, "%s/mine", folder);
    const char *const user[] = {mine};
    return cc_rules_load(arena, shipped, user, with_mine, ret, fault);
}

#define HEAD "schema: 1\nkind: money\nlang: en\n"
#define FIRST HEAD "rules:\n  - id: money.a\n    about: x\n"
#define TEXTS                                                                                      \
    "    examples: [{text: '«5»'}]\n"                                                            \
    "    counterexamples: [{text: x, why: y}]\n"
#define WITH(keys) FIRST "    " keys "\n" TEXTS
#define PATTERN(p) FIRST "    pattern: '" p "'\n" TEXTS

static void test_refused(void **state)
{
    static const struct {
        const char *text, *message;
        uint32_t    line, column;
    } cases[] = {
        {"kind: money\nlang: en\n", "key 'schema' is missing", 1, 1},
        {"schema: 2\nkind: money\nlang: en\n", "'schema' must be '1'", 1, 9},
        {"schema: 1\nkind: date\nlang: en\n", "'kind' must be 'money'", 2, 7},
        {"schema: 1\nkind: money\nlang: es\n", "'lang' must be 'en'", 3, 7},
        {HEAD, "key 'rules' is missing", 1, 1},
        {HEAD "rules: []\n", "'rules' is a list of at least one", 4, 8},
        {HEAD "rule: []\n", "unknown key 'rule', did you mean 'rules'?", 4, 1},
        {HEAD "uses: [none]\n", "there is no '", 4, 8},
        {HEAD "uses: figure\n", "'uses' is a list", 4, 7},
        {HEAD "pieces: [a]\n", "pieces are written", 4, 9},
        {HEAD "pieces: {A: x}\n", "a piece's name is of", 4, 10},
        {HEAD "pieces: {a: [x]}\n", "a piece is a part of a pattern", 4, 13},
        {HEAD "pieces: {b: 'x{a}', a: y}\n", "no piece 'a' stands above", 4, 15},
        {HEAD "uses: [figure]\npieces: {digit: x}\n", "there is a piece 'digit' already", 5, 10},
        {HEAD "pieces: {a: x, b: y}\n"
              "rules: [{id: money.a, about: x, pattern: '{a}', examples: [{text: x}], "
              "counterexamples: [{text: x, why: y}]}]\n",
         "nothing uses piece 'b'", 4, 16},
        {HEAD "rules:\n  - x\n", "keys and values are wanted", 5, 5},
        {HEAD "rules:\n  - {id: date.a}\n", "an id here is 'money.words-with-dashes'", 5, 10},
        {HEAD "rules:\n  - {id: money.}\n", "an id here is", 5, 10},
        {HEAD "rules:\n  - {id: money.a--b}\n", "an id here is", 5, 10},
        {HEAD "rules:\n  - {id: money.A}\n", "an id here is", 5, 10},
        {HEAD "rules:\n  - {id: money.a}\n", "key 'about' is missing", 5, 5},
        {FIRST "    pattern: x\n", "key 'examples' is missing", 5, 5},
        {FIRST "    pattern: x\n    examples: [{text: x}]\n", "key 'counterexamples' is missing", 5,
         5},
        {FIRST "    pattern: x\n    examples: [{txt: x}]\n", "did you mean 'text'?", 8, 17},
        {FIRST "    pattern: (?<n>x)\n    examples: [{text: x, m: x}]\n", "unknown key 'm'", 8, 26},
        {FIRST "    pattern: x\n    examples: [{text: x, unit: [x]}]\n", "'unit' is a text", 8, 32},
        {FIRST "    pattern: x\n    examples: [{text: x}]\n    counterexamples: [{text: x}]\n",
         "key 'why' is missing", 9, 23},
        {WITH("patern: x"), "unknown key 'patern', did you mean 'pattern'?", 7, 5},
        {WITH("needs: x"), "'needs' is a list", 7, 12},
        {WITH("needs: ['']"), "'needs' lists texts", 7, 14},
        {WITH("engine: tre"), "engine 'tre' comes with names: not yet", 7, 13},
        {WITH("engine: awk"), "'engine' is pcre2 or tre", 7, 13},
        {WITH("max_errors: 1"), "'max_errors' belongs to engine 'tre'", 7, 17},
        {WITH("ucp: yes"), "'ucp' is true or false", 7, 10},
        {WITH("about: y"), "key 'about' stands twice", 7, 5},
        {PATTERN("a(b"), "missing closing parenthesis", 7, 18},
        {PATTERN("é[z-a]"), "range out of order in character class", 7, 19},
        {PATTERN("a*"), "the pattern can match an empty text", 7, 15},
        {PATTERN("(?=x)"), "the pattern can match an empty text", 7, 15},
        {PATTERN("x\\C"), "using \\C is disabled", 7, 0},
        {PATTERN("(*UCP)x"), "using UCP is disabled", 7, 0},
        {PATTERN("x{piece}"), "no piece 'piece' stands above", 7, 16},
        {PATTERN("(?<a>1)(?<b>1)(?<c>1)(?<d>1)(?<e>1)(?<f>1)(?<g>1)(?<h>1)(?<i>1)(?<j>1)(?<k>1)"
                 "(?<l>1)(?<m>1)(?<n>1)(?<o>1)(?<p>1)(?<q>1)(?<r>1)(?<s>1)(?<t>1)(?<u>1)(?<v>1)"
                 "(?<w>1)(?<x>1)(?<y>1)(?<z>1)(?<A>1)(?<B>1)(?<C>1)(?<D>1)(?<E>1)(?<F>1)(?<G>1)"),
         "more than 32 different groups", 7, 15},
        {HEAD "pieces:\n  a: 'x('\n"
              "rules:\n  - {id: money.a, about: x, pattern: 'yy{a}'}\n",
         "missing closing parenthesis, at byte 8 of the pattern with its pieces put in, "
         "after 'yy(?:x()'",
         7, 39},
        {HEAD "pieces:\n  a: xxxxxxxx\n  b: '{a}{a}{a}{a}{a}{a}{a}{a}'\n"
              "  c: '{b}{b}{b}{b}{b}{b}{b}{b}'\n"
              "  d: '{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}'\n",
         "longer than 8192 bytes with its pieces put in", 8, 7},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cc_arena arena = {0};
        cc_rules rules;
        cc_fault fault = {0};
        write_file("ship/en/money.yaml", cases[i].text);
        cc_status status = load(&arena, false, &rules, &fault);
        bool      there  = fault.line == cases[i].line &&
                     (cases[i].column == 0 || fault.column == cases[i].column);
        if (status != CC_FATAL || !there || strstr(fault.message, cases[i].message) == NULL)
            fail_msg("%s\ngot %d '%s' at %u:%u, wanted '%s' at %u:%u", cases[i].text, status,
                     fault.message, fault.line, fault.column, cases[i].message, cases[i].line,
                     cases[i].column);
        if (status == CC_OK)
            cc_rules_close(&rules);
        cc_arena_release(&arena);
    }
}

static void test_twin_rule(void **state)
{
    cc_arena arena = {0};
    cc_rules rules;
    cc_fault fault = {0};
    (void)state;
    write_file("ship/en/money.yaml", PATTERN("5"));
    write_file("mine/money.yaml", PATTERN("6"));
    assert_int_equal(load(&arena, true, &rules, &fault), CC_FATAL);
    assert_string_equal(fault.message, "there is a rule 'money.a' already");
    assert_non_null(strstr(fault.file, "/mine/money.yaml"));
    cc_arena_release(&arena);
}

/* Quantifiers, escapes and properties keep their braces. */
static void test_expansion(void **state)
{
    static const struct {
        const char *pattern, *expanded;
    } cases[] = {
        {"{figure}{2}", "(?:(?:\\d)+){2}"},
        {"x{1,3}y{,2}{4,}", "x{1,3}y{,2}{4,}"},
        {"\\p{L}\\P{Lu}\\x{20ac}\\{digit}", "\\p{L}\\P{Lu}\\x{20ac}\\{digit}"},
        {"(?<n>{digit})\\k{n}\\g{n}", "(?<n>(?:\\d))\\k{n}\\g{n}"},
        {"{Digit}{", "{Digit}{"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cc_arena arena = {0};
        cc_rules rules;
        cc_fault fault = {0};
        char     text[1024];
        snprintf(text, sizeof text,
                 HEAD
                 "uses: [figure]\nrules:\n  - id: money.a\n    about: x\n    pattern: '%s'\n" TEXTS,
                 cases[i].pattern);
        write_file("ship/en/money.yaml", text);
        if (load(&arena, false, &rules, &fault) != CC_OK)
            fail_msg("'%s': got '%s'", cases[i].pattern, fault.message);
        assert_string_equal(rules.rules[0].expanded.ptr, cases[i].expanded);
        assert_string_equal(rules.rules[0].pattern.ptr, cases[i].pattern);
        cc_rules_close(&rules);
        cc_arena_release(&arena);
    }
}

/* The second file's kind sorts first; a user's rule of a shipped kind comes last in it. */
static void test_kinds(void **state)
{
    cc_arena arena = {0};
    cc_rules rules;
    cc_fault fault = {0};
    (void)state;
    write_file("ship/en/money.yaml", PATTERN("(?<sum>5)(x)(?<unit>y)|(?<unit>z)"));
    write_file("ship/en/age.yaml", "schema: 1\nkind: age\nlang: en\nrules:\n  - id: age.a\n"
                                   "    about: x\n    pattern: 5\n    needs: [a, b]\n" TEXTS);
    write_file("mine/money.yaml", HEAD "uses: [figure]\nrules:\n  - id: money.b-2\n    about: x\n"
                                       "    source: s\n    caseless: true\n"
                                       "    pattern: '{figure}(?<unit>x)(?<per>y)'\n" TEXTS);
    if (load(&arena, true, &rules, &fault) != CC_OK)
        fail_msg("got '%s'", fault.message);
    const cc_rule_kind *money = cc_rules_kind(&rules, CC_S("money"));
    assert_int_equal(rules.kind_count, 2);
    assert_string_equal(rules.kinds[0].name.ptr, "age");
    assert_ptr_equal(money, &rules.kinds[1]);
    assert_int_equal(money->first, 1);
    assert_int_equal(money->count, 2);
    assert_int_equal(money->slot_count, 3);
    assert_int_equal(cc_rules_find(&rules, CC_S("money.b-2")), 2);
    assert_int_equal(cc_rules_find(&rules, CC_S("money.b")), CC_NO_GROUP);
    assert_null(cc_rules_kind(&rules, CC_S("mone")));
    const cc_rule *a = &rules.rules[1], *b = &rules.rules[2];
    assert_int_equal(rules.rules[0].need_count, 2);
    assert_int_equal(a->capture_count, 4);
    assert_int_equal(a->slots[2], CC_NO_GROUP);
    assert_int_equal(a->slots[3], a->slots[4]);
    assert_int_equal(a->slots[3], b->slots[1]);
    assert_string_equal(money->slots[b->slots[2]].ptr, "per");
    assert_true(b->caseless);
    assert_string_equal(b->source.ptr, "s");
    assert_non_null(strstr(rules.files[b->file].path.ptr, "/mine/money.yaml"));
    assert_int_equal(strncmp(rules.files[b->file].text.ptr + b->offset, "id: money.b-2", 13), 0);
    cc_rules_close(&rules);
    cc_arena_release(&arena);
    write_file("ship/en/age.yaml", "");
}

static void test_folders(void **state)
{
    cc_arena arena = {0};
    cc_rules rules;
    cc_fault none = {0}, empty = {0};
    char     path[128];
    (void)state;
    assert_int_equal(cc_rules_load(&arena, "/none", NULL, 0, &rules, &none), CC_FATAL);
    assert_string_equal(none.message,
                        "cannot open the folder '/none/en': No such file or directory");
    snprintf(path, sizeof path, "%s/empty", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/empty/en", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/empty", folder);
    assert_int_equal(cc_rules_load(&arena, path, NULL, 0, &rules, &empty), CC_FATAL);
    assert_non_null(strstr(empty.message, "no rule files in '"));
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_twin_rule),
        cmocka_unit_test(test_expansion), cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_folders),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
