/* fuzz_extract.c - any text, a block a line, on its way to records: facts stand in the text, in order;
 * their values and periods hold together; a claim's record is read as it was written. */
#include "fuzz_box.h"

#include "base/bounds.h"
#include "compare/key.h"
#include "fact/doc_date.h"
#include "run/extraction.h"

static cc_engine engine;
static cc_worker worker;

static cc_status load(cc_engine *e, cc_fault *fault)
{
    CC_TRY(cc_plugins_load(&e->arena, BUILD_DIR "/plugins", NULL, &e->plugins, fault));
    CC_TRY(cc_rules_load(&e->arena, "rules", NULL, 0, &e->rules, fault));
    CC_TRY(cc_abbreviations_load(&e->arena, e->rules.folder, &e->abbreviations, fault));
    CC_TRY(cc_lexicon_load(&e->arena, e->rules.folder, &e->lexicon, fault));
    CC_TRY(cc_calendar_load(&e->arena, e->rules.folder, &e->calendar, fault));
    CC_TRY(cc_vocabulary_load(&e->arena, e->rules.folder, &e->vocabulary, fault));
    return cc_worker_open(e, &worker, fault);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    cc_fault fault = {0};
    (void)argc, (void)argv;
    must_load(load(&engine, &fault), &fault);
    return 0;
}

/* -- A document ----------------------------------------------------------------------------------- */

/* "[Label] text" is text under a label, "# text" a heading, all else a paragraph. */
static cc_block_in block_of(cc_str line)
{
    cc_block_in block = {.size = sizeof block, .kind = CC_PARAGRAPH};
    if (cc_str_starts(line, CC_S("# "))) {
        line        = cc_str_sub(line, 2, line.len - 2);
        block.kind  = CC_HEADING;
        block.level = 1;
    } else if (cc_str_starts(line, CC_S("["))) {
        line      = cc_str_sub(line, 1, line.len - 1);
        block.row = take_until(&line, ']');
    }
    block.text = line;
    return block;
}

static void put_line(cc_builder *builder, cc_str whole, cc_str line)
{
    cc_fault    fault = {0};
    cc_block_in block = block_of(line);
    size_t      start = (size_t)(block.text.ptr - whole.ptr);
    cc_piece    piece = {
           .text_len = (uint32_t)block.text.len,
           .flags    = CC_VERBATIM,
           .place    = {.kind = CC_PLACE_BYTES, .at.bytes = {start, start + block.text.len}}};
    block.pieces      = &piece;
    block.piece_count = 1;
    promise(cc_builder_put(builder, &block, &fault) == CC_OK, "%s", fault.message);
}

static void build(cc_arena *arena, cc_str bytes, cc_document *ret)
{
    cc_builder builder;
    cc_decoded decoded;
    cc_utf8_decode(arena, bytes, &decoded);
    cc_builder_init(&builder, arena, &decoded, &engine.abbreviations, CC_MAX_TEXT_BYTES);
    for (cc_str rest = decoded.text; rest.len > 0;)
        put_line(&builder, decoded.text, take_until(&rest, '\n'));
    cc_builder_finish(&builder, bytes, ret);
    ret->abi.path = CC_S("a.txt");
    ret->abi.date = cc_period_unknown();
}

static void extract(const cc_document *document, cc_extraction *x)
{
    cc_extraction_match(&worker, &document->abi, CC_S(""), x);
    promise(cc_extraction_run(x, CC_S("")) == CC_OK, "an extractor failed: %s",
            x->in_hand->fault.message);
    cc_facts_resolve(&x->facts, x->doc, engine.lexicon);
}

/* -- Promises ----------------------------------------------------------------------------------- */

static void check_value(const cc_value *v)
{
    bool both = (v->flags & (CC_NO_LOW | CC_NO_HIGH)) == 0;
    promise(!both || cc_dec_cmp(v->low, v->high) <= 0, "a value whose low is above its high");
}

static void check_period(const cc_period *p)
{
    promise(!cc_period_is_known(p) || (p->granularity >= CC_DAY && p->granularity <= CC_YEARS),
            "a period of no granularity");
}

static void check_facts(const cc_doc *doc, const cc_facts *facts)
{
    uint32_t off = 0;
    for (size_t i = 0; i < facts->n; i++) {
        const cc_fact *f  = &facts->at[i];
        size_t         at = cc_doc_block_at(doc, f->span.off);
        promise(f->span.off >= off, "fact %zu is out of order", i);
        promise(at < doc->block_count, "fact %zu stands in no block", i);
        cc_span b = doc->blocks[at].span;
        promise(f->span.len > 0 && f->span.off + f->span.len <= b.off + b.len,
                "fact %zu leaves its block", i);
        promise(f->kind > 0 && f->kind < CC_KIND_COUNT, "a fact of kind %u", f->kind);
        check_value(&f->value);
        if (f->kind == CC_DATE)
            check_period(&f->period);
        off = f->span.off;
    }
}

typedef struct line {
    cc_arena *arena;
    cc_bytes  text;
} line;

static void keep(cc_json *json, const char *bytes, size_t len)
{
    line *to = json->user;
    cc_bytes_put(to->arena, &to->text, (cc_str){bytes, len});
}

static cc_str write(cc_arena *arena, const cc_claim *claim, cc_str key)
{
    line      to     = {.arena = arena};
    cc_json   json   = {.put = keep, .user = &to};
    cc_record record = {.key = key, .kind = CC_RECORD_CLAIM, .of.claim = claim};
    cc_record_write(&json, &record);
    return (cc_str){to.text.ptr, to.text.len - 1};
}

static void check_record(cc_arena *arena, const cc_claim *claim, cc_str key)
{
    cc_record_reader reader = {.arena = arena};
    cc_record        again;
    cc_fault         fault = {0};
    cc_str           once  = write(arena, claim, key);
    promise(memchr(once.ptr, '\n', once.len) == NULL, "a record of two lines");
    promise(cc_record_read(&reader, once, &again, &fault) == CC_OK,
            "a claim's record is refused: %s", fault.message);
    cc_str twice = write(arena, again.of.claim, again.key);
    promise(cc_str_eq(once, twice), "'%.*s' becomes '%.*s'", CC_F(once), CC_F(twice));
}

static void check_claim(cc_arena *arena, const cc_claim *c)
{
    cc_str keys[CC_MAX_KEYS];
    /* With its label before it. */
    promise(c->sentence.len <= 2 * CC_MAX_QUOTE_BYTES + 2, "a sentence of %zu bytes",
            c->sentence.len);
    promise(c->mark.off <= c->sentence.len && c->mark.len <= c->sentence.len - c->mark.off,
            "a mark out of its sentence");
    promise(c->scope_own <= c->scope_count, "more places of its own than places");
    check_value(&c->value);
    check_period(&c->period);
    size_t n = cc_claim_keys(arena, engine.lexicon, c, keys);
    promise(n <= CC_MAX_KEYS, "%zu keys", n);
    for (size_t i = 0; i < n; i++)
        check_record(arena, c, keys[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena     *arena = &worker.doc;
    cc_mark       mark  = cc_arena_mark(arena);
    cc_document   document;
    cc_extraction x;
    cc_claims     claims = {0};
    cc_doc_ref    ref    = {.size = sizeof ref, .path = CC_S("a.txt"), .date = cc_period_unknown()};
    cc_instances_serve(&worker.plugins, arena);
    build(arena, input_of(data, size), &document);
    extract(&document, &x);
    check_facts(&document.abi, &x.facts);
    cc_doc_date_clues clues = {.facts = x.facts.at, .fact_count = x.facts.n};
    cc_doc_date_find(engine.calendar, arena, &clues, &document.abi);
    ref.date               = document.abi.date;
    cc_claim_source source = {engine.vocabulary,
                              engine.lexicon,
                              engine.calendar,
                              worker.stemmer,
                              &document,
                              &x.facts,
                              &ref};
    cc_claims_make(arena, &source, &claims);
    for (size_t i = 0; i < claims.n; i++)
        check_claim(arena, &claims.at[i]);
    cc_arena_rewind(arena, mark);
    return 0;
}
