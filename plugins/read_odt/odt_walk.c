/* odt_walk.c - elements, by name: those that have a reader, those that hold no text, and all
 * others, which are looked into. libxml2's limit of depth bounds the recursion. */
#include "odt.h"

#include <stdlib.h>
#include <string.h>

typedef struct element {
    const char *tag;
    void (*read)(cc_odt *d);
} element;

void cc_odt_skip(cc_odt *d)
{
    static const char *const paragraphs[] = {"text:p", "text:h", NULL};
    d->story.paragraphs += cc_part_skip_counting(&d->part, paragraphs);
}

/* -- Text within text ----------------------------------------------------------------------- */

void cc_odt_read_apart(cc_odt *d, cc_blocks *to, cc_block_kind scope)
{
    cc_odt_look   look  = d->look;
    cc_blocks    *kept  = d->story.kept;
    cc_grid      *grid  = d->story.grid;
    cc_block_kind outer = d->story.scope;
    unsigned      lists = d->lists;
    bool          inner = d->in_text;
    if (!cc_story_enter(&d->story)) {
        cc_odt_skip(d);
        return;
    }
    d->in_text = false;
    d->lists   = 0;
    if (to != NULL) {
        d->story.kept  = to;
        d->story.grid  = NULL;
        d->story.scope = scope;
    }
    cc_odt_walk(d);
    cc_story_leave(&d->story);
    d->look        = look;
    d->lists       = lists;
    d->in_text     = inner;
    d->story.kept  = kept;
    d->story.grid  = grid;
    d->story.scope = outer;
}

static void read_box(cc_odt *d)
{
    cc_odt_read_apart(d, NULL, 0);
}

static void read_note(cc_odt *d)
{
    bool end = cc_part_says(cc_part_attribute(&d->part, "text:note-class"), "endnote");
    cc_flow_leave_out(cc_story_flow(&d->story));
    if (d->gone > 0)
        cc_odt_skip(d);
    else
        cc_odt_read_apart(d, &d->story.after, end ? CC_ENDNOTE : CC_FOOTNOTE);
}

static void read_comment(cc_odt *d)
{
    cc_odt_read_apart(d, &d->comments, CC_COMMENT);
}

/* -- What holds paragraphs ------------------------------------------------------------------ */

static void read_styles(cc_odt *d)
{
    cc_odt_styles_read(d->host, &d->part, &d->styles);
}

static void read_list(cc_odt *d)
{
    d->lists++;
    cc_odt_walk(d);
    d->lists--;
}

static void read_contents(cc_odt *d)
{
    d->contents++;
    cc_odt_walk(d);
    d->contents--;
}

/* -- By name -------------------------------------------------------------------------------- */

static const element elements[] = {
    {"draw:text-box", read_box},
    {"office:annotation", read_comment},
    {"office:automatic-styles", read_styles},
    {"office:binary-data", cc_odt_skip},
    {"office:forms", cc_odt_skip},
    {"svg:desc", cc_odt_skip},
    {"svg:title", cc_odt_skip},
    {"table:covered-table-cell", cc_odt_read_covered},
    {"table:table", cc_odt_read_table},
    {"table:table-cell", cc_odt_read_cell},
    {"table:table-header-rows", cc_odt_read_head},
    {"table:table-row", cc_odt_read_row},
    {"text:alphabetical-index-source", cc_odt_skip},
    {"text:bibliography-source", cc_odt_skip},
    {"text:change-end", cc_odt_read_change_end},
    {"text:change-start", cc_odt_read_change_start},
    {"text:h", cc_odt_read_paragraph},
    {"text:illustration-index", read_contents},
    {"text:illustration-index-source", cc_odt_skip},
    {"text:line-break", cc_odt_read_blank},
    {"text:list", read_list},
    {"text:note", read_note},
    {"text:note-citation", cc_odt_skip},
    {"text:note-ref", cc_odt_read_silent},
    {"text:p", cc_odt_read_paragraph},
    {"text:page-count", cc_odt_read_silent},
    {"text:page-number", cc_odt_read_silent},
    {"text:ruby-text", cc_odt_skip},
    {"text:s", cc_odt_read_spaces},
    {"text:span", cc_odt_read_span},
    {"text:tab", cc_odt_read_blank},
    {"text:table-index", read_contents},
    {"text:table-index-source", cc_odt_skip},
    {"text:table-of-content", read_contents},
    {"text:table-of-content-source", cc_odt_skip},
    {"text:tracked-changes", cc_odt_read_changes},
};

static int by_tag(const void *a, const void *b)
{
    const element *x = a, *y = b;
    return strcmp(x->tag, y->tag);
}

static void read_element(cc_odt *d)
{
    element        key = {.tag = d->part.tag};
    const element *find =
        bsearch(&key, elements, sizeof elements / sizeof *elements, sizeof *elements, by_tag);
    if (find != NULL)
        find->read(d);
    else
        cc_odt_walk(d);
}

void cc_odt_walk(cc_odt *d)
{
    unsigned depth = d->part.depth;
    while (d->story.status == CC_OK && cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event == CC_PART_OPENS)
            read_element(d);
        else if (d->part.event == CC_PART_TEXT && d->in_text)
            cc_odt_add_text(d, d->part.text);
    }
}
