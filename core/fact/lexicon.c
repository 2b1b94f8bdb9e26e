/* lexicon.c - four data files, flattened into dictionaries of folded words. */
#include "fact/lexicon.h"

#include "base/dict.h"
#include "fact/hedge.h"

#include <inttypes.h>

enum { MAX_KEY = 96 };

typedef struct entry {
    cc_str value, section;
} entry;

struct cc_lexicon {
    cc_arena *arena;
    cc_dict   keys; /* "numbers/three", "numbers/small.three": index in `entries`, from 1 */
    CC_LIST(entry) entries;
    cc_dict unit_words; /* index in `units`, from 1 */
    CC_LIST(cc_unit) units;
    cc_hedges hedges;
};

/* -- Folding ----------------------------------------------------------------------------------- */

/* Bytes of the white space or hyphen at `s`: alike in units ("percentage-point", "sq km"). */
static size_t gap_len(cc_str s)
{
    static const char *const gaps[] = {
        " ", "-", "\t", "\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x91"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (cc_str_starts(s, cc_str_z(gaps[i])))
            return strlen(gaps[i]);
    return 0;
}

/* One blank for each run of gaps, no full stops; too long: empty. */
static cc_str squeeze(cc_str s, char *out)
{
    size_t n = 0;
    for (size_t at = 0, len; at < s.len; at += len) {
        cc_str rest = cc_str_sub(s, at, s.len - at);
        size_t gap  = gap_len(rest);
        len         = gap == 0 ? 1 : gap;
        if (n + 1 >= MAX_KEY)
            return (cc_str){out, 0};
        if (gap == 0 && rest.ptr[0] != '.')
            out[n++] = rest.ptr[0];
        else if (gap > 0 && n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return cc_str_trim((cc_str){out, n});
}

static cc_str lower(cc_str s, char *out)
{
    for (size_t i = 0; i < s.len; i++)
        out[i] = cc_lower(s.ptr[i]);
    return (cc_str){out, s.len};
}

/* -- Loading ----------------------------------------------------------------------------------- */

/* The first to name a key keeps it. */
static void put_key(cc_lexicon *l, cc_str key, entry e)
{
    uint64_t *at = cc_dict_find(&l->keys, key);
    if (at != NULL)
        return;
    *cc_push(l->arena, &l->entries)       = e;
    *cc_dict_put(l->arena, &l->keys, key) = l->entries.n;
}

static void put_word(cc_lexicon *l, cc_str table, cc_str section, cc_str word, cc_str value)
{
    char  *folded = cc_new(l->arena, char, word.len + 1);
    cc_str key    = lower(word, folded);
    entry  e      = {value, section};
    put_key(l, cc_arena_printf(l->arena, "%.*s/%.*s", CC_F(table), CC_F(key)), e);
    put_key(l, cc_arena_printf(l->arena, "%.*s/%.*s.%.*s", CC_F(table), CC_F(section), CC_F(key)),
            e);
}

/* {word: value} and {value: [word, word]}; what is nested deeper has a reader of its own. */
static void put_section(cc_lexicon *l, cc_str table, const cc_yaml_pair *section)
{
    const cc_yaml *map = section->value;
    for (size_t i = 0; map->kind == CC_YAML_MAP && i < map->count; i++) {
        const cc_yaml *value = map->pairs[i].value;
        if (value->kind == CC_YAML_SCALAR)
            put_word(l, table, section->key, map->pairs[i].key, value->scalar);
        for (size_t k = 0; value->kind == CC_YAML_LIST && k < value->count; k++)
            put_word(l, table, section->key, value->items[k]->scalar, map->pairs[i].key);
    }
}

static cc_status load_table(cc_lexicon *l, cc_str folder, const char *stem, cc_yaml_file *ret,
                            cc_fault *fault)
{
    cc_str path = cc_arena_printf(l->arena, "%.*s/tables/%s.yaml", CC_F(folder), stem);
    CC_TRY(cc_yaml_read(l->arena, path.ptr, ret, fault));
    for (size_t i = 0; ret->root->kind == CC_YAML_MAP && i < ret->root->count; i++)
        put_section(l, cc_str_z(stem), &ret->root->pairs[i]);
    return CC_OK;
}

static bool read_whole(cc_dec d, int64_t *ret)
{
    if (d.mant <= 0 || d.exp10 < 0 || cc_dec_top(d) > 18)
        return false;
    for (*ret = d.mant; d.exp10 > 0; d.exp10--)
        *ret *= 10;
    return true;
}

/* "1609344/1000"; empty is 1. */
static bool read_factor(cc_str text, cc_unit *unit)
{
    const char *slash = text.len == 0 ? NULL : memchr(text.ptr, '/', text.len);
    cc_str      top   = slash == NULL ? text : cc_str_sub(text, 0, (size_t)(slash - text.ptr));
    cc_str      below =
        slash == NULL ? CC_S("1") : cc_str_sub(text, top.len + 1, text.len - top.len - 1);
    cc_dec num = {1, 0}, den;
    return (top.len == 0 || cc_dec_parse(top, &num) == CC_OK) &&
           cc_dec_parse(below, &den) == CC_OK && read_whole(num, &unit->num) &&
           read_whole(den, &unit->den);
}

static void put_unit_word(cc_lexicon *l, cc_str word, size_t index)
{
    char     *squeezed = cc_new(l->arena, char, MAX_KEY), *folded = cc_new(l->arena, char, MAX_KEY);
    cc_str    exact = squeeze(word, squeezed), any_case = lower(exact, folded);
    uint64_t *at = cc_dict_put(l->arena, &l->unit_words, exact);
    if (*at == 0)
        *at = index;
    at = cc_dict_put(l->arena, &l->unit_words, any_case);
    if (*at == 0)
        *at = index;
}

static cc_status put_unit(cc_lexicon *l, const cc_yaml_file *file, const cc_yaml_pair *pair,
                          cc_fault *fault)
{
    static const char *const known[] = {"dimension", "factor", "words", NULL};
    const cc_yaml           *words   = cc_yaml_find(pair->value, "words");
    cc_unit                  unit    = {.name = pair->key};
    CC_TRY(cc_yaml_only(file, pair->value, known, fault));
    unit.dimension = cc_yaml_text(pair->value, "dimension");
    if (unit.dimension.len == 0)
        unit.dimension = unit.name;
    if (!read_factor(cc_yaml_text(pair->value, "factor"), &unit))
        return cc_yaml_fault(file, pair->key_offset, fault, "'%.*s' needs a factor such as 9/5",
                             CC_F(pair->key));
    *cc_push(l->arena, &l->units) = unit;
    put_word(l, cc_str_z("units"), cc_str_z("dimension"), unit.name, unit.dimension);
    put_word(l, cc_str_z("units"), cc_str_z("factor"), unit.name,
             cc_arena_printf(l->arena, "%" PRId64 "/%" PRId64, unit.num, unit.den));
    put_unit_word(l, unit.name, l->units.n);
    for (size_t i = 0; words != NULL && i < words->count; i++)
        put_unit_word(l, words->items[i]->scalar, l->units.n);
    return CC_OK;
}

static cc_status load_units(cc_lexicon *l, cc_str folder, const char *stem, cc_fault *fault)
{
    cc_yaml_file             file;
    static const char *const known[] = {"schema", "units", NULL};
    CC_TRY(load_table(l, folder, stem, &file, fault));
    CC_TRY(cc_yaml_only(&file, file.root, known, fault));
    const cc_yaml *units = cc_yaml_find(file.root, "units");
    if (units == NULL || units->kind != CC_YAML_MAP)
        return cc_yaml_fault(&file, 0, fault, "no map 'units'");
    for (size_t i = 0; i < units->count; i++)
        CC_TRY(put_unit(l, &file, &units->pairs[i], fault));
    return CC_OK;
}

cc_status cc_lexicon_load(cc_arena *run, cc_str folder, cc_lexicon **ret, cc_fault *fault)
{
    cc_lexicon  *l = cc_new(run, cc_lexicon, 1);
    cc_yaml_file file;
    l->arena = run;
    CC_TRY(load_table(l, folder, "numbers", &file, fault));
    CC_TRY(load_units(l, folder, "units", fault));
    CC_TRY(load_units(l, folder, "currencies", fault));
    CC_TRY(load_table(l, folder, "arithmetic", &file, fault));
    CC_TRY(load_table(l, folder, "hedges", &file, fault));
    CC_TRY(cc_hedges_read(run, &file, &l->hedges, fault));
    *ret = l;
    return CC_OK;
}

/* -- Looking up -------------------------------------------------------------------------------- */

static const cc_unit *find_unit(const cc_lexicon *l, cc_str word)
{
    const uint64_t *at = cc_dict_find(&l->unit_words, word);
    return at == NULL ? NULL : &l->units.at[*at - 1];
}

static cc_str skip_article(cc_str word)
{
    static const char *const articles[] = {"a ", "an ", "per ", "each ", "every ", "/"};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        cc_str article = cc_str_z(articles[i]);
        if (word.len > article.len && cc_str_eq_nocase(cc_str_sub(word, 0, article.len), article))
            return cc_str_trim(cc_str_sub(word, article.len, word.len - article.len));
    }
    return word;
}

/* Exactly as written, then in any case, then without the -s of a plural. */
static const cc_unit *find_any(const cc_lexicon *l, cc_str word)
{
    char           folded[MAX_KEY];
    cc_str         any_case = lower(word, folded);
    const cc_unit *unit     = find_unit(l, word);
    if (unit == NULL)
        unit = find_unit(l, any_case);
    if (unit == NULL && any_case.len > 3 && any_case.ptr[any_case.len - 1] == 's')
        unit = find_unit(l, cc_str_sub(any_case, 0, any_case.len - 1));
    return unit;
}

const cc_unit *cc_lexicon_unit(const cc_lexicon *lexicon, cc_str written)
{
    char           squeezed[MAX_KEY];
    cc_str         word = squeeze(written, squeezed);
    const cc_unit *unit = find_any(lexicon, word);
    return unit != NULL ? unit : find_any(lexicon, skip_article(word));
}

cc_str cc_lexicon_find(const cc_lexicon *lexicon, cc_str table, cc_str key, cc_str *ret_section)
{
    char   text[MAX_KEY];
    size_t len = table.len + 1 + key.len;
    if (len > sizeof text)
        return (cc_str){0};
    memcpy(text, table.ptr, table.len);
    text[table.len] = '/';
    lower(key, text + table.len + 1);
    const uint64_t *at = cc_dict_find(&lexicon->keys, (cc_str){text, len});
    if (at == NULL)
        return (cc_str){0};
    *ret_section = lexicon->entries.at[*at - 1].section;
    return lexicon->entries.at[*at - 1].value;
}

cc_str cc_lexicon_lookup(const cc_lexicon *lexicon, cc_str table, cc_str key)
{
    cc_str section;
    return cc_lexicon_find(lexicon, table, key, &section);
}

const cc_hedge_width *cc_lexicon_widths(const cc_lexicon *lexicon)
{
    return &lexicon->hedges.width;
}

cc_hedge cc_lexicon_hedge(const cc_lexicon *lexicon, cc_str text, cc_span sentence, cc_span figure,
                          bool duration)
{
    size_t end = figure.off + figure.len, stop = sentence.off + sentence.len;
    cc_str before = {0}, after = {0};
    if (figure.off > sentence.off)
        before = cc_str_sub(text, sentence.off, figure.off - sentence.off);
    if (stop > end)
        after = cc_str_sub(text, end, stop - end);
    return cc_hedges_find(&lexicon->hedges, before, after, duration);
}
