/* report_csv.c - the inventory: a row a figure, for people who tick off each (RFC 4180, UTF-8). No
 * cell is a spreadsheet's formula: one that could be begins with an apostrophe. */
#include <claimcheck.h>

#include "cc_record.h"
#include "shared/writer.h"

enum { MAX_PLACES = 10 };

typedef struct table {
    cc_writer writer;
    bool      begun; /* the row has a cell */
} table;

/* -- Cells: numbers as they are, texts in quotes ----------------------------------------------------- */

static void begin_cell(table *t)
{
    cc_write_z(&t->writer, t->begun ? "," : "");
    t->begun = true;
}

/* A number that is not known is an empty cell. */
static void put_number(table *t, const char *digits)
{
    begin_cell(t);
    cc_write_z(&t->writer, digits);
}

static void put_count(table *t, uint64_t n)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, n);
    put_number(t, text);
}

/* Lines, columns, pages: 0 is none. */
static void put_maybe(table *t, uint32_t n)
{
    if (n > 0)
        put_count(t, n);
    else
        put_number(t, "");
}

static void write_part(table *t, cc_str part)
{
    while (part.len > 0) {
        const char *quote = memchr(part.ptr, '"', part.len);
        size_t      n     = quote == NULL ? part.len : (size_t)(quote - part.ptr) + 1;
        cc_write(&t->writer, (cc_str){part.ptr, n});
        cc_write_z(&t->writer, quote == NULL ? "" : "\"");
        part = (cc_str){part.ptr + n, part.len - n};
    }
}

/* "-1,250.5%" */
static bool is_number(cc_str s)
{
    bool any = false;
    for (size_t i = s.ptr[0] == '-' || s.ptr[0] == '+'; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        bool sign  = s.ptr[i] == ',' || s.ptr[i] == '.' || (s.ptr[i] == '%' && i + 1 == s.len);
        if (!digit && !sign)
            return false;
        any |= digit;
    }
    return any;
}

/* What spreadsheets begin a formula with, also in full width, and what they pass over before it. */
static bool is_formula(cc_str s)
{
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠", NULL};
    if (s.len == 0 || is_number(s))
        return false;
    for (size_t i = 0; starts[i] != NULL; i++)
        if (s.len >= strlen(starts[i]) && memcmp(s.ptr, starts[i], strlen(starts[i])) == 0)
            return true;
    return s.ptr[0] == '\0';
}

static void put_text(table *t, cc_str text)
{
    begin_cell(t);
    if (text.len == 0)
        return;
    cc_write_z(&t->writer, is_formula(text) ? "\"'" : "\"");
    write_part(t, text);
    cc_write_z(&t->writer, "\"");
}

static void put_words(table *t, const char *words)
{
    put_text(t, (cc_str){words, strlen(words)});
}

static void end_row(table *t)
{
    cc_write_z(&t->writer, "\r\n");
    t->begun = false;
}

/* -- What the figure is ------------------------------------------------------------------------------ */

static void put_place(table *t, const cc_side *side)
{
    const cc_position *at = &side->position;
    put_text(t, side->doc->path);
    put_maybe(t, at->line);
    put_maybe(t, at->column);
    put_maybe(t, at->place.kind == CC_PLACE_PAGE ? at->place.at.page.page : 0);
    put_maybe(t, at->place.kind == CC_PLACE_PARAGRAPH ? at->place.at.paragraph.paragraph : 0);
}

/* The value of a date is a whole number of days. */
static void put_bound(table *t, cc_kind kind, cc_dec bound, bool absent)
{
    char text[CC_DEC_TEXT] = "";
    if (kind == CC_DATE && !absent) {
        int64_t day = bound.mant;
        for (int32_t zeros = bound.exp10; zeros > 0; zeros--)
            day *= 10;
        cc_day_text((int32_t)day, text);
    } else if (!absent) {
        cc_dec_text(bound, text);
    }
    put_number(t, text);
}

static void put_meaning(table *t, const cc_figure *f)
{
    const cc_value *value = &f->side.value;
    put_text(t, f->side.text);
    put_bound(t, f->side.kind, value->low, value->flags & CC_NO_LOW);
    put_bound(t, f->side.kind, value->high, value->flags & CC_NO_HIGH);
    put_text(t, f->side.unit);
    put_text(t, f->claim == NULL ? (cc_str){"", 0} : f->claim->per);
    put_text(t, f->measure);
    put_text(t, f->scope);
    put_text(t, f->period);
    put_text(t, f->aspect);
    put_text(t, f->modality);
}

/* -- What came of it ---------------------------------------------------------------------------------- */

static size_t count_agreeing(const cc_figure *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->compared_count; i++)
        n += f->compared[i].finding == NULL;
    return n;
}

static void put_result(table *t, const cc_figure *f)
{
    size_t agreeing = count_agreeing(f);
    if (f->compared_count > agreeing)
        put_words(t, "conflicts");
    else if (agreeing > 0)
        put_words(t, "agrees");
    else
        put_words(t, f->claim == NULL ? "no claim" : "nothing to compare with");
    put_text(t, f->instead);
    put_count(t, agreeing);
    put_count(t, f->compared_count - agreeing);
}

/* "memo.txt:14:3", "memo.docx, paragraph 12" */
static void write_place(table *t, const cc_doc_ref *doc, const cc_position *at)
{
    char text[64] = "";
    if (at->place.kind == CC_PLACE_PARAGRAPH && at->place.at.paragraph.part > 0)
        snprintf(text, sizeof text, ", part %" PRIu32 ", paragraph %" PRIu32,
                 at->place.at.paragraph.part, at->place.at.paragraph.paragraph);
    else if (at->place.kind == CC_PLACE_PARAGRAPH)
        snprintf(text, sizeof text, ", paragraph %" PRIu32, at->place.at.paragraph.paragraph);
    else if (at->place.kind == CC_PLACE_PAGE)
        snprintf(text, sizeof text, ", page %" PRIu32, at->place.at.page.page);
    else if (at->line > 0)
        snprintf(text, sizeof text, ":%" PRIu32 ":%" PRIu32, at->line, at->column);
    write_part(t, doc->path);
    cc_write_z(&t->writer, text);
}

static void put_places(table *t, const cc_figure *f)
{
    char   rest[40];
    size_t n = 0;
    begin_cell(t);
    for (size_t i = 0; i < f->compared_count; i++) {
        const cc_comparison *to = &f->compared[i];
        if (to->doc == NULL || n++ >= MAX_PLACES)
            continue;
        cc_write_z(&t->writer, n > 1 ? "; " : is_formula(to->doc->path) ? "\"'" : "\"");
        write_place(t, to->doc, to->position);
    }
    if (n > MAX_PLACES) {
        snprintf(rest, sizeof rest, "; and %zu more", n - MAX_PLACES);
        cc_write_z(&t->writer, rest);
    }
    cc_write_z(&t->writer, n > 0 ? "\"" : "");
}

/* "value-conflict 8c44…:1; magnitude 0f3e…:1", each finding once. */
static void put_findings(table *t, const cc_figure *f)
{
    const cc_finding *last = NULL;
    size_t            n    = 0;
    begin_cell(t);
    for (size_t i = 0; i < f->compared_count; i++) {
        const cc_finding *finding = f->compared[i].finding;
        if (finding == NULL || finding == last || n++ >= MAX_PLACES)
            continue;
        cc_write_z(&t->writer, n > 1 ? "; " : "\"");
        write_part(t, finding->check);
        cc_write_z(&t->writer, " ");
        write_part(t, finding->fingerprint);
        last = finding;
    }
    cc_write_z(&t->writer, n > 0 ? "\"" : "");
}

static void put_figure(table *t, const cc_figure *f)
{
    put_place(t, &f->side);
    put_meaning(t, f);
    put_text(t, f->side.sentence);
    put_result(t, f);
    put_places(t, f);
    put_findings(t, f);
    end_row(t);
}

static cc_status report(void *self, const cc_host *host, const cc_results *r, cc_byte_sink *out)
{
    (void)self, (void)host;
    table t = {.writer = {.sink = out, .status = CC_OK}};
    cc_write_z(&t.writer,
               "document,line,column,page,paragraph,figure,low,high,unit,per,measure,scope,period,"
               "aspect,modality,sentence,result,instead,agrees,conflicts,places,findings\r\n");
    for (size_t i = 0; i < r->figure_count; i++)
        put_figure(&t, &r->figures[i]);
    return t.writer.status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reporter stage = {
        .size = sizeof stage, .format = "csv", .report = report, .wants_figures = true};
    static const cc_plugin plugin = {
        .size     = sizeof plugin,
        .abi      = CC_ABI,
        .name     = "report_csv",
        .summary  = "every figure and what it was held against, to tick off",
        .reporter = &stage,
    };
    return &plugin;
}
