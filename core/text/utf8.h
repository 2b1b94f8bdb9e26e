/* utf8.h - bytes become valid UTF-8 in NFC, with a map back. Runs of ASCII are never touched. */
#ifndef CC_TEXT_UTF8_H
#define CC_TEXT_UTF8_H

#include "base/arena.h"
#include "text/origin.h"
#include "text/runs.h"

/* How many U+FFFD a text can hold; what has more is none. */
enum { CC_MAX_REPLACED = 1 << 20 };

typedef struct cc_decoded {
    cc_str  text;     /* valid UTF-8, without BOM; NUL is kept; invalid bytes are U+FFFD each */
    cc_runs map;      /* text to bytes */
    size_t  replaced; /* how many U+FFFD were put in */
    bool    binary;   /* not a text: more than a tenth is NUL or control, or CC_MAX_REPLACED bytes
                         are invalid; `text` ends there */
    bool    cut;      /* a limit was met; `text` ends there */
} cc_decoded;

/* The whole of a text member in UTF-8. Shares `bytes` where nothing had to change. */
void cc_utf8_decode(cc_arena *arena, cc_str bytes, cc_decoded *ret);

/* A part of a member: as above, but U+FEFF is a character like any other. */
cc_str cc_utf8_repair(cc_arena *arena, cc_str bytes);

/* Appends the NFC of `text` to `out` and maps it back to offsets in `text`; text_off counts from
 * the start of `out`. Only runs that hold a non-ASCII byte are looked at (with the one ASCII base
 * before them). More than 31 marks on one base are cut, as Unicode's stream-safe form does.
 *   map     NULL: not wanted */
typedef struct cc_bytes {
    char  *ptr;
    size_t len, cap;
} cc_bytes;
void cc_bytes_put(cc_arena *arena, cc_bytes *out, cc_str s);
void cc_utf8_nfc(cc_arena *arena, cc_str text, cc_bytes *out, cc_map *map);

/* More than a tenth of it is NUL or control. */
bool cc_utf8_is_binary(cc_str text);
/* How many bytes from `offset` on are ASCII. */
size_t cc_utf8_ascii_run(cc_str bytes, size_t offset);
/* The length of the well-formed sequence at `offset`, 1 to 4; 0: the byte there is invalid. */
size_t cc_utf8_valid_at(cc_str bytes, size_t offset);
bool   cc_utf8_is_valid(cc_str bytes);
/* Code points of any bytes; an invalid byte counts as one. */
size_t cc_utf8_count_any(cc_str bytes);
/* At most the first `max` bytes, cut between characters. */
cc_str cc_utf8_cut(cc_str bytes, size_t max);

/* From here on text is valid. The code point at `offset` and its length in bytes (1 to 4). */
uint32_t cc_utf8_at(cc_str text, size_t offset, size_t *ret_len);
size_t   cc_utf8_count(cc_str text); /* code points */
/* The length of the white space character at `offset` (no-break and thin spaces are such); or 0. */
size_t cc_utf8_blank_at(cc_str text, size_t offset);
/* Columns of a terminal: 0 for combining marks, 2 for wide characters; a tab counts 1. */
size_t cc_utf8_width(cc_str text);

#endif
