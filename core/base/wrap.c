/* wrap.c - a word at a time. */
#include "base/wrap.h"

enum { LINE_COLUMNS = 99 };

static bool is_control(const char *at)
{
    unsigned char c = (unsigned char)at[0];
    return c < 0x20 || c == 0x7F;
}

/* Code points, each taken for a column; shown control characters take four. */
static size_t count_columns(cc_str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++)
        n += is_control(word.ptr + i) ? 4 : ((unsigned char)word.ptr[i] & 0xC0) != 0x80;
    return n;
}

static void print_word(FILE *to, cc_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (is_control(word.ptr + i))
            fprintf(to, "\\x%02X", (unsigned char)word.ptr[i]);
        else
            fputc(word.ptr[i], to);
}

void cc_wrap(FILE *to, cc_str text)
{
    size_t column = 0;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        while (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '\n')
            at++;
        cc_str word = cc_str_sub(text, from, at - from);
        size_t wide = count_columns(word);
        if (column > 0 && column + 1 + wide > LINE_COLUMNS) {
            fputc('\n', to);
            column = 0;
        }
        if (column > 0)
            fputc(' ', to);
        print_word(to, word);
        column += (column > 0) + wide;
        if (at < text.len && text.ptr[at++] == '\n') {
            fputc('\n', to);
            column = 0;
        }
    }
    if (column > 0)
        fputc('\n', to);
}
