/* html_notes.h - notes and their markers, told from powers and from raised letters. */
#ifndef CC_READ_HTML_NOTES_H
#define CC_READ_HTML_NOTES_H

#include "html_dom.h"

/* Whether `n` holds notes. */
bool cc_html_is_note(const GumboNode *n);

/* What a raised, lowered or linked text is. */
typedef enum cc_html_raised {
    CC_HTML_PLAIN = 0,
    CC_HTML_MARKER,   /* of a note: no text */
    CC_HTML_POWER,    /* "10<sup>6</sup>": a mark has to stand before it */
    CC_HTML_INDEX,    /* "5<sub>2</sub>" likewise */
    CC_HTML_FRACTION, /* "5<sup>1</sup>/<sub>2</sub>": a blank has to */
} cc_html_raised;

/* `before` is the text of the block in hand, empty where a blank follows it. */
cc_html_raised cc_html_judge_raised(const GumboNode *n, cc_str before);

#endif
