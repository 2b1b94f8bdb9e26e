/* part.h - one XML part of a package, pulled event by event: no tree of it is ever in memory.
 *
 * No DTD is loaded, no entity expanded; a part with a document type is refused. Elements may stand
 * 256 deep, which is libxml2's limit. A part that cannot be read ends early, and that is told. */
#ifndef CC_SHARED_PART_H
#define CC_SHARED_PART_H

#include "shared/package/package.h"

#include <string.h>

typedef enum cc_part_event {
    CC_PART_END = 0,
    CC_PART_OPENS, /* an element; one without content is followed by its end all the same */
    CC_PART_CLOSES,
    CC_PART_TEXT,
} cc_part_event;

enum {
    CC_PART_NAME_BYTES = 64,
    /* Bytes that are no event, or only one: libxml2 keeps them, and the comments among them. */
    CC_PART_MAX_PIECE = 8 * 1024 * 1024,
    /* Of one element, and what is read ahead: it holds each against each. */
    CC_PART_MAX_ATTRIBUTES = 8192,
};

typedef struct cc_part {
    cc_package            *package;
    const char            *name;
    struct zip_file       *file;
    struct _xmlTextReader *reader;
    cc_part_event          event;
    bool                   starved; /* one of them is too large */
    size_t                 waiting; /* bytes since the last event */
    size_t                 equals;  /* signs among them */
    unsigned               depth;   /* elements around the one in hand, or around the text */
    /* OPENS, CLOSES: "w:p". The prefix is part.c's, whatever the part calls the namespace, and
     * Strict's are Transitional's; "?:" where none is known. */
    char   tag[CC_PART_NAME_BYTES];
    cc_str text; /* TEXT: until the next event */
} cc_part;

/* false: there is no such part, or it cannot be unpacked, which is told. `name` is borrowed until
 * the part is closed. */
bool cc_part_open(cc_package *package, const char *name, cc_part *ret);
void cc_part_close(cc_part *part);

cc_part_event cc_part_next(cc_part *part);
/* Goes to the end of the element that has just opened. */
void cc_part_skip(cc_part *part);
/* The same, and how many elements of these names, which end with NULL, opened on the way. */
uint32_t cc_part_skip_counting(cc_part *part, const char *const *tags);

/* Of the element that has just opened, by its name in full: "w:val", or "r" where it has no prefix.
 * Borrowed until the next event; ptr NULL: there is none. */
cc_str cc_part_attribute(const cc_part *part, const char *name);
/* A whole number; `standard`: none, or one over 9 digits. */
int32_t cc_part_number(const cc_part *part, const char *name, int32_t standard);

/* Whether a value is that text. */
static inline bool cc_part_says(cc_str value, const char *text)
{
    size_t len = strlen(text);
    return value.len == len && memcmp(value.ptr, text, len) == 0;
}

static inline bool cc_part_is(const char *tag, const char *name)
{
    return strcmp(tag, name) == 0;
}

#endif
