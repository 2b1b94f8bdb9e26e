/* test_extract_date.c - the date plugin on the shipped rules: what it finds, and what it makes of
 * dates without a year. The host is core's own grammars behind a table of functions. */
#include "../../plugins/extract_date.c"

#include "fact/number.h"
#include "fact/period.h"
#include "rule/match.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct bench {
    cc_arena            run, doc;
    cc_rules            rules;
    const cc_rule_kind *kind;
    cc_calendar        *calendar;
    cc_lexicon         *lexicon;
    cc_matcher         *matcher;
    CC_LIST(cc_fact) facts;
} bench;

static bench *bench_of(const cc_host *host)
{
    return host->core;
}

static void *host_alloc(const cc_host *host, size_t bytes, size_t align)
{
    (void)align;
    return cc_arena_alloc(&bench_of(host)->doc, 1, bytes);
}

static uint32_t host_rule(const cc_host *host, const char *id)
{
    return cc_rules_find(&bench_of(host)->rules, cc_str_z(id));
}

static uint32_t host_group(const cc_host *host, const char *name)
{
    const cc_rule_kind *kind = bench_of(host)->kind;
    for (size_t i = 0; i < kind->slot_count; i++)
        if (cc_str_eq(kind->slots[i], cc_str_z(name)))
            return (uint32_t)i;
    return CC_NO_GROUP;
}

static cc_status host_number(const cc_host *host, cc_str text, cc_str scale, cc_value *ret)
{
    return cc_number_parse(bench_of(host)->lexicon, text, scale, false, ret);
}

static cc_status host_period(const cc_host *host, const cc_doc *doc, const cc_date_parts *parts,
                             cc_fact *ret)
{
    return cc_period_resolve(bench_of(host)->calendar, &bench_of(host)->doc, doc, parts, ret);
}

static cc_str host_unit(const cc_host *host, cc_str written)
{
    const cc_unit *unit = cc_lexicon_unit(bench_of(host)->lexicon, written);
    return unit == NULL ? (cc_str){"", 0} : unit->name;
}

static cc_status put_fact(cc_fact_sink *sink, const cc_fact *fact)
{
    bench *b                     = sink->core;
    *cc_push(&b->doc, &b->facts) = *fact;
    return CC_OK;
}

/* A block a line; a sentence ends in a full stop and a blank before a capital. */
static cc_doc build(bench *b, const char *text, const char *own)
{
    size_t       size = strlen(text) + 1, blocks = 0, sentences = 0;
    char        *copy      = memcpy(cc_new(&b->doc, char, size + 1), text, size);
    cc_block    *block     = cc_new(&b->doc, cc_block, size);
    cc_sentence *sentence  = cc_new(&b->doc, cc_sentence, size);
    uint32_t     block_off = 0, sentence_off = 0;
    copy[size - 1] = '\n';
    for (uint32_t i = 0; i < size; i++) {
        bool end = copy[i] == '\n';
        if (end || (copy[i] == ' ' && copy[i - 1] == '.' && cc_is_upper(copy[i + 1]))) {
            sentence[sentences++] =
                (cc_sentence){{sentence_off, i - sentence_off}, (uint32_t)blocks};
            sentence_off = i + 1;
        }
        if (end) {
            block[blocks++] = (cc_block){.kind = CC_PARAGRAPH, .span = {block_off, i - block_off}};
            block_off       = i + 1;
        }
    }
    cc_doc  doc = {.size           = sizeof doc,
                   .text           = {copy, size},
                   .blocks         = block,
                   .block_count    = blocks,
                   .sentences      = sentence,
                   .sentence_count = sentences,
                   .date           = cc_period_unknown()};
    int32_t day;
    if (own != NULL && cc_day_parse(cc_str_z(own), &day) == CC_OK)
        doc.date = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
    return doc;
}

/* Longest first, then rule order, as the host resolves overlaps. */
static bool loses(const bench *b, size_t i)
{
    const cc_fact *a = &b->facts.at[i];
    for (size_t j = 0; j < b->facts.n; j++) {
        const cc_fact *o = &b->facts.at[j];
        bool           overlaps =
            o->span.off < a->span.off + a->span.len && a->span.off < o->span.off + o->span.len;
        if (j != i && overlaps &&
            (o->span.len > a->span.len || (o->span.len == a->span.len && o->rule < a->rule)))
            return true;
    }
    return false;
}

/* "12 March 2019=2019-03-12; …" */
static cc_str describe(bench *b, const cc_doc *doc)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < b->facts.n; i++) {
        const cc_fact *f    = &b->facts.at[i];
        cc_str         text = cc_str_span(doc->text, f->span);
        if (!loses(b, i))
            all =
                cc_arena_printf(&b->doc, "%.*s%s%.*s=%.*s%s%s", CC_F(all), all.len > 0 ? "; " : "",
                                CC_F(text), CC_F(f->timex), f->impossible ? " impossible" : "",
                                f->period.hedge == CC_HEDGE_UNDER   ? " before"
                                : f->period.hedge == CC_HEDGE_UP_TO ? " by"
                                                                    : "");
    }
    return all;
}

static cc_str run(bench *b, const char *text, const char *own)
{
    cc_host       host  = {.size   = sizeof host,
                           .abi    = CC_ABI,
                           .core   = b,
                           .alloc  = host_alloc,
                           .rule   = host_rule,
                           .group  = host_group,
                           .number = host_number,
                           .period = host_period,
                           .unit   = host_unit};
    cc_fact_sink  sink  = {.size = sizeof sink, .core = b, .put = put_fact};
    cc_doc        doc   = build(b, text, own);
    uint32_t      kind  = (uint32_t)(b->kind - b->rules.kinds);
    cc_matches    found = {0};
    cc_limit_hits hits  = {0};
    void         *self  = NULL;
    memset(&b->facts, 0, sizeof b->facts);
    cc_match_document(b->matcher, &b->doc, &doc, &kind, 1, &found, &hits);
    assert_int_equal(hits.n, 0);
    const cc_plugin *plugin = claimcheck_plugin();
    assert_int_equal(plugin->open(&host, &self), CC_OK);
    assert_int_equal(plugin->extractor->extract(self, &host, &doc, found.at, found.n, &sink),
                     CC_OK);
    return describe(b, &doc);
}

static const struct {
    const char *text, *own, *wanted;
} cases[] = {
    /* the longest wins, and weekdays are part of the span */
    {"It began on Tuesday, 4 May 2021.", NULL, "Tuesday, 4 May 2021=2021-05-04"},
    {"See March 12, 2019 and 2019-03-12.", NULL,
     "March 12, 2019=2019-03-12; 2019-03-12=2019-03-12"},
    {"A form of 05/06/2021.", NULL, "05/06/2021=2021-05-06"},
    {"Due on 31 April 2021.", NULL, "31 April 2021=2021-04-31 impossible"},
    {"From 12-15 March 2019 it met.", NULL, "12-15 March 2019=2019-03-12/2019-03-15"},
    {"Funds of FY2023, FY 2022-23 and the 1990s.", NULL,
     "FY2023=FY2023; FY 2022-23=FY2022/FY2023; the 1990s=199"},
    {"It ran between January 2015 and June 30, 2019.", NULL,
     "January 2015 and June 30, 2019=2015-01/2019-06-30"},
    /* figures that are no dates */
    {"Section 2012 sets $2012 for 2012 people on page 1998, 1,998 in all.", NULL, ""},
    {"In May 12,000 men may 12 times march.", NULL, "May=XXXX-05"},
    /* hedges */
    {"Closed before 2019, due by the end of 2020, open since 2021.", NULL,
     "2019=2019 before; the end of 2020=2020 by; 2021=2021"},
    /* without a year: the same sentence, else the document's date */
    {"It passed on 3 May 2015 and took effect on 1 July.", "2021-05-12",
     "3 May 2015=2015-05-03; 1 July=2015-07-01"},
    {"It passed in 2020. It took effect on 1 July.", "2021-05-12", "2020=2020; 1 July=2021-07-01"},
    {"It met on 1 July.", NULL, "1 July=XXXX-07-01"},
    {"It closed in 2015. It met on 1 July.", NULL, "2015=2015; 1 July=XXXX-07-01"},
    /* a history: most years lie far from the document's date */
    {"War came in September 1939. In October the army withdrew.\nBy March it was over.",
     "2009-12-19", "September 1939=1939-09; October=1939-10; March=1940-03 by"},
    {"It fell on 9 May 1945. The next day the shops opened.", "2009-12-19",
     "9 May 1945=1945-05-09; The next day=1945-05-10"},
    {"It closed in 1950. Two years later it reopened.", NULL, "1950=1950; Two years later=1952"},
    /* told from the document's date */
    {"It rose last year and fell two months ago.", "2021-05-12",
     "last year=2020; two months ago=2021-03"},
    {"It rose last year.", NULL, "last year="},
    /* durations */
    {"A 90-day pause, three years, several weeks, an hour.", NULL,
     "90-day=P90D; three years=P3Y; several weeks=PXW; an hour=PT1H"},
    {"It took two and a half years.", NULL, "two and a half years=P2.5Y"},
};

static void test_extract(void **state)
{
    static const char *const none[] = {NULL};
    bench                    b      = {0};
    cc_fault                 fault  = {0};
    (void)state;
    if (cc_rules_load(&b.run, "rules", none, 0, &b.rules, &fault) != CC_OK ||
        cc_calendar_load(&b.run, CC_S("rules/en"), &b.calendar, &fault) != CC_OK ||
        cc_lexicon_load(&b.run, CC_S("rules/en"), &b.lexicon, &fault) != CC_OK)
        fail_msg("%s:%u: %s", fault.file, fault.line, fault.message);
    b.kind    = cc_rules_kind(&b.rules, CC_S("date"));
    b.matcher = cc_matcher_new(&b.rules);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str got = run(&b, cases[i].text, cases[i].own);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("%s: got '%.*s', wanted '%s'", cases[i].text, CC_F(got), cases[i].wanted);
        cc_arena_release(&b.doc);
    }
    cc_matcher_free(b.matcher);
    cc_rules_close(&b.rules);
    cc_arena_release(&b.run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_extract)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
