/* claim_box.h - short English texts become claims as in a run, by the shipped rules, tables and
 * plugins, and what came out is written down as a line of text.
 *
 * A text has one block a line. How a line begins says what it is:
 *     # Title         ## Section       headings
 *     - item          ^ note           = caption
 *     [Label] text    [Row|Column] text     record text under a label; a cell of a table
 *     @ 2021-05-12    not a block: the document's own date, a day, month or year
 * anything else is a paragraph. */
#ifndef CC_TESTS_CLAIM_BOX_H
#define CC_TESTS_CLAIM_BOX_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "claim/dated.h"
#include "run/extraction.h"

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static struct {
    cc_engine engine;
    cc_worker worker;
    cc_mark   empty; /* of worker.doc */
    uint32_t  documents;
} box;

/* A text that was read. All of it lives until the next box_empty. */
typedef struct box_doc {
    cc_document   document;
    cc_facts      facts;
    cc_doc_ref    ref;
    cc_claims     claims;
    cc_extraction extraction;
} box_doc;

/* -- Opening and closing ---------------------------------------------------------------------- */

static inline cc_status box_load(cc_engine *e, cc_fault *fault)
{
    CC_TRY(cc_plugins_load(&e->arena, BUILD_DIR "/plugins", NULL, &e->plugins, fault));
    CC_TRY(cc_rules_load(&e->arena, "rules", NULL, 0, &e->rules, fault));
    CC_TRY(cc_abbreviations_load(&e->arena, e->rules.folder, &e->abbreviations, fault));
    CC_TRY(cc_lexicon_load(&e->arena, e->rules.folder, &e->lexicon, fault));
    CC_TRY(cc_calendar_load(&e->arena, e->rules.folder, &e->calendar, fault));
    CC_TRY(cc_vocabulary_load(&e->arena, e->rules.folder, &e->vocabulary, fault));
    return cc_worker_open(e, &box.worker, fault);
}

static inline int box_open(void **state)
{
    cc_fault fault = {0};
    (void)state;
    if (box_load(&box.engine, &fault) == CC_OK) {
        box.empty = cc_arena_mark(&box.worker.doc);
        return 0;
    }
    cc_fault_print(&fault, stderr);
    return 1;
}

static inline int box_close(void **state)
{
    (void)state;
    cc_worker_close(&box.worker);
    cc_arena_release(&box.worker.run);
    cc_engine_close(&box.engine);
    return 0;
}

static inline void box_empty(void)
{
    cc_arena_rewind(&box.worker.doc, box.empty);
    box.documents = 0;
}

/* -- From a text to claims ---------------------------------------------------------------------- */

static inline cc_str box_take(cc_str *line, char to)
{
    const char *end  = memchr(line->ptr, to, line->len);
    size_t      len  = end == NULL ? line->len : (size_t)(end - line->ptr);
    cc_str      head = cc_str_sub(*line, 0, len);
    *line            = end == NULL ? CC_S("") : cc_str_sub(*line, len + 1, line->len - len - 1);
    return head;
}

static inline cc_block_in box_block(cc_str line)
{
    static const struct {
        const char   *mark;
        cc_block_kind kind;
        uint32_t      level;
    } marks[] = {
        {"# ", CC_HEADING, 1},  {"## ", CC_HEADING, 2}, {"- ", CC_ITEM, 1},
        {"^ ", CC_FOOTNOTE, 0}, {"= ", CC_CAPTION, 0},
    };
    cc_block_in block = {.size = sizeof block, .kind = CC_PARAGRAPH};
    if (cc_str_starts(line, CC_S("["))) {
        line.ptr++, line.len--;
        cc_str label = box_take(&line, ']');
        bool   cell  = memchr(label.ptr, '|', label.len) != NULL;
        block.row    = box_take(&label, '|');
        block.column = label;
        block.kind   = cell ? CC_CELL : CC_PARAGRAPH;
    }
    for (size_t i = 0; i < COUNT(marks); i++)
        if (cc_str_starts(line, cc_str_z(marks[i].mark))) {
            size_t len  = strlen(marks[i].mark);
            line        = cc_str_sub(line, len, line.len - len);
            block.kind  = marks[i].kind;
            block.level = marks[i].level;
        }
    block.text = cc_str_trim(line);
    return block;
}

static inline void box_put(cc_builder *builder, cc_str whole, cc_block_in block)
{
    cc_fault fault    = {0};
    uint64_t start    = (uint64_t)(block.text.ptr - whole.ptr);
    cc_piece piece    = {.text_len             = (uint32_t)block.text.len,
                         .flags                = CC_VERBATIM,
                         .place.kind           = CC_PLACE_BYTES,
                         .place.at.bytes.start = start,
                         .place.at.bytes.end   = start + block.text.len};
    block.pieces      = &piece;
    block.piece_count = 1;
    if (cc_builder_put(builder, &block, &fault) != CC_OK)
        fail_msg("'%.*s': %s", CC_F(block.text), fault.message);
}

/* "2021-05-12", "2021-05", "2021" */
static inline cc_period box_date(cc_str text)
{
    cc_period period = {.granularity = text.len == 10  ? CC_DAY
                                       : text.len == 7 ? CC_MONTH
                                                       : CC_YEAR};
    int       y = 0, m = 1, d = 1, last = 31;
    char      z[16] = {0};
    memcpy(z, text.ptr, text.len < sizeof z ? text.len : sizeof z - 1);
    if (sscanf(z, "%d-%d-%d", &y, &m, &d) < 1)
        fail_msg("'%s' is no date", z);
    last             = period.granularity == CC_YEAR ? 31 : cc_month_days(y, m);
    period.day_first = cc_day_from_date(y, m, d);
    period.day_last  = period.granularity == CC_DAY
                           ? period.day_first
                           : cc_day_from_date(y, period.granularity == CC_YEAR ? 12 : m, last);
    return period;
}

static inline void box_build(cc_str text, cc_document *ret)
{
    cc_builder builder;
    cc_period  date  = cc_period_unknown();
    cc_str     lines = text;
    cc_builder_init(&builder, &box.worker.doc, NULL, &box.engine.abbreviations, SIZE_MAX);
    while (lines.len > 0) {
        cc_str line = box_take(&lines, '\n');
        if (cc_str_starts(line, CC_S("@ ")))
            date = box_date(cc_str_sub(line, 2, line.len - 2));
        else
            box_put(&builder, text, box_block(line));
    }
    cc_builder_finish(&builder, text, ret);
    ret->abi.date = date;
}

static inline void box_extract(box_doc *d)
{
    cc_extraction *x = &d->extraction;
    cc_instances_serve(&box.worker.plugins, &box.worker.doc);
    cc_extraction_match(&box.worker, &d->document.abi, CC_S(""), x);
    if (cc_extraction_run(x, CC_S("")) != CC_OK)
        fail_msg("an extractor failed: %s", x->in_hand->fault.message);
    cc_facts_resolve(&x->facts, x->doc, box.engine.lexicon);
    d->facts = x->facts;
}

/* The first document of a case is "1.txt", the next one "2.txt". */
static inline box_doc *box_read(const char *text)
{
    cc_arena *arena = &box.worker.doc;
    box_doc  *d     = cc_new(arena, box_doc, 1);
    box_build(cc_arena_dup(arena, cc_str_z(text)), &d->document);
    d->document.abi.path = cc_arena_printf(arena, "%u.txt", ++box.documents);
    d->ref               = (cc_doc_ref){.size    = sizeof d->ref,
                                        .path    = d->document.abi.path,
                                        .sha256  = d->document.abi.path,
                                        .date    = d->document.abi.date,
                                        .checked = true};
    box_extract(d);
    cc_claim_source source = {box.engine.vocabulary,
                              box.engine.lexicon,
                              box.engine.calendar,
                              box.worker.stemmer,
                              &d->document,
                              &d->facts,
                              &d->ref,
                              NULL};
    assert_int_equal(cc_claims_make(arena, &source, &d->claims), CC_OK);
    return d;
}

/* -- Writing down and comparing ------------------------------------------------------------------- */

static inline cc_str box_join(cc_str list, const char *between, cc_str more)
{
    return cc_arena_printf(&box.worker.doc, "%.*s%s%.*s", CC_F(list), list.len > 0 ? between : "",
                           CC_F(more));
}

typedef struct box_case {
    const char *text;
    const char *wanted; /* of each claim "FIGURE: WHAT IT HAS", or "FIGURE" alone; " | " between */
} box_case;

typedef cc_str box_printer(const cc_claim *claim);

/* All but the dates of figures, which stand with those. */
static inline cc_str box_print(const box_doc *d, box_printer *print)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < d->claims.n; i++) {
        const cc_claim *claim = &d->claims.at[i];
        cc_str          one   = claim->text;
        if (cc_dates_figure(claim))
            continue;
        if (print != NULL)
            one = cc_arena_printf(&box.worker.doc, "%.*s: %.*s", CC_F(one), CC_F(print(claim)));
        all = box_join(all, " | ", one);
    }
    return all;
}

/* `print` NULL: the figures alone. All cases are run before a wrong one fails the test. */
static inline void box_expect(const box_case *cases, size_t count, box_printer *print)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        cc_str got = box_print(box_read(cases[i].text), print);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted))) {
            print_error("'%s'\n   got    '%.*s'\n   wanted '%s'\n", cases[i].text, CC_F(got),
                        cases[i].wanted);
            wrong++;
        }
        box_empty();
    }
    if (wrong > 0)
        fail_msg("%zu of %zu cases", wrong, count);
}

#endif
