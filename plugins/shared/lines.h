/* lines.h - what readers of plain text and of Markdown take a line for alike. */
#ifndef CC_SHARED_LINES_H
#define CC_SHARED_LINES_H

#include "fold.h"

enum {
    CC_LABEL_COLUMNS = 80,  /* of a label before its value, or on a line of its own */
    CC_LABEL_BYTES   = 512, /* of a label that is kept */
    CC_LEAD_IN_BYTES = 200, /* of what stands before a list: its end */
};

/* A place in the source; all that begins and ends somewhere. */
typedef struct cc_range {
    size_t start, end;
} cc_range;

/* A short string that outlives the block it was read from. */
typedef struct cc_label {
    char   bytes[CC_LABEL_BYTES];
    size_t len;
} cc_label;

static inline cc_str cc_label_text(const cc_label *label)
{
    return (cc_str){label->bytes, label->len};
}

/* Keeps the end of the block in hand, at most `most` bytes of it. */
static inline void cc_label_keep(cc_label *label, const cc_fold *f, size_t most)
{
    size_t from = f->text_len > most ? f->text_len - most : 0;
    while (from > 0 && from < f->text_len && (f->text[from] & 0xC0) == 0x80)
        from++;
    label->len = f->text_len - from;
    if (label->len > 0)
        memcpy(label->bytes, f->text + from, label->len);
}

/* Takes a range of the source, white space folded; what does not fit is left out. */
static inline void cc_label_read(cc_label *label, cc_str in, cc_range range)
{
    size_t at  = cc_skip_blanks(in, range.start, range.end), next;
    label->len = 0;
    for (; at < range.end && label->len < CC_LABEL_BYTES; at = next) {
        next = cc_skip_blanks(in, at, range.end);
        if (next == range.end)
            return;
        label->bytes[label->len++] = next > at ? ' ' : in.ptr[at];
        next += next == at;
    }
}

static inline char cc_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* `z` is in small letters. */
static inline bool cc_ends_with(cc_str name, const char *z)
{
    size_t len = strlen(z);
    if (name.len < len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (cc_small(name.ptr[name.len - len + i]) != z[i])
            return false;
    return true;
}

/* Where the line that holds `at` ends, before its LF, CRLF or CR. */
static inline size_t cc_line_end(cc_str in, size_t at)
{
    for (;;) {
        while (in.len - at >= 8 && !cc_fold_odd(cc_fold_word(in.ptr + at)))
            at += 8;
        size_t stop = in.len - at < 8 ? in.len : at + 8;
        for (; at < stop; at++)
            if (in.ptr[at] == '\n' || in.ptr[at] == '\r')
                return at;
        if (at == in.len)
            return at;
    }
}

/* Where the line after the one that ends at `end` begins. */
static inline size_t cc_line_next(cc_str in, size_t end)
{
    if (end == in.len)
        return end;
    return end + (in.ptr[end] == '\r' && end + 1 < in.len && in.ptr[end + 1] == '\n' ? 2 : 1);
}

/* "**Label:** value" or "**Label**: value": where the value starts; 0: `line` is none. */
static inline size_t cc_bold_label(cc_str in, cc_range line, cc_range *ret)
{
    const char *p  = in.ptr;
    size_t      at = line.start + 2, end = line.end;
    if (at > end || memcmp(p + line.start, "**", 2) != 0)
        return 0;
    *ret = (cc_range){at, at};
    while (ret->end < end && p[ret->end] != '*' && ret->end - at <= CC_LABEL_COLUMNS)
        ret->end++;
    if (ret->end == at || end - ret->end < 2 || memcmp(p + ret->end, "**", 2) != 0)
        return 0;
    at          = ret->end + 2;
    bool inside = p[ret->end - 1] == ':';
    if (!inside && (at == end || p[at] != ':'))
        return 0;
    at += !inside;
    ret->end -= inside;
    size_t value = cc_skip_blanks(in, at, end);
    return value > at && value < end ? value : 0;
}

/* Where "note:" begins in a label's text, not at its start; the end: nowhere. */
static inline size_t cc_find_note(cc_str in, cc_range text)
{
    for (size_t i = text.start + 1; i < text.end && text.end - i >= 5; i++)
        if (cc_small(in.ptr[i]) == 'n' && memcmp(in.ptr + i + 1, "ote:", 4) == 0 &&
            cc_blank_length(in.ptr + i - 1, in.ptr + i) > 0)
            return i;
    return text.end;
}

#endif
