/* html_walk.c - a walk over the tree, without recursion, gathers text until a block element begins
 * or ends. */
#include "html_clutter.h"
#include "html_notes.h"
#include "html_page.h"

#include <string.h>

/* The amount in hand goes on over the elements of its cells, not over the row. */
static bool ends_block(cc_html_page *p, const GumboNode *n)
{
    GumboTag tag   = cc_html_tag_of(n);
    bool     block = cc_html_is_block(tag) || cc_html_heading(n) > 0;
    if (tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TABLE)
        p->held = false;
    p->blank |= block && p->held;
    return block && !p->held;
}

/* -- Raised and structured text ------------------------------------------------------------- */

/* Whether it is no text; else notes what has to stand before it. */
static bool is_marker(cc_html_page *p, const GumboNode *n)
{
    cc_str before = {p->fold.text, p->blank ? 0 : p->fold.text_len};
    switch (cc_html_judge_raised(n, before)) {
    case CC_HTML_MARKER: return true;
    case CC_HTML_POWER: p->mark = '^'; break;
    case CC_HTML_INDEX: p->mark = '_'; break;
    case CC_HTML_FRACTION: p->mark = ' '; break;
    case CC_HTML_PLAIN: break;
    }
    return false;
}

/* A part of a formula that says something else than its digits in a row: a fraction, a power. The
 * annotation repeats the formula. */
static bool is_structure(const GumboNode *n)
{
    static const char *const names[] = {"<mfrac",  "<msup",   "<msub",  "<msqrt",      "<mroot",
                                        "<mtable", "<munder", "<mover", "<annotation", NULL};
    GumboStringPiece         tag     = n->v.element.original_tag;
    for (size_t i = 0; n->v.element.tag == GUMBO_TAG_UNKNOWN && names[i] != NULL; i++)
        if (tag.length > strlen(names[i]) && cc_html_begins(tag.data, names[i]))
            return true;
    return false;
}

static bool is_left_out(cc_html_page *p, const GumboNode *n)
{
    const cc_html_weight *weight = &p->weights[p->index];
    return cc_html_is_clutter(n, weight, p->weights[0].text, cc_html_around_here(p)) ||
           is_structure(n) || is_marker(p, n);
}

/* -- Elements ------------------------------------------------------------------------------- */

static void begin_element(cc_html_page *p, const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    if (ends_block(p, n))
        cc_html_end_block(p);
    if (tag == GUMBO_TAG_TABLE)
        cc_html_begin_table(p, n);
    else if (tag == GUMBO_TAG_TR && p->table != NULL)
        cc_html_begin_row(p, n);
    else if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && p->table != NULL)
        cc_html_begin_cell(p, n);
    else if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DL)
        p->term.len = 0;
    else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING)
        p->preformed++;
    else if (tag == GUMBO_TAG_BR) {
        p->blank = true;
        p->breaks++;
    }
    p->bold += cc_html_is_bold(n);
}

static void end_element(cc_html_page *p, const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && p->table != NULL)
        cc_html_end_cell(p);
    else if (ends_block(p, n))
        cc_html_end_block(p);
    if (tag == GUMBO_TAG_TABLE)
        cc_html_end_table(p);
    else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING)
        p->preformed--;
    else if ((tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) && !cc_html_around_here(p).item)
        p->lead_in.len = 0;
    p->bold -= cc_html_is_bold(n);
}

static void leave_out(cc_html_page *p, const GumboNode *n)
{
    if (ends_block(p, n))
        cc_html_end_block(p);
    p->left_out = true;
    p->index += p->weights[p->index].elements;
}

/* Goes into elements; reads the rest. */
static void visit(cc_html_page *p, const GumboNode *n)
{
    if (cc_html_text_of(n) != NULL)
        cc_html_read_text(p, &n->v.text);
    if (!cc_html_is_element(n))
        return;
    if (p->measure)
        cc_html_note_meta(&p->meta, p->host, n);
    if (is_left_out(p, n)) {
        leave_out(p, n);
        return;
    }
    begin_element(p, n);
    bool data = p->table != NULL && p->table->data;
    p->places[p->depth] =
        (cc_html_place){{.node = n}, cc_html_look_around(cc_html_around_here(p), n, data)};
    p->depth++;
    p->index++;
}

static void walk_tree(cc_html_page *p, const GumboNode *root)
{
    visit(p, root);
    while (p->depth > 0 && p->status == CC_OK) {
        cc_html_level   *top   = &p->places[p->depth - 1].level;
        const GumboNode *child = cc_html_child(top->node, top->next++);
        if (child != NULL) {
            visit(p, child);
            continue;
        }
        end_element(p, top->node);
        p->depth--;
    }
    cc_html_end_block(p);
}

static void count_fields(cc_html_page *p)
{
    for (size_t i = 0; i < p->shape_count; i++) {
        const cc_html_shape *s = &p->shapes[i];
        p->fields[s->level] += s->paragraphs == 1 && s->others == 0;
    }
}

bool cc_html_walk_page(cc_html_page *p, const GumboNode *root)
{
    p->weights = cc_html_weigh(p->host, root);
    if (p->weights == NULL)
        return false;
    p->measure = true;
    walk_tree(p, root);
    count_fields(p);
    p->measure = false;
    p->index   = 0;
    if (p->status == CC_OK)
        p->status = cc_html_put_meta(&p->meta, p->host, p->out);
    if (p->status == CC_OK)
        walk_tree(p, root);
    return true;
}
