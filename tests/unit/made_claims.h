/* made_claims.h - made-up documents and claims, for the tests of what outlives a document. */
#ifndef MADE_CLAIMS_H
#define MADE_CLAIMS_H

#include "base/arena.h"

#include <stdarg.h>

/* `name` is its path and, since the bytes do not matter, its hash. */
static inline cc_doc_ref *make_doc(cc_arena *arena, const char *name, bool checked)
{
    cc_doc_ref *doc = cc_new(arena, cc_doc_ref, 1);
    *doc            = (cc_doc_ref){.size    = sizeof *doc,
                                   .path    = cc_str_z(name),
                                   .sha256  = cc_str_z(name),
                                   .date    = {.day_first = 1, .day_last = 0},
                                   .checked = checked};
    return doc;
}

static inline cc_value make_value(int64_t mant, int32_t exp10)
{
    return (cc_value){.stated = {mant, exp10},
                      .step   = {1, exp10},
                      .low    = {mant * 10 - 5, exp10 - 1},
                      .high   = {mant * 10 + 5, exp10 - 1},
                      .flags  = CC_HIGH_OPEN};
}

/* "$MANT million" at `order` in 2019; the stems of its measure follow, in their order, and end with
 * NULL. Each figure is a passage of its own. */
static inline cc_claim *make_claim(cc_arena *arena, const cc_doc_ref *doc, uint32_t order,
                                   int64_t mant, ...)
{
    cc_claim *c     = cc_new(arena, cc_claim, 1);
    cc_stem  *stems = cc_new(arena, cc_stem, 8);
    cc_str    text  = cc_arena_printf(arena, "$%lld million", (long long)mant);
    va_list   list;
    *c = (cc_claim){
        .size          = sizeof *c,
        .doc           = doc,
        .kind          = CC_MONEY,
        .position      = {.place  = {.kind = CC_PLACE_BYTES, .at.bytes = {order, order + text.len}},
                          .line   = 1,
                          .column = order + 1},
        .passage       = order,
        .order         = order,
        .text          = text,
        .sentence      = cc_arena_printf(arena, "It was %.*s.", CC_F(text)),
        .mark          = {7, (uint32_t)text.len},
        .value         = make_value(mant, 6),
        .unit          = CC_S("USD"),
        .measure       = stems,
        .period        = {.day_first = 17897, .day_last = 18261, .granularity = CC_YEAR},
        .period_origin = CC_FROM_SENTENCE,
        .aspect        = CC_LEVEL,
        .modality      = CC_STATED};
    va_start(list, mant);
    for (const char *stem; (stem = va_arg(list, const char *)) != NULL;)
        stems[c->measure_count++] = (cc_stem){cc_str_z(stem), 1000, 800, true};
    va_end(list);
    return c;
}

#endif
