/* pieces.h - named parts of patterns: {name} in a pattern stands for a piece. */
#ifndef CC_RULE_PIECES_H
#define CC_RULE_PIECES_H

#include "base/yaml.h"

typedef struct cc_pattern_piece {
    cc_str   name, expanded;
    uint32_t offset; /* of its name in its file */
    bool     own;    /* of the rule file itself, not taken over with `uses` */
    bool     used;
} cc_pattern_piece;

typedef CC_LIST(cc_pattern_piece) cc_pieces;

/* Appends the pieces of `map`, which may use those before them.
 * Errors: CC_FATAL - no map of texts, a name twice, an unknown piece, a piece too long. */
cc_status cc_pieces_read(cc_arena *arena, const cc_yaml_file *file, const cc_yaml *map, bool own,
                         cc_pieces *pieces, cc_fault *fault);

/* The text of `pattern` with all pieces put in as (?:...). A brace after \p, \x and the like, or
 * one that holds no name, as in {1,3}, is left alone.
 * Errors: CC_FATAL - an unknown piece, more than CC_MAX_PATTERN_BYTES. */
cc_status cc_pieces_expand(cc_arena *arena, const cc_yaml_file *file, const cc_yaml *pattern,
                           cc_pieces *pieces, cc_str *ret, cc_fault *fault);

/* Errors: CC_FATAL - an own piece that nothing uses. */
cc_status cc_pieces_check_used(const cc_yaml_file *file, const cc_pieces *pieces, cc_fault *fault);

/* Where byte `index` of a scalar stands in its file; the scalar's start when it is written with
 * escapes before that byte. */
uint32_t cc_scalar_offset(const cc_yaml_file *file, const cc_yaml *scalar, size_t index);

#endif
