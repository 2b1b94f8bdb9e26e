/* test_similar.c - how alike two measures are, what sets them apart, and counted nouns. */
#include "claim/words.h"
#include "compare/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { MAX_STEMS = 16 };

static cc_arena       arena;
static cc_vocabulary *vocabulary;
static cc_stemmer    *stemmer;

typedef struct bag {
    cc_stem stems[MAX_STEMS];
    size_t  n;
} bag;

static int by_stem(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_stem *)a)->stem, ((const cc_stem *)b)->stem);
}

/* Words, each with its weight in 1/1000 behind a colon, '*' where it is an own word of 1000; all
 * are as rare as `idf` says. */
static bag fill(const char *text, uint16_t idf)
{
    bag      ret   = {.n = 0};
    cc_words words = {0};
    cc_str   all   = cc_str_z(text);
    cc_words_split(stemmer, &arena, all, (cc_span){0, (uint32_t)all.len}, &words);
    for (size_t i = 0; i < words.n; i++) {
        const cc_word *word = &words.at[i];
        const char    *end  = text + word->span.off + word->span.len;
        cc_stem       *stem = &ret.stems[ret.n++];
        *stem = (cc_stem){.stem = word->stem, .weight = 1000, .idf = idf, .own = *end == '*'};
        if (*end != ':')
            continue;
        stem->weight = (uint16_t)strtoul(end + 1, NULL, 10);
        i++;
    }
    qsort(ret.stems, ret.n, sizeof *ret.stems, by_stem);
    return ret;
}

static cc_claim claim_of(const bag *b)
{
    return (cc_claim){.kind = CC_NUMBER, .measure = b->stems, .measure_count = b->n};
}

static cc_likeness likeness(const char *a, const char *b, uint16_t idf)
{
    bag      in_a = fill(a, idf), in_b = fill(b, idf);
    cc_claim x = claim_of(&in_a), y = claim_of(&in_b);
    return cc_measure_likeness(&x, &y);
}

/* To three digits. */
static int mille(double d)
{
    return (int)(d * 1000 + 0.5);
}

static void test_likeness(void **state)
{
    static const struct {
        const char *a, *b;
        uint16_t    idf;
        int         similarity, cover_a, cover_b, own_shared; /* in 1/1000 */
    } cases[] = {
        {"", "", 5000, 0, 0, 0, 0},
        {"grain*", "", 5000, 0, 0, 0, 0},
        {"grain*", "steel*", 5000, 0, 0, 0, 0},
        {"grain*", "grain*", 5000, 1000, 1000, 1000, 5000},
        {"grain* wheat*", "grain* wheat*", 5000, 1000, 1000, 1000, 10000},
        /* containment 1, cosine 1/sqrt(2) */
        {"grain*", "grain* wheat*", 5000, 854, 1000, 500, 5000},
        {"grain*", "wheat* grain*", 5000, 854, 1000, 500, 5000},
        /* half of each */
        {"grain* steel*", "grain* wheat*", 5000, 500, 500, 500, 5000},
        /* own words of one in the other's bag */
        {"grain*", "grain steel*", 5000, 854, 1000, 0, 0},
        /* a weight of 250 to 1000: sqrt(0.25) shared of masses 0.25 and 1 */
        {"grain:250", "grain", 8000, 1000, 500, 500, 0},
        /* weak words alone: 2 of the 4 that are enough */
        {"grain*", "grain*", 2000, 500, 1000, 1000, 2000},
        {"grain", "grain", 4000, 1000, 500, 500, 0},
        /* the own words alone are more alike than the bags */
        {"grain* tin:300 zinc:300 wool:300", "grain* fish:300 eggs:300 ink:300", 5000, 1000, 1000,
         1000, 5000},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_likeness forth = likeness(cases[i].a, cases[i].b, cases[i].idf);
        cc_likeness back  = likeness(cases[i].b, cases[i].a, cases[i].idf);
        if (mille(forth.similarity) != cases[i].similarity ||
            mille(forth.cover_a) != cases[i].cover_a || mille(forth.cover_b) != cases[i].cover_b ||
            mille(forth.own_shared) != cases[i].own_shared)
            fail_msg("'%s' and '%s': got %d, %d, %d, %d", cases[i].a, cases[i].b,
                     mille(forth.similarity), mille(forth.cover_a), mille(forth.cover_b),
                     mille(forth.own_shared));
        if (mille(back.similarity) != mille(forth.similarity) ||
            mille(back.cover_a) != mille(forth.cover_b) ||
            mille(back.own_shared) != mille(forth.own_shared))
            fail_msg("'%s' and '%s' turned round: got %d, %d", cases[i].a, cases[i].b,
                     mille(back.similarity), mille(back.cover_a));
    }
}

static double contrast(const char *a, const char *b)
{
    bag      in_a = fill(a, 5000), in_b = fill(b, 5000);
    cc_claim x = claim_of(&in_a), y = claim_of(&in_b);
    double   forth = cc_measure_contrast(vocabulary, &x, &y);
    if (forth != cc_measure_contrast(vocabulary, &y, &x))
        fail_msg("'%s' and '%s' are not the same turned round", a, b);
    return forth;
}

static void test_contrast(void **state)
{
    enum { NONE, PART, APART };
    static const struct {
        const char *a, *b;
        int         wanted;
    } cases[] = {
        {"grain*", "grain*", NONE},
        {"grain*", "steel*", NONE},
        {"imports*", "exports*", APART},
        {"goods*", "services*", APART},
        {"average*", "median*", APART},
        {"imports* grain*", "exports* grain*", APART},
        /* both have both */
        {"average* median*", "median* average*", NONE},
        /* one has both: goods against goods and services */
        {"goods*", "goods* services*", PART},
        /* a marked word on one side alone */
        {"women* grain*", "grain*", PART},
        {"grain*", "median*", PART},
        {"exports*", "grain*", NONE}, /* not marked */
        /* words beside the own ones set nothing apart, unless a label has them */
        {"grain* imports:350", "grain* exports:350", NONE},
        {"grain* imports", "grain* exports", APART},
    };
    (void)state;
    double part  = contrast("goods*", "goods* services*");
    double apart = contrast("imports*", "exports*");
    assert_true(apart > 0 && apart < part && part < 1);
    for (size_t i = 0; i < COUNT(cases); i++) {
        double wanted = cases[i].wanted == NONE ? 1 : cases[i].wanted == PART ? part : apart;
        double got    = contrast(cases[i].a, cases[i].b);
        if (got != wanted)
            fail_msg("'%s' and '%s': got %f, wanted %f", cases[i].a, cases[i].b, got, wanted);
    }
}

static double noun_fit(const char *noun_a, const char *bag_a, const char *noun_b, const char *bag_b,
                       cc_kind kind)
{
    bag      in_a = fill(bag_a, 5000), in_b = fill(bag_b, 5000);
    cc_claim x = claim_of(&in_a), y = claim_of(&in_b);
    x.kind = y.kind = kind;
    x.noun          = cc_str_z(noun_a);
    y.noun          = cc_str_z(noun_b);
    double forth    = cc_noun_fit(&x, &y);
    if (forth != cc_noun_fit(&y, &x))
        fail_msg("'%s' and '%s' are not the same turned round", noun_a, noun_b);
    return forth;
}

/* Each pair of nouns fits less well than the one before it, or as well where it says so. */
static void test_nouns(void **state)
{
    static const struct {
        const char *noun_a, *bag_a, *noun_b, *bag_b;
        bool        as_before;
    } cases[] = {
        {"port", "", "port", "", false},
        {"", "", "", "", true},
        {"larg port", "", "port", "", true}, /* the head is among the other's words */
        {"port", "", "port author", "", true},
        {"port", "", "", "port", false}, /* one has none; the other names it elsewhere */
        {"larg port", "", "larg ship", "", false},
        {"port", "", "ship", "port", false},
        {"port", "", "ship", "", false},
    };
    double before = 1.1;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        double got =
            noun_fit(cases[i].noun_a, cases[i].bag_a, cases[i].noun_b, cases[i].bag_b, CC_NUMBER);
        if (cases[i].as_before ? got != before : got >= before)
            fail_msg("'%s' and '%s': got %f after %f", cases[i].noun_a, cases[i].noun_b, got,
                     before);
        before = got;
    }
    assert_true(before > 0);
    assert_true(noun_fit("port", "", "", "", CC_NUMBER) <
                noun_fit("port", "", "", "port", CC_NUMBER));
    assert_true(noun_fit("port", "", "ship", "", CC_MONEY) == 1); /* money counts no nouns */
    assert_true(noun_fit("port", "", "port", "", CC_NUMBER) == 1);
}

static int load(void **state)
{
    cc_fault fault = {0};
    (void)state;
    if (cc_vocabulary_load(&arena, CC_S("rules/en"), &vocabulary, &fault) != CC_OK) {
        cc_fault_print(&fault, stderr);
        return 1;
    }
    stemmer = cc_stemmer_new(vocabulary);
    return 0;
}

static int release(void **state)
{
    (void)state;
    cc_stemmer_free(stemmer);
    cc_arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_likeness),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_nouns),
    };
    return cmocka_run_group_tests(tests, load, release);
}
