/* html_around.c - handed down from element to element, so that no block looks up the whole tree. */
#include "html_around.h"

#include "html_notes.h"

bool cc_html_is_label(const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    return cc_html_heading(n) > 0 || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION ||
           tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_LEGEND;
}

/* CC_PARAGRAPH: the element does not tell. */
static cc_block_kind kind_of(const GumboNode *n, bool note, bool data)
{
    GumboTag tag = cc_html_tag_of(n);
    if (cc_html_heading(n) > 0)
        return CC_HEADING;
    if (tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_FIGCAPTION)
        return CC_CAPTION;
    if (note)
        return CC_FOOTNOTE;
    if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && data)
        return CC_CELL;
    return tag == GUMBO_TAG_LI ? CC_ITEM : CC_PARAGRAPH;
}

/* Whether what is around it tells nothing of the text within. */
static bool is_apart(GumboTag tag)
{
    return tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

cc_html_around cc_html_look_around(cc_html_around up, const GumboNode *n, bool data)
{
    GumboTag       tag   = cc_html_tag_of(n);
    bool           block = cc_html_is_block(tag) || cc_html_heading(n) > 0;
    bool           note  = block && cc_html_is_note(n);
    cc_block_kind  kind  = block ? kind_of(n, note, data) : CC_PARAGRAPH;
    cc_html_around ret   = up;
    if (kind != CC_PARAGRAPH || is_apart(tag)) {
        ret.kind  = kind;
        ret.level = cc_html_heading(n);
    }
    ret.lists += tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    ret.item |= tag == GUMBO_TAG_LI;
    ret.term |= tag == GUMBO_TAG_DT;
    ret.definition |= tag == GUMBO_TAG_DD;
    ret.article |= tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
    ret.note |= note;
    ret.label |= cc_html_is_label(n);
    return ret;
}
