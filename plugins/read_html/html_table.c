/* html_table.c - a table is judged by what its cells say, since few pages mark its headers. */
#include "html_table.h"

#include "html_scan.h"

#include <string.h>

enum {
    LONG_CELL = 120, /* bytes: prose */
    SAID      = 24,  /* bytes of a cell that tell what it is */
    DEEPEST   = 64,  /* elements in a table; what is deeper is not looked at */
};

typedef struct survey {
    const cc_host *host;
    cc_html_table *t;
    cc_html_level  levels[DEEPEST];
    size_t         depth;
    char           said[SAID + 1]; /* of the cell in hand, without white space */
    size_t         len;            /* of all it says */
    bool           in_cell;
    size_t         headers, tables, parts; /* <th>; tables, headings and lists within */
    size_t         filled, lengthy;        /* cells */
    bool           named;                  /* by a caption */
} survey;

/* -- Cells ---------------------------------------------------------------------------------- */

static bool is_any_of(const char *text, const char *const *list)
{
    while (*list != NULL && strcmp(text, *list) != 0)
        list++;
    return *list != NULL;
}

static bool is_year(const char *s)
{
    return (strncmp(s, "19", 2) == 0 || strncmp(s, "20", 2) == 0) && strspn(s, "0123456789") == 4 &&
           s[4 + strspn(s + 4, "*")] == '\0';
}

/* "(1)", "1.", "a)", "iv." */
static bool is_enumerator(const char *s)
{
    s += *s == '(';
    size_t len = strspn(s, "0123456789");
    if (len == 0)
        len = strspn(s, "ivxabcdefgh");
    return len > 0 && len <= 3 && (s[len] == '.' || s[len] == ')') && s[len + 1] == '\0';
}

/* A digit first, but for signs, and then two letters at most or a scale word; after a currency
 * whatever there is. */
static bool is_number(const char *s)
{
    const char *start   = s;
    size_t      letters = 0;
    while (*s != '\0' && (strchr("$(+-~<>.", *s) != NULL || (unsigned char)*s >= 0x80))
        s++;
    if (*s < '0' || *s > '9')
        return false;
    for (const char *at = s; *at != '\0'; at++)
        letters += cc_html_is_letter(*at);
    return letters <= 2 || start[0] == '$' || strstr(s, "illion") != NULL ||
           strstr(s, "housand") != NULL || strstr(s, "ercent") != NULL;
}

static cc_html_saying judge(const char *said, size_t len)
{
    static const char *const opens[] = {
        "$",   "(",      "$(",     "($",     "US$",     "C$",      "A$",      "NT$",
        "HK$", "\u00A3", "\u20AC", "\u00A5", "\u00A3(", "\u20AC(", "\u00A5(", NULL};
    static const char *const closes[] = {")", "%", ")%", "%)", NULL};
    static const char *const dashes[] = {"-",  "--",  "\u2013", "\u2014", "\u2212",
                                         "..", "...", "n/a",    "N/A",    "n.a.",
                                         "NA", "NM",  "*",      "\u2026", NULL};
    if (len == 0)
        return CC_HTML_NOTHING;
    if (len >= SAID)
        return CC_HTML_WORDS;
    if (is_any_of(said, opens))
        return CC_HTML_OPENS;
    if (is_any_of(said, closes))
        return CC_HTML_CLOSES;
    if (is_year(said))
        return CC_HTML_YEAR;
    if (is_any_of(said, dashes))
        return CC_HTML_DASH;
    return is_number(said) ? CC_HTML_NUMBER : CC_HTML_WORDS;
}

static void end_cell(survey *s)
{
    static const char *const bullets[] = {"\u2022", "\u00B7", "\u25AA", "\u25A0",
                                          "\u25CF", "\u25CB", "o",      "\u2013",
                                          "-",      "\u00A7", NULL};
    if (!s->in_cell)
        return;
    cc_html_cell *cell                     = &s->t->cells[s->t->cell_count - 1];
    s->said[s->len < SAID ? s->len : SAID] = '\0';
    cell->says                             = judge(s->said, s->len);
    cell->rank                             = s->len <= 3 && strspn(s->said, "0123456789") == s->len;
    cell->bullet = s->len < SAID && (is_any_of(s->said, bullets) || is_enumerator(s->said));
    s->filled += s->len > 0;
    s->lengthy += s->len > LONG_CELL;
    s->in_cell = false;
}

static bool is_in_bold(const survey *s)
{
    for (size_t i = s->depth; i > 0 && cc_html_tag_of(s->levels[i - 1].node) != GUMBO_TAG_TR; i--)
        if (cc_html_is_bold(s->levels[i - 1].node))
            return true;
    return false;
}

static void add_text(survey *s, const char *text)
{
    const char *end = text + strlen(text);
    while (s->in_cell && text < end) {
        size_t blank = cc_blank_length(text, end);
        if (blank > 0) {
            text += blank;
            continue;
        }
        if (s->len == 0)
            s->t->cells[s->t->cell_count - 1].bold = is_in_bold(s);
        if (s->len < SAID)
            s->said[s->len] = *text;
        s->len++;
        text++;
    }
}

/* -- The walk ------------------------------------------------------------------------------- */

/* Room for `count` entries. */
static void *grow(const survey *s, void *old, size_t count, size_t *cap, size_t size)
{
    if (count <= *cap)
        return old;
    void *ret = s->host->alloc(s->host, 2 * count * size, sizeof(void *));
    if (*cap > 0)
        memcpy(ret, old, *cap * size);
    *cap = 2 * count;
    return ret;
}

static void begin_cell(survey *s, const GumboNode *n)
{
    cc_html_table *t = s->t;
    end_cell(s);
    t->cells = grow(s, t->cells, t->cell_count + 1, &t->cell_cap, sizeof *t->cells);
    t->cells[t->cell_count++] = (cc_html_cell){.node = n};
    s->headers += cc_html_tag_of(n) == GUMBO_TAG_TH;
    s->len     = 0;
    s->in_cell = true;
}

static void begin_row(survey *s, const GumboNode *n)
{
    cc_html_table *t = s->t;
    end_cell(s);
    t->rows                 = grow(s, t->rows, t->row_count + 1, &t->row_cap, sizeof *t->rows);
    t->rows[t->row_count++] = (cc_html_row){
        n, t->cell_count, cc_html_tag_of(s->levels[s->depth - 1].node) == GUMBO_TAG_THEAD};
}

/* Whether to go on within. */
static bool begin_element(survey *s, const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    if (tag == GUMBO_TAG_TR)
        begin_row(s, n);
    else if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && s->t->row_count > 0)
        begin_cell(s, n);
    else if (tag == GUMBO_TAG_CAPTION)
        s->named = true;
    s->tables += tag == GUMBO_TAG_TABLE;
    s->parts += cc_html_heading(n) > 0 || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    return tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_SUP && !cc_html_is_silent(tag);
}

static void walk_cells(survey *s, const GumboNode *table)
{
    s->depth     = 1;
    s->levels[0] = (cc_html_level){.node = table};
    while (s->depth > 0) {
        cc_html_level   *top   = &s->levels[s->depth - 1];
        const GumboNode *child = cc_html_child(top->node, top->next++);
        if (child == NULL)
            s->depth--;
        else if (cc_html_text_of(child) != NULL)
            add_text(s, cc_html_text_of(child));
        else if (cc_html_is_element(child) && s->depth < DEEPEST && begin_element(s, child))
            s->levels[s->depth++] = (cc_html_level){.node = child};
    }
    end_cell(s);
    s->t->rows = grow(s, s->t->rows, s->t->row_count + 1, &s->t->row_cap, sizeof *s->t->rows);
    s->t->rows[s->t->row_count] = (cc_html_row){.first = s->t->cell_count};
}

/* -- Data or layout ------------------------------------------------------------------------- */

/* Of a row: how many cells say something, parts of one amount being one, and what. */
typedef struct contents {
    size_t         count, header_cells;
    cc_html_saying first, last;
    bool           bullet;     /* the first of them is one */
    bool           first_free; /* the cell furthest left says nothing */
    bool           years, numbers;
    bool           only_headers, only_bold;
} contents;

static contents look_at(const cc_html_table *t, const cc_html_row *row)
{
    contents ret = {.only_headers = true, .only_bold = true};
    for (size_t i = row->first; i < row[1].first; i++) {
        const cc_html_cell *cell   = &t->cells[i];
        bool                header = cc_html_tag_of(cell->node) == GUMBO_TAG_TH;
        ret.header_cells += header;
        ret.only_headers &= header || cell->says == CC_HTML_NOTHING;
        ret.first_free |= i == row->first && cell->says == CC_HTML_NOTHING;
        if (cell->says == CC_HTML_NOTHING || cell->joined)
            continue;
        ret.only_bold &= cell->bold;
        if (ret.count++ == 0) {
            ret.first  = cell->says;
            ret.bullet = cell->bullet;
        } else {
            ret.years |= cell->says == CC_HTML_YEAR;
            ret.numbers |= cell->says == CC_HTML_NUMBER || cell->says == CC_HTML_OPENS ||
                           cell->says == CC_HTML_DASH;
        }
        ret.last = cell->says;
    }
    ret.numbers |= ret.count == 1 && ret.first == CC_HTML_NUMBER;
    ret.years |= ret.first_free && ret.first == CC_HTML_YEAR;
    return ret;
}

/* Two cells in two rows, unless the first ones are bullets; or a number with its name. */
static bool has_rows(const survey *s)
{
    size_t wide = 0, bullets = 0, pairs = 0;
    for (size_t i = 0; i < s->t->row_count; i++) {
        contents c = look_at(s->t, &s->t->rows[i]);
        if (c.count < 2)
            continue;
        wide++;
        bullets += c.count == 2 && c.bullet && c.last == CC_HTML_WORDS;
        pairs += c.first == CC_HTML_WORDS && c.last != CC_HTML_WORDS;
    }
    return wide > bullets && (wide > 1 || pairs > 0);
}

static bool is_data(const survey *s, const GumboNode *table)
{
    static const char *const layout[] = {"presentation", "none", NULL};
    if (cc_html_lists(table, "role", layout))
        return false;
    if (s->headers > 0 || s->named)
        return true;
    return s->tables == 0 && s->parts == 0 && s->lengthy * 2 <= s->filled && has_rows(s);
}

/* -- Amounts -------------------------------------------------------------------------------- */

/* The next cell of the row that says something; `end`: none. */
static size_t next_filled(const cc_html_table *t, size_t at, size_t end)
{
    do
        at++;
    while (at < end && t->cells[at].says == CC_HTML_NOTHING);
    return at < end ? at : end;
}

static void join_cells(cc_html_table *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        t->cells[i].joins = t->cells[i + 1].joined = true;
}

static bool is_value(cc_html_saying says)
{
    return says == CC_HTML_NUMBER || says == CC_HTML_YEAR;
}

/* Whether at `at` an amount is said, or opened once more and then said: "$" | "(" | "5". */
static bool leads_to_value(const cc_html_table *t, size_t at, size_t end)
{
    if (t->cells[at].says == CC_HTML_OPENS)
        at = next_filled(t, at, end);
    return at < end && (is_value(t->cells[at].says) || t->cells[at].says == CC_HTML_DASH);
}

static void join_row(cc_html_table *t, const cc_html_row *row)
{
    size_t end = row[1].first, next;
    for (size_t i = row->first; i < end; i = next) {
        next = next_filled(t, i, end);
        if (next == end)
            return;
        const cc_html_cell *cell   = &t->cells[i];
        bool                opens  = cell->says == CC_HTML_OPENS && leads_to_value(t, next, end);
        bool                closes = t->cells[next].says == CC_HTML_CLOSES &&
                      (is_value(cell->says) || (cell->says == CC_HTML_CLOSES && cell->joined));
        if (opens || closes)
            join_cells(t, i, next);
        t->accounts |= opens || closes;
    }
}

/* -- Headers -------------------------------------------------------------------------------- */

/* Whether a row without <th> names the columns: one before the first numbers (`top`), or one that
 * names years over other columns than the first. */
static bool is_head(const contents *c, bool top)
{
    if (c->numbers || c->count == 0)
        return false;
    if (c->first_free)
        return top || c->years;
    return top && (c->count > 2 || (c->count > 1 && c->only_bold));
}

static bool has_numbers(const cc_html_table *t)
{
    for (size_t i = 0; i < t->row_count; i++)
        if (look_at(t, &t->rows[i]).numbers)
            return true;
    return false;
}

/* Rows of <th> alone. Where there are none, as the rows read; the first one that says something in
 * all columns is the last of those on top. */
static void find_heads(const survey *s)
{
    cc_html_table *t   = s->t;
    bool           top = true, guess = s->headers == 0 && has_numbers(t);
    for (size_t i = 0; i < t->row_count; i++) {
        contents c    = look_at(t, &t->rows[i]);
        bool     head = guess && is_head(&c, top);
        if (s->headers > 0)
            head = c.only_headers && c.header_cells > 1;
        top = top && !c.numbers && (!head || c.first_free);
        t->rows[i].head |= head;
    }
}

void cc_html_survey(const cc_host *host, const GumboNode *table, cc_html_table *t)
{
    survey s      = {.host = host, .t = t};
    t->cell_count = t->row_count = t->cell = t->row = 0;
    t->accounts                                     = false;
    cc_table_clear(&t->labels);
    walk_cells(&s, table);
    for (size_t i = 0; s.tables == 0 && i < t->row_count; i++)
        join_row(t, &t->rows[i]);
    t->data = is_data(&s, table);
    find_heads(&s);
}

const cc_html_row *cc_html_find_row(cc_html_table *t, const GumboNode *row)
{
    while (t->row < t->row_count && t->rows[t->row].node != row)
        t->row++;
    return t->row < t->row_count ? &t->rows[t->row++] : NULL;
}

const cc_html_cell *cc_html_find_cell(cc_html_table *t, const GumboNode *cell)
{
    while (t->cell < t->cell_count && t->cells[t->cell].node != cell)
        t->cell++;
    return t->cell < t->cell_count ? &t->cells[t->cell++] : NULL;
}
