/* html_dom.h - what the elements of a page are to a reader: blocks, notes, or nothing to be read. */
#ifndef CC_SHARED_HTML_DOM_H
#define CC_SHARED_HTML_DOM_H

#include "fold.h"
#include "html_scan.h"

typedef struct cc_html_level {
    const GumboNode *node;
    unsigned         next; /* child */
} cc_html_level;

static inline bool cc_html_is_element(const GumboNode *n)
{
    return n->type == GUMBO_NODE_ELEMENT;
}

static inline GumboTag cc_html_tag_of(const GumboNode *n)
{
    return cc_html_is_element(n) ? n->v.element.tag : GUMBO_TAG_LAST;
}

/* Never NULL. */
static inline const char *cc_html_attribute(const GumboNode *n, const char *name)
{
    const GumboAttribute *a = gumbo_get_attribute(&n->v.element.attributes, name);
    return a == NULL ? "" : a->value;
}

static inline bool cc_html_has(const GumboNode *n, const char *name)
{
    return gumbo_get_attribute(&n->v.element.attributes, name) != NULL;
}

static inline const GumboNode *cc_html_child(const GumboNode *n, unsigned i)
{
    return i < n->v.element.children.length ? n->v.element.children.data[i] : NULL;
}

/* CC_HTML_BLOCK: begins and ends a block. CC_HTML_SILENT: its content is no text of the page. */
enum { CC_HTML_BLOCK = 1, CC_HTML_SILENT = 2 };
/* clang-format off */
static const unsigned char CC_HTML_TRAITS[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_ADDRESS] = CC_HTML_BLOCK, [GUMBO_TAG_ARTICLE] = CC_HTML_BLOCK,
    [GUMBO_TAG_ASIDE] = CC_HTML_BLOCK, [GUMBO_TAG_BLOCKQUOTE] = CC_HTML_BLOCK,
    [GUMBO_TAG_BODY] = CC_HTML_BLOCK, [GUMBO_TAG_CAPTION] = CC_HTML_BLOCK,
    [GUMBO_TAG_CENTER] = CC_HTML_BLOCK, [GUMBO_TAG_DD] = CC_HTML_BLOCK,
    [GUMBO_TAG_DETAILS] = CC_HTML_BLOCK, [GUMBO_TAG_DIR] = CC_HTML_BLOCK,
    [GUMBO_TAG_DIV] = CC_HTML_BLOCK, [GUMBO_TAG_DL] = CC_HTML_BLOCK,
    [GUMBO_TAG_DT] = CC_HTML_BLOCK, [GUMBO_TAG_FIELDSET] = CC_HTML_BLOCK,
    [GUMBO_TAG_FIGCAPTION] = CC_HTML_BLOCK, [GUMBO_TAG_FIGURE] = CC_HTML_BLOCK,
    [GUMBO_TAG_FOOTER] = CC_HTML_BLOCK, [GUMBO_TAG_FORM] = CC_HTML_BLOCK,
    [GUMBO_TAG_H1] = CC_HTML_BLOCK, [GUMBO_TAG_H2] = CC_HTML_BLOCK,
    [GUMBO_TAG_H3] = CC_HTML_BLOCK, [GUMBO_TAG_H4] = CC_HTML_BLOCK,
    [GUMBO_TAG_H5] = CC_HTML_BLOCK, [GUMBO_TAG_H6] = CC_HTML_BLOCK,
    [GUMBO_TAG_HEADER] = CC_HTML_BLOCK, [GUMBO_TAG_HGROUP] = CC_HTML_BLOCK,
    [GUMBO_TAG_HR] = CC_HTML_BLOCK, [GUMBO_TAG_LEGEND] = CC_HTML_BLOCK,
    [GUMBO_TAG_LI] = CC_HTML_BLOCK, [GUMBO_TAG_LISTING] = CC_HTML_BLOCK,
    [GUMBO_TAG_MAIN] = CC_HTML_BLOCK, [GUMBO_TAG_MENU] = CC_HTML_BLOCK,
    [GUMBO_TAG_OL] = CC_HTML_BLOCK, [GUMBO_TAG_P] = CC_HTML_BLOCK,
    [GUMBO_TAG_PRE] = CC_HTML_BLOCK, [GUMBO_TAG_SECTION] = CC_HTML_BLOCK,
    [GUMBO_TAG_SUMMARY] = CC_HTML_BLOCK, [GUMBO_TAG_TABLE] = CC_HTML_BLOCK,
    [GUMBO_TAG_TBODY] = CC_HTML_BLOCK, [GUMBO_TAG_TD] = CC_HTML_BLOCK,
    [GUMBO_TAG_TFOOT] = CC_HTML_BLOCK, [GUMBO_TAG_TH] = CC_HTML_BLOCK,
    [GUMBO_TAG_THEAD] = CC_HTML_BLOCK, [GUMBO_TAG_TR] = CC_HTML_BLOCK,
    [GUMBO_TAG_UL] = CC_HTML_BLOCK, [GUMBO_TAG_ANNOTATION_XML] = CC_HTML_SILENT,
    [GUMBO_TAG_AUDIO] = CC_HTML_SILENT, [GUMBO_TAG_BUTTON] = CC_HTML_SILENT,
    [GUMBO_TAG_CANVAS] = CC_HTML_SILENT, [GUMBO_TAG_DATALIST] = CC_HTML_SILENT,
    [GUMBO_TAG_IFRAME] = CC_HTML_SILENT, [GUMBO_TAG_INPUT] = CC_HTML_SILENT,
    [GUMBO_TAG_NAV] = CC_HTML_SILENT, [GUMBO_TAG_NOEMBED] = CC_HTML_SILENT,
    [GUMBO_TAG_NOFRAMES] = CC_HTML_SILENT, [GUMBO_TAG_NOSCRIPT] = CC_HTML_SILENT,
    [GUMBO_TAG_PLAINTEXT] = CC_HTML_SILENT, [GUMBO_TAG_SCRIPT] = CC_HTML_SILENT,
    [GUMBO_TAG_SELECT] = CC_HTML_SILENT, [GUMBO_TAG_STYLE] = CC_HTML_SILENT,
    [GUMBO_TAG_SVG] = CC_HTML_SILENT, [GUMBO_TAG_TEMPLATE] = CC_HTML_SILENT,
    [GUMBO_TAG_TEXTAREA] = CC_HTML_SILENT, [GUMBO_TAG_VIDEO] = CC_HTML_SILENT,
    [GUMBO_TAG_XMP] = CC_HTML_SILENT,
};
/* clang-format on */

static inline bool cc_html_is_block(GumboTag tag)
{
    return CC_HTML_TRAITS[tag] == CC_HTML_BLOCK;
}

static inline bool cc_html_is_silent(GumboTag tag)
{
    return CC_HTML_TRAITS[tag] == CC_HTML_SILENT;
}

/* "display:none", blanks or not. */
static inline bool cc_html_says_none(const char *style)
{
    static const char wanted[] = "display:none";
    size_t            at       = 0;
    for (; *style != '\0' && wanted[at] != '\0'; style++) {
        char c = cc_html_is_letter(*style) ? (char)(*style | 0x20) : *style;
        if (cc_html_is_blank(c))
            continue;
        at = c == wanted[at] ? at + 1 : c == 'd';
    }
    return wanted[at] == '\0';
}

static inline bool cc_html_is_hidden(const GumboNode *n)
{
    return cc_html_has(n, "hidden") ||
           strcasecmp(cc_html_attribute(n, "aria-hidden"), "true") == 0 ||
           strcasecmp(cc_html_attribute(n, "role"), "navigation") == 0 ||
           cc_html_says_none(cc_html_attribute(n, "style"));
}

/* The unknown element of formulas that repeats them as TeX. */
static inline bool cc_html_is_annotation(const GumboNode *n)
{
    GumboStringPiece tag = n->v.element.original_tag;
    return n->v.element.tag == GUMBO_TAG_UNKNOWN && tag.length > 11 &&
           strncasecmp(tag.data, "<annotation", 11) == 0;
}

/* Calls `text` for each text below `n`, but for those in links if `links` is false. Whether it
 * was true for all. */
static inline bool cc_html_all_texts(const GumboNode *n, bool links, bool (*text)(const char *))
{
    cc_html_level levels[64];
    size_t        depth = 1;
    levels[0]           = (cc_html_level){n, 0};
    while (depth > 0) {
        cc_html_level   *top   = &levels[depth - 1];
        const GumboNode *child = cc_html_child(top->node, top->next++);
        if (child == NULL)
            depth--;
        else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA) {
            if (!text(child->v.text.text))
                return false;
        } else if (cc_html_is_element(child) && (links || cc_html_tag_of(child) != GUMBO_TAG_A) &&
                   !cc_html_is_silent(cc_html_tag_of(child))) {
            if (depth == sizeof levels / sizeof *levels)
                return false;
            levels[depth++] = (cc_html_level){child, 0};
        }
    }
    return true;
}

static inline bool cc_html_is_marker(const char *text)
{
    return text[strspn(text, "0123456789()[], \t\r\n*")] == '\0';
}

static inline bool cc_html_is_white(const char *text)
{
    while (*text != '\0') {
        size_t len = cc_blank_length(text, text + strnlen(text, 3));
        if (len == 0)
            return false;
        text += len;
    }
    return true;
}

/* "fn1", "fn:1", "footnote", "footnotes". */
static inline bool cc_html_is_note_name(const char *name)
{
    if (strncasecmp(name, "footnote", 8) == 0)
        return true;
    return strncasecmp(name, "fn", 2) == 0 && !cc_html_is_letter(name[2]);
}

static inline bool cc_html_is_note(const GumboNode *n)
{
    const char *role = cc_html_attribute(n, "role"), *class = cc_html_attribute(n, "class");
    if (strncasecmp(role, "doc-footnote", 12) == 0 || strncasecmp(role, "doc-endnote", 11) == 0 ||
        cc_html_is_note_name(cc_html_attribute(n, "id")))
        return true;
    for (; *class != '\0'; class += strcspn(class, " ")) {
        class += strspn(class, " ");
        if (cc_html_is_note_name(class))
            return true;
    }
    return false;
}

static inline uint32_t cc_html_heading_level(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? (uint32_t)(tag - GUMBO_TAG_H1) + 1 : 0;
}

#endif
