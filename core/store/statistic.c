/* statistic.c - the root of a set is its smallest place, so that joins may come in any order. */
#include "store/statistic.h"

static cc_str print_place(cc_arena *arena, cc_str sha256, uint32_t order)
{
    return cc_arena_printf(arena, "%.*s#%010u", CC_F(sha256), order);
}

static size_t put_node(cc_statistics *s, const cc_claim *claim)
{
    cc_str    place = print_place(s->arena, claim->doc->sha256, claim->order);
    uint64_t *at    = cc_dict_put(s->arena, &s->places, place);
    if (*at == 0) {
        size_t index                  = s->nodes.n;
        *cc_push(s->arena, &s->nodes) = (cc_statistic_node){claim, place, index, index};
        *at                           = s->nodes.n;
    }
    return (size_t)*at - 1;
}

static size_t find_root(const cc_statistics *s, size_t node)
{
    while (s->nodes.at[node].parent != node) {
        size_t up                = s->nodes.at[node].parent;
        s->nodes.at[node].parent = s->nodes.at[up].parent;
        node                     = up;
    }
    return node;
}

void cc_statistics_join(cc_statistics *s, const cc_claim *a, const cc_claim *b)
{
    size_t x = find_root(s, put_node(s, a)), y = find_root(s, put_node(s, b));
    if (x == y)
        return;
    size_t next         = s->nodes.at[x].next;
    s->nodes.at[x].next = s->nodes.at[y].next;
    s->nodes.at[y].next = next;
    if (cc_str_cmp(s->nodes.at[x].place, s->nodes.at[y].place) < 0)
        s->nodes.at[y].parent = x;
    else
        s->nodes.at[x].parent = y;
}

/* nodes.n: not known */
static size_t find_node(const cc_statistics *s, const cc_side *side)
{
    cc_arena        scratch = {0};
    cc_str          place   = print_place(&scratch, side->doc->sha256, side->order);
    const uint64_t *at      = cc_dict_find(&s->places, place);
    cc_arena_release(&scratch);
    return at == NULL ? s->nodes.n : (size_t)*at - 1;
}

size_t cc_statistics_find(const cc_statistics *s, const cc_side *side)
{
    size_t node = find_node(s, side);
    return node == s->nodes.n ? node : find_root(s, node);
}

const cc_claim *cc_statistics_claim(const cc_statistics *s, const cc_side *side)
{
    size_t node = find_node(s, side);
    return node == s->nodes.n ? NULL : s->nodes.at[node].claim;
}

cc_str cc_statistic_name(const cc_statistics *s, cc_arena *arena, const cc_side *side)
{
    size_t root = cc_statistics_find(s, side);
    if (root == s->nodes.n)
        return CC_S("");
    return cc_arena_printf(arena, "%012llx",
                           (unsigned long long)(cc_hash(s->nodes.at[root].place) & 0xFFFFFFFFFFFF));
}
