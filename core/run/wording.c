/* wording.c - from values and places to words. */
#include "run/wording.h"

#include "compare/explain.h"
#include "fact/period.h"
#include "fact/value.h"
#include "store/enumerators.h"

/* "5000000 to 5500000 USD"; a bound that is not there is left out. */
static cc_str print_value(cc_arena *arena, const cc_claim *c)
{
    const cc_value *v    = &c->value;
    cc_str          low  = cc_dec_print(arena, v->low);
    cc_str          high = cc_dec_print(arena, v->high);
    cc_str          unit = c->unit;
    const char     *gap  = unit.len > 0 ? " " : "";
    if (c->kind == CC_DATE)
        return c->text;
    if (v->flags & CC_NO_HIGH)
        return cc_arena_printf(arena, "%.*s%s%.*s or more", CC_F(low), gap, CC_F(unit));
    if (v->flags & CC_NO_LOW)
        return cc_arena_printf(arena, "%.*s%s%.*s or less", CC_F(high), gap, CC_F(unit));
    return cc_arena_printf(arena, "%.*s to %.*s%s%.*s", CC_F(low), CC_F(high), gap, CC_F(unit));
}

static cc_str print_place(cc_arena *arena, const cc_doc_ref *doc, const cc_position *at)
{
    if (at->place.kind == CC_PLACE_PARAGRAPH && at->place.at.paragraph.part > 0)
        return cc_arena_printf(arena, "%.*s, part %u, paragraph %u", CC_F(doc->path),
                               at->place.at.paragraph.part, at->place.at.paragraph.paragraph);
    if (at->place.kind == CC_PLACE_PARAGRAPH)
        return cc_arena_printf(arena, "%.*s, paragraph %u", CC_F(doc->path),
                               at->place.at.paragraph.paragraph);
    if (at->place.kind == CC_PLACE_PAGE)
        return cc_arena_printf(arena, "%.*s, page %u", CC_F(doc->path), at->place.at.page.page);
    return cc_arena_printf(arena, "%.*s:%u:%u", CC_F(doc->path), at->line, at->column);
}

cc_str cc_name_figure(cc_arena *arena, const cc_side *side)
{
    cc_str place = print_place(arena, side->doc, &side->position);
    return cc_arena_printf(arena, "%.*s (%.*s)", CC_F(side->text), CC_F(place));
}

enum { MOST_NAMES = 4 };

static cc_str append(cc_arena *arena, cc_str list, const char *before, cc_str what)
{
    if (what.len == 0)
        return list;
    return cc_arena_printf(arena, "%.*s%s%s%.*s", CC_F(list), list.len > 0 ? "; " : "", before,
                           CC_F(what));
}

/* "canada, mexico, and 3 more" */
static cc_str print_scope(cc_arena *arena, const cc_claim *c)
{
    cc_str list = {"", 0};
    for (size_t i = 0; i < c->scope_count && i < MOST_NAMES; i++)
        list =
            cc_arena_printf(arena, "%.*s%s%.*s", CC_F(list), i > 0 ? ", " : "", CC_F(c->scope[i]));
    return c->scope_count <= MOST_NAMES ? list
                                        : cc_arena_printf(arena, "%.*s, and %zu more", CC_F(list),
                                                          c->scope_count - MOST_NAMES);
}

/* What is not plain of a claim: " (canada, mexico; per day; share; forecast)". */
static cc_str print_manner(cc_arena *arena, const cc_claim *c)
{
    bool   level  = c->aspect == CC_LEVEL || c->kind == CC_DATE;
    cc_str list   = append(arena, CC_S(""), "", print_scope(arena, c));
    cc_str aspect = level ? CC_S("") : cc_aspect_name(c->aspect);
    cc_str stated = c->modality == CC_STATED ? CC_S("") : cc_modality_name(c->modality);
    list          = append(arena, list, "per ", c->per);
    list          = append(arena, list, "", aspect);
    list          = append(arena, list, "", stated);
    return list.len == 0 ? list : cc_arena_printf(arena, " (%.*s)", CC_F(list));
}

/* Where a period comes from that does not stand beside the figure. */
static const char *name_origin(const cc_claim *c)
{
    bool known = c->kind != CC_DATE && cc_period_is_known(&c->period);
    return known && c->period_origin == CC_FROM_HEADER   ? " from above"
           : known && c->period_origin == CC_FROM_BEFORE ? " from a sentence before"
                                                         : "";
}

cc_str cc_describe_figure(cc_stemmer *stemmer, cc_arena *arena, const cc_listed *f)
{
    cc_reason about = cc_explain(stemmer, arena, f->claim, f->claim);
    cc_str    name = cc_name_figure(arena, &f->side), value = print_value(arena, f->claim);
    cc_str    manner = print_manner(arena, f->claim);
    return cc_arena_printf(arena, "%.*s measures '%.*s'%.*s%s%.*s%s and stands for %.*s",
                           CC_F(name), CC_F(about.measure), CC_F(manner),
                           about.period.len > 0 ? ", " : "", CC_F(about.period),
                           name_origin(f->claim), CC_F(value));
}

cc_str cc_print_mille(cc_arena *arena, uint32_t mille)
{
    return cc_dec_print(arena, (cc_dec){mille, -3});
}
