/* test_vocabulary.c - words of a text, what is known of them, and the places among them. */
#include "claim/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static cc_arena       arena; /* of the run */
static cc_arena       doc;
static cc_vocabulary *vocabulary;
static cc_stemmer    *stemmer;

typedef struct text_case {
    const char *text, *wanted;
} text_case;

static cc_words split(cc_str text, cc_places_named *places)
{
    cc_words words = {0};
    cc_words_split(stemmer, &doc, text, (cc_span){0, (uint32_t)text.len}, &words);
    cc_words_mark_places(vocabulary, &doc, text, &words, places);
    return words;
}

static cc_str join(cc_str list, cc_str more)
{
    return cc_arena_printf(&doc, "%.*s%s%.*s", CC_F(list), list.len > 0 ? " " : "", CC_F(more));
}

static cc_str print_spans(cc_str text)
{
    cc_words words = split(text, &(cc_places_named){0});
    cc_str   all   = CC_S("");
    for (size_t i = 0; i < words.n; i++)
        all = join(all, cc_arena_printf(&doc, "<%.*s>", CC_F(cc_str_span(text, words.at[i].span))));
    return all;
}

static cc_str print_stems(cc_str text)
{
    cc_words words = split(text, &(cc_places_named){0});
    cc_str   all   = CC_S("");
    for (size_t i = 0; i < words.n; i++)
        all = join(all, words.at[i].stem);
    return all;
}

/* "canada@12": where its first word begins; '+' says whose something is. */
static cc_str print_places(cc_str text)
{
    cc_places_named places = {0};
    cc_str          all    = CC_S("");
    split(text, &places);
    for (size_t i = 0; i < places.n; i++)
        all = join(all, cc_arena_printf(&doc, "%.*s@%u%s", CC_F(places.at[i].name),
                                        places.at[i].offset, places.at[i].qualifies ? "+" : ""));
    return all;
}

static void expect(const text_case *cases, size_t count, cc_str (*print)(cc_str))
{
    for (size_t i = 0; i < count; i++) {
        cc_str got = print(cc_str_z(cases[i].text));
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s': got '%.*s', wanted '%s'", cases[i].text, CC_F(got), cases[i].wanted);
        cc_arena_release(&doc);
    }
}

static void test_split(void **state)
{
    static const text_case cases[] = {
        {"", ""},
        {" ,;- ", ""},
        {"Exports of goods, 5% more.", "<Exports> <of> <goods> <5> <more>"},
        {"year-on-year", "<year> <on> <year>"},
        {"1,250.5 km", "<1> <250> <5> <km>"},
        /* a dot between single letters, not after the last */
        {"The U.S. economy, e.g. trade.", "<The> <U.S> <economy> <e.g> <trade>"},
        {"in the U.S.A. today", "<in> <the> <U.S.A> <today>"},
        {"It fell. A few rose.", "<It> <fell> <A> <few> <rose>"},
        {"ends U.S", "<ends> <U.S>"},
        /* the possessive s, straight and curly */
        {"Canada's share", "<Canada> <share>"},
        {"Canada\xE2\x80\x99s share", "<Canada> <share>"},
        {"the workers' share", "<the> <workers> <share>"},
        {"it is Canada's", "<it> <is> <Canada>"},
        {"don't", "<don> <t>"},
        {"'sales'", "<sales>"},
        /* letters beyond ASCII, and marks that are none */
        {"Qu\xC3\xA9"
         "bec \xE2\x80\x93 na\xC3\xAFve",
         "<Qu\xC3\xA9"
         "bec> <na\xC3\xAFve>"},
        {"\xE2\x80\x9Ctrade\xE2\x80\x9D\xE2\x80\xA6", "<trade>"},
        {"\xE2\x82\xAC"
         "5 \xC2\xA7\xC2\xA0"
         "7",
         "<5> <7>"},
        {"\xCE\xA9mega", "<\xCE\xA9mega>"},
        /* addresses */
        {"see https://example.org/exports/5.html now", "<see> <now>"},
        {"see www.example.org/trade", "<see>"},
        {"trade http", "<trade>"},
    };
    (void)state;
    expect(cases, COUNT(cases), print_spans);
}

static void test_part(void **state)
{
    cc_str   text  = CC_S("exports and imports");
    cc_words words = {0};
    (void)state;
    cc_words_split(stemmer, &doc, text, (cc_span){8, 6}, &words);
    assert_int_equal(words.n, 2);
    assert_int_equal(words.at[0].span.off, 8);
    assert_int_equal(words.at[1].span.len, 2); /* "im": never past the end */
    cc_arena_release(&doc);
}

static void test_stems(void **state)
{
    static const text_case cases[] = {
        {"Exports exported shipments", "export export export"},
        {"residents PEOPLE person", "peopl peopl peopl"},
        {"killed fatalities", "death death"},
        {"expenditure spent", "spend spend"},
        {"duties tariff", "tariff tariff"},
        /* aggregates are never synonyms */
        {"total net", "total net"},
        /* accents and letter case go, curly marks are no letters */
        {"Qu\xC3\xA9"
         "BEC M\xC3\x89XICO cafe\xCC\x81",
         "quebec mexico cafe"},
        {"worker\xE2\x80\x99s", "worker"},
        {"\xEF\xAC\x81lms", "film"}, /* a ligature */
    };
    (void)state;
    expect(cases, COUNT(cases), print_stems);
}

static void test_classes(void **state)
{
    static const struct {
        const char *word;
        uint32_t    has, has_not;
    } cases[] = {
        {"the", CC_WORD_STOP, CC_WORD_VERB | CC_WORD_CAPITAL},
        {"The", CC_WORD_STOP | CC_WORD_CAPITAL, CC_WORD_ACRONYM},
        {"was", CC_WORD_VERB | CC_WORD_LEVEL, CC_WORD_STOP},
        {"million", CC_WORD_NUMBER, CC_WORD_STOP},
        {"March", CC_WORD_MONTH | CC_WORD_CAPITAL, CC_WORD_STOP},
        {"may", CC_WORD_MONTH | CC_WORD_VERB | CC_WORD_CONDITIONAL, CC_WORD_CAPITAL},
        {"and", CC_WORD_CLAUSE | CC_WORD_STOP, CC_WORD_BOUNDARY},
        {"including", CC_WORD_BOUNDARY, CC_WORD_CLAUSE},
        /* any ending */
        {"increasingly", CC_WORD_UP, CC_WORD_DOWN},
        {"reductions", CC_WORD_DOWN, CC_WORD_UP},
        {"FY2021", CC_WORD_NUMBER, CC_WORD_STOP},
        {"assumed", CC_WORD_CONDITIONAL, CC_WORD_FORECAST},
        {"projections", CC_WORD_FORECAST, CC_WORD_TARGET},
        {"targets", CC_WORD_TARGET, CC_WORD_FORECAST},
        {"estimated", CC_WORD_ESTIMATE | CC_WORD_FILLER, CC_WORD_FORECAST},
        {"never", CC_WORD_NEGATION, CC_WORD_TARGET},
        {"by", CC_WORD_FILLER | CC_WORD_STOP, CC_WORD_LEVEL},
        {"percentage", CC_WORD_AFTER_FILLER | CC_WORD_NUMBER, CC_WORD_FILLER},
        {"growth", CC_WORD_RISE | CC_WORD_UP, CC_WORD_DOWN},
        {"Section", CC_WORD_IDENTIFIER | CC_WORD_CAPITAL, CC_WORD_NUMBERED},
        {"congress", CC_WORD_NUMBERED, CC_WORD_IDENTIFIER},
        /* an exact word has no endings */
        {"planet", 0, CC_WORD_TARGET},
        {"capital", 0, CC_WORD_TARGET | CC_WORD_CAPITAL},
        /* as written */
        {"GDP", CC_WORD_CAPITAL | CC_WORD_ACRONYM, CC_WORD_STOP},
        {"U.S", CC_WORD_ACRONYM | CC_WORD_PLACE, 0},
        {"A", CC_WORD_CAPITAL | CC_WORD_STOP, CC_WORD_ACRONYM},
        {"G20", CC_WORD_CAPITAL, CC_WORD_ACRONYM},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_words words = split(cc_str_z(cases[i].word), &(cc_places_named){0});
        if (words.n != 1)
            fail_msg("'%s' is %zu words", cases[i].word, words.n);
        uint32_t got = words.at[0].classes;
        if ((got & cases[i].has) != cases[i].has || (got & cases[i].has_not))
            fail_msg("'%s': got %#x, wanted %#x and nothing of %#x", cases[i].word, got,
                     cases[i].has, cases[i].has_not);
        cc_arena_release(&doc);
    }
}

/* How a word is written is its own, though the stemmer remembers the rest. */
static void test_memory(void **state)
{
    cc_words words = split(CC_S("TRADE trade Trade"), &(cc_places_named){0});
    (void)state;
    assert_true(words.at[0].classes & CC_WORD_ACRONYM);
    assert_false(words.at[1].classes & (CC_WORD_ACRONYM | CC_WORD_CAPITAL));
    assert_true(words.at[2].classes & CC_WORD_CAPITAL);
    assert_true(cc_str_eq(words.at[0].stem, words.at[2].stem));
    cc_arena_release(&doc);
}

static void test_rarity(void **state)
{
    cc_words words = split(CC_S("year border xylophonist exports"), &(cc_places_named){0});
    (void)state;
    assert_in_range(words.at[0].idf, 300, 3000);
    assert_true(words.at[0].idf < words.at[1].idf);
    assert_int_equal(words.at[2].idf, 6000); /* in no table */
    for (size_t i = 0; i < words.n; i++)
        assert_in_range(words.at[i].idf, 300, 6000);
    cc_arena_release(&doc);
}

static void test_places(void **state)
{
    static const text_case cases[] = {
        {"Trade with Canada and Mexico", "canada@11 mexico@22"},
        {"the United States and South Korea", "united states@4 south korea@22"},
        {"the U.S. economy", "united states@4+"},
        {"US exports", "united states@0+"},
        {"USA", "united states@0"},
        /* a pronoun is no place, nor a word in lower case */
        {"told us that we", ""},
        {"Us and them", ""},
        {"The U.S.-Mexico border", "united states@4 mexico@9"},
        {"El Salvador", "el salvador@0"},
        {"it gave us canada", ""},
        {"fine china, the turkey", ""},
        /* whose it is */
        {"Canadian exports", "canada@0+"},
        {"Canada's exports", "canada@0+"},
        {"Canada\xE2\x80\x99s Parliament", "canada@0+"},
        {"Canada exports", "canada@0"},
        {"the Canadian", "canada@4"},
        {"Canadian and Mexican trade", "canada@0 mexico@13+"},
        {"Mexicans are", "mexico@0"},
        /* the longest name */
        {"South Korean cars", "south korea@0+"},
        {"Latin American trade", "latin america@0+"},
        {"M\xC3\xA9xico", "mexico@0"},
        {"New York", "new york@0"},
        {"Newport", ""},
    };
    (void)state;
    expect(cases, COUNT(cases), print_places);
}

static uint32_t contrast_of(const char *word, size_t set)
{
    cc_words words = split(cc_str_z(word), &(cc_places_named){0});
    assert_int_equal(words.n, 1);
    return cc_vocabulary_contrast(vocabulary, words.at[0].stem, set);
}

/* Sets in which two words stand as different members. */
static size_t count_apart(const char *a, const char *b)
{
    size_t marked, n = 0;
    for (size_t set = 0; set < cc_vocabulary_contrast_count(vocabulary, &marked); set++) {
        uint32_t in_a = contrast_of(a, set), in_b = contrast_of(b, set);
        n += in_a != 0 && in_b != 0 && (in_a & in_b) == 0;
    }
    return n;
}

static void test_contrast(void **state)
{
    static const struct {
        const char *a, *b;
        bool        apart;
    } cases[] = {
        {"imports", "exports", true},
        {"imported", "purchases", false},
        {"women", "men", true},
        {"girls", "women", false},
        {"average", "median", true},
        {"goods", "services", true},
        {"gross", "net", true},
        {"outlays", "receipts", true},
        {"first", "final", true},
        {"northern", "south", true},
        {"border", "exports", false},
        {"truck", "automobiles", true},
        {"deficit", "surpluses", true},
        {"direct", "indirect", true},
        {"fatalities", "infections", true},
    };
    size_t marked, all = cc_vocabulary_contrast_count(vocabulary, &marked);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if ((count_apart(cases[i].a, cases[i].b) > 0) != cases[i].apart)
            fail_msg("'%s' and '%s' are set apart by %zu sets", cases[i].a, cases[i].b,
                     count_apart(cases[i].a, cases[i].b));
    assert_in_range(marked, 1, all - 1);
    assert_int_equal(contrast_of("women", marked) | contrast_of("imports", 0), 0);
    cc_arena_release(&doc);
}

/* -- Tables that are wrong ------------------------------------------------------------------------ */

static char folder[] = "/tmp/claimcheck-vocabulary-XXXXXX";

static void write_table(const char *name, const char *text)
{
    cc_str path = cc_arena_printf(&doc, "%s/%s", folder, name);
    FILE  *file = fopen(path.ptr, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void remove_tables(void)
{
    static const char *const names[] = {"tables/words.yaml", "tables/synonyms.yaml",
                                        "tables/contrast.yaml", "tables/demonyms.yaml",
                                        "stems.tsv"};
    for (size_t i = 0; i < COUNT(names); i++)
        unlink(cc_arena_printf(&doc, "%s/%s", folder, names[i]).ptr);
    rmdir(cc_arena_printf(&doc, "%s/tables", folder).ptr);
    rmdir(folder);
}

static void test_wrong_tables(void **state)
{
    static const char WORDS[]  = "classes:\n  stop: [the]\ncredits: [by]\nconstant: [in]\n",
                      GROUPS[] = "groups:\n  - [a, b]\n",
                      SETS[]   = "marked:\n  - [[men], [women]]\nsets:\n  - [[in], [out]]\n",
                      PLACES[] = "places:\n  Chad: [chad]\nlocal:\n  Lima: [lima]\n";
    static const struct {
        const char *words, *synonyms, *contrast, *places, *message; /* NULL: none is right */
        uint32_t    line;
    } cases[] = {
        {WORDS, GROUPS, SETS, PLACES, NULL, 0},
        {"classes:\n  stopp: [the]\n", GROUPS, SETS, PLACES, "unknown class of words 'stopp'", 2},
        {"classes:\n  stop: [the]\n", GROUPS, SETS, PLACES, "no list 'credits'", 1},
        {"classes:\n  stop: [the]\ncredits: [by]\n", GROUPS, SETS, PLACES, "no list 'constant'", 1},
        {"stop: [the]\n", GROUPS, SETS, PLACES, "no map 'classes'", 1},
        {WORDS, "group: []\n", SETS, PLACES, "no list 'groups'", 1},
        {WORDS, GROUPS, "sets: []\n", PLACES, "no list 'marked'", 1},
        {WORDS, GROUPS, "marked: []\nsets:\n  - [[a],[b],[c],[d],[e],[f],[g],[h],[i]]\n", PLACES,
         "at most 8 members", 3},
        {WORDS, GROUPS, SETS, "places: [chad]\n", "no map 'places'", 1},
        {WORDS, GROUPS, SETS, "places: {Chad: [chad}\n", "", 1},
    };
    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(mkdir(cc_arena_printf(&doc, "%s/tables", folder).ptr, 0700), 0);
    write_table("stems.tsv", "# stem\tidf\ntrade\t1500\n");
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_vocabulary *loaded = NULL;
        cc_fault       fault  = {0};
        write_table("tables/words.yaml", cases[i].words);
        write_table("tables/synonyms.yaml", cases[i].synonyms);
        write_table("tables/contrast.yaml", cases[i].contrast);
        write_table("tables/demonyms.yaml", cases[i].places);
        cc_status status = cc_vocabulary_load(&doc, cc_str_z(folder), &loaded, &fault);
        if ((status == CC_OK) != (cases[i].message == NULL))
            fail_msg("case %zu: status %d, '%s'", i, status, fault.message);
        if (status != CC_OK && (strstr(fault.message, cases[i].message) == NULL ||
                                fault.line != cases[i].line || fault.file[0] == '\0'))
            fail_msg("case %zu: '%s' line %u: '%s'", i, fault.file, fault.line, fault.message);
    }
    unlink(cc_arena_printf(&doc, "%s/stems.tsv", folder).ptr);
    cc_fault fault = {0};
    write_table("tables/demonyms.yaml", PLACES);
    assert_int_equal(cc_vocabulary_load(&doc, cc_str_z(folder), &(cc_vocabulary *){0}, &fault),
                     CC_FATAL);
    assert_non_null(strstr(fault.message, "stems.tsv"));
    remove_tables();
    cc_arena_release(&doc);
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
    cc_stemmer_free(NULL);
    cc_arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split),        cmocka_unit_test(test_part),
        cmocka_unit_test(test_stems),        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_memory),       cmocka_unit_test(test_rarity),
        cmocka_unit_test(test_places),       cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_wrong_tables),
    };
    return cmocka_run_group_tests(tests, load, release);
}
