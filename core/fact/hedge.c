/* hedge.c - finds the longest cue that touches a figure. */
#include "fact/hedge.h"

#include "fact/facts.h"

#include <stdlib.h>

/* -- Loading ----------------------------------------------------------------------------------- */

static cc_status read_permille(const cc_yaml_file *file, const cc_yaml *node, uint16_t *ret,
                               cc_fault *fault)
{
    cc_dec n;
    if (node == NULL || node->kind != CC_YAML_SCALAR || cc_dec_parse(node->scalar, &n) != CC_OK ||
        cc_dec_cmp(n, cc_dec_int(0)) < 0 || cc_dec_cmp(n, cc_dec_int(1000)) > 0 || n.exp10 < 0)
        return cc_yaml_fault(file, node == NULL ? 0 : node->offset, fault,
                             "a width is a whole number from 0 to 1000, per mille");
    for (; n.exp10 > 0; n.exp10--)
        n.mant *= 10;
    *ret = (uint16_t)n.mant;
    return CC_OK;
}

static cc_status read_widths(const cc_yaml_file *file, cc_hedge_width *ret, cc_fault *fault)
{
    const cc_yaml *widths = cc_yaml_find(file->root, "widths");
    const cc_yaml *about  = cc_yaml_find(widths, "about");
    if (about == NULL || about->kind != CC_YAML_LIST || about->count != 3)
        return cc_yaml_fault(file, 0, fault, "'widths' needs 'about' with three numbers");
    for (size_t i = 0; i < 3; i++)
        CC_TRY(read_permille(file, about->items[i], &ret->about[i], fault));
    return read_permille(file, cc_yaml_find(widths, "just"), &ret->just, fault);
}

/* Each text of the list `node` becomes a cue like `like`. */
static cc_status read_list(const cc_yaml_file *file, const cc_yaml *node, cc_cue like,
                           cc_arena *run, cc_hedges *ret, cc_fault *fault)
{
    if (node->kind != CC_YAML_LIST)
        return cc_yaml_fault(file, node->offset, fault, "cues are a list");
    for (size_t i = 0; i < node->count; i++) {
        if (node->items[i]->kind != CC_YAML_SCALAR || node->items[i]->scalar.len == 0)
            return cc_yaml_fault(file, node->items[i]->offset, fault, "a cue is a text");
        like.words                = node->items[i]->scalar;
        *cc_push(run, &ret->cues) = like;
    }
    return CC_OK;
}

static cc_status read_side(cc_arena *run, const cc_yaml_file *file, const char *side,
                           cc_hedges *ret, cc_fault *fault)
{
    const cc_yaml *map = cc_yaml_find(file->root, side);
    if (map == NULL || map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, 0, fault, "no map '%s'", side);
    for (size_t i = 0; i < map->count; i++) {
        cc_cue like = {.hedge = cc_hedge_parse(map->pairs[i].key), .after = side[0] == 'a'};
        if (like.hedge == CC_HEDGE_NONE)
            return cc_yaml_fault(file, map->pairs[i].key_offset, fault, "no such hedge '%.*s'",
                                 CC_F(map->pairs[i].key));
        CC_TRY(read_list(file, map->pairs[i].value, like, run, ret, fault));
    }
    return CC_OK;
}

static void mark_time(const cc_yaml *list, cc_hedges *hedges)
{
    for (size_t i = 0; list != NULL && i < list->count; i++)
        for (size_t k = 0; k < hedges->cues.n; k++)
            if (cc_str_eq(hedges->cues.at[k].words, list->items[i]->scalar))
                hedges->cues.at[k].time = true;
}

static int order_cues(const void *a, const void *b)
{
    const cc_cue *x = a, *y = b;
    if (x->words.len != y->words.len)
        return x->words.len > y->words.len ? -1 : 1;
    return cc_str_cmp(x->words, y->words);
}

cc_status cc_hedges_read(cc_arena *run, const cc_yaml_file *file, cc_hedges *ret, cc_fault *fault)
{
    static const char *const known[] = {"schema",  "widths", "before", "after",
                                        "between", "time",   NULL};
    const cc_yaml           *between = cc_yaml_find(file->root, "between");
    *ret                             = (cc_hedges){0};
    CC_TRY(cc_yaml_only(file, file->root, known, fault));
    CC_TRY(read_widths(file, &ret->width, fault));
    CC_TRY(read_side(run, file, "before", ret, fault));
    CC_TRY(read_side(run, file, "after", ret, fault));
    for (size_t i = 0; between != NULL && i < between->count; i++)
        *cc_push(run, &ret->fillers) = between->items[i]->scalar;
    mark_time(cc_yaml_find(file->root, "time"), ret);
    if (ret->cues.n > 0)
        qsort(ret->cues.at, ret->cues.n, sizeof *ret->cues.at, order_cues);
    return CC_OK;
}

/* -- Finding ----------------------------------------------------------------------------------- */

/* Bytes of the blank at the end (or the start) of `s`: ASCII white space or U+00A0. */
static size_t blank_at_end(cc_str s)
{
    if (s.len > 0 && cc_is_blank(s.ptr[s.len - 1]))
        return 1;
    return cc_str_ends(s, CC_S("\xC2\xA0")) ? 2 : 0;
}

static size_t blank_at_start(cc_str s)
{
    if (s.len > 0 && cc_is_blank(s.ptr[0]))
        return 1;
    return cc_str_starts(s, CC_S("\xC2\xA0")) ? 2 : 0;
}

static cc_str trim_end(cc_str s)
{
    for (size_t n = blank_at_end(s); n > 0; n = blank_at_end(s))
        s.len -= n;
    return s;
}

static cc_str trim_start(cc_str s)
{
    for (size_t n = blank_at_start(s); n > 0; n = blank_at_start(s))
        s = cc_str_sub(s, n, s.len - n);
    return s;
}

static bool is_word_byte(char c)
{
    return cc_is_alpha(c) || cc_is_digit(c) || (unsigned char)c >= 0x80;
}

/* A curly quote or a dash: U+2000 to U+206F. */
static bool is_mark(cc_str s, size_t at)
{
    return at + 1 < s.len && s.ptr[at] == '\xE2' &&
           (s.ptr[at + 1] == '\x80' || s.ptr[at + 1] == '\x81');
}

static bool ends_in_word(cc_str s)
{
    return s.len > 0 && is_word_byte(s.ptr[s.len - 1]) && blank_at_end(s) == 0 &&
           !(s.len >= 3 && is_mark(s, s.len - 3));
}

static bool starts_with_word(cc_str s)
{
    return s.len > 0 && is_word_byte(s.ptr[0]) && blank_at_start(s) == 0 && !is_mark(s, 0);
}

/* Takes `words` off the end of *s, any case, with any blanks between. */
static bool take_end(cc_str *s, cc_str words)
{
    cc_str rest = *s;
    for (size_t i = words.len; i > 0; i--) {
        if (words.ptr[i - 1] == ' ') {
            if (blank_at_end(rest) == 0)
                return false;
            rest = trim_end(rest);
        } else if (rest.len == 0 || cc_lower(rest.ptr[rest.len - 1]) != words.ptr[i - 1]) {
            return false;
        } else {
            rest.len--;
        }
    }
    if (is_word_byte(words.ptr[0]) && ends_in_word(rest))
        return false;
    *s = rest;
    return true;
}

/* Takes `words` off the start of *s. */
static bool take_start(cc_str *s, cc_str words)
{
    cc_str rest = *s;
    for (size_t i = 0; i < words.len; i++) {
        if (words.ptr[i] == ' ') {
            if (blank_at_start(rest) == 0)
                return false;
            rest = trim_start(rest);
        } else if (rest.len == 0 || cc_lower(rest.ptr[0]) != words.ptr[i]) {
            return false;
        } else {
            rest = cc_str_sub(rest, 1, rest.len - 1);
        }
    }
    if (is_word_byte(words.ptr[words.len - 1]) && starts_with_word(rest))
        return false;
    *s = rest;
    return true;
}

static const cc_cue *find_before(const cc_hedges *hedges, cc_str before)
{
    for (size_t i = 0; i < hedges->cues.n; i++) {
        cc_str rest = before;
        if (!hedges->cues.at[i].after && take_end(&rest, hedges->cues.at[i].words))
            return &hedges->cues.at[i];
    }
    return NULL;
}

/* "$5 plus 10 percent", "$3 million and over 5 years": the words belong to the next figure. */
static bool starts_figure(cc_str s)
{
    s = trim_start(s);
    return (s.len > 0 && (cc_is_digit(s.ptr[0]) || s.ptr[0] == '$')) ||
           cc_str_starts(s, CC_S("€")) || cc_str_starts(s, CC_S("£"));
}

static const cc_cue *find_after(const cc_hedges *hedges, cc_str after)
{
    for (size_t i = 0; i < hedges->cues.n; i++) {
        cc_str rest = after;
        if (hedges->cues.at[i].after && take_start(&rest, hedges->cues.at[i].words) &&
            !starts_figure(rest))
            return &hedges->cues.at[i];
    }
    return NULL;
}

/* A cue directly before, or with one filler between ("about a", "an average of the"). */
static const cc_cue *find_before_filler(const cc_hedges *hedges, cc_str before)
{
    const cc_cue *cue = find_before(hedges, trim_end(before));
    for (size_t i = 0; cue == NULL && i < hedges->fillers.n; i++) {
        cc_str rest = trim_end(before);
        if (take_end(&rest, hedges->fillers.at[i]))
            cue = find_before(hedges, trim_end(rest));
    }
    return cue;
}

cc_hedge cc_hedges_find(const cc_hedges *hedges, cc_str before, cc_str after, bool duration)
{
    const cc_cue *cue = find_before_filler(hedges, before);
    if (cue == NULL)
        cue = find_after(hedges, trim_start(after));
    return cue == NULL || (duration && cue->time) ? CC_HEDGE_NONE : cue->hedge;
}
