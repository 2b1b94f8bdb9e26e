/* test_sentence.c - where English sentences end, with the shipped abbreviations. */
#include "text/sentence.h"

#include "base/bounds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct found {
    cc_str  text;
    char    joined[4096];
    size_t  len, count, longest, total;
    cc_span last;
} found;

/* The sentences with " | " between them. */
static void put_sentence(void *user, cc_span span)
{
    found *f = user;
    f->count++;
    f->total += span.len;
    f->longest = span.len > f->longest ? span.len : f->longest;
    f->last    = span;
    if (f->len + span.len + 4 > sizeof f->joined)
        return;
    if (f->len > 0) {
        memcpy(f->joined + f->len, " | ", 3);
        f->len += 3;
    }
    memcpy(f->joined + f->len, f->text.ptr + span.off, span.len);
    f->len += span.len;
}

static cc_abbreviations load(cc_arena *arena)
{
    cc_abbreviations ret   = {0};
    cc_fault         fault = {0};
    if (cc_abbreviations_load(arena, CC_S("rules/en"), &ret, &fault) != CC_OK)
        fail_msg("%s:%u: %s", fault.file, fault.line, fault.message);
    return ret;
}

/* " | " stands where a sentence must end, nowhere else. */
static const char *const cases[] = {
    "",
    "One sentence",
    "One. | Two.",
    "It rose. | It fell? | It stood!",
    "Who? | Me?! | Yes.",
    /* abbreviations and names */
    "The U.S. Government paid Mr. Smith and Dr. Jones.",
    "It left the U.S. | The rest stayed.",
    "It left the U.S. | In 2020 it came back.",
    "The U.S. 5th Fleet and U.S.-led forces.",
    "They met at 5 p.m. | The talks went on.",
    "They met at 11:51 a.m. EDT.",
    "Sen. J. D. Smith and Rep. A. B. Cole (D., N.Y.) voted.",
    "John F. Kennedy said so. | He was right.",
    "Talks in St. Louis and Ft. Bragg, e.g. The Hague.",
    "See No. 5 and Nos. 6 and 7. | No. | We do not.",
    "It was Jan. 5. | In Jan. Congress met.",
    "On Jan. 5 and Sept. 30, Fig. 3 and p. 12 changed.",
    "The answer is no. | Canada agreed.",
    "some approx. 5 and ca. 7, i.e. Ten.",
    "H.R. 5430, S. 1260 and Pub. L. No. 116-94 passed.",
    "42 U.S.C. § 1983 and 88 Fed. Reg. 12 hold.",
    "Smith v. Jones, 144 F.4th 258 (4th Cir. 2025), holds.",
    "Apple Inc. Chief Cook spoke for Apple Inc. | The rest did not.",
    "Jones Jr. Day came. | He has a Ph.D. | She does not.",
    "He fell ill. | Canada sent help.",
    "By the Fed. | It said so.",
    "a.k.a. Obamacare, Mrs. Fiala",
    /* numbers */
    "It grew by 4.5 percent, then .5 percent. | Then 4.5.",
    "It cost $1.2 bn. | The rest came later.",
    "It fell in 2019. | 5 million people left.",
    "1. Preclearance works. | It does.",
    "IV. Findings of the panel. | B. None.",
    "Section 4.5 The Committee shall.",
    "See example.com. | Then go on.",
    /* ellipses */
    "He said ... Congress would ... go on.",
    "He waited... | The vote came.",
    "And so … Canada stayed.",
    "left out . . . or put in. . . . | The end.",
    "It was over.... | Canada left.",
    /* quotation marks, parentheses, brackets */
    "“We agreed.” | The minister left.",
    "\"We agreed.\" | 'They did not.' | So it was.",
    "“Why?” he asked. | “No!” | “Yes.”",
    "(It rose.) | It fell. | [It stood.] | **It ended.** | End.",
    "Everybody. | (Applause.) | So it is.",
    "the plan (see p. 5.) and more",
    "Yahoo! said so. | Really!",
    "He left. | “But why?” | ¿Quién? | ¡Él!",
    /* note markers */
    "It fell in 2020.12 | The rest rose.",
    "It grew.3 | The rest fell.",
    "It grew.12,13 | Canada fell.",
    "It grew.[12] | The rest fell.",
    "It grew.¹² | The rest fell.",
    "It grew (much).7 | Canada fell.",
    "It rose to 1.12 The rest fell.",
    "It rose to $2020.12 The rest fell.",
    "See No.5 The rest fell.",
    /* no ends */
    "First; second; Third: Fourth.",
    "it ended. but went on",
    "Émile came. | Élan vital. été",
    "No blank.After this.",
    "A.\u00A0B. Smith left. | He did.",
    ".",
    "...",
    ". . .",
    "!",
};

/* Takes the marks out of `from`; what is left is the text. */
static cc_str unmark(cc_arena *arena, cc_str from)
{
    char  *to  = cc_new(arena, char, from.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < from.len; i++)
        if (from.ptr[i] == '|' && i > 0)
            i += i + 1 < from.len && from.ptr[i + 1] == ' ';
        else
            to[len++] = from.ptr[i];
    return (cc_str){to, len};
}

static void test_ends(void **state)
{
    cc_arena         arena         = {0};
    cc_abbreviations abbreviations = load(&arena);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str want = cc_str_z(cases[i]);
        found  f    = {.text = unmark(&arena, want)};
        cc_sentence_each(f.text, &abbreviations, put_sentence, &f);
        if (!cc_str_eq((cc_str){f.joined, f.len}, want))
            fail_msg("got    '%.*s'\nwanted '%s'", (int)f.len, f.joined, cases[i]);
    }
    cc_arena_release(&arena);
}

static void test_trimmed(void **state)
{
    cc_arena         arena         = {0};
    cc_abbreviations abbreviations = load(&arena);
    found            f             = {.text = CC_S("  One.   Two.  ")};
    (void)state;
    cc_sentence_each(f.text, &abbreviations, put_sentence, &f);
    assert_int_equal(f.count, 2);
    assert_int_equal(f.last.off, 9);
    assert_int_equal(f.last.len, 4);
    f = (found){.text = CC_S("    ")};
    cc_sentence_each(f.text, &abbreviations, put_sentence, &f);
    assert_int_equal(f.count, 0);
    f = (found){.text = CC_S(" One. Two. ")};
    cc_sentence_whole(f.text, put_sentence, &f);
    assert_int_equal(f.count, 1);
    assert_int_equal(f.last.len, 9);
    cc_arena_release(&arena);
}

/* Nothing but a blank is lost where a long sentence is cut; without blanks, nothing. */
static void test_long(void **state)
{
    static const struct {
        const char *unit;
        size_t      lost; /* bytes at each cut */
    } kinds[] = {{"word ", 1}, {"\u4E2D", 0}, {"x", 0}, {". ", 1}};
    enum { UNITS = 100000 };
    cc_arena         arena         = {0};
    cc_abbreviations abbreviations = load(&arena);
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t len  = strlen(kinds[k].unit);
        char  *text = cc_new(&arena, char, UNITS *len + 1);
        for (size_t i = 0; i < UNITS; i++)
            memcpy(text + i * len, kinds[k].unit, len);
        text[UNITS * len] = 'e';
        found f           = {.text = {text, UNITS * len + 1}};
        cc_sentence_each(f.text, &abbreviations, put_sentence, &f);
        if (f.longest > CC_MAX_WINDOW_BYTES || f.count < f.text.len / CC_MAX_WINDOW_BYTES ||
            f.total + (f.count - 1) * kinds[k].lost != f.text.len)
            fail_msg("'%s': %zu sentences, longest %zu, together %zu of %zu", kinds[k].unit,
                     f.count, f.longest, f.total, f.text.len);
    }
    cc_arena_release(&arena);
}

static void test_wrong_table(void **state)
{
    static const struct {
        const char *yaml, *message;
    } wrong[] = {
        {"schema: 1\n", "'never' must be a list of words"},
        {"never: x\n", "'never' must be a list of words"},
        {"never: [a, [b]]\n", "'never' holds something that is no word"},
        {"nevr: []\n", "nevr"},
    };
    char folder[] = "/tmp/test_sentence.XXXXXX", path[128];
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/tables", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/tables/abbreviations.yaml", folder);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cc_arena         arena = {0};
        cc_abbreviations ret   = {0};
        cc_fault         fault = {0};
        FILE            *file  = fopen(path, "w");
        assert_non_null(file);
        fputs(wrong[i].yaml, file);
        fclose(file);
        cc_status status = cc_abbreviations_load(&arena, cc_str_z(folder), &ret, &fault);
        if (status != CC_FATAL || strstr(fault.message, wrong[i].message) == NULL)
            fail_msg("case %zu: got %d '%s'", i, status, fault.message);
        cc_arena_release(&arena);
    }
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    rmdir(folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_trimmed),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_wrong_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
