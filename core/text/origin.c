/* origin.c - maps and lines. */
#include "text/origin.h"

#include "text/utf8.h"

static bool touch(const cc_segment *a, const cc_segment *b)
{
    return a->verbatim && b->verbatim && a->place.kind == CC_PLACE_BYTES &&
           b->place.kind == CC_PLACE_BYTES && a->text_off + a->text_len == b->text_off &&
           a->place.at.bytes.end == b->place.at.bytes.start;
}

void cc_map_put(cc_arena *arena, cc_map *map, cc_segment segment)
{
    if (segment.text_len == 0)
        return;
    cc_segment *last = map->n == 0 ? NULL : &map->at[map->n - 1];
    if (last != NULL && touch(last, &segment)) {
        last->text_len += segment.text_len;
        last->place.at.bytes.end = segment.place.at.bytes.end;
        return;
    }
    *cc_push(arena, map) = segment;
}

/* The segment that holds `offset`; of a map that is not empty, the nearest. */
static size_t find_segment(const cc_map *map, uint32_t offset)
{
    size_t low = 0, high = map->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->at[middle].text_off <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The place of the text from `from` to `to`, both in this segment or at its ends. */
static cc_place place_within(const cc_segment *s, uint32_t from, uint32_t to)
{
    cc_place place = s->place;
    if (s->verbatim && place.kind == CC_PLACE_BYTES) {
        place.at.bytes.start = s->place.at.bytes.start + (from - s->text_off);
        place.at.bytes.end   = s->place.at.bytes.start + (to - s->text_off);
    } else if (s->verbatim && place.kind == CC_PLACE_PARAGRAPH) {
        place.at.paragraph.start_cp = s->place.at.paragraph.start_cp + (from - s->text_off);
        place.at.paragraph.end_cp   = s->place.at.paragraph.start_cp + (to - s->text_off);
    }
    return place;
}

static float smaller(float a, float b)
{
    return a < b ? a : b;
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

/* Of what goes on in another line the rectangle is that in the first one. A line may be upright:
 * then its letters have the same left and right. */
static void join_rectangles(cc_place *a, const cc_place *b)
{
    float y = (b->at.page.y0_pt + b->at.page.y1_pt) / 2, near = 0.5f;
    float left = a->at.page.x0_pt - b->at.page.x0_pt, right = a->at.page.x1_pt - b->at.page.x1_pt;
    bool  beside  = y >= a->at.page.y0_pt && y <= a->at.page.y1_pt;
    bool  upright = left > -near && left < near && right > -near && right < near;
    if (a->at.page.page != b->at.page.page || !(beside || upright))
        return;
    a->at.page.x0_pt = smaller(a->at.page.x0_pt, b->at.page.x0_pt);
    a->at.page.y0_pt = smaller(a->at.page.y0_pt, b->at.page.y0_pt);
    a->at.page.x1_pt = larger(a->at.page.x1_pt, b->at.page.x1_pt);
    a->at.page.y1_pt = larger(a->at.page.y1_pt, b->at.page.y1_pt);
}

/* A reader may put pieces that stand elsewhere in another order. */
static cc_place join_places(cc_place first, cc_place last)
{
    if (first.kind != last.kind)
        return first;
    if (first.kind == CC_PLACE_BYTES) {
        if (last.at.bytes.start < first.at.bytes.start)
            first.at.bytes.start = last.at.bytes.start;
        if (last.at.bytes.end > first.at.bytes.end)
            first.at.bytes.end = last.at.bytes.end;
    } else if (first.kind == CC_PLACE_PARAGRAPH &&
               first.at.paragraph.part == last.at.paragraph.part &&
               first.at.paragraph.paragraph == last.at.paragraph.paragraph)
        first.at.paragraph.end_cp = last.at.paragraph.end_cp;
    else if (first.kind == CC_PLACE_PAGE)
        join_rectangles(&first, &last);
    return first;
}

static cc_place empty_place(const cc_segment *s, uint32_t offset)
{
    cc_place place = s->place;
    if (place.kind == CC_PLACE_BYTES) {
        uint64_t in = s->verbatim ? offset - s->text_off : 0;
        if (offset >= s->text_off + s->text_len)
            place.at.bytes.start = place.at.bytes.end;
        else
            place.at.bytes.start += in;
        place.at.bytes.end = place.at.bytes.start;
    } else if (place.kind == CC_PLACE_PARAGRAPH) {
        uint32_t in = s->verbatim ? offset - s->text_off : 0;
        place.at.paragraph.start_cp += in < s->text_len ? in : s->text_len;
        place.at.paragraph.end_cp = place.at.paragraph.start_cp;
    }
    return place;
}

cc_place cc_map_place(const cc_map *map, cc_span span)
{
    uint32_t end = span.off + span.len;
    if (map->n == 0) {
        cc_place place       = {.kind = CC_PLACE_BYTES};
        place.at.bytes.start = span.off;
        place.at.bytes.end   = end;
        return place;
    }
    const cc_segment *first = &map->at[find_segment(map, span.off)];
    if (span.len == 0)
        return empty_place(first, span.off);
    const cc_segment *last = &map->at[find_segment(map, end - 1)];
    uint32_t          stop = first->text_off + first->text_len;
    if (first == last)
        return place_within(first, span.off, end);
    return join_places(place_within(first, span.off, stop),
                       place_within(last, last->text_off, end));
}

/* The part of a verbatim segment of `inner` that lies in one segment of `outer`. */
static uint32_t put_overlap(cc_arena *arena, cc_map *map, cc_segment part, const cc_segment *outer)
{
    uint32_t from = (uint32_t)part.place.at.bytes.start;
    uint32_t to   = (uint32_t)part.place.at.bytes.end;
    uint32_t stop = outer->text_off + outer->text_len;
    if (to > stop && from < stop)
        to = stop;
    bool whole    = from == outer->text_off && to == stop;
    part.text_len = to - from;
    part.verbatim = outer->verbatim && (whole || outer->place.kind != CC_PLACE_PAGE);
    part.place    = place_within(outer, from, to);
    cc_map_put(arena, map, part);
    return part.text_len;
}

static void put_verbatim(cc_arena *arena, cc_map *map, cc_segment s, const cc_map *outer)
{
    size_t   at  = find_segment(outer, (uint32_t)s.place.at.bytes.start);
    uint32_t end = s.text_off + s.text_len;
    while (s.text_off < end) {
        uint32_t len = put_overlap(arena, map, s, &outer->at[at]);
        s.text_off += len;
        s.place.at.bytes.start += len;
        at += at + 1 < outer->n;
    }
}

void cc_map_put_composed(cc_arena *arena, cc_map *map, const cc_map *inner, const cc_map *outer)
{
    for (size_t i = 0; i < inner->n; i++) {
        cc_segment s = inner->at[i];
        if (s.place.kind == CC_PLACE_BYTES && s.verbatim) {
            put_verbatim(arena, map, s, outer);
            continue;
        }
        if (s.place.kind == CC_PLACE_BYTES)
            s.place = cc_map_place(
                outer, (cc_span){(uint32_t)s.place.at.bytes.start,
                                 (uint32_t)(s.place.at.bytes.end - s.place.at.bytes.start)});
        cc_map_put(arena, map, s);
    }
}

/* -- Lines ---------------------------------------------------------------------------------- */

/* Marks stand at most so far before the place they serve; 16 bytes each. */
enum { MARK_BYTES = 1024 };

static bool ends_line(cc_str bytes, size_t at)
{
    return bytes.ptr[at] == '\n' ||
           (bytes.ptr[at] == '\r' && (at + 1 == bytes.len || bytes.ptr[at + 1] != '\n'));
}

/* Line and column at `offset`, at most some MARK_BYTES after `mark`. */
static cc_line_mark walk(cc_str bytes, cc_line_mark mark, size_t offset)
{
    size_t start = mark.offset;
    bool   cr    = memchr(bytes.ptr + start, '\r', offset - start) != NULL;
    for (size_t at = start; at < offset; at++) {
        const char *lf = cr ? NULL : memchr(bytes.ptr + at, '\n', offset - at);
        if (!cr && lf == NULL)
            break;
        if (lf != NULL)
            at = (size_t)(lf - bytes.ptr);
        if (!ends_line(bytes, at))
            continue;
        mark.line++;
        mark.column = 1;
        start       = at + 1;
    }
    mark.offset = offset;
    mark.column += (uint32_t)cc_utf8_count_any(cc_str_sub(bytes, start, offset - start));
    return mark;
}

/* `offset`, or where the character starts that it would cut. */
static size_t find_character(cc_str bytes, size_t offset)
{
    for (size_t back = 1; back < 4 && back <= offset; back++)
        if (cc_utf8_valid_at(bytes, offset - back) > back)
            return offset - back;
    return offset;
}

void cc_lines_init(cc_arena *arena, cc_str bytes, cc_lines *ret)
{
    size_t        count = bytes.len / MARK_BYTES + 1;
    cc_line_mark *marks = cc_new(arena, cc_line_mark, count);
    marks[0]            = (cc_line_mark){0, 1, 1};
    for (size_t i = 1; i < count; i++) {
        size_t at = i * MARK_BYTES;
        marks[i]  = walk(bytes, marks[i - 1], at == bytes.len ? at : find_character(bytes, at));
    }
    *ret = (cc_lines){bytes, marks};
}

void cc_lines_find(const cc_lines *lines, uint64_t offset, uint32_t *ret_line, uint32_t *ret_column)
{
    size_t       at   = offset < lines->bytes.len ? offset : lines->bytes.len;
    cc_line_mark mark = lines->marks[at / MARK_BYTES];
    if (at > mark.offset)
        mark = walk(lines->bytes, mark, at);
    *ret_line   = mark.line;
    *ret_column = mark.column;
}
