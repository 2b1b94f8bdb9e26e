/* test_report_text.c - blocks, carets, what is escaped, and the closing lines. */
#include "../../plugins/report_text.c"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "report_results.h"

static void check_text(const char *what, const char *got, const char *want)
{
    if (strcmp(got, want) != 0)
        fail_msg("%s: got\n%s\nwanted\n%s", what, got, want);
}

static void check_report(const char *what, const cc_results *r, const char *want)
{
    kept k;
    kept_init(&k, SIZE_MAX / 2);
    assert_int_equal(claimcheck_plugin()->reporter->report(NULL, NULL, r, &k.sink), CC_OK);
    check_text(what, k.text, want);
    free(k.text);
}

#define TEN "0123456789"
#define FORTY TEN TEN TEN TEN
#define FIFTY FORTY TEN

/* Carets are wanted under the figure alone. */
static void check_quote(const char *sentence, cc_span mark, const char *line, size_t column,
                        size_t width)
{
    char want[1024];
    int  n = snprintf(want, sizeof want, "    %s\n    %*s", line, (int)column, "");
    memset(want + n, '^', width);
    strcpy(want + n + (int)width, "\n");
    kept k;
    kept_init(&k, SIZE_MAX / 2);
    cc_text t = {.writer = {.sink = &k.sink}, .columns = 100};
    cc_text_quote(&t, S(sentence), &mark, 1);
    check_text(sentence, k.text, want);
    free(k.text);
}

static void carets_stand_under_the_figure(void **state)
{
    (void)state;
    static const struct {
        const char *sentence, *figure, *line;
        size_t      column, width; /* of the carets */
    } cases[] = {
        {"It was 4.2 bn.", "4.2", "It was 4.2 bn.", 7, 3},
        {"4.2", "4.2", "4.2", 0, 3},
        /* Two columns each. */
        {"日本 4.2", "4.2", "日本 4.2", 5, 3},
        {"It was 四十 bn.", "四十", "It was 四十 bn.", 7, 4},
        /* e with an acute as one code point, and as two; a mark with nothing before it. */
        {"\xc3\xa9t\xc3\xa9 4.2", "4.2", "\xc3\xa9t\xc3\xa9 4.2", 4, 3},
        {"e\xcc\x81te\xcc\x81 4.2", "4.2", "e\xcc\x81te\xcc\x81 4.2", 4, 3},
        {"\xcc\x81 4.2", "4.2", "\xcc\x81 4.2", 1, 3},
        {"a\tb\r\n4.2", "4.2", "a b  4.2", 5, 3},
        {"a\x1b[31m 4.2", "4.2", "a\\x1B[31m 4.2", 10, 3},
        /* Right-to-left override, zero width space, NEL, an invalid byte. */
        {"\xe2\x80\xae 4.2", "4.2", "\\u{202e} 4.2", 9, 3},
        {"\xe2\x80\x8b 4.2", "4.2", "\\u{200b} 4.2", 9, 3},
        {"\xc2\x85 4.2", "4.2", "\\u{85} 4.2", 7, 3},
        {"\xff 4.2", "4.2", "\\xFF 4.2", 5, 3},
        {FIFTY FORTY "4.2.", "4.2", FIFTY FORTY "4.2.", 90, 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *at = strstr(cases[i].sentence, cases[i].figure);
        check_quote(
            cases[i].sentence,
            (cc_span){(uint32_t)(at - cases[i].sentence), (uint32_t)strlen(cases[i].figure)},
            cases[i].line, cases[i].column, cases[i].width);
    }
}

#define WORDS "six words of ten columns each a" /* 31 columns */

static void sentences_flow_into_lines(void **state)
{
    (void)state;
    static const struct {
        const char *sentence, *figures[2], *want;
    } cases[] = {
        {WORDS " 4.2 " WORDS,
         {"4.2"},
         "    six words of ten columns each\n    a 4.2 six words of ten columns\n"
         "      ^^^\n    each a\n"},
        /* A figure over two lines, two figures, one line with both. */
        {WORDS "s 4.2 million more",
         {"4.2 million"},
         "    six words of ten columns each\n    as 4.2 million more\n       ^^^^^^^^^^^\n"},
        {"of six words of ten column 4.2 million",
         {"4.2 million"},
         "    of six words of ten column 4.2\n                               ^^^\n"
         "    million\n    ^^^^^^^\n"},
        {"from 7 to 8 it rose", {"7", "8"}, "    from 7 to 8 it rose\n         ^    ^\n"},
        /* A long one is cut around its figure, and not between two. */
        {WORDS " " WORDS " " WORDS " 7 " WORDS " " WORDS,
         {"7"},
         "    …each a six words of ten\n    columns each a 7 six words of\n"
         "                   ^\n    ten columns each a six words\n    of ten columns each a\n"},
        {"7 " WORDS " " WORDS " " WORDS " " WORDS " 8 " WORDS " " WORDS,
         {"7", "8"},
         "    7 six words of ten columns\n    ^\n    each a six words of ten\n"
         "    columns each a six words of\n    ten columns each a six words\n"
         "    of ten columns each a 8 six…\n                          ^\n"},
        /* A word longer than a line. */
        {FORTY " x",
         {"x"},
         "    012345678901234567890123456789\n    0123456789 x\n               ^\n"},
        {"", {""}, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_span marks[2];
        size_t  n = 0;
        for (; n < 2 && cases[i].figures[n] != NULL; n++)
            marks[n] = (cc_span){
                (uint32_t)(strstr(cases[i].sentence, cases[i].figures[n]) - cases[i].sentence),
                (uint32_t)strlen(cases[i].figures[n])};
        kept k;
        kept_init(&k, SIZE_MAX / 2);
        cc_text t = {.writer = {.sink = &k.sink}, .columns = 36};
        cc_text_quote(&t, S(cases[i].sentence), marks, n);
        check_text(cases[i].sentence, k.text, cases[i].want);
        free(k.text);
    }
}

/* No line is wider than the screen, and the caret stands under the figure, wherever that is and
 * however wide its neighbours are. */
static void lines_keep_to_the_width(void **state)
{
    (void)state;
    static const char *const cells[]   = {"a", "日", "e\xcc\x81", "\x1b", "\xe2\x80\xae", "bc "};
    static const size_t      columns[] = {40, 80, 100, 120};
    for (size_t i = 0; i < COUNT(cells) * 120 * COUNT(columns); i++) {
        const char *cell   = cells[i % COUNT(cells)];
        size_t      screen = columns[i / COUNT(cells) % COUNT(columns)];
        size_t      before = i / COUNT(cells) / COUNT(columns), len = strlen(cell);
        char        sentence[2048] = "";
        for (size_t n = 0; n < 120; n++)
            memcpy(sentence + n * len, n == before ? "7xxxxxx" : cell, len);
        kept k;
        kept_init(&k, SIZE_MAX / 2);
        cc_text t = {.writer = {.sink = &k.sink}, .columns = screen};
        cc_text_quote(&t, S(sentence), &(cc_span){(uint32_t)(before * len), 1}, 1);
        size_t column = 0, carets = 0;
        for (char *line = strtok(k.text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            size_t width = cc_text_width(S(line));
            char  *seven = strchr(line, '7');
            if (width > screen)
                fail_msg("'%s' %zu: %zu columns, wanted %zu\n%s", cell, before, width, screen,
                         line);
            if (strcmp(line + strspn(line, " "), "^") == 0 && ++carets > 0)
                assert_int_equal(strspn(line, " "), column);
            if (seven != NULL)
                column = cc_text_width((cc_str){line, (size_t)(seven - line)});
        }
        assert_int_equal(carets, 1);
        free(k.text);
    }
}

static const cc_doc_status five_ok[] = {
    {.path = {"a", 1}, .status = {"ok", 2}}, {.path = {"b", 1}, .status = {"ok", 2}},
    {.path = {"c", 1}, .status = {"ok", 2}}, {.path = {"d", 1}, .status = {"ok", 2}},
    {.path = {"e", 1}, .status = {"ok", 2}},
};

static cc_results make_results(void)
{
    return (cc_results){.size      = sizeof(cc_results),
                        .docs      = five_ok,
                        .doc_count = 5,
                        .documents = 5,
                        .bytes     = 133894,
                        .claims    = 812,
                        .compared  = 3120,
                        .agreeing  = 40};
}

static void nothing_found_is_no_silence(void **state)
{
    (void)state;
    cc_results r = make_results();
    check_report("nothing found", &r,
                 "0 findings: 5 documents read, 812 claims, 3,120 pairs compared, 40 agree\n"
                 "133,894 bytes read, every document in full\n");
    r = (cc_results){.size = sizeof r};
    check_report("nothing read", &r,
                 "0 findings: 0 documents read, 0 claims, 0 pairs compared, 0 agree\n"
                 "0 bytes read\n");
    r.docs      = five_ok;
    r.doc_count = r.bytes = r.claims = r.compared = r.agreeing = 1;
    check_report("one of all", &r,
                 "0 findings: 1 document read, 1 claim, 1 pair compared, 1 agrees\n"
                 "1 byte read, every document in full\n");
}

static void what_was_not_done_is_said(void **state)
{
    (void)state;
    cc_doc_status docs[25];
    char          want[2048];
    cc_results    r = make_results();
    for (size_t i = 0; i < COUNT(docs); i++)
        docs[i] =
            (cc_doc_status){.path = S("x.pdf"), .status = S("skipped"), .reason = S("unsupported")};
    docs[0] = (cc_doc_status){.path   = S("a\x1b]0;t\a\xe2\x80\xae.txt"),
                              .status = S("partial"),
                              .reason = S("truncated"),
                              .detail = S("after 4,096 bytes")};
    docs[1] = (cc_doc_status){.path = S("b.txt"), .status = S("ok"), .bytes = 1200};
    docs[2] = (cc_doc_status){.path   = S("c.txt"),
                              .status = S("skipped"),
                              .reason = S("same"),
                              .detail = S("same as b.txt")};
    r.docs = docs, r.doc_count = COUNT(docs);
    r.not_compared = 12, r.waived = 1, r.below_score = 1300;
    int n = snprintf(
        want, sizeof want,
        "0 findings: 2 documents read, 812 claims, 3,120 pairs compared, 40 agree\n"
        "133,894 bytes read, 1 copy left out. Not read, or not in full: 1 partial, 22 skipped\n"
        "  a\\x1B]0;t\\x07\\u{202e}.txt: partial, truncated: after 4,096 bytes\n");
    for (int i = 0; i < 19; i++)
        n += snprintf(want + n, sizeof want - (size_t)n, "  x.pdf: skipped, unsupported\n");
    snprintf(
        want + n, sizeof want - (size_t)n,
        "  and 3 more\n"
        "12 pairs not compared: too many claims share a key\n"
        "1 finding waived\n"
        "1,300 findings lie below the score or level asked for: see --min-score 0 --level note\n");
    check_report("not done", &r, want);
}

static void all_documents_are_listed(void **state)
{
    (void)state;
    static const cc_doc_status docs[] = {{.path        = {"a.txt", 5},
                                          .status      = {"ok", 2},
                                          .bytes       = 1200,
                                          .date        = {18322, 18352, CC_MONTH, false, 0},
                                          .date_origin = CC_DATE_PATH}};
    cc_results                 r      = make_results();
    r.docs                            = docs;
    r.doc_count                       = 1;
    r.all_documents                   = true;
    check_report("documents", &r,
                 "0 findings: 1 document read, 812 claims, 3,120 pairs compared, 40 agree\n"
                 "133,894 bytes read, every document in full\n"
                 "  a.txt: ok, 1,200 bytes, dated 2020-03 (path)\n");
}

#define TOTALS                                                                                     \
    "5 documents read, 812 claims, 3,120 pairs compared, 40 agree\n"                               \
    "133,894 bytes read, every document in full\n"

static void findings_show_both_sides(void **state)
{
    (void)state;
    const cc_side related[] = {
        make_side(&member, "It was $4.2 mn.", "$4.2 mn", 42, 5),
        make_side(&member, "It was $4.3 mn.", "$4.3 mn", 43, 5),
        make_side(&member, "It was $4.4 mn.", "$4.4 mn", 44, 5),
        make_side(&member, "It was $4.5 mn.", "$4.5 mn", 45, 5),
        make_side(&member, "It was $4.6 mn.", "$4.6 mn", 46, 5),
    };
    const cc_finding findings[] = {
        {.size           = sizeof *findings,
         .check          = S("magnitude"),
         .level          = CC_ERROR,
         .message        = S("Off by\x1b a lot."),
         .reason         = {S("direct invest"), S("Canada"), S("2019"), S("1000x")},
         .primary        = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8),
         .related        = related,
         .related_count  = 5,
         .primary_places = 1,
         .related_places = 5},
        {.size           = sizeof *findings,
         .check          = S("value-conflict"),
         .level          = CC_WARNING,
         .message        = S("Differs."),
         .reason         = {.period = S("2019")},
         .primary        = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8),
         .related        = related,
         .related_count  = 1,
         .primary_places = 1,
         .related_places = 1},
        {.size    = sizeof *findings,
         .check   = S("date-order"),
         .level   = CC_WARNING,
         .message = S("Wrong."),
         .primary = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8)},
    };
    cc_results r    = make_results();
    r.findings      = findings;
    r.finding_count = COUNT(findings);
    check_report("findings", &r,
                 "error magnitude  Off by\\x1B a lot.\n"
                 "  memos/draft.txt:14:31\n    It was $4.2 bn.\n           ^^^^^^^\n"
                 "  a.zip!\\x1B[2J.txt:14:31\n    It was $4.2 mn.\n           ^^^^^^^\n"
                 "  a.zip!\\x1B[2J.txt:14:31\n    It was $4.3 mn.\n           ^^^^^^^\n"
                 "  a.zip!\\x1B[2J.txt:14:31\n    It was $4.4 mn.\n           ^^^^^^^\n"
                 "  and 2 more places\n"
                 "  why compared: measure (direct invest), scope (Canada), period (2019); the "
                 "values lie a factor of\n"
                 "    1000 apart\n"
                 "  1 place says the first, 5 places say otherwise\n\n"
                 "warning value-conflict  Differs.\n"
                 "  memos/draft.txt:14:31\n    It was $4.2 bn.\n           ^^^^^^^\n"
                 "  a.zip!\\x1B[2J.txt:14:31\n    It was $4.2 mn.\n           ^^^^^^^\n"
                 "  why compared: period (2019)\n\n"
                 "warning date-order  Wrong.\n"
                 "  memos/draft.txt:14:31\n    It was $4.2 bn.\n           ^^^^^^^\n\n"
                 "3 findings (1 error, 2 warnings): " TOTALS);
}

static void agreements_are_one_line_a_place(void **state)
{
    (void)state;
    const cc_side      primary   = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8);
    const cc_side      related   = make_side(&member, "It was $4.2 bn.", "$4.2 bn", 42, 8);
    const cc_agreement agreement = {910, S("s"), primary, &related, 1};
    cc_results         r         = make_results();
    r.agreements                 = &agreement;
    r.agreement_count            = 1;
    check_report("agreements", &r,
                 "agree  $4.2 bn  memos/draft.txt:14:31\n"
                 "       $4.2 bn  a.zip!\\x1B[2J.txt:14:31\n\n"
                 "0 findings: " TOTALS);
}

static void colour_is_asked_for(void **state)
{
    (void)state;
    cc_finding finding = {.size    = sizeof finding,
                          .check   = S("date-order"),
                          .level   = CC_NOTE,
                          .message = S("Wrong."),
                          .primary = make_side(&draft, "It was $4.2 bn.", "$4.2 bn", 42, 8)};
    cc_results r       = make_results();
    r.findings         = &finding;
    r.finding_count    = 1;
    r.colour           = true;
    check_report("colour", &r,
                 "\033[1;36mnote\033[0m date-order  Wrong.\n"
                 "  \033[1mmemos/draft.txt\033[0m:14:31\n    It was $4.2 bn.\n"
                 "           \033[32m^^^^^^^\033[0m\n\n"
                 "1 finding (1 note): " TOTALS);
}

static void write_errors_are_passed_up(void **state)
{
    (void)state;
    kept       k;
    cc_results r = make_results();
    kept_init(&k, 40);
    assert_int_equal(claimcheck_plugin()->reporter->report(NULL, NULL, &r, &k.sink), CC_FATAL);
    free(k.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carets_stand_under_the_figure),
        cmocka_unit_test(sentences_flow_into_lines),
        cmocka_unit_test(lines_keep_to_the_width),
        cmocka_unit_test(nothing_found_is_no_silence),
        cmocka_unit_test(what_was_not_done_is_said),
        cmocka_unit_test(all_documents_are_listed),
        cmocka_unit_test(findings_show_both_sides),
        cmocka_unit_test(agreements_are_one_line_a_place),
        cmocka_unit_test(colour_is_asked_for),
        cmocka_unit_test(write_errors_are_passed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
