/* locate.c - document, place and quotation of a claim. */
#include "claim/locate.h"

#include "text/quote.h"

/* Either of label and sentence may hold NUL. */
static void quote(cc_arena *arena, const cc_passage *p, cc_span figure, cc_claim *ret)
{
    cc_bytes text = {0};
    ret->sentence = cc_quote(p->doc->text, p->span, figure, &ret->mark);
    if (p->block->row.len == 0)
        return;
    cc_bytes_put(arena, &text, p->block->row);
    cc_bytes_put(arena, &text, CC_S(": "));
    ret->mark.off += (uint32_t)text.len;
    cc_bytes_put(arena, &text, ret->sentence);
    ret->sentence = (cc_str){text.ptr, text.len};
}

cc_claim cc_claim_locate(cc_arena *arena, const cc_claim_source *source, const cc_passage *p,
                         size_t i)
{
    const cc_fact *fact  = &p->facts[i];
    cc_claim       claim = {
              .size     = sizeof claim,
              .doc      = source->ref,
              .kind     = fact->kind,
              .position = cc_document_position(source->document, fact->span),
              .passage  = p->span.off,
              .order    = fact->span.off,
              .text     = cc_str_span(p->doc->text, fact->span),
    };
    quote(arena, p, fact->span, &claim);
    return claim;
}
