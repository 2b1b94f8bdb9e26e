/* stems.c - makes rules/<lang>/stems.tsv: how rare each stem is, from text on standard input, one
 * paragraph a line. usage: stems RULES_FOLDER < TEXT > stems.tsv (see `make stems`). */
#include "claim/words.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST = 300, UNSEEN = 6000 };

static int by_key(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_dict_entry *)a)->key, ((const cc_dict_entry *)b)->key);
}

/* Counts each stem of the line once. */
static void count_line(cc_stemmer *stemmer, cc_arena *arena, cc_str line, cc_dict *counts)
{
    cc_words words = {0};
    cc_dict  seen  = {0};
    cc_words_split(stemmer, arena, line, (cc_span){0, (uint32_t)line.len}, &words);
    for (size_t i = 0; i < words.n; i++) {
        uint64_t *once = cc_dict_put(arena, &seen, words.at[i].stem);
        if ((*once)++ == 0)
            ++*cc_dict_put(arena, counts, words.at[i].stem);
    }
}

static void print_stems(cc_dict *counts, double lines)
{
    size_t n = 0;
    for (size_t i = 0; i < counts->cap; i++)
        if (counts->at[i].key.ptr != NULL)
            counts->at[n++] = counts->at[i];
    qsort(counts->at, n, sizeof *counts->at, by_key);
    for (size_t i = 0; i < n; i++) {
        double idf = 1000 * log(lines / ((double)counts->at[i].value + 0.5));
        if (idf < UNSEEN && !cc_is_digit(counts->at[i].key.ptr[0]))
            printf("%.*s\t%.0f\n", CC_F(counts->at[i].key), idf < LEAST ? LEAST : idf);
    }
}

int main(int argc, char **argv)
{
    cc_arena       arena = {0};
    cc_vocabulary *vocabulary;
    cc_fault       fault  = {0};
    cc_dict        counts = {0};
    char          *line   = NULL;
    size_t         cap = 0, lines = 0;
    if (argc != 2 || cc_vocabulary_load(&arena, cc_str_z(argv[1]), &vocabulary, &fault) != CC_OK) {
        fprintf(stderr, "usage: stems RULES_FOLDER < TEXT: %s\n", fault.message);
        return 2;
    }
    cc_stemmer *stemmer = cc_stemmer_new(vocabulary);
    for (ssize_t len; (len = getline(&line, &cap, stdin)) > 0; lines++)
        count_line(stemmer, &arena, cc_arena_dup(&arena, (cc_str){line, (size_t)len}), &counts);
    print_stems(&counts, (double)lines);
    cc_stemmer_free(stemmer);
    free(line);
    cc_arena_release(&arena);
    return 0;
}
