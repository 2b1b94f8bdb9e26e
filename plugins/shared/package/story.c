/* story.c - what is in hand, and where it goes. */
#include "shared/package/story.h"

#include "shared/raised.h"

#include <string.h>

enum {
    MAX_TITLE   = 150, /* bytes of a bold paragraph that is a heading */
    TITLE_LEVEL = 6,   /* of such a heading: below those that are marked as such */
};

void cc_story_begin_part(cc_story *s, uint32_t part, cc_block_kind scope)
{
    s->part       = part;
    s->scope      = scope;
    s->paragraphs = 0;
    s->nest       = 0;
    s->grid       = NULL;
    cc_flow_clear(cc_story_flow(s));
    cc_story_flow(s)->fold.host = s->host;
    cc_story_classify(s, CC_PARAGRAPH, 0);
}

void cc_story_classify(cc_story *s, cc_block_kind kind, uint32_t level)
{
    s->paras[s->nest].kind  = kind;
    s->paras[s->nest].level = level;
}

/* Places of their own, as long as there are any left. */
static void allow_pieces(cc_story *s)
{
    bool spent                   = s->pieces > CC_STORY_MAX_PIECES;
    cc_story_flow(s)->max_pieces = spent ? 0 : CC_STORY_MAX_PIECES - s->pieces;
}

void cc_story_begin_paragraph(cc_story *s)
{
    allow_pieces(s);
    cc_flow_begin(cc_story_flow(s), s->part, ++s->paragraphs);
    cc_story_classify(s, CC_PARAGRAPH, 0);
}

/* -- Blocks --------------------------------------------------------------------------------- */

/* A short paragraph that is bold throughout, no sentence, and has no figure. */
static bool is_title(const cc_story_para *para, cc_str text)
{
    bool letter = false;
    if (para->kind != CC_PARAGRAPH || para->plain || text.len > MAX_TITLE ||
        strchr(".,;:", text.ptr[text.len - 1]) != NULL)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        letter |= (text.ptr[i] | 0x20) >= 'a' && (text.ptr[i] | 0x20) <= 'z';
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return false;
    }
    return letter;
}

/* What the blocks after this one need to know of it. */
static void remember(cc_story *s, const cc_block_in *block, const cc_fold *fold)
{
    if (block->kind == CC_HEADING && s->title.len == 0 && s->part == 0)
        cc_short_set(&s->title, fold);
    if (block->kind != CC_ITEM)
        s->lead_in.len = 0;
    if (block->kind == CC_PARAGRAPH && block->text.ptr[block->text.len - 1] == ':')
        cc_short_set(&s->lead_in, fold);
}

cc_status cc_story_put(void *story, const cc_block_in *block)
{
    cc_story *s = story;
    if (s->grid != NULL) {
        cc_grid_keep(s->grid, block, false);
        return CC_OK;
    }
    if (s->kept != NULL) {
        cc_blocks_keep(s->host, s->kept, block);
        return CC_OK;
    }
    s->any = true;
    return s->out->block(s->out, block);
}

/* Notes, once nothing is in hand that they belong to. */
static void put_after(cc_story *s)
{
    if (s->nest > 0 || s->grid != NULL || s->kept != NULL)
        return;
    for (size_t i = 0; i < s->after.n && s->status == CC_OK; i++)
        s->status = cc_story_put(s, &s->after.at[i]);
    s->after.n = 0;
}

static void label(cc_story *s, const cc_story_para *para, cc_block_in *block)
{
    if (s->grid == NULL && is_title(para, block->text)) {
        block->kind  = CC_HEADING;
        block->level = TITLE_LEVEL;
    }
    if (block->kind == CC_ITEM)
        block->column = cc_short_text(&s->lead_in);
    if (s->scope == 0)
        remember(s, block, &para->flow.fold);
    else {
        block->kind   = s->scope;
        block->level  = 0;
        block->column = (cc_str){0};
    }
}

static void flush_block(cc_story *s)
{
    cc_story_para *para  = &s->paras[s->nest];
    const cc_fold *fold  = &para->flow.fold;
    cc_block_in    block = {
           .size        = sizeof block,
           .kind        = para->kind,
           .level       = para->level,
           .page        = s->page,
           .text        = {fold->text, fold->text_len},
           .pieces      = fold->pieces,
           .piece_count = fold->piece_count,
    };
    if (block.text.len > 0 && s->status == CC_OK) {
        label(s, para, &block);
        if (s->grid != NULL)
            cc_grid_keep(s->grid, &block, !para->plain);
        else
            s->status = cc_story_put(s, &block);
    }
    s->pieces += fold->piece_count;
    cc_flow_clear(&para->flow);
    para->plain = false;
}

void cc_story_end_paragraph(cc_story *s)
{
    flush_block(s);
    put_after(s);
}

bool cc_story_enter(cc_story *s)
{
    if (s->nest + 1 == CC_STORY_MAX_NEST)
        return false;
    s->nest++;
    cc_flow_clear(cc_story_flow(s));
    cc_story_flow(s)->fold.host = s->host;
    cc_story_classify(s, CC_PARAGRAPH, 0);
    return true;
}

void cc_story_leave(cc_story *s)
{
    flush_block(s);
    s->nest--;
}

/* -- Text ----------------------------------------------------------------------------------- */

void cc_story_add(cc_story *s, cc_str text, bool bold)
{
    cc_story_para *para = &s->paras[s->nest];
    while (text.len > 0 && s->status == CC_OK) {
        allow_pieces(s);
        size_t before = para->flow.fold.text_len, taken = cc_flow_add(&para->flow, text);
        text = (cc_str){text.ptr + taken, text.len - taken};
        para->plain |= !bold && para->flow.fold.text_len > before;
        if (text.len > 0)
            flush_block(s);
    }
}

static cc_raised_text squeeze(cc_str text)
{
    cc_raised_text ret = {.len = 0};
    for (size_t i = 0; i < text.len && ret.len < CC_RAISED_BYTES; i++)
        if (cc_blank_length(text.ptr + i, text.ptr + text.len) == 0)
            ret.bytes[ret.len++] = text.ptr[i];
    return ret;
}

void cc_story_add_raised(cc_story *s, cc_str text, bool bold)
{
    cc_flow       *flow   = cc_story_flow(s);
    cc_raised_text raised = squeeze(text);
    bool           apart  = flow->blank.end_cp > flow->blank.start_cp;
    cc_raised      what   = cc_raised_judge(&raised, apart ? (cc_str){0} : cc_flow_text(flow));
    if (what == CC_RAISED_MARKER) {
        cc_flow_pass(flow, text);
        cc_flow_leave_out(flow);
        return;
    }
    if (what == CC_RAISED_POWER)
        cc_flow_sign(flow, "^", 0);
    cc_story_add(s, text, bold);
}

/* -- Tables --------------------------------------------------------------------------------- */

void cc_story_begin_table(cc_story *s)
{
    flush_block(s);
    s->grid = cc_grid_new(s->host, s->grid);
}

void cc_story_end_table(cc_story *s)
{
    cc_grid *grid = s->grid;
    flush_block(s);
    s->grid = grid->outer;
    if (s->grid != NULL)
        s->grid->parts = true;
    if (s->status == CC_OK)
        s->status = cc_grid_put(grid, cc_story_put, s);
    s->lead_in.len = 0;
    put_after(s);
}
