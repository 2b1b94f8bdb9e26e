/* vocabulary.c - reads the word tables of a language and splits text into known words. */
#include "claim/vocabulary.h"

#include "base/yaml.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <utf8proc.h>

enum {
    CLASS_COUNT     = 23,
    IDF_UNSEEN      = 6000,
    MAX_SEEN        = 200000, /* words a worker remembers before it starts anew */
    MAX_PLACE_WORDS = 3,
    CONTRAST_BITS   = 8, /* members of one set */
    MAX_SETS        = 4096 / 64,
};

static const char *const class_names[CLASS_COUNT] = {
    "stop",        "verb",         "number",         "month",    "clause",       "boundary",
    "level",       "up",           "down",           "filler",   "after_filler", "change_noun",
    "conditional", "forecast",     "target",         "estimate", "negation",     "part_cue",
    "identifier",  "duration_cue", "duration_after", "numbered", "ranking",
};

typedef struct prefix {
    cc_str   text;
    uint32_t classes;
} prefix;

typedef CC_LIST(prefix) prefixes;

typedef struct contrast_word {
    cc_str  stem;
    uint8_t members[MAX_SETS];
} contrast_word;

struct cc_vocabulary {
    cc_arena *arena;
    cc_dict   classes;
    prefixes  prefixes;
    cc_dict   idf;
    cc_dict   synonyms; /* stem to index in heads, from 1 */
    CC_LIST(cc_str) heads;
    cc_dict contrasts; /* stem to index in contrast_words, from 1 */
    CC_LIST(contrast_word) contrast_words;
    size_t  set_count, marked_count;
    cc_dict places; /* folded name to index in place_names, from 1 */
    CC_LIST(cc_str) place_names;
};

struct cc_stemmer {
    const cc_vocabulary *vocabulary;
    struct sb_stemmer   *snowball;
    cc_arena             arena; /* holds this struct too */
    cc_mark              empty;
    cc_dict              seen; /* folded word to index in known, from 1 */
    CC_LIST(cc_word) known;
};

/* -- Folding and stemming --------------------------------------------------------------------- */

static bool is_ascii(cc_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

static cc_str fold_unicode(cc_arena *arena, cc_str word)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t  len =
        utf8proc_map((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, &folded,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    cc_str ret = len < 0 ? word : (cc_str){(const char *)folded, (size_t)len};
    ret        = cc_arena_dup(arena, ret);
    free(folded);
    return ret;
}

cc_str cc_fold(cc_arena *arena, cc_str word)
{
    if (!is_ascii(word))
        return fold_unicode(arena, word);
    char *folded = cc_arena_alloc(arena, word.len + 1, 1);
    for (size_t i = 0; i < word.len; i++)
        folded[i] = cc_lower(word.ptr[i]);
    return (cc_str){folded, word.len};
}

static cc_str stem_folded(struct sb_stemmer *snowball, cc_arena *arena, cc_str folded)
{
    const sb_symbol *out =
        sb_stemmer_stem(snowball, (const sb_symbol *)folded.ptr, (int)folded.len);
    if (out == NULL)
        return folded;
    return cc_arena_dup(arena, (cc_str){(const char *)out, (size_t)sb_stemmer_length(snowball)});
}

/* -- Loading ------------------------------------------------------------------------------------ */

static void add_classes(cc_vocabulary *v, cc_str word, uint32_t bit)
{
    if (word.len > 1 && word.ptr[word.len - 1] == '*')
        *cc_push(v->arena, &v->prefixes) = (prefix){cc_str_sub(word, 0, word.len - 1), bit};
    else
        *cc_dict_put(v->arena, &v->classes, word) |= bit;
}

static cc_status load_classes(cc_vocabulary *v, const cc_yaml_file *file, cc_fault *fault)
{
    const cc_yaml *classes = cc_yaml_find(file->root, "classes");
    if (classes == NULL || classes->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, 0, fault, "no map 'classes'");
    for (size_t i = 0; i < classes->count; i++) {
        size_t at = 0;
        while (at < CLASS_COUNT && !cc_str_eq(classes->pairs[i].key, cc_str_z(class_names[at])))
            at++;
        if (at == CLASS_COUNT)
            return cc_yaml_fault(file, classes->pairs[i].key_offset, fault,
                                 "unknown class of words '%.*s'", CC_F(classes->pairs[i].key));
        const cc_yaml *words = classes->pairs[i].value;
        for (size_t k = 0; k < words->count && words->kind == CC_YAML_LIST; k++)
            add_classes(v, words->items[k]->scalar, 1u << at);
    }
    return CC_OK;
}

static cc_status load_synonyms(cc_vocabulary *v, struct sb_stemmer *snowball,
                               const cc_yaml_file *file, cc_fault *fault)
{
    const cc_yaml *groups = cc_yaml_find(file->root, "groups");
    if (groups == NULL || groups->kind != CC_YAML_LIST)
        return cc_yaml_fault(file, 0, fault, "no list 'groups'");
    for (size_t i = 0; i < groups->count; i++) {
        const cc_yaml *group = groups->items[i];
        for (size_t k = 0; k < group->count && group->kind == CC_YAML_LIST; k++) {
            cc_str stem = stem_folded(snowball, v->arena, group->items[k]->scalar);
            if (k == 0)
                *cc_push(v->arena, &v->heads) = stem;
            *cc_dict_put(v->arena, &v->synonyms, stem) = v->heads.n;
        }
    }
    return CC_OK;
}

static cc_str find_head(const cc_vocabulary *v, cc_str stem)
{
    const uint64_t *at = cc_dict_find(&v->synonyms, stem);
    return at == NULL ? stem : v->heads.at[*at - 1];
}

static void add_contrast(cc_vocabulary *v, cc_str stem, size_t set, size_t member)
{
    uint64_t *at = cc_dict_put(v->arena, &v->contrasts, stem);
    if (*at == 0) {
        cc_push(v->arena, &v->contrast_words)->stem = stem;
        *at                                         = v->contrast_words.n;
    }
    v->contrast_words.at[*at - 1].members[set] |= (uint8_t)(1u << member);
}

static cc_status load_sets(cc_vocabulary *v, struct sb_stemmer *snowball, const cc_yaml_file *file,
                           const char *key, cc_fault *fault)
{
    const cc_yaml *sets  = cc_yaml_find(file->root, key);
    size_t         first = v->set_count;
    if (sets == NULL || sets->kind != CC_YAML_LIST || first + sets->count > MAX_SETS)
        return cc_yaml_fault(file, 0, fault, "no list '%s', or over %d sets in all", key, MAX_SETS);
    v->set_count += sets->count;
    for (size_t i = 0; i < sets->count; i++) {
        const cc_yaml *set = sets->items[i];
        if (set->kind != CC_YAML_LIST || set->count > CONTRAST_BITS)
            return cc_yaml_fault(file, set->offset, fault, "a set has at most %d members",
                                 CONTRAST_BITS);
        for (size_t k = 0; k < set->count; k++)
            for (size_t w = 0; w < set->items[k]->count; w++)
                add_contrast(
                    v,
                    find_head(v, stem_folded(snowball, v->arena, set->items[k]->items[w]->scalar)),
                    first + i, k);
    }
    return CC_OK;
}

/* The marked sets come first. */
static cc_status load_contrasts(cc_vocabulary *v, struct sb_stemmer *snowball,
                                const cc_yaml_file *file, cc_fault *fault)
{
    CC_TRY(load_sets(v, snowball, file, "marked", fault));
    v->marked_count = v->set_count;
    return load_sets(v, snowball, file, "sets", fault);
}

static cc_status load_places(cc_vocabulary *v, const cc_yaml_file *file, cc_fault *fault)
{
    const cc_yaml *places = cc_yaml_find(file->root, "places");
    if (places == NULL || places->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, 0, fault, "no map 'places'");
    for (size_t i = 0; i < places->count; i++) {
        *cc_push(v->arena, &v->place_names) = cc_fold(v->arena, places->pairs[i].key);
        const cc_yaml *names                = places->pairs[i].value;
        for (size_t k = 0; k < names->count && names->kind == CC_YAML_LIST; k++)
            *cc_dict_put(v->arena, &v->places, names->items[k]->scalar) = v->place_names.n;
    }
    return CC_OK;
}

/* Lines of stem, tab, idf in 1/1000; '#' begins a comment line. */
static cc_status load_idf(cc_vocabulary *v, const char *path, cc_fault *fault)
{
    char  line[256];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s'", path);
    while (fgets(line, sizeof line, file) != NULL) {
        char *tab = strchr(line, '\t');
        if (line[0] == '#' || tab == NULL)
            continue;
        cc_str stem = cc_arena_dup(v->arena, (cc_str){line, (size_t)(tab - line)});
        *cc_dict_put(v->arena, &v->idf, stem) = strtoul(tab + 1, NULL, 10);
    }
    fclose(file);
    return CC_OK;
}

static cc_status read_table(cc_vocabulary *v, cc_str folder, const char *name, cc_yaml_file *ret,
                            cc_fault *fault)
{
    cc_str path = cc_arena_printf(v->arena, "%.*s/tables/%s.yaml", CC_F(folder), name);
    return cc_yaml_read(v->arena, path.ptr, ret, fault);
}

static cc_status load_tables(cc_vocabulary *v, struct sb_stemmer *snowball, cc_str folder,
                             cc_fault *fault)
{
    cc_yaml_file file;
    CC_TRY(read_table(v, folder, "words", &file, fault));
    CC_TRY(load_classes(v, &file, fault));
    CC_TRY(read_table(v, folder, "synonyms", &file, fault));
    CC_TRY(load_synonyms(v, snowball, &file, fault));
    CC_TRY(read_table(v, folder, "contrast", &file, fault));
    CC_TRY(load_contrasts(v, snowball, &file, fault));
    CC_TRY(read_table(v, folder, "demonyms", &file, fault));
    CC_TRY(load_places(v, &file, fault));
    cc_str path = cc_arena_printf(v->arena, "%.*s/stems.tsv", CC_F(folder));
    return load_idf(v, path.ptr, fault);
}

static struct sb_stemmer *open_snowball(void)
{
    return sb_stemmer_new("english", NULL);
}

cc_status cc_vocabulary_load(cc_arena *run, cc_str folder, cc_vocabulary **ret, cc_fault *fault)
{
    cc_vocabulary     *v        = cc_new(run, cc_vocabulary, 1);
    struct sb_stemmer *snowball = open_snowball();
    v->arena                    = run;
    cc_status status            = snowball == NULL
                                      ? cc_fault_set(fault, CC_FATAL, "no English stemmer in libstemmer")
                                      : load_tables(v, snowball, folder, fault);
    sb_stemmer_delete(snowball);
    if (status == CC_OK)
        *ret = v;
    return status;
}

uint32_t cc_vocabulary_contrast(const cc_vocabulary *v, cc_str stem, size_t set)
{
    const uint64_t *at = cc_dict_find(&v->contrasts, stem);
    return at == NULL ? 0 : v->contrast_words.at[*at - 1].members[set];
}

size_t cc_vocabulary_contrast_count(const cc_vocabulary *v, size_t *ret_marked)
{
    *ret_marked = v->marked_count;
    return v->set_count;
}

/* -- Words of a text ------------------------------------------------------------------------------ */

cc_stemmer *cc_stemmer_new(const cc_vocabulary *vocabulary)
{
    cc_arena    arena = {0};
    cc_stemmer *s     = cc_new(&arena, cc_stemmer, 1);
    s->vocabulary     = vocabulary;
    s->snowball       = open_snowball();
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

static uint32_t find_classes(const cc_vocabulary *v, cc_str folded)
{
    const uint64_t *exact   = cc_dict_find(&v->classes, folded);
    uint32_t        classes = exact == NULL ? 0 : (uint32_t)*exact;
    for (size_t i = 0; i < v->prefixes.n; i++)
        if (cc_str_starts(folded, v->prefixes.at[i].text))
            classes |= v->prefixes.at[i].classes;
    return classes;
}

static cc_word describe(cc_stemmer *s, cc_str folded)
{
    const cc_vocabulary *v    = s->vocabulary;
    cc_str               stem = find_head(v, stem_folded(s->snowball, &s->arena, folded));
    const uint64_t      *idf  = cc_dict_find(&v->idf, stem);
    return (cc_word){.stem    = stem,
                     .classes = find_classes(v, folded),
                     .idf     = idf == NULL ? IDF_UNSEEN : (uint16_t)*idf};
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

/* How many words from `at` on are a place's name, the longest; 0: none. */
static size_t find_place(const cc_vocabulary *v, cc_arena *arena, cc_str text,
                         const cc_words *words, size_t at, cc_str *ret)
{
    size_t most = words->n - at < MAX_PLACE_WORDS ? words->n - at : MAX_PLACE_WORDS;
    if (!(words->at[at].classes & (CC_WORD_CAPITAL | CC_WORD_ACRONYM)))
        return 0;
    for (size_t n = most; n > 0; n--) {
        if (n == 1 && is_pronoun(&words->at[at]))
            continue;
        const uint64_t *place = cc_dict_find(&v->places, fold_run(arena, text, words, at, at + n));
        if (place == NULL)
            continue;
        *ret = v->place_names.at[*place - 1];
        return n;
    }
    return 0;
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
                !(next->classes & (CC_WORD_STOP | CC_WORD_VERB));
    cc_str written = cc_str_sub(text, words->at[at].span.off, end - words->at[at].span.off);
    return noun && !cc_str_eq_nocase(written, name);
}

void cc_words_mark_places(const cc_vocabulary *v, cc_arena *arena, cc_str text, cc_words *words,
                          cc_places_named *places)
{
    for (size_t at = 0; at < words->n;) {
        cc_str name;
        size_t n = find_place(v, arena, text, words, at, &name);
        if (n > 0)
            *cc_push(arena, places) =
                (cc_place_name){name, words->at[at].span.off, qualifies(text, words, at, n, name)};
        for (size_t i = 0; i < n; i++)
            words->at[at + i].classes |= CC_WORD_PLACE;
        at += n > 0 ? n : 1;
    }
}
