/* test_extract_date.c - the date plugin on the shipped rules: what it finds, and what it makes of
 * dates without a year. The host is core's own grammars behind a table of functions. */
#include "../../plugins/extract_date/clock.c"
#include "../../plugins/extract_date/duration.c"
#include "../../plugins/extract_date/extract_date.c"
#include "../../plugins/extract_date/narrative.c"

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

/* " [12=2019-03-12, 15 March 2019=2019-03-15]": the ends that a range was put with. They must have
 * the period of the whole. */
static cc_str describe_ends(bench *b, const cc_doc *doc, size_t whole)
{
    cc_str all = CC_S("");
    for (size_t i = whole + 1; i < b->facts.n && b->facts.at[i].rule == b->facts.at[whole].rule &&
                               b->facts.at[i].span.off < cc_end(b->facts.at[whole].span);
         i++) {
        const cc_fact *f    = &b->facts.at[i];
        cc_str         text = cc_str_span(doc->text, f->span);
        all = cc_arena_printf(&b->doc, "%.*s%s%.*s=%.*s", CC_F(all), all.len > 0 ? ", " : " [",
                              CC_F(text), CC_F(f->timex));
        assert_int_equal(f->period.day_first, b->facts.at[whole].period.day_first);
        assert_int_equal(f->period.day_last, b->facts.at[whole].period.day_last);
    }
    return all.len > 0 ? cc_arena_printf(&b->doc, "%.*s]", CC_F(all)) : all;
}

/* "12 March 2019=2019-03-12; …" */
static cc_str describe(bench *b, const cc_doc *doc)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < b->facts.n; i++) {
        const cc_fact *f    = &b->facts.at[i];
        cc_str         text = cc_str_span(doc->text, f->span);
        if (!loses(b, i))
            all = cc_arena_printf(
                &b->doc, "%.*s%s%.*s=%.*s%.*s%s%s", CC_F(all), all.len > 0 ? "; " : "", CC_F(text),
                CC_F(f->timex), CC_F(describe_ends(b, doc, i)), f->impossible ? " impossible" : "",
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
    {"Forms of 13/06/2021 and 05/06/2021.", NULL, "13/06/2021=2021-06-13; 05/06/2021=2021-06-05"},
    {"Forms of 13/06/2021, 06/13/2021 and 05/06/2021.", NULL,
     "13/06/2021=2021-06-13; 06/13/2021=2021-06-13; 05/06/2021=2021-05-06"},
    {"Due on 31 April 2021.", NULL, "31 April 2021=2021-04-31 impossible"},
    {"Funds of FY2023, FY 2022-23 and the 1990s.", NULL,
     "FY2023=FY2023; FY 2022-23=FY2022/FY2023; the 1990s=199"},
    /* a range, and its ends */
    {"From 12-15 March 2019 it met.", NULL,
     "12-15 March 2019=2019-03-12/2019-03-15 [12=2019-03-12, 15 March 2019=2019-03-15]"},
    {"The conference of May 5-9, 2018 was moved.", NULL,
     "May 5-9, 2018=2018-05-05/2018-05-09 [May 5=2018-05-05, 9, 2018=2018-05-09]"},
    {"It ran between January 2015 and June 30, 2019.", NULL,
     "January 2015 and June 30, 2019=2015-01/2019-06-30 [January 2015=2015-01, "
     "June 30, 2019=2019-06-30]"},
    {"In 2013-16 the fund grew.", NULL, "2013-16=2013/2016 [2013=2013, 16=2016]"},
    {"From 3 to 5 May it met.", "2021-06-12",
     "3 to 5 May=2021-05-03/2021-05-05 [3=2021-05-03, 5 May=2021-05-05]"},
    {"Aid flowed from March 2020 to May 2021.", NULL,
     "March 2020 to May 2021=2020-03/2021-05 [March 2020=2020-03, May 2021=2021-05]"},
    {"From November 15 to February 15, 1989 troops left.", NULL,
     "November 15 to February 15, 1989=1988-11-15/1989-02-15 [November 15=1988-11-15, "
     "February 15, 1989=1989-02-15]"},
    {"The war of 264-241 BC was long.", NULL,
     "264-241 BC=BC0264/BC0241 [264=BC0264, 241 BC=BC0241]"},
    {"Closed 28-31 April 2021.", NULL, "28-31 April 2021=2021-04-28/2021-04-31 impossible"},
    /* a year at the end of a list is that of all of it */
    {"It met in April, July and June 1955, and on 28 and 29 August 2020.", "2021-05-12",
     "April=1955-04; July=1955-07; June 1955=1955-06; 28=2020-08-28; 29 August 2020=2020-08-29"},
    {"It met on May 4 and 5, as agreed.", "2021-05-12", "May 4=2021-05-04; 5=2021-05-05"},
    /* note markers are no digits */
    {"It ended in 2020.\xC2\xB9\xC2\xB2 It began in 2019[5] or on 3 May 2018.\xC2\xB9", NULL,
     "2020=2020; 2019=2019; 3 May 2018=2018-05-03"},
    /* figures that are no dates */
    {"Section 2012 sets $2012 for 2012 people on page 1998, 1,998 in all.", NULL, ""},
    {"In May 12,000 men may 12 times march.", NULL, "May=XXXX-05"},
    {"See pages 2010-2015, version 2.2016, route 2010 and the 3-2 score.", NULL, ""},
    {"Some 1500 troops sat a second time in the Sun.", NULL, ""},
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
    /* of what a history tells aside it goes on from where it was */
    {"War came in May 1919. In 1920 it went on.\nIn 2004 a film told it. On 9 August they met.",
     "2009-12-19", "May 1919=1919-05; 1920=1920; 2004=2004; 9 August=1920-08-09"},
    {"It fell in May 1945. As in the year before 1940 it was poor. In June it rose.", "2009-12-19",
     "May 1945=1945-05; 1940=1940 before; June=1945-06"},
    {"War came on 3 May 1919. In 1919 it grew. In June it ended.", "2009-12-19",
     "3 May 1919=1919-05-03; 1919=1919; June=1919-06"},
    /* no history: it says when it speaks */
    {"It began in 1995 and 1999. Today it was renewed.\nLast June it paid out.", "2005-02-02",
     "1995=1995; 1999=1999; Today=2005-02-02; Last June=2004-06"},
    /* told from the document's date */
    {"It rose last year and fell two months ago.", "2021-05-12",
     "last year=2020; two months ago=2021-03"},
    {"It rose last year.", NULL, "last year=XXXX"},
    {"It fell in 2010 and ends late in the year.", "2021-05-12",
     "2010=2010; late in the year=2010"},
    {"It fell in 2010 and 2020. It ends late in the year.", "2021-05-12",
     "2010=2010; 2020=2020; late in the year=2021"},
    {"He was told that night and left the next morning.", "2021-05-12",
     "that night=2021-05-12TNI; the next morning=2021-05-13TMO"},
    {"Tonight, this weekend and last fiscal year.", "2020-11-12",
     "Tonight=2020-11-12TNI; this weekend=2020-W46-WE; last fiscal year=FY2020"},
    {"In 2020 and early on Sunday it rained at 8 p.m.", "2021-05-12",
     "2020=2020; Sunday=2021-05-09; 8 p.m.=2021-05-09T20:00"},
    {"It closed Monday and will open Friday.", "2021-05-12",
     "Monday=2021-05-10; Friday=2021-05-14"},
    {"It rose in the first quarter of this year and October of last year.", "2021-05-12",
     "the first quarter of this year=2021-Q1; October of last year=2020-10"},
    {"Polls closed at 8 p.m. on 3 May 2021.", NULL,
     "8 p.m.=XXXX-XX-XXT20:00; 3 May 2021=2021-05-03"},
    {"It was sunk on 3 May 1915 at 12:10 a.m. or 12 p.m.", NULL,
     "3 May 1915=1915-05-03; 12:10 a.m.=1915-05-03T00:10; 12 p.m.=1915-05-03T12:00"},
    /* in news what was told before is too coarse to count days from */
    {"It opens in early 2022. The following day they met.", "2021-05-12",
     "early 2022=2022; The following day=2021-05-13"},
    {"Over the weekend it rained; in the quarter it fell, and all year-end sales.", "2021-05-10",
     "the weekend=2021-W18-WE; the quarter=2021-Q2"},
    {"It is due Friday, the minister said on Thursday.", "2021-05-12",
     "Friday=2021-05-14; Thursday=2021-05-06"},
    {"In fiscal 2020 it fell. In the previous year it rose.", "2021-05-12",
     "fiscal 2020=FY2020; the previous year=2019"},
    {"It fell in the first ten months of 2015 from the year-earlier period.", "2016-05-12",
     "the first ten months of 2015=P10M; the year-earlier period=2014"},
    /* what comes again, and what is no day */
    {"They met daily, every week or at night, as at that time.", "2021-05-12",
     "daily=P1D; every week=P1W; night=XXXX-XX-XXTNI; that time=PAST_REF"},
    /* durations */
    {"It took more than 30 years, just over a year and a half, or $5 million over five years.",
     NULL, "more than 30 years=P30Y; just over a year and a half=P1.5Y; five years=P5Y"},
    {"A 90-day pause, three years, several weeks, an hour.", NULL,
     "90-day=P90D; three years=P3Y; several weeks=PXW; an hour=PT1H"},
    {"It takes three to five years, half a century or 2-3 weeks.", NULL,
     "three to five years=PXY; half a century=P0.5CE; 2-3 weeks=PXW"},
    {"It took two and a half years.", NULL, "two and a half years=P2.5Y"},
    {"For decades, over the past two centuries, a month-long pause.", NULL,
     "decades=PXDE; the past two centuries=P2CE; month-long=P1M"},
    {"It began about three years ago. Years later it ended.", "2021-05-12",
     "about three years ago=2018; Years later=FUTURE_REF"},
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
