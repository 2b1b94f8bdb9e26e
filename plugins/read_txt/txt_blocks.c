/* txt_blocks.c - putting blocks, and the title. */
#include "txt_blocks.h"

#include "txt_shape.h"

enum { MAX_TITLE_BLOCKS = 12 }; /* a subject further down is not the document's */

void cc_txt_leave(cc_txt *r)
{
    r->row.len = r->lead_in.len = 0;
    r->depth                    = 0;
    r->flat                     = false;
}

static void put_seam(cc_txt *r, cc_range above, cc_range below)
{
    size_t len;
    switch (cc_txt_hyphen_judge(r->fold.host, &r->seen, r->flow.in, above, below, &len)) {
    case CC_TXT_SEAM_BLANK:
        cc_fold_put(&r->fold, (cc_str){" ", 1}, above.end, below.start, 0);
        break;
    case CC_TXT_SEAM_WORD: cc_fold_shorten(&r->fold, r->fold.text_len - len); break;
    case CC_TXT_SEAM_HYPHEN: break;
    }
}

/* -- Runs ----------------------------------------------------------------------------------- */

static bool is_subject(cc_str row)
{
    static const char *const words[] = {"subject", "title", "re", NULL};
    for (size_t i = 0; words[i] != NULL; i++)
        if (row.len == strlen(words[i]) && cc_ends_with(row, words[i]))
            return true;
    return false;
}

/* What stands above a title: "For Immediate Release", "Contact: …", a date, an address. */
static bool is_front_matter(cc_str text)
{
    static const char *const words[] = {"for immediate release",
                                        "for release",
                                        "embargoed",
                                        "contact",
                                        "contacts",
                                        "cite",
                                        "from",
                                        "to",
                                        "cc",
                                        "date",
                                        "sent",
                                        "press release",
                                        "news release",
                                        "updated",
                                        "http",
                                        "https",
                                        "www",
                                        "january",
                                        "february",
                                        "march",
                                        "april",
                                        "may",
                                        "june",
                                        "july",
                                        "august",
                                        "september",
                                        "october",
                                        "november",
                                        "december",
                                        "monday",
                                        "tuesday",
                                        "wednesday",
                                        "thursday",
                                        "friday",
                                        "saturday",
                                        "sunday",
                                        NULL};
    cc_range                 all     = {0, text.len};
    size_t                   letters = 0;
    for (size_t i = 0; i < text.len; i++)
        letters += cc_txt_is_letter(text.ptr[i]);
    return letters < 3 || letters * 2 < text.len || cc_txt_begins_with_word(text, all, words) > 0;
}

/* The title is what a memo gives as its subject; else the first heading, or a short line before
 * any paragraph. */
static void note_title(cc_txt *r, const cc_block_in *block)
{
    bool text    = block->kind == CC_HEADING || block->kind == CC_PARAGRAPH;
    bool subject = is_subject(block->row);
    bool line    = text && block->row.len == 0 && !is_front_matter(block->text);
    bool fits    = block->kind == CC_HEADING ||
                (!r->begun && block->text.len <= CC_TXT_MAX_HEADING &&
                 !cc_txt_is_one_of(block->text.ptr[block->text.len - 1], ".,;:"));
    if (r->blocks < MAX_TITLE_BLOCKS && (subject || (line && fits && r->title.len == 0)))
        cc_label_keep(&r->title, &r->fold, CC_LABEL_BYTES);
    r->begun = r->begun || (line && block->kind == CC_PARAGRAPH && !fits);
    r->blocks++;
}

static cc_status put_fold(cc_txt *r, const cc_block_in *as, const cc_txt_line *first)
{
    cc_block_in block = *as;
    if (r->fold.text_len == 0)
        return CC_OK;
    block.size = sizeof block;
    if (block.row.len == 0)
        block.row = cc_label_text(&r->row);
    if (first->strip < r->flow.strip_count)
        block.page = r->flow.strips[first->strip].page;
    block.text        = (cc_str){r->fold.text, r->fold.text_len};
    block.pieces      = r->fold.pieces;
    block.piece_count = r->fold.piece_count;
    cc_status status  = r->out->block(r->out, &block);
    if (status == CC_OK)
        note_title(r, &block);
    return status;
}

/* The part of the line that belongs to the run. */
static cc_range part_of(const cc_txt_run *run, const cc_txt_line *l)
{
    bool first = l->strip == run->first.strip && l->next == run->first.next;
    bool last  = l->strip == run->last.strip && l->next == run->last.next;
    return (cc_range){first ? run->start : l->text.start, last ? run->end : l->text.end};
}

/* Folds lines of the run until its end (true) or until the block is full; *run is then the rest. */
static bool fold_run(cc_txt *r, cc_txt_run *run)
{
    cc_txt_line l    = run->first;
    cc_range    part = part_of(run, &l), above = {0, 0};
    cc_fold_clear(&r->fold);
    for (;; l = cc_txt_next(r, &l)) {
        part = part_of(run, &l);
        if (part.start < part.end && r->fold.text_len > 0)
            put_seam(r, above, part);
        size_t at   = cc_fold_add(&r->fold, part.start, part.end);
        bool   last = l.strip == run->last.strip && l.next == run->last.next;
        if (at < part.end || (r->fold.text_len >= CC_FOLD_BLOCK_BYTES && !last))
            break;
        if (last)
            return true;
        above = part.start < part.end ? part : above;
    }
    size_t rest = cc_fold_cut(&r->fold);
    for (l = run->first;; l = cc_txt_next(r, &l)) {
        part = part_of(run, &l);
        if (rest >= part.start && rest <= part.end && part.start < part.end)
            break;
    }
    run->first = l;
    run->start = cc_skip_blanks(r->flow.in, rest, part.end);
    return false;
}

cc_status cc_txt_put_run(cc_txt *r, cc_txt_run run, const cc_block_in *as)
{
    for (bool done = false; !done;) {
        cc_txt_line first = run.first;
        done              = fold_run(r, &run);
        cc_status status  = put_fold(r, as, &first);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

cc_status cc_txt_put_range(cc_txt *r, const cc_txt_line *l, cc_range range, const cc_block_in *as)
{
    return cc_txt_put_run(r, (cc_txt_run){*l, *l, range.start, range.end}, as);
}

cc_status cc_txt_put_heading(cc_txt *r, cc_txt_run run, uint32_t level)
{
    cc_txt_leave(r);
    return cc_txt_put_run(r, run, &(cc_block_in){.kind = CC_HEADING, .level = level});
}

/* Divides the run before "note:"; false: it has none. */
static bool split_note(const cc_txt *r, cc_txt_run *main, cc_txt_run *note)
{
    cc_txt_line last = main->first;
    for (cc_txt_line l = main->first;; l = cc_txt_next(r, &l)) {
        cc_range part = part_of(main, &l);
        bool     head = cc_txt_begins_with(r->flow.in, part, "note:") ||
                    cc_txt_begins_with(r->flow.in, part, "Note:");
        size_t at = head ? part.start : cc_find_note(r->flow.in, part);
        if (at < part.end && (at > part.start || l.next != main->first.next)) {
            *note       = (cc_txt_run){l, main->last, at, main->end};
            cc_range to = {part.start, at};
            cc_txt_flow_trim(r->flow.in, &to);
            main->last = to.end > to.start ? l : last;
            main->end  = to.end > to.start ? to.end : last.text.end;
            return true;
        }
        if (l.strip == main->last.strip && l.next == main->last.next)
            return false;
        last = l;
    }
}

cc_status cc_txt_put_paragraph(cc_txt *r, cc_txt_run run)
{
    static const cc_block_in paragraph = {.kind = CC_PARAGRAPH};
    cc_txt_run               note      = {.end = 0};
    bool                     noted     = r->row.len > 0 && split_note(r, &run, &note);
    cc_status                status    = cc_txt_put_run(r, run, &paragraph);
    if (status == CC_OK && noted)
        status = cc_txt_put_run(r, note, &paragraph);
    if (r->depth == 0)
        r->lead_in.len = 0;
    cc_range end = noted ? (cc_range){note.start, note.end} : (cc_range){run.start, run.end};
    if (status == CC_OK && cc_txt_last_char(r->flow.in, end) == ':')
        cc_label_keep(&r->lead_in, &r->fold, CC_LEAD_IN_BYTES);
    return status;
}
