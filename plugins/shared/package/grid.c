/* grid.c - rows are looked at, then labelled. */
#include "shared/package/grid.h"

#include "shared/table.h"

enum {
    LONG_CELL   = 120, /* bytes: prose, for which no labels hold */
    SAID        = 24,  /* bytes of a cell that tell what it is */
    MAX_COVERED = 1000 /* rows that a cell spans */
};

cc_grid *cc_grid_new(const cc_host *host, cc_grid *outer)
{
    cc_grid *ret = host->alloc(host, sizeof *ret, sizeof(void *));
    ret->host    = host;
    ret->outer   = outer;
    return ret;
}

void cc_grid_row_begin(cc_grid *g, bool head)
{
    g->rows = cc_blocks_grow(g->host, g->rows, g->row_count, &g->row_cap, sizeof *g->rows);
    g->rows[g->row_count++] = (cc_grid_row){g->cell_count, head};
    g->marked |= head;
}

void cc_grid_mark_row(cc_grid *g)
{
    g->rows[g->row_count - 1].head = g->marked = true;
}

void cc_grid_cell_begin(cc_grid *g, uint32_t width, bool covered)
{
    if (g->row_count == 0)
        cc_grid_row_begin(g, false);
    g->cells = cc_blocks_grow(g->host, g->cells, g->cell_count, &g->cell_cap, sizeof *g->cells);
    g->cells[g->cell_count++] =
        (cc_grid_cell){g->blocks.n, width > 0 ? width : 1, covered, .bold = true};
}

void cc_grid_keep(cc_grid *g, const cc_block_in *block, bool bold)
{
    if (g->cell_count == 0)
        cc_grid_cell_begin(g, 1, false);
    cc_grid_cell *cell = &g->cells[g->cell_count - 1];
    cell->bold         = cell->bold && bold;
    g->parts |= block->kind != CC_PARAGRAPH;
    cc_blocks_keep(g->host, &g->blocks, block);
}

static size_t cells_end(const cc_grid *g, size_t row)
{
    return row + 1 < g->row_count ? g->rows[row + 1].first : g->cell_count;
}

static size_t blocks_end(const cc_grid *g, size_t cell)
{
    return cell + 1 < g->cell_count ? g->cells[cell + 1].first : g->blocks.n;
}

/* -- What a cell says ----------------------------------------------------------------------- */

typedef enum saying { NOTHING, NUMBER, YEAR, DASH, WORDS } saying;

static bool is_number(const char *s)
{
    const char *start   = s;
    size_t      letters = 0;
    while (*s != '\0' && (strchr("$(+-~<>.", *s) != NULL || (unsigned char)*s >= 0x80))
        s++;
    if (*s < '0' || *s > '9')
        return false;
    for (const char *at = s; *at != '\0'; at++)
        letters += (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
    return letters <= 2 || start[0] == '$' || strstr(s, "illion") != NULL ||
           strstr(s, "housand") != NULL || strstr(s, "ercent") != NULL;
}

static bool is_year(const char *s)
{
    return (strncmp(s, "19", 2) == 0 || strncmp(s, "20", 2) == 0) && strspn(s, "0123456789") == 4 &&
           s[4 + strspn(s + 4, "*")] == '\0';
}

static saying judge(const char *said, size_t len)
{
    static const char *const dashes[] = {"-",  "--",  "\u2013", "\u2014", "\u2212",
                                         "..", "...", "n/a",    "N/A",    "n.a.",
                                         "NA", "NM",  "\u2026", NULL};
    if (len == 0)
        return NOTHING;
    if (len >= SAID)
        return WORDS;
    for (size_t i = 0; dashes[i] != NULL; i++)
        if (strcmp(said, dashes[i]) == 0)
            return DASH;
    if (is_year(said))
        return YEAR;
    return is_number(said) ? NUMBER : WORDS;
}

static saying cell_says(const cc_grid *g, size_t cell, size_t *ret_len)
{
    char said[SAID + 1];
    *ret_len = 0;
    for (size_t i = g->cells[cell].first; i < blocks_end(g, cell); i++) {
        cc_str text = g->blocks.at[i].text;
        for (size_t k = 0; k < text.len; k++)
            if (text.ptr[k] != ' ' && (*ret_len)++ < SAID)
                said[*ret_len - 1] = text.ptr[k];
    }
    said[*ret_len < SAID ? *ret_len : SAID] = '\0';
    return judge(said, *ret_len);
}

/* -- Rows ----------------------------------------------------------------------------------- */

typedef struct contents {
    size_t count, lengthy; /* cells that say something; that are prose */
    saying first, last;
    bool   first_free; /* the cell furthest left says nothing */
    bool   years, numbers, only_bold;
} contents;

static contents look_at(const cc_grid *g, size_t row)
{
    contents ret = {.only_bold = true};
    for (size_t i = g->rows[row].first, len; i < cells_end(g, row); i++) {
        saying says = cell_says(g, i, &len);
        if (says == NOTHING) {
            ret.first_free |= i == g->rows[row].first;
            continue;
        }
        ret.only_bold &= g->cells[i].bold;
        ret.lengthy += len > LONG_CELL;
        if (ret.count++ == 0)
            ret.first = says;
        else {
            ret.years |= says == YEAR;
            ret.numbers |= says == NUMBER || says == DASH;
        }
        ret.last = says;
    }
    ret.numbers |= ret.count == 1 && ret.first == NUMBER;
    ret.years |= ret.first_free && ret.first == YEAR;
    return ret;
}

/* Whether a row that is not marked names the columns: one before the first numbers (`top`), or one
 * that names years over other columns than the first. */
static bool is_head(const contents *c, bool top)
{
    if (c->numbers || c->count == 0)
        return false;
    if (c->first_free)
        return top || c->years;
    return top && (c->count > 2 || (c->count > 1 && c->only_bold));
}

/* Finds the headers. Returns whether the table holds data, and lays out no page. */
static bool survey(cc_grid *g)
{
    size_t wide = 0, pairs = 0, filled = 0, lengthy = 0, numbers = 0;
    bool   top = true;
    for (size_t i = 0; i < g->row_count; i++) {
        contents c = look_at(g, i);
        c.only_bold |= g->titled && i == 0;
        bool head       = g->marked ? g->rows[i].head : is_head(&c, top);
        top             = top && !c.numbers && (!head || c.first_free);
        g->rows[i].head = head;
        wide += c.count > 1;
        pairs += c.count > 1 && c.first == WORDS && c.last != WORDS;
        filled += c.count;
        lengthy += c.lengthy;
        numbers += c.numbers;
    }
    for (size_t i = 0; i < g->row_count && !g->marked && numbers == 0; i++)
        g->rows[i].head = false;
    return (g->marked && wide > 0) ||
           (!g->parts && lengthy * 2 <= filled && (wide > 1 || (wide == 1 && pairs > 0)));
}

/* -- Putting -------------------------------------------------------------------------------- */

/* Whether the cell of `row` that begins in `column` goes on with the one above. */
static bool is_covered(const cc_grid *g, size_t row, size_t column)
{
    size_t at = 0;
    for (size_t i = g->rows[row].first; i < cells_end(g, row) && at <= column; i++) {
        if (at == column)
            return g->cells[i].covered;
        at += g->cells[i].width;
    }
    return false;
}

static size_t count_rows(const cc_grid *g, size_t row, size_t column)
{
    size_t ret = 1;
    while (column < CC_TABLE_COLUMNS && row + ret < g->row_count && ret < MAX_COVERED &&
           is_covered(g, row + ret, column))
        ret++;
    return ret;
}

static cc_status put_cell(const cc_grid *g, cc_table *t, size_t cell, cc_put_block *put, void *user)
{
    cc_status status = CC_OK;
    for (size_t i = g->cells[cell].first; i < blocks_end(g, cell) && status == CC_OK; i++) {
        cc_block_in block = g->blocks.at[i];
        cc_fold     text  = {.text = (char *)(uintptr_t)block.text.ptr, .text_len = block.text.len};
        if (block.kind != CC_CELL && block.text.len <= LONG_CELL) {
            block.kind  = CC_CELL;
            block.level = 0;
            block.row = block.column = (cc_str){0};
            cc_table_label(t, &text, &block);
        }
        status = put(user, &block);
    }
    return status;
}

static cc_status put_row(const cc_grid *g, cc_table *t, size_t row, cc_put_block *put, void *user)
{
    cc_status status = CC_OK;
    size_t    column = 0, len;
    cc_table_row(t, g->rows[row].head);
    for (size_t i = g->rows[row].first; i < cells_end(g, row) && status == CC_OK; i++) {
        const cc_grid_cell *cell = &g->cells[i];
        size_t              at   = column;
        column += cell->width;
        if (cell->covered)
            continue;
        saying         says  = cell_says(g, i, &len);
        cc_table_names names = g->rows[row].head                  ? CC_TABLE_COLUMN
                               : says == WORDS && t->row.len == 0 ? CC_TABLE_ROW
                                                                  : CC_TABLE_NOTHING;
        cc_table_cell(t, cell->width, count_rows(g, row, at), names);
        status = put_cell(g, t, i, put, user);
    }
    return status;
}

static cc_status put_data(const cc_grid *g, cc_put_block *put, void *user)
{
    cc_table  t      = {0};
    cc_status status = CC_OK;
    for (size_t i = 0; i < g->row_count && status == CC_OK; i++)
        status = put_row(g, &t, i, put, user);
    return status;
}

static cc_status put_layout(const cc_grid *g, cc_put_block *put, void *user)
{
    cc_status status = CC_OK;
    for (size_t i = 0; i < g->cell_count; i++)
        for (size_t k = g->cells[i].first; k < blocks_end(g, i) && status == CC_OK; k++)
            if (!g->cells[i].covered)
                status = put(user, &g->blocks.at[k]);
    return status;
}

cc_status cc_grid_put(cc_grid *g, cc_put_block *put, void *user)
{
    return survey(g) ? put_data(g, put, user) : put_layout(g, put, user);
}
