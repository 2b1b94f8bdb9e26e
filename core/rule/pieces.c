/* pieces.c - puts pieces into patterns. */
#include "rule/pieces.h"

#include "base/bounds.h"

typedef struct expansion {
    char   text[CC_MAX_PATTERN_BYTES];
    size_t len;
    bool   full;
} expansion;

static bool is_name_byte(char c)
{
    return cc_is_lower(c) || cc_is_digit(c) || c == '-' || c == '_';
}

static void append(expansion *to, cc_str s)
{
    to->full = to->full || s.len > sizeof to->text - to->len;
    if (to->full)
        return;
    memcpy(to->text + to->len, s.ptr, s.len);
    to->len += s.len;
}

/* The length of an escape at the start of `s`: \d, \{, \p{Lu}, \x{2019}. */
static size_t escape_length(cc_str s)
{
    if (s.len < 2)
        return s.len;
    if (s.len < 3 || s.ptr[2] != '{' || memchr("pPxoNgk", s.ptr[1], 7) == NULL)
        return 2;
    const char *end = memchr(s.ptr, '}', s.len);
    return end == NULL ? s.len : (size_t)(end - s.ptr) + 1;
}

/* The name in "{name}" at the start of `s`; empty: a quantifier or a plain brace. */
static cc_str take_name(cc_str s)
{
    size_t n = 1;
    if (s.len < 3 || !cc_is_lower(s.ptr[1]))
        return CC_S("");
    while (n < s.len && is_name_byte(s.ptr[n]))
        n++;
    return n < s.len && s.ptr[n] == '}' ? cc_str_sub(s, 1, n - 1) : CC_S("");
}

static cc_pattern_piece *find_piece(const cc_pieces *pieces, cc_str name)
{
    for (size_t i = 0; i < pieces->n; i++)
        if (cc_str_eq(pieces->at[i].name, name))
            return &pieces->at[i];
    return NULL;
}

uint32_t cc_scalar_offset(const cc_yaml_file *file, const cc_yaml *scalar, size_t index)
{
    cc_str written = cc_str_sub(file->text, scalar->offset, file->text.len - scalar->offset);
    bool   plain   = cc_str_starts(written, cc_str_sub(scalar->scalar, 0, index));
    return plain ? scalar->offset + (uint32_t)index : scalar->offset;
}

/* Appends what stands at s[i] and moves on: an escape, a piece, a byte. */
static cc_status expand_one(const cc_yaml_file *file, const cc_yaml *pattern, cc_pieces *pieces,
                            size_t *i, expansion *to, cc_fault *fault)
{
    cc_str rest   = cc_str_sub(pattern->scalar, *i, pattern->scalar.len - *i);
    cc_str name   = rest.ptr[0] == '{' ? take_name(rest) : CC_S("");
    size_t length = rest.ptr[0] == '\\' ? escape_length(rest) : 1;
    if (name.len == 0) {
        append(to, cc_str_sub(rest, 0, length));
        *i += length;
        return CC_OK;
    }
    cc_pattern_piece *piece = find_piece(pieces, name);
    if (piece == NULL)
        return cc_yaml_fault(file, cc_scalar_offset(file, pattern, *i), fault,
                             "no piece '%.*s' stands above", CC_F(name));
    piece->used = true;
    append(to, CC_S("(?:"));
    append(to, piece->expanded);
    append(to, CC_S(")"));
    *i += name.len + 2;
    return CC_OK;
}

cc_status cc_pieces_expand(cc_arena *arena, const cc_yaml_file *file, const cc_yaml *pattern,
                           cc_pieces *pieces, cc_str *ret, cc_fault *fault)
{
    expansion to;
    to.len  = 0;
    to.full = false;
    for (size_t i = 0; i < pattern->scalar.len;)
        CC_TRY(expand_one(file, pattern, pieces, &i, &to, fault));
    if (to.full)
        return cc_yaml_fault(file, pattern->offset, fault,
                             "longer than %u bytes with its pieces put in", CC_MAX_PATTERN_BYTES);
    *ret = cc_arena_dup(arena, (cc_str){to.text, to.len});
    return CC_OK;
}

static bool is_piece_name(cc_str name)
{
    bool good = name.len > 0 && cc_is_lower(name.ptr[0]);
    for (size_t i = 0; i < name.len; i++)
        good = good && is_name_byte(name.ptr[i]);
    return good;
}

static cc_status read_piece(cc_arena *arena, const cc_yaml_file *file, const cc_yaml_pair *pair,
                            cc_pieces *pieces, cc_fault *fault)
{
    cc_pattern_piece piece = {.name = pair->key, .offset = pair->key_offset};
    if (!is_piece_name(pair->key))
        return cc_yaml_fault(file, pair->key_offset, fault,
                             "a piece's name is of a-z, 0-9, '-' and '_'");
    if (find_piece(pieces, pair->key) != NULL)
        return cc_yaml_fault(file, pair->key_offset, fault, "there is a piece '%.*s' already",
                             CC_F(pair->key));
    if (pair->value->kind != CC_YAML_SCALAR || pair->value->scalar.len == 0)
        return cc_yaml_fault(file, pair->value->offset, fault, "a piece is a part of a pattern");
    CC_TRY(cc_pieces_expand(arena, file, pair->value, pieces, &piece.expanded, fault));
    *cc_push(arena, pieces) = piece;
    return CC_OK;
}

cc_status cc_pieces_read(cc_arena *arena, const cc_yaml_file *file, const cc_yaml *map, bool own,
                         cc_pieces *pieces, cc_fault *fault)
{
    if (map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, map->offset, fault, "pieces are written 'name: pattern'");
    for (size_t i = 0; i < map->count; i++) {
        CC_TRY(read_piece(arena, file, &map->pairs[i], pieces, fault));
        pieces->at[pieces->n - 1].own = own;
    }
    return CC_OK;
}

cc_status cc_pieces_check_used(const cc_yaml_file *file, const cc_pieces *pieces, cc_fault *fault)
{
    for (size_t i = 0; i < pieces->n; i++)
        if (pieces->at[i].own && !pieces->at[i].used)
            return cc_yaml_fault(file, pieces->at[i].offset, fault, "nothing uses piece '%.*s'",
                                 CC_F(pieces->at[i].name));
    return CC_OK;
}
