/* docx_changes.c - tracked changes: what does not count is passed over, character by character. */
#include "docx.h"

bool cc_docx_is_gone(const cc_docx *d, const char *tag)
{
    static const char *const deleted[]  = {"w:del", "w:moveFrom", "w:cellDel", NULL};
    static const char *const inserted[] = {"w:ins", "w:moveTo", "w:cellIns", NULL};
    if (d->changes == CC_DOCX_BOTH)
        return false;
    const char *const *at = d->changes == CC_DOCX_ACCEPT ? deleted : inserted;
    while (*at != NULL && !cc_part_is(tag, *at))
        at++;
    return *at != NULL;
}

/* What was deleted and what came in its place are two words. */
static bool follows_change(const cc_docx *d, const cc_flow *flow)
{
    return d->change.paragraph == flow->paragraph && d->change.end_cp == flow->at_cp &&
           flow->at_cp > 0;
}

void cc_docx_read_change(cc_docx *d)
{
    bool     gone = cc_docx_is_gone(d, d->part.tag);
    cc_flow *flow = cc_story_flow(&d->story);
    if (follows_change(d, flow))
        cc_flow_set_apart(flow);
    d->gone += gone;
    cc_docx_walk(d);
    d->gone -= gone;
    if (d->changes == CC_DOCX_BOTH) {
        d->change.paragraph = flow->paragraph;
        d->change.end_cp    = flow->at_cp;
    }
}
