/* md_copy.c - what lines of Markdown begin with, and how the copy is overwritten. */
#include "md_copy.h"

enum { MAX_MARKER = 64 /* bytes of "[^name]" */ };

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

void cc_md_blank_out(cc_md_copy *c, cc_range what)
{
    for (size_t i = what.start; i < what.end; i++)
        if (!is_line_end(c->in.ptr[i]))
            *cc_md_copy_at(c, i) = ' ';
}

void cc_md_take_out(cc_md_copy *c, cc_range what, char mark)
{
    for (size_t i = what.start; i < what.end; i++)
        if (!is_line_end(c->in.ptr[i]))
            *cc_md_copy_at(c, i) = c->in.ptr[i] == mark ? CC_MD_GLUE : mark;
}

size_t cc_md_skip_indent(const cc_md_copy *c, cc_range line, size_t *ret_columns)
{
    size_t at    = line.start;
    *ret_columns = 0;
    for (; at < line.end && strchr(" \t>", c->in.ptr[at]) != NULL && c->in.ptr[at] != '\0'; at++)
        *ret_columns = c->in.ptr[at] == '>' ? 0 : *ret_columns + (c->in.ptr[at] == '\t' ? 4 : 1);
    return at;
}

size_t cc_md_fence_length(const cc_md_copy *c, size_t at, size_t end)
{
    size_t i = at;
    if (at == end || (c->in.ptr[at] != '`' && c->in.ptr[at] != '~'))
        return 0;
    while (i < end && c->in.ptr[i] == c->in.ptr[at])
        i++;
    bool inline_code = c->in.ptr[at] == '`' && memchr(c->in.ptr + i, '`', end - i) != NULL;
    return i - at >= 3 && !inline_code ? i - at : 0;
}

size_t cc_md_marker_length(const cc_md_copy *c, size_t at, size_t end)
{
    size_t i = at + 2;
    if (!cc_md_is_at(c, at, end, "[^"))
        return 0;
    for (; i < end && i - at < MAX_MARKER && c->in.ptr[i] != ']'; i++)
        if ((unsigned char)c->in.ptr[i] <= ' ' || strchr("[]^;\\`", c->in.ptr[i]) != NULL)
            return 0;
    return i > at + 2 && i < end && c->in.ptr[i] == ']' ? i + 1 - at : 0;
}

/* Room for one more. */
static void *grow(cc_md_copy *c, const void *old, size_t *cap, size_t n, size_t size)
{
    if (n < *cap)
        return (void *)(uintptr_t)old;
    *cap      = *cap * 2 + 16;
    void *ret = c->host->alloc(c->host, *cap * size, sizeof(void *));
    if (n > 0)
        memcpy(ret, old, n * size);
    return ret;
}

void cc_md_put_note(cc_md_copy *c, cc_range text)
{
    c->notes                  = grow(c, c->notes, &c->note_cap, c->note_count, sizeof *c->notes);
    c->notes[c->note_count++] = text;
}

void cc_md_put_grid(cc_md_copy *c, const cc_md_grid *grid)
{
    c->grids                  = grow(c, c->grids, &c->grid_cap, c->grid_count, sizeof *c->grids);
    c->grids[c->grid_count++] = *grid;
}
