/* handover.c - plugins are trusted not to lie, but not to be free of mistakes. */
#include "host/handover.h"

#include "store/copy.h"
#include "text/utf8.h"

void cc_handover_copy(void *to, size_t room, const void *from)
{
    uint32_t size;
    memcpy(&size, from, sizeof size);
    memset(to, 0, room);
    memcpy(to, from, size < room ? size : room);
}

cc_status cc_handover_fact(cc_instance *from, const cc_fact *given, cc_fact *ret)
{
    const cc_rule_kind *rules = from->rules;
    cc_handover_copy(ret, sizeof *ret, given);
    if (rules != NULL && ret->rule >= rules->first && ret->rule - rules->first < rules->count)
        return CC_OK;
    return cc_fault_set(&from->fault, CC_FATAL, "a fact was put with a rule that is not its own");
}

/* -- Findings ------------------------------------------------------------------------------ */

static bool has_check(const cc_instance *from, cc_str id)
{
    const cc_check *check = from->plugin->def.checker->checks;
    while (check->id != NULL && !cc_str_eq(cc_str_z(check->id), id))
        check++;
    return check->id != NULL;
}

static cc_status check_side(cc_instance *from, const cc_side *side)
{
    if (side->doc == NULL)
        return cc_fault_set(&from->fault, CC_FATAL, "a finding was put with a place nowhere");
    if (side->mark.off > side->sentence.len || side->mark.len > side->sentence.len - side->mark.off)
        return cc_fault_set(&from->fault, CC_FATAL,
                            "a finding was put with a mark out of its sentence");
    return CC_OK;
}

static cc_status check_finding(cc_instance *from, const cc_finding *f)
{
    if (!has_check(from, f->check))
        return cc_fault_set(&from->fault, CC_FATAL,
                            "a finding was put for '%.*s', which is none of its checks",
                            CC_F(f->check));
    if (f->score > 1000)
        return cc_fault_set(&from->fault, CC_FATAL, "a finding was put with the score %u",
                            f->score);
    CC_TRY(check_side(from, &f->primary));
    for (size_t i = 0; i < f->related_count; i++)
        CC_TRY(check_side(from, &f->related[i]));
    return CC_OK;
}

cc_status cc_handover_finding(cc_instance *from, const cc_finding *given, const cc_doc_ref *doc,
                              cc_arena *to, cc_finding *ret)
{
    cc_finding all;
    cc_handover_copy(&all, sizeof all, given);
    cc_side *related = cc_new(to, cc_side, all.related_count);
    for (size_t i = 0; i < all.related_count; i++) {
        related[i] = all.related[i];
        if (doc != NULL)
            related[i].doc = doc;
    }
    all.related = related;
    if (doc != NULL)
        all.primary.doc = doc;
    CC_TRY(check_finding(from, &all));
    /* A message that was cut may end inside a character. */
    all.message = cc_utf8_repair(to, all.message);
    *ret        = *cc_copy_finding(to, &all);
    return CC_OK;
}
