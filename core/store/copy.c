/* copy.c - deep copies, member by member. */
#include "store/copy.h"

cc_doc_ref *cc_copy_doc_ref(cc_arena *to, const cc_doc_ref *ref)
{
    cc_doc_ref *copy = cc_new(to, cc_doc_ref, 1);
    *copy            = *ref;
    copy->path       = cc_arena_dup(to, ref->path);
    copy->sha256     = cc_arena_dup(to, ref->sha256);
    copy->subject    = cc_arena_dup(to, ref->subject);
    copy->labels     = cc_arena_dup(to, ref->labels);
    return copy;
}

static const cc_stem *copy_stems(cc_arena *to, const cc_stem *stems, size_t count)
{
    cc_stem *copy = cc_new(to, cc_stem, count);
    for (size_t i = 0; i < count; i++) {
        copy[i]      = stems[i];
        copy[i].stem = cc_arena_dup(to, stems[i].stem);
    }
    return copy;
}

static const cc_str *copy_strings(cc_arena *to, const cc_str *strings, size_t count)
{
    cc_str *copy = cc_new(to, cc_str, count);
    for (size_t i = 0; i < count; i++)
        copy[i] = cc_arena_dup(to, strings[i]);
    return copy;
}

const cc_claim *cc_copy_claim(cc_arena *to, const cc_claim *claim, const cc_doc_ref *ref)
{
    cc_claim *copy = cc_new(to, cc_claim, 1);
    *copy          = *claim;
    copy->doc      = ref;
    copy->text     = cc_arena_dup(to, claim->text);
    copy->sentence = cc_arena_dup(to, claim->sentence);
    copy->unit     = cc_arena_dup(to, claim->unit);
    copy->per      = cc_arena_dup(to, claim->per);
    copy->noun     = cc_arena_dup(to, claim->noun);
    copy->label    = cc_arena_dup(to, claim->label);
    copy->sublabel = cc_arena_dup(to, claim->sublabel);
    copy->skeleton = cc_arena_dup(to, claim->skeleton);
    copy->source   = cc_arena_dup(to, claim->source);
    copy->measure  = copy_stems(to, claim->measure, claim->measure_count);
    copy->scope    = copy_strings(to, claim->scope, claim->scope_count);
    return copy;
}

cc_side cc_copy_side(cc_arena *to, const cc_side *side)
{
    cc_side copy  = *side;
    copy.text     = cc_arena_dup(to, side->text);
    copy.sentence = cc_arena_dup(to, side->sentence);
    copy.unit     = cc_arena_dup(to, side->unit);
    return copy;
}

const cc_finding *cc_copy_finding(cc_arena *to, const cc_finding *finding)
{
    cc_finding *copy  = cc_new(to, cc_finding, 1);
    cc_side    *sides = cc_new(to, cc_side, finding->related_count);
    *copy             = *finding;
    copy->size        = sizeof *copy;
    copy->check       = cc_arena_dup(to, finding->check);
    copy->message     = cc_arena_dup(to, finding->message);
    copy->reason      = (cc_reason){
             cc_arena_dup(to, finding->reason.measure), cc_arena_dup(to, finding->reason.scope),
             cc_arena_dup(to, finding->reason.period), cc_arena_dup(to, finding->reason.gap)};
    copy->primary = cc_copy_side(to, &finding->primary);
    for (size_t i = 0; i < finding->related_count; i++)
        sides[i] = cc_copy_side(to, &finding->related[i]);
    copy->related = sides;
    return copy;
}

cc_side cc_side_of_claim(const cc_claim *c)
{
    return (cc_side){
        .doc      = c->doc,
        .position = c->position,
        .order    = c->order,
        .text     = c->text,
        .sentence = c->sentence,
        .mark     = c->mark,
        .kind     = c->kind,
        .value    = c->value,
        .unit     = c->unit,
    };
}
