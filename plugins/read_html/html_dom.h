/* html_dom.h - the elements of a page as a reader asks after them. */
#ifndef CC_READ_HTML_DOM_H
#define CC_READ_HTML_DOM_H

#include <claimcheck.h>

#include <gumbo.h>

enum {
    CC_HTML_MAX_LEVELS = 4096
}; /* elements in one another: ten times what the guard lets pass */

/* An element on the way down the tree. */
typedef struct cc_html_level {
    const GumboNode *node;
    unsigned         next;  /* child */
    size_t           index; /* among all elements, as they begin */
} cc_html_level;

bool cc_html_is_element(const GumboNode *n);

/* GUMBO_TAG_LAST: no element, or a template. */
GumboTag cc_html_tag_of(const GumboNode *n);

/* NULL: no more. */
const GumboNode *cc_html_child(const GumboNode *n, unsigned i);

/* The text of a text node of any kind; else NULL. */
const char *cc_html_text_of(const GumboNode *n);

/* Of an element; never NULL. */
const char *cc_html_attribute(const GumboNode *n, const char *name);
bool        cc_html_has(const GumboNode *n, const char *name);
bool        cc_html_says(const GumboNode *n, const char *name, const char *value); /* in any case */

/* Whether an attribute that is a list of words, such as "class", has one that begins with one of
 * `starts`, which ends with NULL; in any case. */
bool cc_html_lists(const GumboNode *n, const char *name, const char *const *starts);

/* Whether "style" sets `property` to a value that begins with `value`; both in small letters. */
bool cc_html_styles(const GumboNode *n, const char *property, const char *value);

bool cc_html_begins(const char *text, const char *start); /* in any case */

bool     cc_html_is_bold(const GumboNode *n);
bool     cc_html_is_block(GumboTag tag);      /* begins and ends a block */
bool     cc_html_is_silent(GumboTag tag);     /* its content is no text of the page */
uint32_t cc_html_heading(const GumboNode *n); /* its level; 0: none */

bool   cc_html_is_white(const char *text);
size_t cc_html_count(const char *text); /* bytes that are no white space */

#endif
