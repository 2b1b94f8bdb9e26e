/* match.c - rules over blocks, within limits that count and never time. */
#include "rule/match.h"

#include "base/bounds.h"
#include "rule/needs.h"

#include <stdlib.h>

/* A window ends anywhere: PCRE2 sees the block from its start, and past the window's end so far
 * that a match which begins inside can finish. Only the start of a match must lie inside. So
 * windows bound the work and leave what is found as it is. */
enum { OVERLAP_BYTES = 4096 };

/* A rule that met a limit in so many blocks of a document is left out for the rest of it. */
enum { MAX_STRIKES = 3 };

typedef CC_LIST(cc_match) match_list;

struct cc_matcher {
    cc_arena             own;
    const cc_rules      *rules;
    pcre2_match_context *context;
    pcre2_match_data    *data;
    pcre2_jit_stack     *stack;
    uint32_t             stamp; /* of the block in hand */
    uint32_t            *seen;  /* by need */
    uint32_t            *found; /* by rule: the stamp of the last block with one of its needs */
    uint32_t            *match_count; /* by rule, in the document in hand */
    uint32_t            *strikes;
};

typedef struct scan {
    cc_matcher         *m;
    cc_arena           *arena;
    const cc_rule_kind *kind;
    cc_str              block;
    uint32_t            base, index; /* the block's offset in the text; its number */
    match_list         *out;
    cc_limit_hits      *hits;
} scan;

/* -- The matcher --------------------------------------------------------------------------- */

static void make_context(cc_matcher *m)
{
    m->context = pcre2_match_context_create(NULL);
    m->stack   = pcre2_jit_stack_create(32 * 1024, CC_JIT_STACK_BYTES, NULL);
    if (m->context == NULL || m->stack == NULL)
        abort();
    pcre2_set_match_limit(m->context, CC_PCRE2_MATCH_LIMIT);
    pcre2_set_depth_limit(m->context, CC_PCRE2_DEPTH_LIMIT);
    pcre2_set_heap_limit(m->context, CC_PCRE2_HEAP_KIB);
    pcre2_jit_stack_assign(m->context, NULL, m->stack);
}

cc_matcher *cc_matcher_new(const cc_rules *rules)
{
    cc_arena    own      = {0};
    uint32_t    captures = 0;
    cc_matcher *m        = cc_new(&own, cc_matcher, 1);
    m->rules             = rules;
    m->seen              = cc_new(&own, uint32_t, cc_needs_count(rules->needs));
    m->found             = cc_new(&own, uint32_t, rules->rule_count);
    m->match_count       = cc_new(&own, uint32_t, rules->rule_count);
    m->strikes           = cc_new(&own, uint32_t, rules->rule_count);
    for (size_t i = 0; i < rules->rule_count; i++)
        if (rules->rules[i].capture_count > captures)
            captures = rules->rules[i].capture_count;
    m->data = pcre2_match_data_create(captures + 1, NULL);
    if (m->data == NULL)
        abort();
    make_context(m);
    m->own = own;
    return m;
}

void cc_matcher_free(cc_matcher *m)
{
    if (m == NULL)
        return;
    cc_arena own = m->own;
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->context);
    pcre2_jit_stack_free(m->stack);
    cc_arena_release(&own);
}

/* -- One rule in one block ----------------------------------------------------------------- */

static void put_match(scan *s, uint32_t rule, int set)
{
    const cc_rule    *r      = &s->m->rules->rules[rule];
    const PCRE2_SIZE *at     = pcre2_get_ovector_pointer(s->m->data);
    cc_span          *groups = cc_new(s->arena, cc_span, s->kind->slot_count);
    for (size_t i = 0; i < s->kind->slot_count; i++)
        groups[i] = (cc_span){UINT32_MAX, 0};
    for (int c = 1; c < set; c++) {
        uint32_t slot = r->slots[c];
        if (slot == CC_NO_GROUP || at[2 * c] == PCRE2_UNSET || groups[slot].off != UINT32_MAX)
            continue;
        groups[slot].off = s->base + (uint32_t)at[2 * c];
        groups[slot].len = (uint32_t)(at[2 * c + 1] - at[2 * c]);
    }
    *cc_push(s->arena, s->out) =
        (cc_match){.rule   = rule,
                   .block  = s->index,
                   .span   = {s->base + (uint32_t)at[0], (uint32_t)(at[1] - at[0])},
                   .groups = groups};
}

static void hit_limit(scan *s, uint32_t rule)
{
    *cc_push(s->arena, s->hits) = (cc_limit_hit){rule, s->index};
    s->m->strikes[rule]++;
}

static size_t code_point_start(cc_str s, size_t at)
{
    while (at > 0 && at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return at < s.len ? at : s.len;
}

/* Finds what begins in [from, end); gives where the next window begins: the block's end when the
 * rule met a limit. Whatever PCRE2 returns that is no match and not "no match" is a limit. */
static size_t match_window(scan *s, uint32_t rule, size_t from, size_t end)
{
    const cc_rule    *r       = &s->m->rules->rules[rule];
    size_t            stop    = code_point_start(s->block, end + OVERLAP_BYTES);
    uint32_t          options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    const PCRE2_SIZE *at      = pcre2_get_ovector_pointer(s->m->data);
    options |= stop < s->block.len ? PCRE2_NOTEOL : 0;
    while (from < end) {
        int set = pcre2_match(r->code, (PCRE2_SPTR)s->block.ptr, stop, from, options, s->m->data,
                              s->m->context);
        if (set == PCRE2_ERROR_NOMATCH || (set > 0 && at[0] >= end))
            return end;
        if (set < 0 || s->m->match_count[rule] == CC_MAX_RULE_MATCHES) {
            hit_limit(s, rule);
            return s->block.len;
        }
        s->m->match_count[rule]++;
        put_match(s, rule, set);
        from = at[1];
    }
    return from;
}

static void match_rule(scan *s, uint32_t rule)
{
    const cc_matcher *m = s->m;
    if (m->rules->rules[rule].need_count > 0 && m->found[rule] != m->stamp)
        return;
    if (m->strikes[rule] >= MAX_STRIKES)
        return;
    for (size_t at = 0; at < s->block.len;)
        at = match_window(s, rule, at, code_point_start(s->block, at + CC_MAX_WINDOW_BYTES));
}

/* -- A document ---------------------------------------------------------------------------- */

static int compare_matches(const void *a, const void *b)
{
    const cc_match *x = a, *y = b;
    if (x->span.off != y->span.off)
        return x->span.off < y->span.off ? -1 : 1;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

static void begin_document(cc_matcher *m)
{
    memset(m->match_count, 0, m->rules->rule_count * sizeof *m->match_count);
    memset(m->strikes, 0, m->rules->rule_count * sizeof *m->strikes);
}

static void find_needs(cc_matcher *m, cc_str block)
{
    if (++m->stamp == 0) {
        memset(m->seen, 0, cc_needs_count(m->rules->needs) * sizeof *m->seen);
        memset(m->found, 0, m->rules->rule_count * sizeof *m->found);
        m->stamp = 1;
    }
    cc_needs_scan(m->rules->needs, block, m->stamp, m->seen, m->found);
}

static void match_kind(scan *s)
{
    size_t before = s->out->n;
    for (uint32_t i = 0; i < s->kind->count; i++)
        match_rule(s, s->kind->first + i);
    if (s->out->n > before)
        qsort(s->out->at + before, s->out->n - before, sizeof(cc_match), compare_matches);
}

void cc_match_document(cc_matcher *m, cc_arena *arena, const cc_doc *doc, const uint32_t *kinds,
                       size_t kind_count, cc_matches *ret, cc_limit_hits *hits)
{
    match_list *lists = cc_new(arena, match_list, kind_count);
    begin_document(m);
    for (size_t b = 0; b < doc->block_count; b++) {
        cc_span span = doc->blocks[b].span;
        scan    s    = {.m     = m,
                        .arena = arena,
                        .block = cc_str_span(doc->text, span),
                        .base  = span.off,
                        .index = (uint32_t)b,
                        .hits  = hits};
        find_needs(m, s.block);
        for (size_t k = 0; k < kind_count; k++) {
            s.kind = &m->rules->kinds[kinds[k]];
            s.out  = &lists[k];
            match_kind(&s);
        }
    }
    for (size_t k = 0; k < kind_count; k++)
        ret[k] = (cc_matches){lists[k].at, lists[k].n};
}

static const cc_rule_kind *kind_of(const cc_rules *rules, uint32_t rule)
{
    size_t k = 0;
    while (rule >= rules->kinds[k].first + rules->kinds[k].count)
        k++;
    return &rules->kinds[k];
}

void cc_match_text(cc_matcher *m, cc_arena *arena, cc_str text, uint32_t rule, cc_matches *ret,
                   cc_limit_hits *hits)
{
    match_list list = {0};
    scan       s    = {.m     = m,
                       .arena = arena,
                       .kind  = kind_of(m->rules, rule),
                       .block = text,
                       .out   = &list,
                       .hits  = hits};
    begin_document(m);
    find_needs(m, text);
    match_rule(&s, rule);
    *ret = (cc_matches){list.at, list.n};
}
