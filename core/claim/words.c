/* words.c - cuts text into words, stems them once, and finds the places among them. */
#include "claim/words.h"

#include <libstemmer.h>

enum {
    MAX_SEEN        = 200000, /* words a worker remembers before it starts anew */
    MAX_PLACE_WORDS = 3,
};

struct cc_stemmer {
    const cc_vocabulary *vocabulary;
    struct sb_stemmer   *snowball;
    cc_arena             arena; /* holds this struct too */
    cc_mark              empty;
    cc_dict              seen; /* folded word to index in known, from 1 */
    CC_LIST(cc_word) known;
};

/* -- Words of a text ------------------------------------------------------------------------------ */

cc_stemmer *cc_stemmer_new(const cc_vocabulary *vocabulary)
{
    cc_arena    arena = {0};
    cc_stemmer *s     = cc_new(&arena, cc_stemmer, 1);
    s->vocabulary     = vocabulary;
    s->snowball       = sb_stemmer_new("english", NULL);
    s->arena          = arena;
    s->empty          = cc_arena_mark(&arena);
    return s;
}

void cc_stemmer_free(cc_stemmer *s)
{
    if (s == NULL)
        return;
    sb_stemmer_delete(s->snowball);
    cc_arena arena = s->arena;
    cc_arena_release(&arena);
}

static cc_word describe(cc_stemmer *s, cc_str folded)
{
    const sb_symbol *out =
        sb_stemmer_stem(s->snowball, (const sb_symbol *)folded.ptr, (int)folded.len);
    cc_str stem = folded;
    if (out != NULL)
        stem = cc_arena_dup(&s->arena,
                            (cc_str){(const char *)out, (size_t)sb_stemmer_length(s->snowball)});
    return cc_vocabulary_word(s->vocabulary, folded, stem);
}

static void forget(cc_stemmer *s)
{
    cc_arena_rewind(&s->arena, s->empty);
    s->seen     = (cc_dict){0};
    s->known.at = NULL;
    s->known.n = s->known.cap = 0;
}

/* The word with everything but its span and how it was written. */
static cc_word recall(cc_stemmer *s, cc_arena *arena, cc_str written)
{
    cc_mark mark   = cc_arena_mark(arena);
    cc_str  folded = cc_fold(arena, written);
    if (s->known.n >= MAX_SEEN)
        forget(s);
    uint64_t *at = cc_dict_find(&s->seen, folded);
    if (at == NULL) {
        folded                         = cc_arena_dup(&s->arena, folded);
        *cc_push(&s->arena, &s->known) = describe(s, folded);
        at                             = cc_dict_put(&s->arena, &s->seen, folded);
        *at                            = s->known.n;
    }
    cc_arena_rewind(arena, mark);
    cc_word word = s->known.at[*at - 1];
    word.stem    = cc_arena_dup(arena, word.stem);
    return word;
}

static size_t char_bytes(char c)
{
    unsigned char lead = (unsigned char)c;
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

/* Bytes of a letter or digit at `at`; 0: something else. Punctuation and signs beyond ASCII that
 * policy texts use lie in U+00A0-00BF, U+2000-206F and U+20A0-20CF. */
static size_t word_bytes(cc_str text, size_t at, size_t end)
{
    unsigned char c = (unsigned char)text.ptr[at];
    if (c < 0x80)
        return cc_is_alpha((char)c) || cc_is_digit((char)c) ? 1 : 0;
    size_t len = char_bytes(text.ptr[at]);
    if (at + len > end || (c == 0xC2 && (unsigned char)text.ptr[at + 1] < 0xC0))
        return 0;
    bool general = c == 0xE2 && (unsigned char)text.ptr[at + 1] <= 0x83;
    return general ? 0 : len;
}

/* "U.S." and "e.g.": a dot between single letters belongs to the word. */
static bool is_inner_dot(cc_str text, size_t at, size_t start, size_t end)
{
    return text.ptr[at] == '.' && at + 1 < end && cc_is_alpha(text.ptr[at + 1]) && at > start &&
           cc_is_alpha(text.ptr[at - 1]) && (at - 1 == start || text.ptr[at - 2] == '.') &&
           (at + 2 >= end || !cc_is_alpha(text.ptr[at + 2]));
}

static size_t word_end(cc_str text, size_t start, size_t end)
{
    size_t at = start;
    while (at < end) {
        size_t len = word_bytes(text, at, end);
        if (len == 0 && is_inner_dot(text, at, start, end))
            len = 1;
        if (len == 0)
            break;
        at += len;
    }
    return at;
}

static uint32_t written_classes(cc_str word)
{
    size_t capitals = 0, letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        capitals += cc_is_upper(word.ptr[i]);
        letters += cc_is_alpha(word.ptr[i]);
    }
    return (cc_is_upper(word.ptr[0]) ? CC_WORD_CAPITAL : 0) |
           (capitals >= 2 && capitals == letters ? CC_WORD_ACRONYM : 0);
}

/* The possessive s is passed over: "Canada's". */
static size_t skip_possessive(cc_str text, size_t at, size_t end)
{
    cc_str rest = cc_str_sub(text, at, end - at);
    size_t mark = cc_str_starts(rest, CC_S("'s"))              ? 2
                  : cc_str_starts(rest, CC_S("\xE2\x80\x99s")) ? 4
                                                               : 0;
    bool   ends = mark > 0 && (at + mark == end || word_bytes(text, at + mark, end) == 0);
    return ends ? at + mark : at;
}

/* Whether an address begins at `at`: what follows up to the next blank are no words. */
static bool starts_address(cc_str text, size_t at, size_t end)
{
    cc_str rest = cc_str_sub(text, at, end - at);
    return cc_str_starts(rest, CC_S("://")) || cc_str_starts(rest, CC_S("www.")) ||
           cc_str_starts(rest, CC_S("http"));
}

static size_t skip_address(cc_str text, size_t at, size_t end)
{
    while (at < end && !cc_is_blank(text.ptr[at]))
        at++;
    return at;
}

static cc_word take_word(cc_stemmer *s, cc_arena *arena, cc_str text, size_t at, size_t stop)
{
    cc_str  written = cc_str_sub(text, at, stop - at);
    cc_word word    = recall(s, arena, written);
    word.classes |= written_classes(written);
    word.span = (cc_span){(uint32_t)at, (uint32_t)(stop - at)};
    return word;
}

void cc_words_split(cc_stemmer *s, cc_arena *arena, cc_str text, cc_span span, cc_words *words)
{
    size_t end = (size_t)span.off + span.len;
    for (size_t at = span.off; at < end;) {
        size_t stop = word_end(text, at, end);
        if (starts_address(text, at, end)) {
            at = skip_address(text, at, end);
        } else if (stop == at) {
            at += char_bytes(text.ptr[at]);
        } else {
            *cc_push(arena, words) = take_word(s, arena, text, at, stop);
            at                     = skip_possessive(text, stop, end);
        }
    }
}

/* -- Places -------------------------------------------------------------------------------------------- */

static cc_str fold_run(cc_arena *arena, cc_str text, const cc_words *words, size_t from, size_t to)
{
    uint32_t start = words->at[from].span.off;
    uint32_t end   = words->at[to - 1].span.off + words->at[to - 1].span.len;
    return cc_fold(arena, cc_str_sub(text, start, end - start));
}

/* "Us" at the start of a sentence is no country. */
static bool is_pronoun(const cc_word *word)
{
    return word->span.len == 2 && !(word->classes & CC_WORD_ACRONYM);
}

/* "US$", "US dollars": a currency. */
static bool is_of_money(cc_str text, const cc_word *word)
{
    uint32_t end  = word->span.off + word->span.len;
    cc_str   rest = cc_str_sub(text, end, text.len - end);
    return cc_str_starts(rest, CC_S("$")) || cc_str_starts(rest, CC_S(" dollar"));
}

/* How many words from `at` on are a place's name, the longest; 0: none. */
static size_t find_place(const cc_vocabulary *v, cc_arena *arena, cc_str text,
                         const cc_words *words, size_t at, cc_str *ret, uint32_t *ret_classes)
{
    size_t most = words->n - at < MAX_PLACE_WORDS ? words->n - at : MAX_PLACE_WORDS;
    if (!(words->at[at].classes & (CC_WORD_CAPITAL | CC_WORD_ACRONYM)))
        return 0;
    for (size_t n = most; n > 0; n--) {
        if (n == 1 && (is_pronoun(&words->at[at]) || is_of_money(text, &words->at[at])))
            continue;
        *ret = cc_vocabulary_place(v, fold_run(arena, text, words, at, at + n), ret_classes);
        if (ret->len > 0)
            return n;
    }
    return 0;
}

/* "the U.S. purchased" */
static bool is_past(cc_str text, const cc_word *word)
{
    return cc_str_ends(cc_str_span(text, word->span), CC_S("ed"));
}

/* An adjective or short form before a noun, or a possessive. */
static bool qualifies(cc_str text, const cc_words *words, size_t at, size_t n, cc_str name)
{
    const cc_word *last = &words->at[at + n - 1];
    uint32_t       end  = last->span.off + last->span.len;
    if (skip_possessive(text, end, text.len) > end)
        return true;
    const cc_word *next = at + n < words->n ? &words->at[at + n] : NULL;
    bool           noun = next != NULL && next->span.off <= end + 2 &&
                cc_is_lower(text.ptr[next->span.off]) &&
                !(next->classes & (CC_WORD_STOP | CC_WORD_VERB)) && !is_past(text, next);
    cc_str written = cc_str_sub(text, words->at[at].span.off, end - words->at[at].span.off);
    return noun && !cc_str_eq_nocase(written, name);
}

void cc_words_mark_places(const cc_vocabulary *v, cc_arena *arena, cc_str text, cc_words *words,
                          cc_places_named *places)
{
    for (size_t at = 0; at < words->n;) {
        cc_str   name;
        uint32_t classes = 0;
        size_t   n       = find_place(v, arena, text, words, at, &name, &classes);
        if (n > 0)
            *cc_push(arena, places) =
                (cc_place_name){name, words->at[at].span.off, qualifies(text, words, at, n, name)};
        for (size_t i = 0; i < n; i++)
            words->at[at + i].classes |= classes;
        at += n > 0 ? n : 1;
    }
}
