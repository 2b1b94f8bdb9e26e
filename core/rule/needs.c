/* needs.c - literals filed under their first two bytes, ASCII case folded. */
#include "rule/needs.h"

enum { BYTES = 256, PAIRS = BYTES * BYTES };

typedef struct need {
    cc_str   folded; /* at least one byte */
    uint32_t next;   /* the next with the same two bytes, counted from 1; 0: none */
    CC_LIST(uint32_t) rules;
} need;

/* Both tables hold the index of a need, counted from 1; 0: none. */
struct cc_needs {
    uint32_t by_byte[BYTES]; /* those of one byte */
    uint32_t by_pair[PAIRS];
    CC_LIST(need) all;
};

static unsigned fold(char c)
{
    return (unsigned char)cc_lower(c);
}

static uint32_t *find_head(cc_needs *needs, cc_str folded)
{
    if (folded.len == 1)
        return &needs->by_byte[fold(folded.ptr[0])];
    return &needs->by_pair[fold(folded.ptr[0]) * BYTES + fold(folded.ptr[1])];
}

static cc_str fold_all(cc_arena *run, cc_str literal)
{
    char *folded = cc_new(run, char, literal.len);
    for (size_t i = 0; i < literal.len; i++)
        folded[i] = cc_lower(literal.ptr[i]);
    return (cc_str){folded, literal.len};
}

static void add_need(cc_arena *run, cc_needs *needs, cc_str literal, uint32_t rule)
{
    cc_str    folded = fold_all(run, literal);
    uint32_t *head   = find_head(needs, folded);
    uint32_t  id     = *head;
    while (id != 0 && !cc_str_eq(needs->all.at[id - 1].folded, folded))
        id = needs->all.at[id - 1].next;
    if (id == 0) {
        *cc_push(run, &needs->all) = (need){.folded = folded, .next = *head};
        id = *head = (uint32_t)needs->all.n;
    }
    need *n                  = &needs->all.at[id - 1];
    *cc_push(run, &n->rules) = rule;
}

const cc_needs *cc_needs_build(cc_arena *run, const cc_rule *rules, size_t rule_count)
{
    cc_needs *needs = cc_new(run, cc_needs, 1);
    for (size_t r = 0; r < rule_count; r++)
        for (size_t i = 0; i < rules[r].need_count; i++)
            add_need(run, needs, rules[r].needs[i], (uint32_t)r);
    return needs;
}

size_t cc_needs_count(const cc_needs *needs)
{
    return needs->all.n;
}

static bool stands_at(const need *n, cc_str rest)
{
    if (n->folded.len > rest.len)
        return false;
    for (size_t i = 0; i < n->folded.len; i++)
        if (cc_lower(rest.ptr[i]) != n->folded.ptr[i])
            return false;
    return true;
}

void cc_needs_scan(const cc_needs *needs, cc_str text, uint32_t stamp, uint32_t *seen,
                   uint32_t *found)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned first  = fold(text.ptr[i]);
        uint32_t ids[2] = {needs->by_byte[first], 0};
        if (i + 1 < text.len)
            ids[1] = needs->by_pair[first * BYTES + fold(text.ptr[i + 1])];
        for (int k = 0; k < 2; k++)
            for (uint32_t id = ids[k]; id != 0; id = needs->all.at[id - 1].next) {
                const need *n = &needs->all.at[id - 1];
                if (seen[id - 1] == stamp || !stands_at(n, cc_str_sub(text, i, text.len - i)))
                    continue;
                seen[id - 1] = stamp;
                for (size_t r = 0; r < n->rules.n; r++)
                    found[n->rules.at[r]] = stamp;
            }
    }
}
