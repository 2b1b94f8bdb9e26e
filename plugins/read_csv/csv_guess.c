/* csv_guess.c - the delimiter is the one that cuts most rows into equally many cells. */
#include "csv_rows.h"

#include "shared/sheet/sheet_cell.h"

enum {
    MOST_ROWS   = 100,
    MOST_BYTES  = 1 << 16, /* that are looked at */
    MOST_WIDTH  = 4096,    /* cells of a row that are counted */
    PROSE_BYTES = 40,      /* of a cell, on average */
};

/* -- Counting --------------------------------------------------------------------------------- */

typedef struct survey {
    cc_csv_shape shape;
    uint32_t     widths[MOST_ROWS];
    size_t       commas, points; /* cells with decimals behind either */
} survey;

/* Digits behind the last comma or point; three of them behind a comma are thousands. */
static void note_decimals(survey *s, cc_str text)
{
    size_t at = text.len;
    while (at > 0 && cc_sheet_is_digit(text.ptr[at - 1]))
        at--;
    size_t decimals = text.len - at;
    if (at < 2 || decimals == 0 || decimals == 3 || !cc_sheet_is_digit(text.ptr[at - 2]))
        return;
    s->commas += text.ptr[at - 1] == ',';
    s->points += text.ptr[at - 1] == '.';
}

static void note_cell(survey *s, cc_str in, size_t from, const cc_csv_cell *cell)
{
    cc_str text = {in.ptr + cell->text.start, cell->text.end - cell->text.start};
    s->shape.cells++;
    s->shape.bytes += text.len;
    s->shape.blanks += from < in.len && in.ptr[from] == ' ';
    s->shape.numbers += cc_sheet_judge(text, true) >= CC_SHEET_NUMBER ||
                        cc_sheet_judge(text, false) == CC_SHEET_NUMBER;
    note_decimals(s, text);
}

static void survey_rows(survey *s, cc_str in)
{
    cc_csv csv = {.in = in, .at = s->shape.start, .delimiter = s->shape.delimiter};
    for (; csv.at < in.len && s->shape.rows < MOST_ROWS; s->shape.rows++) {
        cc_csv_cell cell = {.last = false};
        uint32_t    n    = 0;
        while (!cell.last && n < MOST_WIDTH) {
            size_t from = csv.at;
            cell        = cc_csv_next(&csv);
            note_cell(s, in, from, &cell);
            n++;
        }
        s->widths[s->shape.rows] = n;
    }
}

/* The width of most rows that are no single line. */
static void find_width(survey *s)
{
    for (size_t i = 0; i < s->shape.rows; i++) {
        size_t alike = 0;
        for (size_t k = 0; k < s->shape.rows && s->widths[i] > 1; k++)
            alike += s->widths[k] == s->widths[i];
        if (alike > s->shape.alike) {
            s->shape.alike = alike;
            s->shape.width = s->widths[i];
        }
    }
}

static cc_csv_shape look(cc_str in, size_t start, char delimiter)
{
    survey s = {.shape = {.delimiter = delimiter, .start = start}};
    survey_rows(&s, in);
    find_width(&s);
    s.shape.decimal_comma = delimiter != ',' && s.commas > 0 && s.points == 0;
    return s.shape;
}

/* -- Choosing --------------------------------------------------------------------------------- */

static size_t find_start(cc_str in, char *ret_delimiter)
{
    size_t at = in.len >= 3 && memcmp(in.ptr, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (in.len - at < 6 || strncasecmp(in.ptr + at, "sep=", 4) != 0)
        return at;
    size_t end = cc_line_end(in, at);
    if (end != at + 5)
        return at;
    *ret_delimiter = in.ptr[at + 4];
    return cc_line_next(in, end);
}

/* The beginning, in whole lines. */
static cc_str beginning(cc_str in)
{
    if (in.len <= MOST_BYTES)
        return in;
    size_t len = MOST_BYTES;
    while (len > 0 && in.ptr[len - 1] != '\n')
        len--;
    return (cc_str){in.ptr, len > 0 ? len : MOST_BYTES};
}

cc_csv_shape cc_csv_guess(cc_str in)
{
    static const char candidates[] = "\t;|,";
    char              given        = '\0';
    cc_str            head         = beginning(in);
    size_t            start        = find_start(head, &given);
    cc_csv_shape      best         = look(head, start, given != '\0' ? given : ',');
    for (size_t i = 0; candidates[i] != '\0' && given == '\0'; i++) {
        cc_csv_shape shape = look(head, start, candidates[i]);
        if (shape.alike > best.alike || (shape.alike == best.alike && shape.width > best.width) ||
            (shape.alike == best.alike && shape.width == best.width && best.delimiter == ','))
            best = shape;
    }
    return best;
}

/* -- Bidding ---------------------------------------------------------------------------------- */

static bool has_controls(cc_str head)
{
    size_t n = 0;
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.ptr[i];
        n += c < 0x20 && (c < '\t' || c > '\r');
    }
    return n > head.len / 10;
}

static bool is_named(cc_str name)
{
    static const char *const packed[] = {".gz", ".bz2", ".xz", ".zst", NULL};
    for (size_t i = 0; packed[i] != NULL; i++)
        if (cc_ends_with(name, packed[i])) {
            name.len -= strlen(packed[i]);
            break;
        }
    return cc_ends_with(name, ".csv") || cc_ends_with(name, ".tsv") || cc_ends_with(name, ".tab");
}

/* The last line may be cut. */
static cc_str whole_lines(cc_str head)
{
    size_t len = head.len;
    while (len > 0 && head.ptr[len - 1] != '\n')
        len--;
    return (cc_str){head.ptr, len};
}

/* Nothing but rows of equally many short cells, a quarter of them figures. Prose has blanks behind
 * its commas; lines of JSON are no rows. */
static bool is_table(const cc_csv_shape *s)
{
    return s->rows >= 4 && s->alike + 1 >= s->rows && s->width >= 3 && s->numbers * 4 >= s->cells &&
           s->blanks * 10 <= s->cells && s->bytes <= s->cells * PROSE_BYTES;
}

int32_t cc_csv_bid(cc_str head, cc_str name)
{
    if (has_controls(head))
        return 0;
    if (is_named(name))
        return 55;
    head = whole_lines(head);
    if (head.len == 0 || strchr("{[<", head.ptr[0]) != NULL)
        return 0;
    cc_csv_shape shape = cc_csv_guess(head);
    return is_table(&shape) ? 30 : 0;
}
