/* fuzz_rules.c - any bytes as a rule file: refused with a place in it, or its rules match a text with
 * spans in it. */
#include "fuzz_box.h"

#include "rule/match.h"

#include <sys/stat.h>
#include <unistd.h>

static const char TEXT[] = "In 2019 exports rose by 4.9 percent to $1,250 million.";
static char       folder[128], language[136], path[160], pieces[160];

static void remove_folder(void)
{
    unlink(path);
    unlink(pieces);
    rmdir(language);
    rmdir(folder);
}

/* A folder of rules with the shipped pieces and one file. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *temporary = getenv("TMPDIR");
    char       *shipped   = realpath("rules/en/pieces", NULL);
    (void)argc, (void)argv;
    snprintf(folder, sizeof folder, "%.90s/cc-rules-XXXXXX",
             temporary == NULL ? "/tmp" : temporary);
    if (shipped == NULL || mkdtemp(folder) == NULL)
        exit(1);
    snprintf(language, sizeof language, "%s/en", folder);
    snprintf(path, sizeof path, "%s/own.yaml", language);
    snprintf(pieces, sizeof pieces, "%s/pieces", language);
    atexit(remove_folder);
    if (mkdir(language, 0700) != 0 || symlink(shipped, pieces) != 0)
        exit(1);
    free(shipped);
    return 0;
}

static void write_file(const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        exit(1);
}

static void check_matches(cc_arena *arena, const cc_rules *rules, uint32_t rule)
{
    cc_matcher   *matcher = cc_matcher_new(rules);
    cc_limit_hits hits    = {0};
    cc_matches    found;
    uint32_t      end = 0;
    cc_match_text(matcher, arena, cc_str_z(TEXT), rule, &found, &hits);
    for (size_t i = 0; i < found.n; i++) {
        cc_span s = found.at[i].span;
        promise(s.len > 0 && s.off >= end && s.off + s.len < sizeof TEXT,
                "a match out of the text");
        promise(found.at[i].rule == rule, "a match of another rule");
        end = s.off + s.len;
    }
    cc_matcher_free(matcher);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena arena = {0};
    cc_rules rules;
    cc_fault fault = {0};
    write_file(data, size);
    if (cc_rules_load(&arena, folder, NULL, 0, &rules, &fault) == CC_OK) {
        for (uint32_t i = 0; i < rules.rule_count; i++)
            check_matches(&arena, &rules, i);
        cc_rules_close(&rules);
    } else {
        promise(fault.message[0] != '\0' && fault.line > 0, "refused without a place: %s",
                fault.message);
    }
    cc_arena_release(&arena);
    return 0;
}
