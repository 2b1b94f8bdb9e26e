/* claims.c - walks the blocks of a document, keeps what stands above them, and turns each figure
 * that measures something into a claim. */
#include "claim/claims.h"

#include "base/bounds.h"
#include "claim/credit.h"
#include "claim/dated.h"
#include "claim/fraction.h"
#include "claim/furniture.h"
#include "claim/header.h"
#include "claim/locate.h"
#include "claim/manner.h"
#include "claim/measure.h"
#include "claim/pairing.h"
#include "claim/rate.h"
#include "claim/scope.h"
#include "claim/signature.h"
#include "claim/subject.h"
#include "claim/when.h"

enum {
    MAX_LEVEL = 5,
    SERIES    = 3,
    MAX_TITLE = 200, /* bytes */
};

typedef struct heading {
    bool      set;
    cc_words  words;
    cc_period period;
} heading;

/* Where the walk stands. */
typedef struct walk {
    cc_arena              *arena;
    const cc_claim_source *source;
    heading                headings[MAX_LEVEL + 1]; /* by level */
    bool                   titled;                  /* the title has been passed */
    cc_period              lead_in;                 /* of the paragraph before a run of items */
    cc_header              caption;                 /* of the table under way */
    cc_words               title;                   /* the words of its caption */
    cc_words               lead_words;              /* of the line with a colon before fields */
    bool                   in_body;                 /* cells with labels have come */
    cc_header              column, header;          /* of the block's labels; of all */
    cc_context             context;
    cc_inherited           inherited;
    cc_str                 place;     /* the first one of the sentence before, in the same block */
    cc_words               before;    /* of that sentence, or of the question before */
    cc_dict                skeletons; /* how often each hash of a sentence's skeleton occurs */
    cc_str                 series;    /* that of the passage in hand, where it occurs often */
    cc_things              things;    /* that events may happen to */
    cc_thing               titled_thing; /* of the innermost heading */
    cc_claims             *claims;
} walk;

/* -- What stands above a block ------------------------------------------------------------------ */

static cc_words split(walk *w, cc_str text, cc_places_named *places)
{
    cc_words words = {0};
    cc_words_split(w->source->stemmer, w->arena, text, (cc_span){0, (uint32_t)text.len}, &words);
    cc_words_mark_places(w->source->vocabulary, w->arena, text, &words, places);
    return words;
}

/* Keeps what the facts in `span` are that make no claims, if anybody asks. */
static void note(walk *w, cc_span span, const char *instead)
{
    size_t n;
    if (w->source->instead == NULL)
        return;
    const cc_fact *facts = cc_facts_within(w->source->facts, span, &n);
    for (size_t i = 0; i < n; i++)
        w->source->instead[&facts[i] - w->source->facts->at] = instead;
}

static cc_period period_within(const walk *w, cc_span span)
{
    size_t         n;
    const cc_fact *facts = cc_facts_within(w->source->facts, span, &n);
    return cc_last_period(facts, n);
}

/* What a label or heading names beside the act: "Opening of the Peace Bridge". */
static cc_thing read_label(walk *w, cc_str text)
{
    cc_places_named places = {0};
    cc_words        words  = split(w, text, &places);
    return cc_thing_read(w->arena, text, &words, &places, (cc_word_range){0, words.n});
}

static void take_heading(walk *w, const cc_block *block)
{
    uint32_t level = block->level < 1 ? 1 : block->level;
    if (level > MAX_LEVEL)
        return;
    for (uint32_t at = level; at <= MAX_LEVEL; at++)
        w->headings[at].set = false;
    heading *h = &w->headings[level];
    h->set     = true;
    h->words =
        split(w, cc_str_span(w->source->document->abi.text, block->span), &(cc_places_named){0});
    h->period       = w->titled ? period_within(w, block->span) : cc_period_unknown();
    w->titled       = true;
    w->titled_thing = read_label(w, cc_str_span(w->source->document->abi.text, block->span));
}

static void append_words(walk *w, cc_words *to, const cc_words *from)
{
    for (size_t i = 0; i < from->n; i++)
        *cc_push(w->arena, to) = from->at[i];
}

static void gather_headings(walk *w)
{
    bool innermost       = true;
    w->context.heading.n = w->context.above.n = 0;
    w->inherited.header                       = cc_period_unknown();
    for (int level = MAX_LEVEL; level >= 1; level--) {
        const heading *h = &w->headings[level];
        if (!h->set)
            continue;
        append_words(w, innermost ? &w->context.heading : &w->context.above, &h->words);
        if (innermost)
            w->inherited.header = h->period;
        innermost = false;
    }
}

static bool is_record(const cc_block *block)
{
    return block->row.len > 0 || block->kind == CC_CELL;
}

static bool is_bare(const cc_doc *doc, size_t index)
{
    return index < doc->block_count && doc->blocks[index].kind == CC_CELL &&
           doc->blocks[index].row.len == 0 && doc->blocks[index].column.len == 0;
}

/* The first cell of a row of headers: no labels, nor has the one after it. */
static bool opens_table(const cc_doc *doc, size_t index)
{
    return is_bare(doc, index) && is_bare(doc, index + 1) &&
           (index == 0 || !is_bare(doc, index - 1));
}

/* Of a block, or of the last sentence of a paragraph that ends in a colon: "Cargo by port, 2024:". */
static cc_span title_span(const cc_doc *doc, size_t index)
{
    cc_span span = doc->blocks[index].span;
    size_t  at = 0, to = doc->sentence_count;
    if (!cc_str_ends(cc_str_span(doc->text, span), CC_S(":")))
        return span;
    while (at < to) { /* the first sentence that starts behind the block */
        size_t mid = at + (to - at) / 2;
        if (doc->sentences[mid].span.off < cc_span_end(span))
            at = mid + 1;
        else
            to = mid;
    }
    bool within = at > 0 && doc->sentences[at - 1].span.off >= span.off;
    return within ? doc->sentences[at - 1].span : span;
}

/* A line right before a table is its title, whatever the reader takes it for. */
static bool titles_table(const cc_doc *doc, size_t index)
{
    return doc->blocks[index].kind != CC_CELL && title_span(doc, index).len <= MAX_TITLE &&
           index + 1 < doc->block_count && doc->blocks[index + 1].kind == CC_CELL;
}

static cc_header read_header(const walk *w, cc_str text)
{
    cc_header_tables tables = {w->source->lexicon, w->source->vocabulary, w->source->calendar};
    return cc_header_read(&tables, w->arena, text);
}

/* A caption holds for the cells that follow it, and so does the first cell of a table: "In millions". */
static void gather_caption(walk *w, size_t index)
{
    const cc_doc   *doc   = &w->source->document->abi;
    const cc_block *block = &doc->blocks[index];
    bool            opens = opens_table(doc, index);
    cc_header       none  = {.period = cc_period_unknown()};
    if (block->kind == CC_CELL && !opens) {
        w->in_body = w->in_body || !is_bare(doc, index);
        return;
    }
    cc_header before = opens && !w->in_body ? w->caption : none;
    cc_header read   = none;
    bool      titles = block->kind == CC_CAPTION || titles_table(doc, index);
    cc_str    text   = cc_str_span(doc->text, opens ? block->span : title_span(doc, index));
    if (opens || titles)
        read = read_header(w, text);
    w->caption = cc_header_join(&read, &before);
    w->in_body = false;
    if (!opens)
        w->title = titles ? split(w, text, &(cc_places_named){0}) : (cc_words){0};
}

static void gather_labels(walk *w, const cc_block *block)
{
    cc_header row = read_header(w, block->row);
    w->column     = read_header(w, block->column);
    w->header     = cc_header_join(&w->column, &row);
    w->header     = cc_header_join(&w->header, &w->caption);
    if (is_record(block) && cc_period_is_known(&w->header.period))
        w->inherited.header = w->header.period;
}

/* "Crossings at the southern border:", before fields that are years. */
static cc_words read_lead_in(walk *w, const cc_block *block)
{
    cc_str text = cc_str_span(w->source->document->abi.text, block->span);
    bool   lead = text.len <= MAX_TITLE && cc_str_ends(text, CC_S(":"));
    return lead ? split(w, text, &(cc_places_named){0}) : (cc_words){0};
}

static void gather_context(walk *w, const cc_block *block)
{
    gather_headings(w);
    gather_labels(w, block);
    w->context.places = (cc_places_named){0};
    w->context.label  = split(w, block->row, &w->context.places);
    cc_words column   = split(w, block->column, &w->context.places);
    append_words(w, &w->context.label, &column);
    bool bare = block->kind == CC_CELL && !cc_words_measure(&w->context.label);
    if (bare)
        append_words(w, &w->context.label, &w->title);
    if (block->kind != CC_CELL && block->row.len > 0 && !cc_words_measure(&w->context.label))
        append_words(w, &w->context.label, &w->lead_words);
    if (!is_record(block))
        w->lead_words = read_lead_in(w, block);
    w->context.caption    = block->kind == CC_CELL && !bare ? w->title : (cc_words){0};
    w->context.label_text = is_record(block) ? cc_fold(w->arena, block->row) : CC_S("");
    if (block->kind == CC_ITEM && cc_period_is_known(&w->lead_in) &&
        !cc_period_is_known(&w->header.period))
        w->inherited.header = w->lead_in;
    if (block->kind != CC_ITEM)
        w->lead_in = is_record(block) ? cc_period_unknown() : period_within(w, block->span);
}

/* -- Series: sentences that are alike but for digits and months ------------------------------- */

static uint64_t hash_skeleton(const walk *w, cc_span span)
{
    cc_words words = {0};
    cc_str   text  = w->source->document->abi.text;
    uint64_t hash  = 1;
    cc_words_split(w->source->stemmer, w->arena, text, span, &words);
    for (size_t i = 0; i < words.n; i++)
        if (!(words.at[i].classes & CC_WORD_MONTH) && !cc_is_digit(text.ptr[words.at[i].span.off]))
            hash = hash * 1099511628211u + cc_hash(words.at[i].stem);
    return hash;
}

static cc_str skeleton_key(walk *w, cc_span span)
{
    return cc_arena_printf(w->arena, "%016llx", (unsigned long long)hash_skeleton(w, span));
}

static void count_skeletons(walk *w)
{
    const cc_doc *doc = &w->source->document->abi;
    for (size_t i = 0; i < doc->sentence_count; i++) {
        size_t n;
        cc_facts_within(w->source->facts, doc->sentences[i].span, &n);
        if (n > 0)
            ++*cc_dict_put(w->arena, &w->skeletons, skeleton_key(w, doc->sentences[i].span));
    }
}

static cc_str series_of(walk *w, cc_span span)
{
    cc_str          key  = skeleton_key(w, span);
    const uint64_t *many = cc_dict_find(&w->skeletons, key);
    return many != NULL && *many >= SERIES ? key : CC_S("");
}

/* -- One claim -------------------------------------------------------------------------------------- */

static void measure_claim(walk *w, const cc_passage *p, size_t i, cc_claim *claim)
{
    claim->noun    = cc_counted_noun(w->arena, p, i);
    claim->measure = cc_measure(w->arena, p, &w->context, i, &claim->measure_count);
    cc_claim_scope(w->arena, p, i, &w->context.places, claim);
    claim->label    = w->context.label_text;
    claim->sublabel = cc_sublabel(w->arena, p, i);
    if (claim->sublabel.len == 0 && claim->label.len > 0)
        claim->sublabel = w->column.rest;
    claim->period   = cc_claim_period(p, i, &w->inherited, &claim->period_origin);
    claim->aspect   = cc_claim_aspect(p, i, &claim->direction);
    claim->modality = cc_claim_modality(p, i);
    claim->revised  = cc_claim_revised(p);
}

static cc_claim make_claim(walk *w, const cc_passage *p, size_t i)
{
    const cc_fact *fact  = &p->facts[i];
    cc_claim       claim = cc_claim_locate(w->arena, w->source, p, i);
    claim.value          = fact->value;
    claim.unit           = fact->unit;
    claim.per            = cc_claim_per(w->arena, w->source->lexicon, p, i);
    measure_claim(w, p, i, &claim);
    claim.source   = cc_claim_credit(w->source->vocabulary, p);
    claim.skeleton = w->series;
    return claim;
}

/* Without a word of its own a figure may be anything that its heading names. */
static bool is_worthless(const cc_claim *claim)
{
    for (size_t i = 0; i < claim->measure_count; i++)
        if (claim->measure[i].own)
            return false;
    return claim->noun.len == 0;
}

/* -- The walk ---------------------------------------------------------------------------------------- */

static void find_figures(walk *w, cc_passage *p)
{
    bool *figure = cc_new(w->arena, bool, p->fact_count);
    p->figure    = figure;
    for (size_t i = 0; i < p->fact_count; i++) {
        bool figure_or_time = cc_is_figure(&p->facts[i]) || cc_is_measured_time(p, i);
        bool label          = figure_or_time && cc_is_label_figure(p, i);
        figure[i]           = figure_or_time && !label;
        if (label)
            note(w, p->facts[i].span, "part of a label");
    }
}

/* "FY2005" measures nothing and names nobody: the words of a date are its own. */
static void mark_dates(cc_passage *p)
{
    for (size_t i = 0; i < p->fact_count; i++)
        for (size_t k = cc_passage_word(p, p->facts[i].span.off);
             k < p->words.n && p->words.at[k].span.off < cc_span_end(p->facts[i].span) &&
             (p->facts[i].kind == CC_DATE || p->facts[i].kind == CC_DURATION);
             k++)
            p->words.at[k].classes |= CC_WORD_MONTH;
}

static void take_figure(walk *w, const cc_passage *p, size_t i)
{
    cc_mark  mark  = cc_arena_mark(w->arena);
    cc_claim claim = make_claim(w, p, i);
    if (!is_worthless(&claim)) {
        *cc_push(w->arena, w->claims) = claim;
        return;
    }
    cc_arena_rewind(w->arena, mark);
    note(w, p->facts[i].span, "figure without words of its own");
}

static void take_figures(walk *w, const cc_passage *p)
{
    cc_pairing pairing = cc_pairing_find(p);
    for (size_t i = 0; i < p->fact_count && w->claims->n < CC_MAX_CLAIMS; i++) {
        if (!p->figure[i])
            continue;
        size_t      k         = cc_pairing_index(&pairing, i);
        bool        pair      = k < pairing.count;
        cc_passage  only      = pair ? cc_pairing_only(w->arena, p, &pairing, k) : *p;
        const char *furniture = cc_furniture(&only, i);
        if (furniture == NULL)
            take_figure(w, &only, i);
        else
            note(w, p->facts[i].span, furniture);
    }
}

/* Spans of time said by the way: no figures to their neighbours. */
static void take_times(walk *w, const cc_passage *p)
{
    cc_passage times  = *p;
    bool      *figure = cc_new(w->arena, bool, p->fact_count);
    for (size_t i = 0; i < p->fact_count; i++)
        figure[i] = p->figure[i] || (p->facts[i].kind == CC_DURATION && p->facts[i].unit.len > 0);
    times.figure = figure;
    for (size_t i = 0; i < p->fact_count && w->claims->n < CC_MAX_CLAIMS; i++)
        if (figure[i] && !p->figure[i] && cc_is_told_time(p, i) && cc_furniture(&times, i) == NULL)
            take_figure(w, &times, i);
}

static void take_dates(walk *w, const cc_passage *p)
{
    cc_dating dating = {
        .arena   = w->arena,
        .source  = w->source,
        .context = &w->context,
        .things  = &w->things,
        .titled  = w->titled_thing,
        .series  = w->series,
        .claims  = w->claims,
    };
    if (p->record)
        dating.label = read_label(w, p->block->row);
    cc_take_dates(&dating, p);
}

static bool says_constant(const walk *w, cc_span span)
{
    size_t at;
    cc_str text = cc_str_span(w->source->document->abi.text, span);
    return cc_phrases_find(cc_vocabulary_constant(w->source->vocabulary), text, &at).len > 0;
}

static void take_passage(walk *w, const cc_block *block, cc_span span)
{
    cc_passage p = {
        .doc = &w->source->document->abi, .block = block, .span = span, .record = is_record(block)};
    p.facts = cc_facts_within(w->source->facts, span, &p.fact_count);
    p.facts = cc_fractions_apply(w->arena, p.doc->text, p.facts, p.fact_count);
    if (p.record)
        p.facts = cc_header_apply(w->arena, &w->header, p.facts, p.fact_count);
    p.label = w->context.label;
    cc_words_split(w->source->stemmer, w->arena, p.doc->text, span, &p.words);
    cc_words_mark_places(w->source->vocabulary, w->arena, p.doc->text, &p.words, &p.places);
    p.constant = says_constant(w, span);
    mark_dates(&p);
    p.place_before = w->place;
    p.before       = w->before;
    find_figures(w, &p);
    w->series = p.fact_count == 0 ? CC_S("") : series_of(w, span);
    take_figures(w, &p);
    if (!p.record)
        take_times(w, &p);
    take_dates(w, &p);
    cc_things_note(&w->things, &p);
    if (cc_words_measure(&p.words))
        w->before = p.words;
    if (p.places.n > 0)
        w->place = p.places.at[0].name;
    cc_period last      = cc_last_period(p.facts, p.fact_count);
    w->inherited.before = cc_period_is_known(&last) ? last : w->inherited.before;
}

/* What is looked at for a figure grows with the passage, so a long one is cut behind a fact. */
static void take_passages(walk *w, const cc_block *block, cc_span span)
{
    while (span.len > CC_MAX_PASSAGE_BYTES) {
        size_t         n;
        const cc_fact *facts =
            cc_facts_within(w->source->facts, (cc_span){span.off, CC_MAX_PASSAGE_BYTES}, &n);
        uint32_t end  = cc_span_end(span);
        uint32_t next = n == 0 ? span.off + CC_MAX_PASSAGE_BYTES : cc_span_end(facts[n - 1].span);
        if (n > 0)
            take_passage(w, block, (cc_span){span.off, next - span.off});
        while (next < end && (w->source->document->abi.text.ptr[next] & 0xC0) == 0x80)
            next++;
        span = (cc_span){next, end - next};
    }
    take_passage(w, block, span);
}

/* A question or a lead-in: what comes next speaks of it. */
static bool leads_on(const cc_doc *doc, const cc_block *block)
{
    cc_str text = cc_str_trim(cc_str_span(doc->text, block->span));
    return cc_str_ends(text, CC_S("?")) || cc_str_ends(text, CC_S(":"));
}

static void take_block(walk *w, size_t index, size_t *sentence)
{
    const cc_doc   *doc   = &w->source->document->abi;
    const cc_block *block = &doc->blocks[index];
    size_t          first = *sentence;
    while (*sentence < doc->sentence_count && doc->sentences[*sentence].block == index)
        ++*sentence;
    if (block->kind == CC_HEADING) {
        note(w, block->span, "heading");
        take_heading(w, block);
        w->lead_in = cc_period_unknown();
        return;
    }
    gather_caption(w, index);
    gather_context(w, block);
    w->inherited.before = cc_period_unknown();
    w->place            = CC_S("");
    if (index == 0 || !leads_on(doc, &doc->blocks[index - 1]))
        w->before = (cc_words){0};
    w->context.question = w->before;
    w->things.subject   = (cc_mention){0};
    if (is_record(block))
        take_passages(w, block, block->span);
    for (size_t i = first; i < *sentence && !is_record(block); i++)
        take_passages(w, block, doc->sentences[i].span);
}

static void sign_labels(walk *w)
{
    char *bytes = NULL;
    for (size_t i = 0; i < w->claims->n; i++) {
        const cc_claim *claim = &w->claims->at[i];
        if (claim->label.len == 0)
            continue;
        if (bytes == NULL)
            bytes = cc_arena_alloc(w->arena, CC_SIGNATURE_BYTES, 1);
        cc_signature_add(bytes, claim->label, CC_S(""));
        cc_signature_add(bytes, claim->label, claim->sublabel);
    }
    w->source->ref->labels = (cc_str){bytes, bytes == NULL ? 0 : CC_SIGNATURE_BYTES};
}

cc_status cc_claims_make(cc_arena *arena, const cc_claim_source *source, cc_claims *ret)
{
    walk   w             = {.arena          = arena,
                            .source         = source,
                            .lead_in        = cc_period_unknown(),
                            .caption.period = cc_period_unknown(),
                            .claims         = ret};
    size_t sentence      = 0;
    source->ref->subject = cc_name_subject(arena, source);
    count_skeletons(&w);
    for (size_t i = 0; i < source->document->abi.block_count; i++)
        take_block(&w, i, &sentence);
    sign_labels(&w);
    return ret->n < CC_MAX_CLAIMS ? CC_OK : CC_WARN;
}
