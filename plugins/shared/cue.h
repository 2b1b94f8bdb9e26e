/* cue.h - text between figures, and the words of rules/<lang>/tables/arithmetic.yaml in it. */
#ifndef CC_SHARED_CUE_H
#define CC_SHARED_CUE_H

#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

enum {
    CC_CUE_WORDS = 3,  /* the longest cue: "more than one" */
    CC_CUE_BYTES = 64, /* no cue is longer */
};

static inline uint32_t cc_end_of(const cc_fact *f)
{
    return f->span.off + f->span.len;
}

static inline cc_str cc_text_of(const cc_doc *doc, cc_span span)
{
    return (cc_str){doc->text.ptr + span.off, span.len};
}

static inline cc_str cc_text_between(const cc_doc *doc, uint32_t from, uint32_t to)
{
    return (cc_str){doc->text.ptr + from, to > from ? to - from : 0};
}

static inline bool cc_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static inline bool cc_is(cc_str s, const char *word)
{
    return s.len == strlen(word) && memcmp(s.ptr, word, s.len) == 0;
}

static inline bool cc_is_same(cc_str a, cc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool cc_contains(cc_str s, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= s.len; i++)
        if (memcmp(s.ptr + i, part, len) == 0)
            return true;
    return false;
}

static inline bool cc_has_byte(cc_str s, char c)
{
    return s.len > 0 && memchr(s.ptr, c, s.len) != NULL;
}

static inline bool cc_ends(cc_str s, const char *word)
{
    size_t len = strlen(word);
    return s.len >= len && memcmp(s.ptr + s.len - len, word, len) == 0;
}

static inline cc_str cc_trim(cc_str s)
{
    while (s.len > 0 && s.ptr[0] == ' ')
        s = (cc_str){s.ptr + 1, s.len - 1};
    while (s.len > 0 && s.ptr[s.len - 1] == ' ')
        s.len--;
    return s;
}

/* The next word in *rest: letters, hyphens, apostrophes; empty: there is none. */
static inline cc_str cc_next_word(cc_str *rest)
{
    size_t from = 0, to;
    while (from < rest->len && !cc_is_letter(rest->ptr[from]))
        from++;
    for (to = from; to < rest->len && (cc_is_letter(rest->ptr[to]) || rest->ptr[to] == '-');)
        to++;
    cc_str word = {rest->ptr + from, to - from};
    *rest       = (cc_str){rest->ptr + to, rest->len - to};
    return word;
}

/* Whether the table arithmetic.yaml lists the word or words in the section. */
static inline bool cc_is_cue(const cc_host *host, const char *section, cc_str words)
{
    char key[CC_CUE_BYTES];
    int  n = snprintf(key, sizeof key, "%s.%.*s", section, (int)words.len, words.ptr);
    return words.len < sizeof key && n < (int)sizeof key &&
           host->table(host, "arithmetic", (cc_str){key, (size_t)n}).len > 0;
}

/* The first cue of a section in a text, up to three words long; empty: none. */
static inline cc_str cc_find_cue(const cc_host *host, const char *section, cc_str text)
{
    for (cc_str word; (word = cc_next_word(&text)).len > 0;) {
        cc_str rest = text, cue = word;
        for (int i = 0; i < CC_CUE_WORDS; i++) {
            if (cc_is_cue(host, section, cue))
                return cue;
            cc_str next = cc_next_word(&rest);
            if (next.len == 0 || next.ptr != cue.ptr + cue.len + 1)
                break;
            cue.len = (size_t)(next.ptr + next.len - cue.ptr);
        }
    }
    return (cc_str){0};
}

static inline bool cc_has_cue(const cc_host *host, const char *section, cc_str text)
{
    return cc_find_cue(host, section, text).len > 0;
}

/* How many words a text has. */
static inline size_t cc_count_words(cc_str text)
{
    size_t n = 0;
    while (cc_next_word(&text).len > 0)
        n++;
    return n;
}

static inline cc_str cc_last_words(cc_str text, size_t count)
{
    for (size_t n = cc_count_words(text); n > count; n--)
        cc_next_word(&text);
    return cc_trim(text);
}

static inline cc_str cc_first_word(cc_str text)
{
    return cc_next_word(&text);
}

static inline cc_str cc_first_words(cc_str text, size_t count)
{
    cc_str rest = text;
    while (count-- > 0)
        cc_next_word(&rest);
    return (cc_str){text.ptr, text.len - rest.len};
}

/* What follows the last comma, semicolon, colon or parenthesis. */
static inline cc_str cc_last_clause(cc_str text)
{
    size_t from = text.len;
    while (from > 0 && !cc_has_byte((cc_str){",;(:", 4}, text.ptr[from - 1]))
        from--;
    return (cc_str){text.ptr + from, text.len - from};
}

#endif
