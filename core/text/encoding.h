/* encoding.h - which encoding a text is in: by its BOM, by name, by what its bytes can be. */
#ifndef CC_TEXT_ENCODING_H
#define CC_TEXT_ENCODING_H

#include "base/arena.h"

typedef enum cc_scheme {
    CC_SCHEME_UTF8 = 1,
    CC_SCHEME_UTF16LE,
    CC_SCHEME_UTF16BE,
    CC_SCHEME_UTF32LE,
    CC_SCHEME_UTF32BE,
    CC_SCHEME_BYTES, /* ASCII below 0x80; a byte from there on may need up to three more */
} cc_scheme;

typedef struct cc_encoding {
    const char *name; /* as the WHATWG Encoding Standard spells it */
    cc_scheme   scheme;
    const char *iconv;  /* bytes: glibc's name; NULL: Windows-1252, which needs none */
    const char *labels; /* other names, a blank around each */
} cc_encoding;

/* The encoding of a label, whatever its case. NULL: it is not known, not taken because its bytes
 * mean other things from one place to the next (ISO-2022-JP, HZ, UTF-7), or iconv lacks it.
 * Source: WHATWG Encoding Standard, 4.2, and UTF-32. */
const cc_encoding *cc_encoding_find(cc_str label);
/* All that it finds; ends with NULL. */
const char *const *cc_encoding_labels(cc_arena *arena);
/* The code point of a byte; 0: undefined (or NUL). */
uint32_t cc_encoding_windows_1252(unsigned char byte);

/* What is said about a text from outside and by itself. Labels may be "". */
typedef struct cc_hints {
    const cc_encoding *named;     /* by the user; NULL: not named */
    cc_str             container; /* the label of a server's header */
    cc_str             document;  /* the label in the text */
} cc_hints;

typedef struct cc_choice {
    const cc_encoding *encoding;
    bool               guessed;
    cc_str             unknown; /* a label of `hints` that cc_encoding_find does not find; or "" */
} cc_choice;

/* In this order: a BOM, hints->named, container, document, then the bytes: UTF-16 shows by its
 * NULs, UTF-8 by being valid or mostly so; what can be neither is taken for Windows-1252. A label
 * that the bytes speak against is passed over; so is Windows-1252, under any of its many labels,
 * where they are valid UTF-8. */
cc_choice cc_encoding_choose(cc_str bytes, const cc_hints *hints);

/* UTF-16 or UTF-32 as the first bytes of a text show it: by a BOM, or UTF-16 by NULs that stand on
 * one side, as they do in a text of Latin letters. NULL: neither. */
const cc_encoding *cc_encoding_wide(cc_str head);

#endif
