/* docx_notes.c - footnotes and endnotes stand behind the paragraph or the table that has their
 * markers. Those without a marker are not shown. */
#include "docx.h"

#include <stdlib.h>

static int by_note_id(const void *a, const void *b)
{
    const cc_docx_note *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static void add_note(cc_docx *d, int32_t id, size_t first)
{
    cc_docx_notes *n = d->notes;
    n->at            = cc_blocks_grow(d->host, n->at, n->n, &n->cap, sizeof *n->at);
    n->at[n->n++]    = (cc_docx_note){.id = id, .first = first, .end = n->blocks.n};
}

/* Also a comment; separators are notes of another type. */
void cc_docx_read_note(cc_docx *d)
{
    cc_str   type  = cc_part_attribute(&d->part, "w:type");
    int32_t  id    = cc_part_number(&d->part, "w:id", -1);
    unsigned gone  = d->gone;
    size_t   first = d->notes != NULL ? d->notes->blocks.n : 0;
    if (type.len > 0 && !cc_part_says(type, "normal")) {
        cc_docx_skip(d);
        return;
    }
    cc_docx_walk(d);
    cc_story_end_paragraph(&d->story);
    d->gone = gone;
    if (d->notes != NULL)
        add_note(d, id, first);
}

void cc_docx_read_notes(cc_docx *d, const char *part, uint32_t number, cc_block_kind kind,
                        cc_docx_notes *ret)
{
    d->notes      = ret;
    d->story.kept = &ret->blocks;
    cc_docx_read_part(d, part, number, kind);
    if (ret->n > 0)
        qsort(ret->at, ret->n, sizeof *ret->at, by_note_id);
    d->notes      = NULL;
    d->story.kept = NULL;
}

static void put_note(cc_docx *d, const cc_docx_notes *notes, const cc_docx_note *note)
{
    cc_blocks *after = &d->story.after;
    for (size_t i = note->first; i < note->end; i++) {
        after->at = cc_blocks_grow(d->host, after->at, after->n, &after->cap, sizeof *after->at);
        after->at[after->n++] = notes->blocks.at[i];
    }
}

void cc_docx_read_marker(cc_docx *d)
{
    bool           foot  = cc_part_is(d->part.tag, "w:footnoteReference");
    cc_docx_notes *notes = foot ? &d->footnotes : &d->endnotes;
    cc_docx_note   key   = {.id = cc_part_number(&d->part, "w:id", -1)};
    cc_docx_note  *note =
        notes->n == 0 ? NULL : bsearch(&key, notes->at, notes->n, sizeof key, by_note_id);
    cc_flow_leave_out(cc_story_flow(&d->story));
    if (note != NULL && !note->put && cc_docx_is_shown(d) && d->notes == NULL) {
        put_note(d, notes, note);
        note->put = true;
    }
    cc_docx_skip(d);
}
