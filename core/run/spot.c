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

static uint32_t count_code_points(cc_str text)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static bool is_at(const cc_side *side, const cc_spot *spot)
{
    uint32_t column = side->position.column;
    if (line_of(&side->position) != spot->line)
        return false;
    return spot->column == 0 ||
           (column <= spot->column && spot->column < column + count_code_points(side->text));
}

/* A path that is given in full goes before all that end with it. */
static cc_status find_document(const cc_spot *spot, const cc_records *records, cc_str *ret,
                               cc_fault *fault)
{
    cc_str found = {"", 0}, other = {"", 0};
    for (size_t i = 0; i < records->n; i++) {
        if (records->at[i].kind != CC_RECORD_DOCUMENT)
            continue;
        cc_str path = records->at[i].of.document->status.path;
        if (!is_meant(path, spot->file) || cc_str_eq(path, found))
            continue;
        if (cc_str_eq(path, spot->file)) {
            *ret = path;
            return CC_OK;
        }
        other = found;
        found = path;
    }
    *ret = found;
    if (found.len == 0)
        return cc_fault_set(fault, CC_FATAL, "no document is called '%.*s'", CC_F(spot->file));
    if (other.len > 0)
        return cc_fault_set(fault, CC_FATAL, "'%.*s' may be '%.*s' or '%.*s': give more of it",
                            CC_F(spot->file), CC_F(found), CC_F(other));
    return CC_OK;
}

cc_status cc_spot_find(cc_arena *arena, const cc_spot *spot, const cc_records *records,
                       cc_spotted *ret, cc_fault *fault)
{
    cc_str path;
    *ret = (cc_spotted){0};
    CC_TRY(find_document(spot, records, &path, fault));
    for (size_t i = 0; i < records->n && ret->n < MAX_FIGURES; i++) {
        if (records->at[i].kind != CC_RECORD_FIGURE)
            continue;
        const cc_listed *figure = records->at[i].of.figure;
        if (cc_str_eq(figure->side.doc->path, path) && is_at(&figure->side, spot))
            *cc_push(arena, ret) = figure;
    }
    if (ret->n > 0)
        return CC_OK;
    if (spot->column == 0)
        return cc_fault_set(fault, CC_FATAL, "no figure stands in line %u of '%.*s'", spot->line,
                            CC_F(path));
    return cc_fault_set(fault, CC_FATAL,
                        "no figure stands at line %u, column %u of '%.*s'; give the line alone",
                        spot->line, spot->column, CC_F(path));
}
