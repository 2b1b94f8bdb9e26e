/* xlsx_cells.c - the rows of a sheet, as their cells show them. */
#include "xlsx.h"
#include "xlsx_format.h"

enum {
    CHUNK_BYTES = 1 << 16,
    MOST_VALUE  = 64, /* bytes of a number; more are noise */
};

/* Texts that wait with their rows. */
typedef struct pool {
    char  *at;
    size_t len, cap;
} pool;

typedef struct cc_xlsx_cells {
    cc_xlsx       *x;
    cc_part        part;
    pool           pool;
    char          *text; /* of the cell in hand: CC_XLSX_CELL_BYTES */
    size_t         len;
    cc_sheet_cell *row; /* CC_XLSX_COLUMNS of them */
    size_t         count;
    uint32_t       number, column; /* of the row and the cell in hand, from 1 and from 0 */
    uint32_t       last;           /* row that was put */
    bool           hidden, cut, wide;
    size_t         empty_formulas, hidden_rows;
    bool           hides[CC_XLSX_COLUMNS];
} cc_xlsx_cells;

/* -- One cell ------------------------------------------------------------------------------- */

/* A chunk that is full stays until the document ends; the next one is twice as large. */
static cc_str keep_text(cc_xlsx_cells *c, cc_str text)
{
    pool *p = &c->pool;
    if (text.len == 0)
        return (cc_str){"", 0};
    if (text.len > p->cap - p->len) {
        p->cap = (p->cap > text.len ? p->cap : text.len) * 2 + CHUNK_BYTES;
        p->at  = c->x->host->alloc(c->x->host, p->cap, 1);
        p->len = 0;
    }
    char *to = p->at + p->len;
    memcpy(to, text.ptr, text.len);
    p->len += text.len;
    return (cc_str){to, text.len};
}

static cc_str trim(cc_str text)
{
    size_t len;
    size_t from = cc_skip_blanks(text, 0, text.len), end = text.len;
    for (; end > from; end -= len) {
        len = 1;
        while (len < 3 && end - len > from && (text.ptr[end - len] & 0xC0) == 0x80)
            len++;
        if (cc_blank_length(text.ptr + end - len, text.ptr + end) != len)
            break;
    }
    return (cc_str){text.ptr + from, end - from};
}

static size_t read_index(cc_str digits)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.len; i++)
        n = digits.ptr[i] >= '0' && digits.ptr[i] <= '9' && n < UINT32_MAX
                ? n * 10 + (size_t)(digits.ptr[i] - '0')
                : UINT32_MAX;
    return digits.len > 0 ? n : UINT32_MAX;
}

/* Where a figure would be: an error, a formula without a value. */
static const cc_str MISSING = {"n/a", 3};

/* What the cell shows. Its text has been read; `type` is what the file says of it. */
static cc_str show(cc_xlsx_cells *c, cc_str type, int32_t style, bool formula)
{
    char   shown[CC_XLSX_SHOWN_BYTES];
    cc_str text = {c->text, c->len};
    if (type.len > 0 && type.ptr[0] == 's' && type.len == 1)
        return cc_xlsx_string(c->x, read_index(text));
    if (type.len > 0 && (type.ptr[0] == 'e' || type.ptr[0] == 'b'))
        return MISSING;
    if (type.len > 1 || (type.len == 1 && type.ptr[0] == 'd'))
        return keep_text(c, text);
    if (text.len == 0 || text.len > MOST_VALUE)
        return formula || text.len > 0 ? MISSING : text;
    size_t len = cc_xlsx_show(text, cc_xlsx_format(c->x, (size_t)(style < 0 ? 0 : style)),
                              c->x->from_1904, shown);
    return keep_text(c, (cc_str){shown, len});
}

static void add_text(cc_xlsx_cells *c, cc_str text)
{
    size_t most = CC_XLSX_CELL_BYTES - c->len;
    c->cut      = c->cut || text.len > most;
    most        = text.len < most ? text.len : most;
    while (most < text.len && most > 0 && (text.ptr[most] & 0xC0) == 0x80)
        most--;
    memcpy(c->text + c->len, text.ptr, most);
    c->len += most;
}

/* Its value or its own text; *ret_formula: it has one. */
static void read_content(cc_xlsx_cells *c, bool *ret_formula)
{
    unsigned depth = c->part.depth;
    bool     value = false;
    c->len         = 0;
    while (cc_part_next(&c->part) != CC_PART_END) {
        if (c->part.event == CC_PART_CLOSES && c->part.depth <= depth)
            return;
        if (c->part.event == CC_PART_TEXT) {
            if (value)
                add_text(c, c->part.text);
            continue;
        }
        bool opens   = c->part.event == CC_PART_OPENS;
        value        = opens && cc_part_is(c->part.tag, "x:v");
        *ret_formula = *ret_formula || cc_part_is(c->part.tag, "x:f");
        if (opens && cc_part_is(c->part.tag, "x:is"))
            c->len = cc_xlsx_read_text(&c->part, c->text, CC_XLSX_CELL_BYTES, &c->cut);
    }
}

/* "AB12": 27; what is no such name, or stands further left than the one before, follows it. */
static uint32_t read_column(const cc_xlsx_cells *c)
{
    cc_str   name   = cc_part_attribute(&c->part, "r");
    uint32_t column = 0;
    for (size_t i = 0; i < name.len && i < 3 && name.ptr[i] >= 'A' && name.ptr[i] <= 'Z'; i++)
        column = column * 26 + (uint32_t)(name.ptr[i] - 'A') + 1;
    return column > c->column ? column - 1 : c->column;
}

static void read_cell(cc_xlsx_cells *c)
{
    char     kind[2];
    cc_str   type    = cc_part_attribute(&c->part, "t");
    int32_t  style   = cc_part_number(&c->part, "s", 0);
    uint32_t column  = read_column(c);
    bool     formula = false;
    /* The attribute is gone with the next event: "s" and "str" differ in length. */
    type.len = type.len == 1 && type.ptr[0] == 'n' ? 0 : type.len < 2 ? type.len : 2;
    memcpy(kind, type.len > 0 ? type.ptr : "", type.len);
    c->column = column + 1;
    read_content(c, &formula);
    c->wide = c->wide || column >= CC_XLSX_COLUMNS;
    if (column >= CC_XLSX_COLUMNS || c->hidden || c->hides[column])
        return;
    c->empty_formulas += formula && c->len == 0 && type.len == 0;
    cc_str text = trim(show(c, (cc_str){kind, type.len}, style, formula));
    if (text.len > 0)
        c->row[c->count++] =
            (cc_sheet_cell){.text = text, .column = column, .at = c->number, .end = column};
}

/* -- Rows ----------------------------------------------------------------------------------- */

static cc_status end_row(cc_xlsx_cells *c)
{
    cc_status status = CC_OK;
    if (c->count > 0 && c->last > 0 && c->number > c->last + 1)
        status = cc_sheet_add(c->x->sheet, NULL, 0);
    if (c->count > 0 && status == CC_OK)
        status = cc_sheet_add(c->x->sheet, c->row, c->count);
    if (c->x->sheet->row_count == 0)
        c->pool.len = 0;
    c->last  = c->count > 0 || c->hidden ? c->number : c->last;
    c->count = 0;
    return status;
}

static void begin_row(cc_xlsx_cells *c)
{
    cc_str  hidden = cc_part_attribute(&c->part, "hidden");
    int32_t number = cc_part_number(&c->part, "r", 0);
    c->number      = number > (int32_t)c->number ? (uint32_t)number : c->number + 1;
    c->hidden      = hidden.len > 0 && (hidden.ptr[0] == '1' || hidden.ptr[0] == 't');
    c->hidden_rows += c->hidden;
    c->column = 0;
}

static void hide_columns(cc_xlsx_cells *c)
{
    cc_str  hidden = cc_part_attribute(&c->part, "hidden");
    int32_t from = cc_part_number(&c->part, "min", 0), to = cc_part_number(&c->part, "max", 0);
    if (hidden.len == 0 || (hidden.ptr[0] != '1' && hidden.ptr[0] != 't') || from < 1)
        return;
    for (int32_t i = from; i <= to && i <= CC_XLSX_COLUMNS; i++)
        c->hides[i - 1] = true;
}

static cc_status read_rows(cc_xlsx_cells *c)
{
    cc_status status = CC_OK;
    while (status == CC_OK && cc_part_next(&c->part) != CC_PART_END) {
        if (c->part.event == CC_PART_TEXT)
            continue;
        bool opens = c->part.event == CC_PART_OPENS;
        if (cc_part_is(c->part.tag, "x:row")) {
            if (opens)
                begin_row(c);
            else
                status = end_row(c);
        } else if (opens && cc_part_is(c->part.tag, "x:c")) {
            read_cell(c);
        } else if (opens && cc_part_is(c->part.tag, "x:col")) {
            hide_columns(c);
        }
    }
    return status == CC_OK ? cc_sheet_flush(c->x->sheet) : status;
}

static void tell_losses(const cc_xlsx_cells *c, const char *sheet)
{
    if (c->cut)
        cc_package_lose(&c->x->package, CC_LOST_TOO_LARGE, "has a cell over 32,767 characters",
                        sheet);
    if (c->wide)
        cc_package_lose(&c->x->package, CC_LOST_TOO_LARGE, "has cells beyond column XFD", sheet);
    if (c->empty_formulas > 0)
        cc_package_lose(&c->x->package, CC_LOST_UNSUPPORTED,
                        "has formulas without a value; open and save it in a spreadsheet program",
                        sheet);
    if (c->hidden_rows > 0)
        c->x->out->meta(c->x->out, (cc_str){"hidden", 6}, (cc_str){sheet, strlen(sheet)});
}

/* All that is large serves every sheet. */
static cc_xlsx_cells *cells_of(cc_xlsx *x)
{
    cc_xlsx_cells *c = x->cells;
    if (c == NULL) {
        c       = x->host->alloc(x->host, sizeof *c, sizeof(void *));
        c->x    = x;
        c->text = x->host->alloc(x->host, CC_XLSX_CELL_BYTES, 1);
        c->row  = x->host->alloc(x->host, CC_XLSX_COLUMNS * sizeof *c->row, sizeof(void *));
    }
    x->cells  = c;
    c->number = c->last = 0;
    c->count = c->empty_formulas = c->hidden_rows = 0;
    c->hidden = c->cut = c->wide = false;
    memset(c->hides, 0, sizeof c->hides);
    return c;
}

cc_status cc_xlsx_read_cells(cc_xlsx *x, size_t i)
{
    cc_xlsx_cells *c = cells_of(x);
    cc_sheet_clear(x->sheet);
    if (!cc_part_open(&x->package, x->sheets[i].part, &c->part))
        return CC_OK;
    cc_status status = read_rows(c);
    cc_part_close(&c->part);
    tell_losses(c, x->sheets[i].name.ptr);
    return status;
}
