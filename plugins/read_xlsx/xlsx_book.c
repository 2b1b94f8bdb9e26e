/* xlsx_book.c - what cells refer to: sheets, styles, shared texts. */
#include "xlsx.h"
#include "xlsx_format.h"

#include "shared/package/blocks.h"

enum {
    MOST_SHEETS   = 10000,
    MOST_STYLES   = 65536, /* Excel has 65,490 at most */
    MOST_FORMATS  = 2048,  /* of a workbook's own; Excel has 250 at most */
    MOST_STRINGS  = 1 << 23,
    STRINGS_BYTES = 128 << 20,
    MOST_FORMAT   = 255, /* bytes, as in Excel */
};

static cc_str copy_name(const cc_xlsx *x, cc_str text)
{
    char *to = x->host->alloc(x->host, text.len + 1, 1);
    memcpy(to, text.ptr, text.len);
    return (cc_str){to, text.len};
}

static bool is_true(cc_str value)
{
    return value.len > 0 && (value.ptr[0] == '1' || value.ptr[0] == 't');
}

static bool is(cc_str value, const char *z)
{
    return value.len == strlen(z) && memcmp(value.ptr, z, value.len) == 0;
}

/* -- The workbook --------------------------------------------------------------------------- */

static void add_sheet(cc_xlsx *x, const cc_part *part, const cc_links *links)
{
    cc_str         state = cc_part_attribute(part, "state"), id = cc_part_attribute(part, "r:id");
    cc_str         name  = cc_part_attribute(part, "name");
    const cc_link *link  = id.ptr != NULL ? cc_links_of_id(links, id) : NULL;
    bool           cells = link != NULL && strcmp(link->type, "worksheet") == 0;
    if (x->sheet_count == MOST_SHEETS)
        return;
    x->sheets =
        cc_blocks_grow(x->host, x->sheets, x->sheet_count, &x->sheet_cap, sizeof *x->sheets);
    x->sheets[x->sheet_count++] = (cc_xlsx_sheet){
        .name   = copy_name(x, name.ptr != NULL ? name : (cc_str){"", 0}),
        .part   = cells ? link->target : NULL,
        .hidden = is(state, "hidden") || is(state, "veryHidden"),
    };
}

static void read_workbook(cc_xlsx *x, const char *name, const cc_links *links)
{
    cc_part part;
    if (!cc_part_open(&x->package, name, &part)) {
        if (!x->package.lost)
            cc_package_lose(&x->package, CC_LOST_DAMAGED, "is not there", name);
        return;
    }
    while (cc_part_next(&part) != CC_PART_END) {
        if (part.event != CC_PART_OPENS)
            continue;
        if (cc_part_is(part.tag, "x:workbookPr"))
            x->from_1904 = is_true(cc_part_attribute(&part, "date1904"));
        else if (cc_part_is(part.tag, "x:sheet"))
            add_sheet(x, &part, links);
    }
    cc_part_close(&part);
}

/* -- Styles --------------------------------------------------------------------------------- */

typedef struct own_format {
    int32_t id;
    cc_str  code;
} own_format;

typedef struct own_formats {
    own_format *at;
    size_t      n, cap;
} own_formats;

static void add_own(cc_xlsx *x, own_formats *own, const cc_part *part)
{
    cc_str code = cc_part_attribute(part, "formatCode");
    if (own->n == MOST_FORMATS || code.ptr == NULL || code.len > MOST_FORMAT)
        return;
    own->at           = cc_blocks_grow(x->host, own->at, own->n, &own->cap, sizeof *own->at);
    own->at[own->n++] = (own_format){cc_part_number(part, "numFmtId", 0), copy_name(x, code)};
}

static cc_str find_format(const own_formats *own, int32_t id)
{
    for (size_t i = own->n; i > 0; i--)
        if (own->at[i - 1].id == id)
            return own->at[i - 1].code;
    return cc_xlsx_built_in((uint32_t)id);
}

static void add_style(cc_xlsx *x, const own_formats *own, const cc_part *part)
{
    if (x->format_count == MOST_STYLES)
        return;
    x->formats =
        cc_blocks_grow(x->host, x->formats, x->format_count, &x->format_cap, sizeof *x->formats);
    x->formats[x->format_count++] = find_format(own, cc_part_number(part, "numFmtId", 0));
}

static void read_styles(cc_xlsx *x, const char *name)
{
    cc_part     part;
    own_formats own   = {.n = 0};
    bool        cells = false;
    if (name == NULL || !cc_part_open(&x->package, name, &part))
        return;
    while (cc_part_next(&part) != CC_PART_END) {
        if (cc_part_is(part.tag, "x:cellXfs") && part.event != CC_PART_TEXT)
            cells = part.event == CC_PART_OPENS;
        if (part.event != CC_PART_OPENS)
            continue;
        if (cc_part_is(part.tag, "x:numFmt"))
            add_own(x, &own, &part);
        else if (cells && cc_part_is(part.tag, "x:xf"))
            add_style(x, &own, &part);
    }
    cc_part_close(&part);
}

cc_str cc_xlsx_format(const cc_xlsx *x, size_t style)
{
    return style < x->format_count ? x->formats[style] : (cc_str){"", 0};
}

/* -- Texts ---------------------------------------------------------------------------------- */

/* White space at the ends of runs is part of the text. */
static size_t add_run(char *to, size_t len, size_t room, cc_str text, bool *ret_cut)
{
    size_t most = text.len < room - len ? text.len : room - len;
    *ret_cut    = *ret_cut || most < text.len;
    while (most < text.len && most > 0 && (text.ptr[most] & 0xC0) == 0x80)
        most--;
    memcpy(to + len, text.ptr, most);
    return len + most;
}

size_t cc_xlsx_read_text(cc_part *part, char *to, size_t room, bool *ret_cut)
{
    unsigned depth  = part->depth;
    size_t   len    = 0;
    bool     raised = false, text = false;
    while (cc_part_next(part) != CC_PART_END) {
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            break;
        if (part->event == CC_PART_TEXT && text && !raised) {
            len = add_run(to, len, room, part->text, ret_cut);
        } else if (part->event == CC_PART_OPENS && cc_part_is(part->tag, "x:rPh")) {
            cc_part_skip(part);
        } else if (part->event != CC_PART_TEXT) {
            bool opens = part->event == CC_PART_OPENS;
            if (cc_part_is(part->tag, "x:vertAlign") && opens)
                raised = is(cc_part_attribute(part, "val"), "superscript");
            raised = raised && !(cc_part_is(part->tag, "x:r") && !opens);
            text   = opens && cc_part_is(part->tag, "x:t");
        }
    }
    return len;
}

static void *grow_to(const cc_xlsx *x, void *old, size_t len, size_t bytes)
{
    void *ret = x->host->alloc(x->host, bytes, sizeof(void *));
    if (len > 0)
        memcpy(ret, old, len);
    return ret;
}

/* false: there are too many. */
static bool add_string(cc_xlsx *x, cc_part *part, bool *ret_cut)
{
    cc_xlsx_strings *s = &x->strings;
    if (s->n == MOST_STRINGS || s->len > STRINGS_BYTES)
        return false;
    if (s->cap - s->len < CC_XLSX_CELL_BYTES) {
        s->cap  = (s->cap + CC_XLSX_CELL_BYTES) * 2;
        s->text = grow_to(x, s->text, s->len, s->cap);
    }
    s->ends = cc_blocks_grow(x->host, s->ends, s->n, &s->ends_cap, sizeof *s->ends);
    s->len += cc_xlsx_read_text(part, s->text + s->len, CC_XLSX_CELL_BYTES, ret_cut);
    s->ends[s->n++] = (uint32_t)s->len;
    return true;
}

static void read_strings(cc_xlsx *x, const char *name)
{
    cc_part part;
    bool    cut = false, fits = true;
    if (name == NULL || !cc_part_open(&x->package, name, &part))
        return;
    while (fits && cc_part_next(&part) != CC_PART_END)
        if (part.event == CC_PART_OPENS && cc_part_is(part.tag, "x:si"))
            fits = add_string(x, &part, &cut);
    if (!fits || cut)
        cc_package_lose(&x->package, CC_LOST_TOO_LARGE, "has too many or too long texts", name);
    cc_part_close(&part);
}

cc_str cc_xlsx_string(const cc_xlsx *x, size_t i)
{
    if (i >= x->strings.n)
        return (cc_str){"", 0};
    size_t from = i > 0 ? x->strings.ends[i - 1] : 0;
    return (cc_str){x->strings.text + from, x->strings.ends[i] - from};
}

/* -- All of it ------------------------------------------------------------------------------ */

static const char *target_of(const cc_links *links, const char *type)
{
    const cc_link *link = cc_links_of_type(links, type);
    return link != NULL ? link->target : NULL;
}

void cc_xlsx_read_book(cc_xlsx *x)
{
    cc_links    of_package, links;
    const char *workbook;
    cc_links_read(&x->package, "", &of_package);
    workbook = target_of(&of_package, "officeDocument");
    if (workbook == NULL)
        workbook = "xl/workbook.xml";
    cc_properties_put(&x->package, target_of(&of_package, "core-properties"));
    cc_links_read(&x->package, workbook, &links);
    read_workbook(x, workbook, &links);
    read_styles(x, target_of(&links, "styles"));
    read_strings(x, target_of(&links, "sharedStrings"));
}
