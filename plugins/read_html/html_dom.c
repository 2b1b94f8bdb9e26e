/* html_dom.c - what gumbo's nodes say. */
#include "html_dom.h"

#include "html_scan.h"
#include "shared/fold.h"

#include <string.h>
#include <strings.h>

enum { BLOCK = 1, SILENT = 2 };

/* clang-format off */
static const unsigned char traits[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_ADDRESS] = BLOCK, [GUMBO_TAG_ARTICLE] = BLOCK, [GUMBO_TAG_ASIDE] = BLOCK,
    [GUMBO_TAG_BLOCKQUOTE] = BLOCK, [GUMBO_TAG_BODY] = BLOCK, [GUMBO_TAG_CAPTION] = BLOCK,
    [GUMBO_TAG_CENTER] = BLOCK, [GUMBO_TAG_DD] = BLOCK, [GUMBO_TAG_DETAILS] = BLOCK,
    [GUMBO_TAG_DIR] = BLOCK, [GUMBO_TAG_DIV] = BLOCK, [GUMBO_TAG_DL] = BLOCK,
    [GUMBO_TAG_DT] = BLOCK, [GUMBO_TAG_FIELDSET] = BLOCK, [GUMBO_TAG_FIGCAPTION] = BLOCK,
    [GUMBO_TAG_FIGURE] = BLOCK, [GUMBO_TAG_FOOTER] = BLOCK, [GUMBO_TAG_FORM] = BLOCK,
    [GUMBO_TAG_H1] = BLOCK, [GUMBO_TAG_H2] = BLOCK, [GUMBO_TAG_H3] = BLOCK,
    [GUMBO_TAG_H4] = BLOCK, [GUMBO_TAG_H5] = BLOCK, [GUMBO_TAG_H6] = BLOCK,
    [GUMBO_TAG_HEADER] = BLOCK, [GUMBO_TAG_HGROUP] = BLOCK, [GUMBO_TAG_HR] = BLOCK,
    [GUMBO_TAG_LEGEND] = BLOCK, [GUMBO_TAG_LI] = BLOCK, [GUMBO_TAG_LISTING] = BLOCK,
    [GUMBO_TAG_MAIN] = BLOCK, [GUMBO_TAG_MENU] = BLOCK, [GUMBO_TAG_OL] = BLOCK,
    [GUMBO_TAG_P] = BLOCK, [GUMBO_TAG_PRE] = BLOCK, [GUMBO_TAG_SECTION] = BLOCK,
    [GUMBO_TAG_SUMMARY] = BLOCK, [GUMBO_TAG_TABLE] = BLOCK, [GUMBO_TAG_TBODY] = BLOCK,
    [GUMBO_TAG_TD] = BLOCK, [GUMBO_TAG_TFOOT] = BLOCK, [GUMBO_TAG_TH] = BLOCK,
    [GUMBO_TAG_THEAD] = BLOCK, [GUMBO_TAG_TR] = BLOCK, [GUMBO_TAG_UL] = BLOCK,
    [GUMBO_TAG_ANNOTATION_XML] = SILENT, [GUMBO_TAG_AUDIO] = SILENT, [GUMBO_TAG_BUTTON] = SILENT,
    [GUMBO_TAG_CANVAS] = SILENT, [GUMBO_TAG_DATALIST] = SILENT, [GUMBO_TAG_DEL] = SILENT,
    [GUMBO_TAG_IFRAME] = SILENT, [GUMBO_TAG_INPUT] = SILENT, [GUMBO_TAG_METER] = SILENT,
    [GUMBO_TAG_NAV] = SILENT, [GUMBO_TAG_NOEMBED] = SILENT, [GUMBO_TAG_NOFRAMES] = SILENT,
    [GUMBO_TAG_NOSCRIPT] = SILENT, [GUMBO_TAG_PLAINTEXT] = SILENT, [GUMBO_TAG_PROGRESS] = SILENT,
    [GUMBO_TAG_RP] = SILENT, [GUMBO_TAG_RT] = SILENT, [GUMBO_TAG_S] = SILENT,
    [GUMBO_TAG_SCRIPT] = SILENT, [GUMBO_TAG_SELECT] = SILENT, [GUMBO_TAG_STRIKE] = SILENT,
    [GUMBO_TAG_STYLE] = SILENT, [GUMBO_TAG_SVG] = SILENT, [GUMBO_TAG_TEMPLATE] = SILENT,
    [GUMBO_TAG_TEXTAREA] = SILENT, [GUMBO_TAG_TITLE] = SILENT, [GUMBO_TAG_VIDEO] = SILENT,
    [GUMBO_TAG_XMP] = SILENT,
};
/* clang-format on */

bool cc_html_is_element(const GumboNode *n)
{
    return n->type == GUMBO_NODE_ELEMENT;
}

GumboTag cc_html_tag_of(const GumboNode *n)
{
    return cc_html_is_element(n) ? n->v.element.tag : GUMBO_TAG_LAST;
}

const GumboNode *cc_html_child(const GumboNode *n, unsigned i)
{
    return i < n->v.element.children.length ? n->v.element.children.data[i] : NULL;
}

const char *cc_html_text_of(const GumboNode *n)
{
    bool text = n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE ||
                n->type == GUMBO_NODE_CDATA;
    return text ? n->v.text.text : NULL;
}

/* -- Attributes ----------------------------------------------------------------------------- */

const char *cc_html_attribute(const GumboNode *n, const char *name)
{
    const GumboAttribute *a = gumbo_get_attribute(&n->v.element.attributes, name);
    return a == NULL ? "" : a->value;
}

bool cc_html_has(const GumboNode *n, const char *name)
{
    return gumbo_get_attribute(&n->v.element.attributes, name) != NULL;
}

bool cc_html_says(const GumboNode *n, const char *name, const char *value)
{
    return strcasecmp(cc_html_attribute(n, name), value) == 0;
}

bool cc_html_begins(const char *text, const char *start)
{
    return strncasecmp(text, start, strlen(start)) == 0;
}

bool cc_html_lists(const GumboNode *n, const char *name, const char *const *starts)
{
    static const char blanks[] = " \t\r\n\f";
    const char       *word     = cc_html_attribute(n, name);
    for (word += strspn(word, blanks); *word != '\0'; word += strspn(word, blanks)) {
        for (const char *const *s = starts; *s != NULL; s++)
            if (cc_html_begins(word, *s))
                return true;
        word += strcspn(word, blanks);
    }
    return false;
}

/* After `what`, blanks before and within it left out; NULL: `style` does not begin with it. */
static const char *skip_style(const char *style, const char *what)
{
    while (cc_html_is_blank(*style))
        style++;
    for (; *what != '\0'; what++, style++)
        if ((cc_html_is_letter(*style) ? *style | 0x20 : *style) != *what)
            return NULL;
    while (cc_html_is_blank(*style))
        style++;
    return style;
}

bool cc_html_styles(const GumboNode *n, const char *property, const char *value)
{
    const char *style = cc_html_attribute(n, "style");
    while (*style != '\0') {
        const char *after = skip_style(style, property);
        if (after != NULL && *after == ':' && skip_style(after + 1, value) != NULL)
            return true;
        style += strcspn(style, ";");
        style += *style == ';';
    }
    return false;
}

/* -- Kinds ---------------------------------------------------------------------------------- */

bool cc_html_is_bold(const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG ||
           cc_html_styles(n, "font-weight", "bold") || cc_html_styles(n, "font-weight", "7");
}

bool cc_html_is_block(GumboTag tag)
{
    return traits[tag] == BLOCK;
}

bool cc_html_is_silent(GumboTag tag)
{
    return traits[tag] == SILENT;
}

uint32_t cc_html_heading(const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
        return (uint32_t)(tag - GUMBO_TAG_H1) + 1;
    if (tag == GUMBO_TAG_LAST || !cc_html_says(n, "role", "heading"))
        return 0;
    char level = cc_html_attribute(n, "aria-level")[0];
    return level >= '1' && level <= '6' ? (uint32_t)(level - '0') : 2;
}

bool cc_html_is_white(const char *text)
{
    while (*text != '\0') {
        size_t len = cc_blank_length(text, text + strnlen(text, 3));
        if (len == 0)
            return false;
        text += len;
    }
    return true;
}

size_t cc_html_count(const char *text)
{
    size_t ret = 0;
    for (; *text != '\0'; text++)
        ret += !cc_html_is_blank(*text);
    return ret;
}
