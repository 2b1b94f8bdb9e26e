/* html_text.h - a text node of gumbo and the source it came from, walked in step.
 *
 * Gives units: stretches that stand verbatim in the source, and characters that stand for
 * something else there (a reference, a CRLF). Where the two fall out of step the rest is one unit,
 * so places are always true, if coarse. */
#ifndef CC_READ_HTML_TEXT_H
#define CC_READ_HTML_TEXT_H

#include <claimcheck.h>

typedef struct cc_html_walk {
    cc_str      in;   /* the source, up to the end of the node */
    size_t      at;   /* in the source */
    const char *text; /* what is left of the node's decoded text */
} cc_html_walk;

typedef struct cc_html_unit {
    size_t start, end; /* in the source */
    cc_str text;
    bool   verbatim;
} cc_html_unit;

/* false: the node is read. */
bool cc_html_next(cc_html_walk *w, cc_html_unit *ret);

/* The length of the character at `p`; a NUL or `end` ends it. */
size_t cc_html_character(const char *p, const char *end);

#endif
