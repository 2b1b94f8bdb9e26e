/* vocabulary.c - reads the word tables of a language. */
#include "claim/vocabulary.h"

#include "base/yaml.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <utf8proc.h>

enum {
    CLASS_COUNT   = 27,
    IDF_UNSEEN    = 6000,
    CONTRAST_BITS = 8, /* members of one set */
    MAX_SETS      = 4096 / 64,
};

static const char *const class_names[CLASS_COUNT] = {
    "stop",      "verb",     "number",   "month",        "clause",   "boundary",    "level",
    "up",        "down",     "filler",   "after_filler", "rise",     "conditional", "forecast",
    "target",    "estimate", "negation", "identifier",   "numbered", "ranking",     "once",
    "withdrawn", "revised",  "lasting",  "retracted",    "fall",     "generic",
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
    cc_phrases credits, constant;
    size_t     nations; /* how many names come before those within a country */
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

static cc_status load_phrases(cc_vocabulary *v, const cc_yaml_file *file, const char *name,
                              cc_phrases *ret, cc_fault *fault)
{
    const cc_yaml *list = cc_yaml_find(file->root, name);
    if (list == NULL || list->kind != CC_YAML_LIST)
        return cc_yaml_fault(file, 0, fault, "no list '%s'", name);
    ret->count = list->count;
    ret->at    = cc_new(v->arena, cc_str, list->count);
    for (size_t i = 0; i < list->count; i++)
        ret->at[i] = list->items[i]->scalar;
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

static cc_status load_names(cc_vocabulary *v, const cc_yaml_file *file, const char *key,
                            cc_fault *fault)
{
    const cc_yaml *places = cc_yaml_find(file->root, key);
    if (places == NULL || places->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, 0, fault, "no map '%s'", key);
    for (size_t i = 0; i < places->count; i++) {
        *cc_push(v->arena, &v->place_names) = cc_fold(v->arena, places->pairs[i].key);
        const cc_yaml *names                = places->pairs[i].value;
        for (size_t k = 0; k < names->count && names->kind == CC_YAML_LIST; k++)
            *cc_dict_put(v->arena, &v->places, names->items[k]->scalar) = v->place_names.n;
    }
    return CC_OK;
}

static cc_status load_places(cc_vocabulary *v, const cc_yaml_file *file, cc_fault *fault)
{
    CC_TRY(load_names(v, file, "places", fault));
    v->nations = v->place_names.n;
    return load_names(v, file, "local", fault);
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
    CC_TRY(load_phrases(v, &file, "credits", &v->credits, fault));
    CC_TRY(load_phrases(v, &file, "constant", &v->constant, fault));
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

const cc_phrases *cc_vocabulary_credits(const cc_vocabulary *v)
{
    return &v->credits;
}

const cc_phrases *cc_vocabulary_constant(const cc_vocabulary *v)
{
    return &v->constant;
}

cc_str cc_phrases_find(const cc_phrases *phrases, cc_str text, size_t *ret_at)
{
    for (size_t at = 0; at < text.len; at++)
        for (size_t i = 0; i < phrases->count && (at == 0 || !cc_is_alpha(text.ptr[at - 1])); i++)
            if (text.len - at >= phrases->at[i].len &&
                cc_str_eq_nocase(cc_str_sub(text, at, phrases->at[i].len), phrases->at[i])) {
                *ret_at = at;
                return phrases->at[i];
            }
    return CC_S("");
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

cc_word cc_vocabulary_word(const cc_vocabulary *v, cc_str folded, cc_str stem)
{
    cc_str          head = find_head(v, stem);
    const uint64_t *idf  = cc_dict_find(&v->idf, head);
    return (cc_word){.stem    = head,
                     .classes = find_classes(v, folded),
                     .idf     = idf == NULL ? IDF_UNSEEN : (uint16_t)*idf};
}

bool cc_word_measures(const cc_word *word)
{
    uint32_t kept = word->classes & CC_WORD_LOCAL ? CC_WORD_PLACE : 0;
    return (word->classes & CC_WORD_NO_MEASURE & ~kept) == 0;
}

cc_str cc_vocabulary_place(const cc_vocabulary *v, cc_str folded, uint32_t *ret_classes)
{
    const uint64_t *at = cc_dict_find(&v->places, folded);
    *ret_classes       = CC_WORD_PLACE | (at != NULL && *at > v->nations ? CC_WORD_LOCAL : 0);
    return at == NULL ? CC_S("") : v->place_names.at[*at - 1];
}
