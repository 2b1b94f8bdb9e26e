/* hyphen.h - what a hyphen at the end of a line was for: a broken word, a compound, a range. */
#ifndef CC_SHARED_HYPHEN_H
#define CC_SHARED_HYPHEN_H

#include "shape.h"

/* What stands between two lines of a block. */
typedef enum cc_txt_seam {
    CC_TXT_SEAM_BLANK = 0,
    CC_TXT_SEAM_HYPHEN, /* the hyphen, and no blank */
    CC_TXT_SEAM_WORD,   /* nothing: the hyphen goes */
} cc_txt_seam;

/* Words of a text, as a Bloom filter: it may know a word that is not there. */
typedef struct cc_txt_words_seen {
    uint8_t *bits; /* NULL: not yet filled */
} cc_txt_words_seen;

enum {
    CC_TXT_FILTER_BITS = 1 << 22, /* 512 KiB; one in ten for 500,000 different words */
    CC_TXT_MAX_WORD    = 64,      /* bytes of a half */
};

/* -- Words of the text ---------------------------------------------------------------------- */

static inline uint64_t cc_txt_hash_on(uint64_t hash, cc_str in, cc_range word)
{
    for (size_t i = word.start; i < word.end; i++)
        hash = (hash ^ (unsigned char)cc_small(in.ptr[i])) * UINT64_C(1099511628211);
    return hash;
}

static inline uint64_t cc_txt_hash_word(cc_str in, cc_range word)
{
    return cc_txt_hash_on(UINT64_C(1469598103934665603), in, word);
}

static inline void cc_txt_note_word(cc_txt_words_seen *seen, uint64_t hash)
{
    size_t a = hash % CC_TXT_FILTER_BITS, b = (hash >> 32) % CC_TXT_FILTER_BITS;
    seen->bits[a / 8] |= (uint8_t)(1u << a % 8);
    seen->bits[b / 8] |= (uint8_t)(1u << b % 8);
}

static inline bool cc_txt_knows(const cc_txt_words_seen *seen, uint64_t hash)
{
    size_t a = hash % CC_TXT_FILTER_BITS, b = (hash >> 32) % CC_TXT_FILTER_BITS;
    return (seen->bits[a / 8] >> a % 8 & 1) != 0 && (seen->bits[b / 8] >> b % 8 & 1) != 0;
}

/* All words but the halves at line ends. */
static inline void cc_txt_fill(const cc_host *host, cc_txt_words_seen *seen, cc_str in)
{
    bool half  = false;
    seen->bits = host->alloc(host, CC_TXT_FILTER_BITS / 8, sizeof(uint64_t));
    for (size_t at = 0; at < in.len;) {
        cc_range word = {at, at};
        while (word.end < in.len && cc_txt_is_letter(in.ptr[word.end]))
            word.end++;
        at          = word.end + (word.end == word.start);
        bool hyphen = word.end + 1 < in.len && in.ptr[word.end] == '-';
        bool broken = hyphen && cc_txt_is_one_of(in.ptr[word.end + 1], " \t\r\n");
        if (word.end > word.start && !half && !broken)
            cc_txt_note_word(seen, cc_txt_hash_word(in, word));
        half = word.end > word.start ? broken : half;
    }
}

/* -- Halves --------------------------------------------------------------------------------- */

static inline cc_range cc_txt_word_before(cc_str in, cc_range line, size_t end)
{
    cc_range ret = {end, end};
    while (ret.start > line.start && end - ret.start < CC_TXT_MAX_WORD &&
           cc_txt_is_letter(in.ptr[ret.start - 1]))
        ret.start--;
    return ret;
}

static inline cc_range cc_txt_word_after(cc_str in, cc_range line)
{
    cc_range ret = {line.start, line.start};
    while (ret.end < line.end && ret.end - ret.start < CC_TXT_MAX_WORD &&
           cc_txt_is_letter(in.ptr[ret.end]))
        ret.end++;
    return ret;
}

static inline bool cc_txt_is_capitals(cc_str in, cc_range word)
{
    for (size_t i = word.start; i < word.end; i++)
        if (!cc_txt_is_capital(in.ptr[i]))
            return false;
    return word.end > word.start;
}

static inline bool cc_txt_is_word(cc_str in, cc_range word, const char *const *words)
{
    return word.end > word.start &&
           cc_txt_begins_with_word(in, word, words) == word.end - word.start;
}

/* "long-term", "trade-related" */
static inline bool cc_txt_is_usual(cc_str in, cc_range a, cc_range b)
{
    static const char *const firsts[]  = {"cross", "decision", "eight", "five",  "four",   "full",
                                          "half",  "high",     "long",  "low",   "middle", "nine",
                                          "non",   "policy",   "self",  "seven", "short",  "six",
                                          "three", "twenty",   "two",   "well",  NULL};
    static const char *const endings[] = {"ment", "ness", "ship", "teen", "ages", "land", NULL};
    static const char *const lasts[]   = {
          "adjusted", "and",    "backed",  "based",   "being",     "border",  "bound",    "century",
          "class",    "dollar", "driven",  "earning", "ended",     "free",    "friendly", "funded",
          "going",    "held",   "hour",    "income",  "intensive", "known",   "led",      "level",
          "made",     "making", "mile",    "minded",  "month",     "neutral", "of",       "oriented",
          "owned",    "person", "point",   "profit",  "ranging",   "range",   "related",  "running",
          "scale",    "sector", "sharing", "size",    "sized",     "skilled", "specific", "sponsored",
          "style",    "term",   "the",     "third",   "thirds",    "type",    "week",     "wide",
          "year",     "years",  NULL};
    return cc_txt_is_word(in, b, lasts) || (cc_txt_is_word(in, a, firsts) && b.end - b.start >= 4 &&
                                            !cc_txt_is_word(in, b, endings));
}

/* -- The hyphen ----------------------------------------------------------------------------- */

static inline size_t cc_txt_hyphen_length(cc_str in, cc_range line)
{
    static const char *const hyphens[] = {"-", "\xC2\xAD", "\xE2\x80\x90"};
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        size_t len = strlen(hyphens[i]);
        if (line.end - line.start > len && memcmp(in.ptr + line.end - len, hyphens[i], len) == 0)
            return len;
    }
    return 0;
}

/* A hyphen of figures and names: "2019-2020", "US-Mexico", "G-8", "mid-1990s". */
static inline bool cc_txt_is_joint(cc_str in, cc_range above, size_t end, cc_range a,
                                   cc_range below, cc_range b)
{
    static const char *const before[] = {"mid", "post", "pre", NULL}; /* a year */
    bool word = b.end > b.start, digit = cc_txt_is_digit_at(in, below.start, below.end);
    if (a.end == a.start)
        return cc_txt_is_digit_at(in, end - 1, above.end) && (word || digit);
    bool name = cc_txt_is_capitals(in, a) && a.end - a.start <= 3;
    return word || (digit && (name || cc_txt_is_word(in, a, before)));
}

/* A word that stands whole in the text is that word; halves that both stand in it keep their
 * hyphen. Figures keep theirs. *ret_len is the hyphen's length; it ends `above`. */
static inline cc_txt_seam cc_txt_hyphen_judge(const cc_host *host, cc_txt_words_seen *seen,
                                              cc_str in, cc_range above, cc_range below,
                                              size_t *ret_len)
{
    static const char *const joiners[] = {"and", "or", "to", NULL};
    size_t                   len = cc_txt_hyphen_length(in, above), end = above.end - len;
    cc_range a = cc_txt_word_before(in, above, end), b = cc_txt_word_after(in, below);
    *ret_len = len;
    if (len == 0 || cc_txt_is_word(in, b, joiners))
        return CC_TXT_SEAM_BLANK;
    if (len == 2)
        return CC_TXT_SEAM_WORD;
    bool capitals = cc_txt_is_capitals(in, a) && cc_txt_is_capitals(in, b) && b.end - b.start > 1;
    bool halves =
        a.end - a.start > 1 && b.end - b.start > 1 &&
        (capitals || (cc_txt_is_little(in.ptr[b.start]) && !cc_txt_is_capital(in.ptr[a.end - 1])));
    if (!halves)
        return cc_txt_is_joint(in, above, end, a, below, b) ? CC_TXT_SEAM_HYPHEN
                                                            : CC_TXT_SEAM_BLANK;
    if (seen->bits == NULL)
        cc_txt_fill(host, seen, in);
    bool part = a.start > above.start && cc_txt_is_one_of(in.ptr[a.start - 1], "-/");
    bool more = b.end < below.end && in.ptr[b.end] == '-';
    if (part || more)
        return CC_TXT_SEAM_HYPHEN;
    if (cc_txt_knows(seen, cc_txt_hash_on(cc_txt_hash_word(in, a), in, b)))
        return CC_TXT_SEAM_WORD;
    bool words =
        cc_txt_knows(seen, cc_txt_hash_word(in, a)) && cc_txt_knows(seen, cc_txt_hash_word(in, b));
    return words || cc_txt_is_usual(in, a, b) ? CC_TXT_SEAM_HYPHEN : CC_TXT_SEAM_WORD;
}

#endif
