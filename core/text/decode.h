/* decode.h - the bytes of a text become UTF-8 with a map back, whatever encoding they are in. */
#ifndef CC_TEXT_DECODE_H
#define CC_TEXT_DECODE_H

#include "text/encoding.h"
#include "text/utf8.h"

/* A BOM of the encoding is left out. What is no character of it is a U+FFFD: half a surrogate pair,
 * a byte that is undefined, the lead byte of a pair that is none. */
void cc_decode(cc_arena *arena, cc_str bytes, const cc_encoding *encoding, cc_decoded *ret);

#endif
