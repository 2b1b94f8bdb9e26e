/* origin.h - from an offset in a text to the place in the source it came from.
 *
 * A map is a list of segments in order and without gaps. In a verbatim segment the bytes of the
 * source are the bytes of the text; any other maps as a whole. Maps compose: NFC over the pieces of
 * a reader. Where the source was decoded, runs.h leads on to the file. */
#ifndef CC_TEXT_ORIGIN_H
#define CC_TEXT_ORIGIN_H

#include "base/arena.h"

typedef struct cc_segment {
    uint32_t text_off, text_len;
    bool     verbatim;
    cc_place place; /* CC_PLACE_BYTES: start, end */
} cc_segment;

typedef CC_LIST(cc_segment) cc_map;

/* Appends; joins it to the last segment where both are verbatim and touch. An empty one is left
 * out. */
void cc_map_put(cc_arena *arena, cc_map *map, cc_segment segment);

/* The place of a span of the text: from the start of its first byte's place to the end of its last
 * byte's. An empty map is the identity (bytes). An empty span has an empty place. */
cc_place cc_map_place(const cc_map *map, cc_span span);

/* Appends outer after inner: `inner` maps a text to offsets of a middle text (CC_PLACE_BYTES),
 * `outer` that middle text to places. Neither is empty. */
void cc_map_put_composed(cc_arena *arena, cc_map *map, const cc_map *inner, const cc_map *outer);

/* Where the lines of a source are: LF, CRLF and a lone CR end one. Marks stand at fixed distances,
 * so neither many lines nor long ones cost more. */
typedef struct cc_line_mark {
    uint64_t offset;
    uint32_t line, column; /* of the byte at `offset` */
} cc_line_mark;
typedef struct cc_lines {
    cc_str              bytes;
    const cc_line_mark *marks;
} cc_lines;
void cc_lines_init(cc_arena *arena, cc_str bytes, cc_lines *ret);
/* Both count from 1; columns count code points (an invalid byte is one). */
void cc_lines_find(const cc_lines *lines, uint64_t offset, uint32_t *ret_line,
                   uint32_t *ret_column);

#endif
