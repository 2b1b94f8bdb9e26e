/* visit.h - what one walk over sources has in hand, and how it tells of what it meets. */
#ifndef CC_SOURCE_VISIT_H
#define CC_SOURCE_VISIT_H

#include "source/source.h"
#include "source/stream.h"

#include <locale.h>

typedef struct cc_visit {
    const cc_source_options *options;
    cc_on_member            *each;
    void                    *user;
    cc_fault                *fault;
    cc_arena                 scratch; /* rewound after each file and member */
    locale_t                 utf8;    /* names of members are converted in it; or (locale_t)0 */
    cc_str                   only;    /* "archive!member" as given: nothing else; or empty */
    bool                     found;   /* `only` has been met */
} cc_visit;

/* A file or a member: its path as shown, how many archives it lies in. */
typedef struct cc_item {
    cc_str     path;
    uint32_t   depth;
    cc_budget *above;         /* of the archive it lies in; NULL */
    bool       cut;           /* its name was longer than can be shown */
    cc_str     charset, date; /* as of cc_member */
    /* Compression that it is said to have, the outermost first. */
    const cc_format *coded;
    size_t           coded_count;
} cc_item;

/* Grows by malloc: the receiver of a member owns it. */
typedef struct cc_buffer {
    char  *ptr;
    size_t len, cap;
} cc_buffer;
/* false: no memory; the buffer stays as it was. */
bool cc_buffer_put(cc_buffer *buffer, const void *bytes, size_t len); /* NULL: zeros */
void cc_buffer_release(cc_buffer *buffer);

/* Whether a document of this path is asked for, by the globs and by `only`. */
bool cc_visit_wants(const cc_visit *visit, cc_str path);
/* Whether what is asked for may lie inside an archive of this path. */
bool cc_visit_enters(const cc_visit *visit, cc_str path);

/* Hands on a document; `buffer` is emptied. */
cc_status cc_visit_give(cc_visit *visit, const cc_item *item, cc_buffer *buffer, const char *status,
                        const char *reason, const char *detail);
/* Tells of something that has no bytes to hand on. */
cc_status cc_visit_tell(cc_visit *visit, const cc_item *item, const char *status,
                        const char *reason, const char *detail);

/* Reads one file or member: as an archive, as a document, or tells why not. Closes `base`. */
cc_status cc_enter(cc_visit *visit, const cc_item *item, cc_stream *base);

#endif
