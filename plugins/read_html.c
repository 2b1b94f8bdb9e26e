/* read_html.c - web pages: the text that a reader of the page sees, block by block.
 *
 * gumbo makes the tree. A walk over it, without recursion, gathers text in `fold` until a block
 * element begins or ends; what the block is, the elements around its first character tell. The
 * walk is done twice: the first one only learns which headings label a field. */
#include <claimcheck.h>

#include "shared/html_dom.h"
#include "shared/html_text.h"
#include "shared/lines.h"
#include "shared/table.h"

enum {
    MAX_CELL    = 120,  /* bytes: a longer one is prose, and the table lays out a page */
    MAX_LEVELS  = 4096, /* elements around a text: ten times what the guard lets pass */
    MAX_ROWS    = 1000, /* that a cell spans */
    MIN_FIELDS  = 5,    /* headings with one paragraph each make a form of them */
    FIRST_FIELD = 3,    /* h3: outer headings divide a text */
};

/* What follows a heading, up to the next one. */
typedef struct shape {
    uint32_t level;
    size_t   paragraphs, others;
} shape;

typedef struct reader {
    const cc_host *host;
    cc_block_sink *out;
    cc_str         in;
    cc_status      status;
    bool           measure; /* the first walk: puts nothing */

    cc_html_level levels[MAX_LEVELS]; /* from the root to the node in hand */
    size_t        depth;

    cc_fold       fold; /* the block in hand */
    cc_block_kind kind;
    uint32_t      kind_level;
    bool          blank;     /* white space since its last character */
    unsigned      breaks;    /* line ends since then that count */
    unsigned      preformed; /* <pre> around */

    cc_table *table, *unused;
    cc_short  term, lead_in, field, title;
    bool      has_title, has_author, has_date;

    shape *shapes;
    size_t shape_count, shape_cap, headings;
    size_t fields[7]; /* by level */
} reader;

/* -- What a block is ------------------------------------------------------------------------ */

static uint32_t list_depth(const reader *r)
{
    uint32_t ret = 0;
    for (size_t i = 0; i < r->depth; i++) {
        GumboTag tag = cc_html_tag_of(r->levels[i].node);
        ret += tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    }
    return ret > 0 ? ret : 1;
}

/* By the innermost element that tells. */
static void classify(reader *r)
{
    r->kind       = CC_PARAGRAPH;
    r->kind_level = 0;
    for (size_t i = r->depth; i > 0; i--) {
        const GumboNode *n   = r->levels[i - 1].node;
        GumboTag         tag = cc_html_tag_of(n);
        if (!cc_html_is_block(tag))
            continue;
        if ((r->kind_level = cc_html_heading_level(tag)) > 0)
            r->kind = CC_HEADING;
        else if (tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_FIGCAPTION)
            r->kind = CC_CAPTION;
        else if (cc_html_is_note(n))
            r->kind = CC_FOOTNOTE;
        else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
            r->kind = CC_CELL;
        else if (tag == GUMBO_TAG_LI)
            r->kind = CC_ITEM;
        if (r->kind != CC_PARAGRAPH || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT)
            break;
    }
    if (r->kind == CC_ITEM)
        r->kind_level = list_depth(r);
}

static bool is_inside(const reader *r, GumboTag tag)
{
    for (size_t i = r->depth; i > 0; i--)
        if (cc_html_tag_of(r->levels[i - 1].node) == tag)
            return true;
    return false;
}

/* -- Labels --------------------------------------------------------------------------------- */

static bool is_field(const reader *r)
{
    if (r->headings == 0)
        return false;
    const shape *s = &r->shapes[r->headings - 1];
    return s->level >= FIRST_FIELD && s->paragraphs == 1 && s->others == 0 &&
           r->fields[s->level] >= MIN_FIELDS;
}

static void label_block(reader *r, cc_block_in *block)
{
    if (block->kind == CC_CELL && r->table != NULL)
        cc_table_label(r->table, &r->fold, block);
    if (block->kind == CC_CELL && block->text.len > MAX_CELL) {
        block->kind = CC_PARAGRAPH;
        block->row = block->column = (cc_str){0};
    } else if (block->kind == CC_PARAGRAPH && is_inside(r, GUMBO_TAG_DT))
        cc_short_add(&r->term, &r->fold);
    else if (block->kind == CC_PARAGRAPH && is_inside(r, GUMBO_TAG_DD))
        block->row = cc_short_text(&r->term);
    else if (block->kind == CC_PARAGRAPH && is_field(r))
        block->row = cc_short_text(&r->field);
    else if (block->kind == CC_ITEM)
        block->column = cc_short_text(&r->lead_in);
}

/* What the blocks after this one need to know of it. */
static void remember(reader *r, const cc_block_in *block)
{
    if (block->kind == CC_HEADING) {
        r->headings++;
        cc_short_set(&r->field, &r->fold);
        if (r->title.len == 0)
            cc_short_set(&r->title, &r->fold);
    }
    if (block->kind != CC_ITEM)
        r->lead_in.len = 0;
    if (block->kind == CC_PARAGRAPH && block->text.ptr[block->text.len - 1] == ':')
        cc_short_set(&r->lead_in, &r->fold);
}

/* -- Putting blocks ------------------------------------------------------------------------- */

static void measure_block(reader *r)
{
    if (r->kind == CC_HEADING) {
        if (r->shape_count == r->shape_cap) {
            size_t bytes = r->shape_count * sizeof *r->shapes;
            r->shape_cap = r->shape_cap * 2 + 64;
            r->shapes    = cc_fold_grow(&r->fold, r->shapes, bytes, r->shape_cap * sizeof(shape));
        }
        r->shapes[r->shape_count++] = (shape){.level = r->kind_level};
    } else if (r->shape_count > 0 && r->kind == CC_PARAGRAPH)
        r->shapes[r->shape_count - 1].paragraphs++;
    else if (r->shape_count > 0)
        r->shapes[r->shape_count - 1].others++;
}

/* The bytes `from` to `to` of a block's text as a block of its own. false: a piece that maps as a
 * whole would have to be cut. */
static bool take_part(const reader *r, const cc_block_in *block, size_t from, size_t to,
                      cc_block_in *ret)
{
    cc_piece *pieces = cc_fold_grow(&r->fold, NULL, 0, block->piece_count * sizeof *pieces);
    size_t    count  = 0;
    for (size_t i = 0; i < block->piece_count; i++) {
        cc_piece p     = block->pieces[i];
        size_t   start = p.text_off, end = start + p.text_len;
        if (end <= from || start >= to)
            continue;
        size_t front = start < from ? from - start : 0, back = end > to ? end - to : 0;
        if (front + back > 0 && (p.flags & CC_VERBATIM) == 0)
            return false;
        p.text_off = (uint32_t)(start + front - from);
        p.text_len -= (uint32_t)(front + back);
        p.place.at.bytes.start += front;
        p.place.at.bytes.end -= back;
        pieces[count++] = p;
    }
    *ret             = *block;
    ret->text        = (cc_str){block->text.ptr + from, to - from};
    ret->pieces      = pieces;
    ret->piece_count = count;
    return true;
}

/* The note in a field is a block of its own. */
static cc_status put_field(reader *r, const cc_block_in *block)
{
    cc_block_in main, note;
    size_t      at = cc_find_note(block->text, (cc_range){0, block->text.len});
    if (at == block->text.len || !take_part(r, block, 0, at - 1, &main) ||
        !take_part(r, block, at, block->text.len, &note))
        return r->out->block(r->out, block);
    cc_status status = r->out->block(r->out, &main);
    return status == CC_OK ? r->out->block(r->out, &note) : status;
}

static void put_block(reader *r)
{
    cc_block_in block = {
        .size        = sizeof block,
        .kind        = r->kind,
        .level       = r->kind_level,
        .text        = {r->fold.text, r->fold.text_len},
        .pieces      = r->fold.pieces,
        .piece_count = r->fold.piece_count,
    };
    label_block(r, &block);
    remember(r, &block);
    bool field = block.kind == CC_PARAGRAPH && block.row.len > 0;
    r->status  = field ? put_field(r, &block) : r->out->block(r->out, &block);
}

static void end_block(reader *r)
{
    if (r->fold.text_len > 0 && r->status == CC_OK) {
        if (r->measure)
            measure_block(r);
        else
            put_block(r);
    }
    r->fold.text_len = r->fold.piece_count = 0;
    r->blank                               = false;
    r->breaks                              = 0;
}

/* -- Text ----------------------------------------------------------------------------------- */

/* Makes ready for text that stands at `start`: a blank for the white space and markup before it,
 * or a new block. */
static void begin_text(reader *r, size_t start)
{
    cc_fold *f    = &r->fold;
    size_t   last = f->text_len == 0 ? 0 : f->pieces[f->piece_count - 1].place.at.bytes.end;
    if (r->breaks > 1 || last > start || f->text_len >= CC_FOLD_BLOCK_BYTES * (r->blank ? 1 : 2))
        end_block(r);
    if (f->text_len == 0)
        classify(r);
    else if (r->blank)
        cc_fold_put(f, (cc_str){" ", 1}, last, start, 0);
    r->blank  = false;
    r->breaks = 0;
}

static void note_blank(reader *r, cc_str text)
{
    r->blank = true;
    for (size_t i = 0; i < text.len && r->preformed > 0; i++)
        r->breaks += text.ptr[i] == '\n';
}

static void put_verbatim(reader *r, size_t at, size_t end)
{
    while (at < end) {
        size_t stop = cc_skip_blanks(r->in, at, end);
        if (stop > at)
            note_blank(r, (cc_str){r->in.ptr + at, stop - at});
        at   = stop;
        stop = cc_fold_stretch(&r->fold, at, end, end);
        if (stop == at)
            continue;
        if (r->in.ptr[stop - 1] == ' ')
            stop--;
        begin_text(r, at);
        cc_fold_put(&r->fold, (cc_str){r->in.ptr + at, stop - at}, at, stop, CC_VERBATIM);
        at = stop;
    }
}

/* White space within becomes one blank. */
static void put_mapped(reader *r, cc_str text, size_t start, size_t end)
{
    char  *to  = r->host->alloc(r->host, text.len + 1, 1);
    size_t len = 0, at = 0, stop;
    bool   blank = false;
    for (; at < text.len; at = stop) {
        stop = cc_skip_blanks(text, at, text.len);
        if (stop > at) {
            note_blank(r, (cc_str){text.ptr + at, stop - at});
            blank = true;
            continue;
        }
        if (len == 0)
            begin_text(r, start);
        else if (blank)
            to[len++] = ' ';
        r->blank = blank = false;
        stop             = at + cc_html_character(text.ptr + at, text.ptr + text.len);
        memcpy(to + len, text.ptr + at, stop - at);
        len += stop - at;
    }
    if (len > 0)
        cc_fold_put(&r->fold, (cc_str){to, len}, start, end, 0);
}

/* A text of the parser's own making stands nowhere. */
static void read_text(reader *r, const GumboText *t)
{
    const char *from = t->original_text.data;
    if (from == NULL || from < r->in.ptr || from > r->in.ptr + r->in.len ||
        t->original_text.length > (size_t)(r->in.ptr + r->in.len - from))
        return;
    size_t       start = (size_t)(from - r->in.ptr);
    cc_html_walk walk  = {{r->in.ptr, start + t->original_text.length}, start, t->text};
    cc_html_unit u;
    while (cc_html_next(&walk, &u) && r->status == CC_OK) {
        if (u.verbatim)
            put_verbatim(r, u.start, u.end);
        else
            put_mapped(r, u.text, u.start, u.end);
    }
}

static void read_break(reader *r)
{
    r->blank = true;
    r->breaks++;
}

/* -- Tables --------------------------------------------------------------------------------- */

static void begin_table(reader *r)
{
    cc_table *t = r->unused;
    if (t == NULL)
        t = r->host->alloc(r->host, sizeof *t, sizeof(void *));
    else
        r->unused = t->outer;
    cc_table_clear(t);
    t->outer = r->table;
    r->table = t;
}

static void end_table(reader *r)
{
    cc_table *t = r->table;
    r->table    = t->outer;
    t->outer    = r->unused;
    r->unused   = t;
}

/* Two header cells and more, and nothing but them; or all of a <thead>. */
static bool is_head(const reader *r, const GumboNode *row)
{
    size_t headers = 0;
    if (r->depth > 0 && cc_html_tag_of(r->levels[r->depth - 1].node) == GUMBO_TAG_THEAD)
        return true;
    for (unsigned i = 0; cc_html_child(row, i) != NULL; i++) {
        const GumboNode *cell = cc_html_child(row, i);
        headers += cc_html_tag_of(cell) == GUMBO_TAG_TH;
        if (cc_html_tag_of(cell) == GUMBO_TAG_TD &&
            !cc_html_all_texts(cell, true, cc_html_is_white))
            return false;
    }
    return headers > 1;
}

static size_t read_count(const GumboNode *n, const char *name, size_t most)
{
    size_t ret = 0;
    for (const char *p = cc_html_attribute(n, name); *p >= '0' && *p <= '9' && ret < most; p++)
        ret = ret * 10 + (size_t)(*p - '0');
    return ret == 0 ? 1 : ret < most ? ret : most;
}

static void begin_cell(reader *r, const GumboNode *cell)
{
    bool names = cc_html_tag_of(cell) == GUMBO_TAG_TH;
    bool below = names && strncasecmp(cc_html_attribute(cell, "scope"), "col", 3) == 0;
    cc_table_cell(r->table, read_count(cell, "colspan", CC_TABLE_COLUMNS),
                  read_count(cell, "rowspan", MAX_ROWS),
                  r->table->head || below ? CC_TABLE_COLUMN
                  : names                 ? CC_TABLE_ROW
                                          : 0);
}

/* -- Metadata ------------------------------------------------------------------------------- */

static bool is_one_of(const char *name, const char *const *list)
{
    while (*list != NULL && strcasecmp(name, *list) != 0)
        list++;
    return *list != NULL;
}

static void put_meta(reader *r, const char *key, const char *value, bool *once)
{
    cc_str  in = {value, strlen(value)};
    cc_fold f  = {.host = r->host, .in = in};
    if (r->measure || *once || cc_html_is_white(value))
        return;
    *once = true;
    cc_fold_read(&f, cc_skip_blanks(in, 0, in.len), in.len);
    r->status = r->out->meta(r->out, (cc_str){key, strlen(key)}, (cc_str){f.text, f.text_len});
}

static void read_meta(reader *r, const GumboNode *n)
{
    static const char *const authors[] = {"author", "dc.creator", "citation_author", NULL};
    static const char *const dates[]   = {"date", "dc.date", "article:published_time",
                                          "citation_publication_date", NULL};
    const char *name = cc_html_attribute(n, cc_html_has(n, "name") ? "name" : "property");
    if (is_one_of(name, authors))
        put_meta(r, "author", cc_html_attribute(n, "content"), &r->has_author);
    if (is_one_of(name, dates))
        put_meta(r, "date", cc_html_attribute(n, "content"), &r->has_date);
}

static void read_title(reader *r, const GumboNode *n)
{
    const GumboNode *text = cc_html_child(n, 0);
    if (text != NULL && text->type == GUMBO_NODE_TEXT)
        put_meta(r, "title", text->v.text.text, &r->has_title);
}

/* -- The walk ------------------------------------------------------------------------------- */

/* The header or footer of a page that only leads elsewhere. */
static bool is_page_frame(const reader *r, const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    return (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER) && r->depth > 0 &&
           cc_html_tag_of(r->levels[r->depth - 1].node) == GUMBO_TAG_BODY &&
           cc_html_all_texts(n, false, cc_html_is_white);
}

/* A note's marker; not the 2 of "km2". */
static bool is_note_marker(const reader *r, const GumboNode *n)
{
    const cc_fold *f = &r->fold;
    if (n->v.element.tag != GUMBO_TAG_SUP || !cc_html_all_texts(n, true, cc_html_is_marker))
        return false;
    bool metre = f->text_len > 1 && f->text[f->text_len - 1] == 'm' && !r->blank &&
                 strchr(" kcmd", f->text[f->text_len - 2]) != NULL;
    const GumboNode *first = cc_html_child(n, 0);
    return !metre || first == NULL || cc_html_tag_of(first) == GUMBO_TAG_A;
}

static bool is_left_out(const reader *r, const GumboNode *n)
{
    return cc_html_is_silent(n->v.element.tag) || cc_html_is_hidden(n) ||
           cc_html_is_annotation(n) || is_page_frame(r, n) || is_note_marker(r, n);
}

static void begin_element(reader *r, const GumboNode *n)
{
    GumboTag tag = n->v.element.tag;
    if (cc_html_is_block(tag))
        end_block(r);
    if (tag == GUMBO_TAG_TABLE)
        begin_table(r);
    else if (tag == GUMBO_TAG_TR && r->table != NULL)
        cc_table_row(r->table, is_head(r, n));
    else if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && r->table != NULL)
        begin_cell(r, n);
    else if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DL)
        r->term.len = 0;
    else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING)
        r->preformed++;
    else if (tag == GUMBO_TAG_BR)
        read_break(r);
    else if (tag == GUMBO_TAG_META)
        read_meta(r, n);
}

static void end_element(reader *r, const GumboNode *n)
{
    GumboTag tag = n->v.element.tag;
    if (cc_html_is_block(tag))
        end_block(r);
    if (tag == GUMBO_TAG_TABLE)
        end_table(r);
    else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING)
        r->preformed--;
    else if ((tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) && !is_inside(r, GUMBO_TAG_LI))
        r->lead_in.len = 0;
}

/* Goes into elements; reads the rest. */
static void visit(reader *r, const GumboNode *n)
{
    if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE ||
        n->type == GUMBO_NODE_CDATA)
        read_text(r, &n->v.text);
    if (!cc_html_is_element(n))
        return;
    if (n->v.element.tag == GUMBO_TAG_TITLE)
        read_title(r, n);
    else if (is_left_out(r, n)) {
        if (cc_html_is_block(n->v.element.tag))
            end_block(r);
    } else if (r->depth == MAX_LEVELS)
        r->status = r->host->fail(r->host, CC_FAIL, 0, "elements stand too deep in one another");
    else {
        begin_element(r, n);
        r->levels[r->depth++] = (cc_html_level){n, 0};
    }
}

static void walk_tree(reader *r, const GumboNode *root)
{
    visit(r, root);
    while (r->depth > 0 && r->status == CC_OK) {
        cc_html_level   *top   = &r->levels[r->depth - 1];
        const GumboNode *child = cc_html_child(top->node, top->next++);
        if (child != NULL) {
            visit(r, child);
            continue;
        }
        end_element(r, top->node);
        r->depth--;
    }
    end_block(r);
}

static reader *make_reader(const cc_host *host, cc_str in, cc_block_sink *out)
{
    reader *ret = host->alloc(host, sizeof *ret, sizeof(void *));
    *ret        = (reader){.host = host, .out = out, .in = in, .fold = {.host = host, .in = in}};
    return ret;
}

static cc_status read_tree(const cc_host *host, cc_str in, cc_block_sink *out,
                           const GumboNode *root)
{
    reader *first = make_reader(host, in, out), *r = make_reader(host, in, out);
    first->measure = true;
    walk_tree(first, root);
    r->shapes = first->shapes;
    for (size_t i = 0; i < first->shape_count; i++) {
        const shape *s = &first->shapes[i];
        r->fields[s->level] += s->paragraphs == 1 && s->others == 0;
    }
    r->status = first->status;
    if (r->status == CC_OK)
        walk_tree(r, root);
    if (r->status >= CC_OK && r->title.len < sizeof r->title.bytes)
        put_meta(r, "title", r->title.bytes, &r->has_title);
    return r->status;
}

static cc_status read_page(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    static const char bom[]   = "\xEF\xBB\xBF";
    GumboOptions      options = kGumboDefaultOptions;
    const char       *refusal = cc_html_refuse(bytes);
    (void)self;
    if (refusal != NULL)
        return host->fail(host, CC_FAIL, 0, "%s", refusal);
    size_t skipped     = bytes.len >= 3 && memcmp(bytes.ptr, bom, 3) == 0 ? 3 : 0;
    options.max_errors = 0;
    GumboOutput *page =
        gumbo_parse_with_options(&options, bytes.ptr + skipped, bytes.len - skipped);
    cc_status status = read_tree(host, bytes, out, page->root);
    gumbo_destroy_output(&options, page);
    return status == CC_END ? CC_OK : status;
}

/* -- The bid -------------------------------------------------------------------------------- */

typedef struct opening {
    char   bytes[4096];
    size_t len;
} opening;

/* Without byte order mark and NULs, so that UTF-16 reads as ASCII. */
static void squeeze(cc_str head, opening *ret)
{
    size_t at = head.len >= 3 && memcmp(head.ptr, "\xEF\xBB\xBF", 3) == 0 ? 3
                : head.len >= 2 && (memcmp(head.ptr, "\xFF\xFE", 2) == 0 ||
                                    memcmp(head.ptr, "\xFE\xFF", 2) == 0)
                    ? 2
                    : 0;
    ret->len  = 0;
    for (; at < head.len && ret->len < sizeof ret->bytes; at++)
        if (head.ptr[at] != '\0')
            ret->bytes[ret->len++] = head.ptr[at];
}

static bool begins_at(cc_str in, size_t at, const char *what)
{
    size_t len = strlen(what);
    return in.len - at >= len && strncasecmp(in.ptr + at, what, len) == 0;
}

/* Past white space, comments and an XML declaration. */
static size_t find_start(cc_str in)
{
    for (size_t at = 0, attributes;;) {
        at = cc_skip_blanks(in, at, in.len);
        if (!begins_at(in, at, "<!--") && !begins_at(in, at, "<?"))
            return at;
        at = cc_html_markup_end(in, at, &attributes);
    }
}

static bool has_tag(cc_str in)
{
    for (size_t at = 0, attributes; at < in.len; at++)
        if (in.ptr[at] == '<' && at + 2 < in.len && in.ptr[at + 1] != '?' &&
            cc_html_markup_end(in, at, &attributes) > at)
            return true;
    return false;
}

static bool is_named(cc_str name)
{
    return cc_ends_with(name, ".html") || cc_ends_with(name, ".htm") ||
           cc_ends_with(name, ".xhtml");
}

static int32_t bid(cc_str head, cc_str name)
{
    opening o;
    squeeze(head, &o);
    cc_str in    = {o.bytes, o.len};
    size_t start = find_start(in);
    if (begins_at(in, start, "<!doctype html") || begins_at(in, start, "<html"))
        return 60;
    return is_named(name) && has_tag(in) ? 60 : 0;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .bid        = bid,
        .read       = read_page,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_html",
        .summary = "web pages",
        .reader  = &stage,
    };
    return &plugin;
}
