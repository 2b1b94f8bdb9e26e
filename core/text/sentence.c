/* sentence.c - a full stop, question or exclamation mark, what may follow it, what must. */
#include "text/sentence.h"

#include "base/bounds.h"
#include "base/yaml.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

enum { MAX_WORD = 24 }; /* bytes before a full stop that can be an abbreviation */

/* -- The table ------------------------------------------------------------------------------ */

static int compare_abbreviations(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_abbreviation *)a)->text, ((const cc_abbreviation *)b)->text);
}

static int compare_strings(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

static cc_abbreviation abbreviation_of(cc_arena *arena, cc_str word, cc_stop stop)
{
    char *copy = cc_new(arena, char, word.len);
    for (size_t i = 0; i < word.len; i++)
        copy[i] = cc_lower(word.ptr[i]);
    return (cc_abbreviation){{copy, word.len}, stop, cc_is_upper(word.ptr[0])};
}

static cc_status find_list(const cc_yaml_file *file, const char *key, const cc_yaml **ret,
                           cc_fault *fault)
{
    const cc_yaml *list = cc_yaml_find(file->root, key);
    if (list == NULL || list->kind != CC_YAML_LIST)
        return cc_yaml_fault(file, list == NULL ? file->root->offset : list->offset, fault,
                             "'%s' must be a list of words", key);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->kind != CC_YAML_SCALAR || list->items[i]->scalar.len == 0)
            return cc_yaml_fault(file, list->items[i]->offset, fault,
                                 "'%s' holds something that is no word", key);
    *ret = list;
    return CC_OK;
}

cc_status cc_abbreviations_load(cc_arena *arena, cc_str folder, cc_abbreviations *ret,
                                cc_fault *fault)
{
    cc_str path = cc_arena_printf(arena, "%.*s/tables/abbreviations.yaml", CC_F(folder));
    static const char *const known[] = {"schema", "never", "numbered", "closing", "starters", NULL};
    cc_yaml_file             file;
    const cc_yaml           *lists[3], *starters;
    CC_TRY(cc_yaml_read(arena, path.ptr, &file, fault));
    CC_TRY(cc_yaml_only(&file, file.root, known, fault));
    for (size_t i = 0; i < 3; i++)
        CC_TRY(find_list(&file, known[i + 1], &lists[i], fault));
    CC_TRY(find_list(&file, "starters", &starters, fault));
    cc_abbreviation *at =
        cc_new(arena, cc_abbreviation, lists[0]->count + lists[1]->count + lists[2]->count);
    size_t n = 0;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < lists[i]->count; k++)
            at[n++] =
                abbreviation_of(arena, lists[i]->items[k]->scalar, CC_STOP_NEVER + (cc_stop)i);
    cc_str *words = cc_new(arena, cc_str, starters->count);
    for (size_t i = 0; i < starters->count; i++)
        words[i] = starters->items[i]->scalar;
    qsort(at, n, sizeof *at, compare_abbreviations);
    qsort(words, starters->count, sizeof *words, compare_strings);
    *ret = (cc_abbreviations){at, n, words, starters->count};
    return CC_OK;
}

static cc_stop find_stop(const cc_abbreviations *abbreviations, cc_str word)
{
    char            folded[MAX_WORD];
    cc_abbreviation key = {.text = {folded, word.len}};
    for (size_t i = 0; i < word.len; i++)
        folded[i] = cc_lower(word.ptr[i]);
    const cc_abbreviation *found = abbreviations->count == 0
                                       ? NULL
                                       : bsearch(&key, abbreviations->at, abbreviations->count,
                                                 sizeof key, compare_abbreviations);
    bool                   fits  = found != NULL && (!found->capital || cc_is_upper(word.ptr[0]));
    return fits ? found->stop : CC_STOP_PLAIN;
}

/* -- Characters ----------------------------------------------------------------------------- */

typedef struct scan {
    cc_str                  text;
    const cc_abbreviations *abbreviations;
    size_t                  start; /* of the sentence in hand */
    cc_on_sentence         *each;
    void                   *user;
} scan;

static bool has(const scan *s, size_t at, const char *z)
{
    return cc_str_starts(cc_str_sub(s->text, at, s->text.len - at), cc_str_z(z));
}

/* The length of the first of `list` (ends with NULL) that stands at `at`; 0: none. */
static size_t length_of(const scan *s, size_t at, const char *const *list)
{
    char c = at < s->text.len ? s->text.ptr[at] : ' ';
    if (cc_is_blank(c) || cc_is_alpha(c) || cc_is_digit(c))
        return 0;
    for (; *list != NULL; list++)
        if (**list == c && has(s, at, *list))
            return strlen(*list);
    return 0;
}

static bool is_one_of(char c, const char *list)
{
    return c != '\0' && strchr(list, c) != NULL;
}

static size_t skip_blanks(const scan *s, size_t at)
{
    size_t len;
    while (at < s->text.len && (len = cc_utf8_blank_at(s->text, at)) > 0)
        at += len;
    return at;
}

static size_t closer_length(const scan *s, size_t at)
{
    static const char *const closers[] = {")", "]", "}", "\"", "'", "*", "_", "”",
                                          "’", "»", "›", "†",  "‡", "¹", "²", "³",
                                          "⁰", "⁴", "⁵", "⁶",  "⁷", "⁸", "⁹", NULL};
    return length_of(s, at, closers);
}

static size_t skip_openers(const scan *s, size_t at)
{
    static const char *const openers[] = {"(", "[", "{", "\"", "'", "*", "_",
                                          "“", "‘", "«", "‹",  "¿", "¡", NULL};
    size_t                   len;
    while ((len = length_of(s, at, openers)) > 0)
        at += len;
    return at;
}

static bool is_category(const scan *s, size_t at, utf8proc_category_t category)
{
    size_t len;
    return at < s->text.len &&
           utf8proc_category((utf8proc_int32_t)cc_utf8_at(s->text, at, &len)) == category;
}

static bool is_digit_at(const scan *s, size_t at)
{
    return at < s->text.len && cc_is_digit(s->text.ptr[at]);
}

static bool is_blank_or_end(const scan *s, size_t at)
{
    return at == s->text.len || cc_utf8_blank_at(s->text, at) > 0;
}

/* -- What stands before a full stop --------------------------------------------------------- */

/* Letters, digits, inner full stops and apostrophes. */
static bool is_word_char(uint32_t code)
{
    if (code < 0x80)
        return cc_is_alpha((char)code) || cc_is_digit((char)code) || code == '.' || code == '\'';
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

/* The word that ends at `end`; at most MAX_WORD bytes of it. */
static cc_str word_before(const scan *s, size_t end)
{
    size_t from = end, len;
    while (from > s->start && end - from < MAX_WORD) {
        size_t at = from - 1;
        while (at > s->start && (s->text.ptr[at] & 0xC0) == 0x80)
            at--;
        if (end - at > MAX_WORD || !is_word_char(cc_utf8_at(s->text, at, &len)))
            break;
        from = at;
    }
    return cc_str_sub(s->text, from, end - from);
}

/* "U.S", "p.m", "Ph.D": parts of at most two letters. */
static bool is_dotted(cc_str word)
{
    size_t part = 0, dots = 0;
    for (size_t i = 0; i < word.len; i++) {
        bool dot = word.ptr[i] == '.';
        if (dot ? part == 0 : !cc_is_alpha(word.ptr[i]) || part == 2)
            return false;
        part = dot ? 0 : part + 1;
        dots += dot;
    }
    return dots > 0 && part > 0;
}

static bool is_initial(cc_str word)
{
    size_t len;
    return word.len > 0 && word.len <= 4 &&
           utf8proc_category((utf8proc_int32_t)cc_utf8_at(word, 0, &len)) == UTF8PROC_CATEGORY_LU &&
           len == word.len;
}

/* "1", "IV" or "b" at the start of the sentence numbers it. */
static bool is_enumerator(const scan *s, cc_str word)
{
    size_t digits = 0, roman = 0;
    if (word.len == 0 || word.len > 4 ||
        skip_openers(s, s->start) != (size_t)(word.ptr - s->text.ptr))
        return false;
    for (size_t i = 0; i < word.len; i++) {
        digits += cc_is_digit(word.ptr[i]);
        roman += is_one_of(word.ptr[i], "IVXLC");
    }
    return (digits == word.len && digits < 4) || roman == word.len ||
           (word.len == 1 && cc_is_alpha(word.ptr[0]));
}

static bool is_starter(const scan *s, size_t at)
{
    size_t end = at;
    while (end < s->text.len && cc_is_alpha(s->text.ptr[end]))
        end++;
    cc_str word = cc_str_sub(s->text, at, end - at);
    return word.len > 0 && (end == s->text.len || s->text.ptr[end] != '.') &&
           s->abbreviations->starter_count > 0 &&
           bsearch(&word, s->abbreviations->starters, s->abbreviations->starter_count, sizeof word,
                   compare_strings) != NULL;
}

/* -- A possible end ------------------------------------------------------------------------- */

/* ".", "?!", "...": what closes, with all that repeats it. `dots` counts full stops, 3 for "…". */
typedef struct closing {
    size_t start, end, dots;
    bool   loud; /* ? or ! is among them */
} closing;

static bool find_closing(const scan *s, size_t from, closing *ret)
{
    const char *at = s->text.ptr + from, *stop = s->text.ptr + s->text.len;
    while (at < stop && *at != '.' && *at != '?' && *at != '!' && *at != '\xE2')
        at++;
    *ret = (closing){(size_t)(at - s->text.ptr), (size_t)(at - s->text.ptr), 0, false};
    while (ret->end < s->text.len) {
        char   c        = s->text.ptr[ret->end];
        size_t ellipsis = c == '\xE2' && has(s, ret->end, "…") ? 3 : 0;
        if (c != '.' && c != '?' && c != '!' && ellipsis == 0)
            break;
        ret->dots += c == '.' ? 1 : ellipsis;
        ret->loud |= c == '?' || c == '!';
        ret->end += ellipsis > 0 ? ellipsis : 1;
    }
    return at < stop;
}

/* "2020.12 The": whether the word before can carry a note's number. A decimal cannot. */
static bool may_carry_note(const scan *s, size_t dot)
{
    cc_str word = word_before(s, dot);
    size_t n    = 0;
    if (word.len == 0)
        return dot > s->start && is_one_of(s->text.ptr[dot - 1], ")]%\"'");
    while (n < word.len && cc_is_digit(word.ptr[n]))
        n++;
    if (n == word.len) {
        size_t at = (size_t)(word.ptr - s->text.ptr);
        return n == 4 && word.ptr[0] <= '2' &&
               (at == s->start || !is_one_of(s->text.ptr[at - 1], ",$"));
    }
    char last = word.ptr[word.len - 1];
    if (cc_is_digit(last))
        return false;
    cc_stop stop = find_stop(s->abbreviations, word);
    return stop == CC_STOP_PLAIN || stop == CC_STOP_CLOSING;
}

/* A note's number glued to the end, "12" or "12,13", or "[12]". Returns where it ends. */
static size_t skip_note(const scan *s, const closing *c, size_t at)
{
    bool   bracket = at < s->text.len && s->text.ptr[at] == '[';
    size_t end = at + bracket, digits = 0;
    while (end < s->text.len && end - at < 12 && (is_digit_at(s, end) || s->text.ptr[end] == ',')) {
        digits = s->text.ptr[end] == ',' ? 0 : digits + 1;
        if (digits > 3)
            return at;
        end++;
    }
    if (digits == 0)
        return at;
    if (bracket)
        return end < s->text.len && s->text.ptr[end] == ']' ? end + 1 : at;
    bool glued = at == c->end && !c->loud && !may_carry_note(s, c->start);
    return glued || !is_blank_or_end(s, end) ? at : end;
}

/* Closing quotes, parentheses and note markers. */
static size_t skip_tail(const scan *s, const closing *c)
{
    size_t at = c->end, len;
    for (;;) {
        if ((len = closer_length(s, at)) == 0 && (len = skip_note(s, c, at) - at) == 0)
            return at;
        at += len;
    }
}

static bool stop_ends(const scan *s, const closing *c, size_t next)
{
    cc_str word = word_before(s, c->start);
    if (c->dots == 2 || c->dots == 3 || word.len == 0) {
        bool after_mark = c->dots == 1 && c->start > s->start && s->text.ptr[c->start - 1] != ' ';
        return after_mark || is_starter(s, next);
    }
    if (is_enumerator(s, word))
        return false;
    if (is_dotted(word) ? find_stop(s->abbreviations, word) == CC_STOP_PLAIN : is_initial(word))
        return is_starter(s, next);
    switch (find_stop(s->abbreviations, word)) {
    case CC_STOP_NEVER: return false;
    case CC_STOP_NUMBERED: return !is_digit_at(s, next);
    case CC_STOP_CLOSING: return is_starter(s, next);
    case CC_STOP_PLAIN: break;
    }
    return true;
}

/* Whether a sentence ends at the closing mark, whose tail ends at `tail`. */
static bool is_end(const scan *s, const closing *c, size_t tail)
{
    if (!is_blank_or_end(s, tail))
        return false;
    size_t next = skip_blanks(s, tail);
    if (next == s->text.len)
        return true;
    if (c->dots == 1 && s->text.ptr[next] == '.')
        return false;
    next = skip_openers(s, next);
    if (is_category(s, next, UTF8PROC_CATEGORY_LL))
        return false;
    return c->loud || stop_ends(s, c, next);
}

/* -- Sentences ------------------------------------------------------------------------------ */

/* Where a piece of at most CC_MAX_WINDOW_BYTES from `start` on is cut. */
static size_t find_cut(cc_str text, size_t start)
{
    size_t limit = start + CC_MAX_WINDOW_BYTES, at = limit;
    while (at > start && text.ptr[at] != ' ')
        at--;
    if (at > start)
        return at;
    for (at = limit; (text.ptr[at] & 0xC0) == 0x80;)
        at--;
    return at;
}

static void emit(scan *s, size_t end)
{
    size_t start = skip_blanks(s, s->start);
    s->start     = end;
    while (end > start && cc_is_blank(s->text.ptr[end - 1]))
        end--;
    while (end - start > CC_MAX_WINDOW_BYTES && end > start) {
        size_t cut = find_cut(s->text, start);
        s->each(s->user, (cc_span){(uint32_t)start, (uint32_t)(cut - start)});
        start = skip_blanks(s, cut);
    }
    if (end > start)
        s->each(s->user, (cc_span){(uint32_t)start, (uint32_t)(end - start)});
}

void cc_sentence_each(cc_str text, const cc_abbreviations *abbreviations, cc_on_sentence *each,
                      void *user)
{
    scan    s = {text, abbreviations, 0, each, user};
    closing c = {0};
    s.start   = skip_blanks(&s, 0);
    while (find_closing(&s, c.end, &c)) {
        if (c.end == c.start) {
            c.end++;
            continue;
        }
        size_t tail = skip_tail(&s, &c);
        if (!is_end(&s, &c, tail))
            continue;
        emit(&s, tail);
        s.start = c.end = skip_blanks(&s, tail);
    }
    emit(&s, text.len);
}

void cc_sentence_whole(cc_str text, cc_on_sentence *each, void *user)
{
    scan s = {.text = text, .each = each, .user = user};
    emit(&s, text.len);
}
