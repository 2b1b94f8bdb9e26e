/* spot.c - reads a place from its end, for a path may hold colons. */
#include "run/spot.h"

enum { MAX_FIGURES = 64 }; /* on one line: pairs of them are looked at */

/* Takes ":NUMBER" off the end. */
static bool take_number(cc_str *text, uint32_t *ret)
{
    uint64_t n     = 0;
    size_t   colon = text->len;
    while (colon > 0 && cc_is_digit(text->ptr[colon - 1]))
        colon--;
    if (colon < 2 || colon == text->len || text->len - colon > 9 || text->ptr[colon - 1] != ':')
        return false;
    for (size_t i = colon; i < text->len; i++)
        n = n * 10 + (uint64_t)(text->ptr[i] - '0');
    *ret      = (uint32_t)n;
    text->len = colon - 1;
    return true;
}

cc_status cc_spot_parse(const char *text, cc_spot *ret, cc_fault *fault)
{
    uint32_t last;
    *ret = (cc_spot){.file = cc_str_z(text)};
    if (!take_number(&ret->file, &ret->line))
        return cc_fault_set(fault, CC_FATAL, "'%s' is no place: give FILE:LINE or FILE:LINE:COLUMN",
                            text);
    if (take_number(&ret->file, &last)) {
        ret->column = ret->line;
        ret->line   = last;
    }
    return CC_OK;
}

/* -- Finding ---------------------------------------------------------------------------------------- */

/* "q3.txt" is "memos.zip!reports/q3.txt" too. */
static bool is_meant(cc_str path, cc_str file)
{
    if (!cc_str_ends(path, file))
        return false;
    char before = path.len == file.len ? '/' : path.ptr[path.len - file.len - 1];
    return before == '/' || before == '!';
}

static uint32_t line_of(const cc_position *at)
{
    return at->place.kind == CC_PLACE_PARAGRAPH ? at->place.at.paragraph.paragraph
           : at->place.kind == CC_PLACE_PAGE    ? at->place.at.page.page
                                                : at->line;
}

static bool is_in_line(const cc_listed *figure, cc_str path, uint32_t line)
{
    return cc_str_eq(figure->side.doc->path, path) && line_of(&figure->side.position) == line;
}

static uint32_t count_code_points(cc_str text)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

/* Whether a figure of the line stands at the column; 0: any does. */
static bool is_at(const cc_side *side, uint32_t column)
{
    uint32_t from = side->position.column;
    return column == 0 || (from <= column && column < from + count_code_points(side->text));
}

static uint32_t find_distance(const cc_listed *figure, uint32_t column)
{
    uint32_t from = figure->side.position.column;
    return from > column ? from - column : column - from;
}

/* A path that is given in full goes before all that end with it. */
static cc_status find_document(const cc_spot *spot, const cc_records *records,
                               const cc_doc_status **ret, cc_fault *fault)
{
    const cc_doc_status *found = NULL, *other = NULL;
    for (size_t i = 0; i < records->n; i++) {
        if (records->at[i].kind != CC_RECORD_DOCUMENT)
            continue;
        const cc_doc_status *doc = &records->at[i].of.document->status;
        if (!is_meant(doc->path, spot->file) ||
            (found != NULL && cc_str_eq(doc->path, found->path)))
            continue;
        if (cc_str_eq(doc->path, spot->file)) {
            *ret = doc;
            return CC_OK;
        }
        other = found;
        found = doc;
    }
    *ret = found;
    if (found == NULL)
        return cc_fault_set(fault, CC_FATAL, "no document is called '%.*s'", CC_F(spot->file));
    if (other != NULL)
        return cc_fault_set(fault, CC_FATAL, "'%.*s' may be '%.*s' or '%.*s': give more of it",
                            CC_F(spot->file), CC_F(found->path), CC_F(other->path));
    return CC_OK;
}

static bool was_read(const cc_doc_status *doc)
{
    return !cc_str_eq(doc->status, CC_S("unreadable")) && !cc_str_eq(doc->status, CC_S("skipped"));
}

/* Says what is wrong with a place; `near` is the figure of its line that is nearest, NULL: none. */
static cc_status refuse(const cc_spot *spot, const cc_doc_status *doc, const cc_listed *near,
                        cc_fault *fault)
{
    if (!was_read(doc))
        return cc_fault_set(fault, CC_FATAL, "'%.*s' was not read: %.*s", CC_F(doc->path),
                            CC_F(doc->reason));
    if (near == NULL)
        return cc_fault_set(fault, CC_FATAL, "nothing in line %u of '%.*s' is read as a figure",
                            spot->line, CC_F(doc->path));
    return cc_fault_set(fault, CC_FATAL,
                        "nothing at line %u, column %u of '%.*s' is read as a figure; "
                        "'%.*s' at column %u is the nearest",
                        spot->line, spot->column, CC_F(doc->path), CC_F(near->side.text),
                        near->side.position.column);
}

cc_status cc_spot_find(cc_arena *arena, const cc_spot *spot, const cc_records *records,
                       cc_spotted *ret, cc_fault *fault)
{
    const cc_doc_status *doc;
    const cc_listed     *near = NULL;
    *ret                      = (cc_spotted){0};
    CC_TRY(find_document(spot, records, &doc, fault));
    for (size_t i = 0; i < records->n && ret->n < MAX_FIGURES; i++) {
        const cc_listed *figure = records->at[i].of.figure;
        if (records->at[i].kind != CC_RECORD_FIGURE || !is_in_line(figure, doc->path, spot->line))
            continue;
        if (is_at(&figure->side, spot->column))
            *cc_push(arena, ret) = figure;
        if (near == NULL || find_distance(figure, spot->column) < find_distance(near, spot->column))
            near = figure;
    }
    return ret->n > 0 ? CC_OK : refuse(spot, doc, near, fault);
}
