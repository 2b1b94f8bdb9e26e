/* subject.c - sheets on different subjects have the same fields; their openings tell them apart. */
#include "claim/subject.h"

#include <stdlib.h>

enum {
    OPENING_BLOCKS = 3, /* a title, a subtitle or series, a name */
    OPENING_BYTES  = 80,
    PLACE          = '@', /* before the name of a place */
};

typedef CC_LIST(cc_str) names;

static cc_str find_title(const cc_doc *doc)
{
    for (size_t i = 0; i < doc->meta_count; i++)
        if (cc_str_eq(doc->meta[i].key, CC_S("title")))
            return doc->meta[i].value;
    return CC_S("");
}

static void add_names(cc_arena *arena, const cc_claim_source *source, cc_str text, names *list)
{
    cc_words        words  = {0};
    cc_places_named places = {0};
    cc_words_split(source->stemmer, arena, text, (cc_span){0, (uint32_t)text.len}, &words);
    cc_words_mark_places(source->vocabulary, arena, text, &words, &places);
    for (size_t i = 0; i < places.n; i++)
        *cc_push(arena, list) = cc_arena_printf(arena, "%c%.*s", PLACE, CC_F(places.at[i].name));
    for (size_t i = 0; i < words.n; i++)
        if (cc_word_measures(&words.at[i]) && !cc_is_digit(words.at[i].stem.ptr[0]))
            *cc_push(arena, list) = words.at[i].stem;
}

static int by_bytes(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

cc_str cc_name_subject(cc_arena *arena, const cc_claim_source *source)
{
    const cc_doc *doc     = &source->document->abi;
    names         list    = {0};
    cc_str        subject = {"", 0};
    add_names(arena, source, find_title(doc), &list);
    for (size_t i = 0; i < doc->block_count && i < OPENING_BLOCKS; i++)
        if (doc->blocks[i].span.len <= OPENING_BYTES)
            add_names(arena, source, cc_str_span(doc->text, doc->blocks[i].span), &list);
    if (list.n > 0)
        qsort(list.at, list.n, sizeof *list.at, by_bytes);
    for (size_t i = 0; i < list.n; i++)
        if (i == 0 || !cc_str_eq(list.at[i], list.at[i - 1]))
            subject = cc_arena_printf(arena, "%.*s%s%.*s", CC_F(subject),
                                      subject.len > 0 ? "," : "", CC_F(list.at[i]));
    return subject;
}

static cc_str next_name(cc_str *list)
{
    const char *comma = memchr(list->ptr, ',', list->len);
    size_t      len   = comma == NULL ? list->len : (size_t)(comma - list->ptr);
    cc_str      name  = cc_str_sub(*list, 0, len);
    *list             = comma == NULL ? CC_S("") : cc_str_sub(*list, len + 1, list->len - len - 1);
    return name;
}

static bool has_name(cc_str list, cc_str name)
{
    while (list.len > 0)
        if (cc_str_eq(next_name(&list), name))
            return true;
    return false;
}

static bool has_more(cc_str a, cc_str b)
{
    while (a.len > 0)
        if (!has_name(b, next_name(&a)))
            return true;
    return false;
}

/* The first section of a sheet may be read as its title; that both name one place outweighs it. */
static bool shares_place(cc_str a, cc_str b)
{
    while (a.len > 0) {
        cc_str name = next_name(&a);
        if (name.ptr[0] == PLACE && has_name(b, name))
            return true;
    }
    return false;
}

bool cc_subjects_differ(cc_str a, cc_str b)
{
    return a.len > 0 && b.len > 0 && has_more(a, b) && has_more(b, a) && !shares_place(a, b);
}
