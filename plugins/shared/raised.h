/* raised.h - what small raised text is: the marker of a note, a power, a part of a word. */
#ifndef CC_SHARED_RAISED_H
#define CC_SHARED_RAISED_H

#include <claimcheck.h>

#include <string.h>

enum { CC_RAISED_BYTES = 16 };

/* Without white space; NUL-terminated. */
typedef struct cc_raised_text {
    char   bytes[CC_RAISED_BYTES + 1];
    size_t len; /* CC_RAISED_BYTES: or more */
} cc_raised_text;

typedef enum cc_raised {
    CC_RAISED_PLAIN = 0,
    CC_RAISED_MARKER, /* of a note: no text */
    CC_RAISED_POWER,  /* "10" and a raised "6": a mark has to stand before it */
} cc_raised;

static inline bool cc_raised_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool cc_raised_is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* "1", "[2, 3]", "*", "†". */
static inline bool cc_raised_is_marker(const cc_raised_text *raised)
{
    static const char *const signs[] = {"\u2020", "\u2021", "\u00A7", "\u00B6",
                                        "\u2191", "\u21A9", "\uFE0E", "\u2013"};
    const char              *at      = raised->bytes;
    while (*at != '\0') {
        size_t len = strchr("0123456789()[],*#^-", *at) != NULL;
        for (size_t i = 0; i < sizeof signs / sizeof *signs && len == 0; i++)
            len = strncmp(at, signs[i], strlen(signs[i])) == 0 ? strlen(signs[i]) : 0;
        if (len == 0)
            return false;
        at += len;
    }
    return raised->len > 0 && raised->len < CC_RAISED_BYTES;
}

/* The word that `before` ends with. */
static inline cc_str cc_raised_last_word(cc_str before)
{
    size_t start = before.len;
    while (start > 0 && (cc_raised_is_letter(before.ptr[start - 1]) ||
                         cc_raised_is_digit(before.ptr[start - 1]) ||
                         before.ptr[start - 1] == '.' || before.ptr[start - 1] == ','))
        start--;
    return (cc_str){before.ptr + start, before.len - start};
}

static inline bool cc_raised_is_word(cc_str word, const char *z)
{
    return word.len == strlen(z) && memcmp(word.ptr, z, word.len) == 0;
}

/* "m", "9km", "x". */
static inline bool cc_raised_is_unit(cc_str word)
{
    static const char *const units[] = {"m",  "km", "cm", "mm", "dm",   "hm",   "ft",
                                        "in", "yd", "mi", "nm", "mile", "miles"};
    while (word.len > 0 && cc_raised_is_digit(word.ptr[0]))
        word = (cc_str){word.ptr + 1, word.len - 1};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (cc_raised_is_word(word, units[i]))
            return true;
    return false;
}

static inline cc_raised cc_raised_judge_digits(const cc_raised_text *raised, cc_str before)
{
    cc_str word  = cc_raised_last_word(before);
    char   first = raised->bytes[0];
    if (cc_raised_is_unit(word) && raised->len == 1 && (first == '2' || first == '3'))
        return CC_RAISED_PLAIN;
    if (cc_raised_is_word(word, "10") || cc_raised_is_word(word, "x10") ||
        (word.len == 1 && cc_raised_is_letter(word.ptr[0]) && first != '1'))
        return CC_RAISED_POWER;
    return CC_RAISED_MARKER;
}

/* `before` is the text of the block in hand, empty where a blank follows it. */
static inline cc_raised cc_raised_judge(const cc_raised_text *raised, cc_str before)
{
    const char *at    = raised->bytes;
    char        last  = before.len > 0 ? before.ptr[before.len - 1] : '\0';
    bool        minus = at[0] == '-' || strncmp(at, "\u2212", 3) == 0;
    if (minus && last != '\0' && cc_raised_is_digit(at[at[0] == '-' ? 1 : 3]))
        return CC_RAISED_POWER;
    if (raised->len > 0 && strspn(at, "0123456789") == raised->len)
        return cc_raised_judge_digits(raised, before);
    bool flag = raised->len == 1 && at[0] >= 'a' && at[0] <= 'z' && at[0] != 'o' &&
                (cc_raised_is_digit(last) || last == '%' || last == ')');
    return flag || cc_raised_is_marker(raised) ? CC_RAISED_MARKER : CC_RAISED_PLAIN;
}

#endif
