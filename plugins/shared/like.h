/* like.h - a value written as a figure beside it is written. */
#ifndef CC_SHARED_LIKE_H
#define CC_SHARED_LIKE_H

#include "cue.h"
#include "exact.h"

enum { CC_FIGURE_BYTES = 96 };

static inline bool cc_is_number_byte(char c)
{
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

/* The decimal in digits, with commas from 1,000 on; returns its length. */
static inline size_t cc_print_exact(cc_exact v, char *out, size_t size)
{
    char   digits[64];
    size_t n = 0, used = 0;
    v             = cc_exact_norm(v);
    int32_t  dot  = v.exp10 < 0 ? -v.exp10 : 0;
    cc_exact all  = v.exp10 > 0 ? cc_exact_shift(v, 0) : v;
    cc_wide  rest = cc_wide_abs(all.mant);
    for (; (rest > 0 || (int32_t)n <= dot) && n < sizeof digits; rest /= 10)
        digits[n++] = (char)('0' + (int)(rest % 10));
    if (v.mant < 0 && used + 1 < size)
        out[used++] = '-';
    for (size_t i = n; i-- > 0 && used + 3 < size;) {
        out[used++] = digits[i];
        size_t left = i >= (size_t)dot ? i - (size_t)dot : 0;
        if (left > 0 && left % 3 == 0)
            out[used++] = ',';
        if (dot > 0 && i == (size_t)dot)
            out[used++] = '.';
    }
    out[used] = '\0';
    return used;
}

/* The number that is written in digits at text[from, to), commas left out. */
static inline cc_exact cc_read_digits(cc_str text, size_t from, size_t to)
{
    cc_exact v   = {0, 0, false};
    bool     dot = false;
    for (size_t i = from; i < to && i < from + 30; i++) {
        dot = dot || text.ptr[i] == '.';
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            continue;
        v.mant = v.mant * 10 + (text.ptr[i] - '0');
        v.exp10 -= dot;
    }
    return v;
}

/* "500 million", "2,000": the digits end in noughts. */
static inline bool cc_is_rounded(cc_str text)
{
    size_t from = 0, to;
    while (from < text.len && (text.ptr[from] < '0' || text.ptr[from] > '9'))
        from++;
    for (to = from; to < text.len && cc_is_number_byte(text.ptr[to]);)
        to++;
    return to > from && text.ptr[to - 1] == '0' &&
           !cc_has_byte((cc_str){text.ptr + from, to - from}, '.');
}

/* Another value as the figure is written: "$9.8 billion" for 9,800,000,000 where the figure is
 * "$9.6 billion"; figures in words are given in digits. */
static inline void cc_print_like(const cc_doc *doc, const cc_fact *like, cc_exact v, char *out,
                                 size_t size)
{
    cc_str text = cc_text_of(doc, like->span);
    size_t from = 0, to;
    while (from < text.len && (text.ptr[from] < '0' || text.ptr[from] > '9'))
        from++;
    for (to = from; to < text.len && cc_is_number_byte(text.ptr[to]);)
        to++;
    while (to > from && (text.ptr[to - 1] < '0' || text.ptr[to - 1] > '9'))
        to--;
    cc_exact written = cc_exact_norm(cc_read_digits(text, from, to));
    cc_exact stated  = cc_exact_norm(cc_exact_of(like->value.stated));
    char     number[64];
    bool     scaled = from < to && written.mant == stated.mant;
    if (scaled)
        v.exp10 -= stated.exp10 - written.exp10;
    cc_print_exact(v, number, sizeof number);
    if (scaled && text.len < CC_FIGURE_BYTES)
        snprintf(out, size, "%.*s%s%.*s", (int)from, text.ptr, number, (int)(text.len - to),
                 text.ptr + to);
    else
        snprintf(out, size, "%s", number);
}

#endif
