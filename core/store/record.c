/* record.c - keys of what is no claim. */
#include "store/record.h"

#include "base/ascii.h"

cc_str cc_key_document(cc_arena *arena, const cc_doc_status *status)
{
    return cc_arena_printf(arena, "document|%.*s", CC_F(status->sha256));
}

/* A key is ASCII and has a greatest length: of a long path its end is left out, for its hash. */
static cc_str key_path(cc_arena *arena, cc_str path)
{
    cc_str ascii = cc_ascii(arena, path);
    if (ascii.len <= 200)
        return ascii;
    return cc_arena_printf(arena, "%.180s%016llx", ascii.ptr, (unsigned long long)cc_hash(path));
}

cc_str cc_key_figure(cc_arena *arena, const cc_listed *figure)
{
    return cc_arena_printf(arena, "figure|%.*s", CC_F(key_path(arena, figure->side.doc->path)));
}

cc_str cc_key_finding(cc_arena *arena, const cc_finding *finding)
{
    return cc_arena_printf(arena, "finding|%.*s",
                           CC_F(key_path(arena, finding->primary.doc->path)));
}

cc_str cc_key_pair(cc_arena *arena, const cc_pair *pair)
{
    cc_str a = key_path(arena, pair->a->doc->path), b = key_path(arena, pair->b->doc->path);
    return cc_arena_printf(arena, "pair|%.*s|%.*s", CC_F(a), CC_F(b));
}
