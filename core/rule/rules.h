/* rules.h - rule files: rules/<language>/<kind>.yaml, loaded, checked and compiled.
 *
 * A file has the keys schema, kind, lang, uses, pieces, rules. `uses: [figure]` takes over the
 * pieces of rules/<language>/pieces/figure.yaml. A rule has id, about, source, needs, pattern,
 * engine, max_errors, ucp, caseless, examples, counterexamples. See rules/README.md. */
#ifndef CC_RULE_RULES_H
#define CC_RULE_RULES_H

#include "base/yaml.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

typedef struct cc_needs cc_needs;

typedef struct cc_rule {
    cc_str          id, about, source;
    cc_str          pattern;  /* as written, pieces not yet put in */
    cc_str          expanded; /* what was compiled */
    const cc_str   *needs;    /* one of these must occur in a block, ASCII case folded; or empty */
    size_t          need_count;
    bool            ucp, caseless;
    pcre2_code     *code;  /* with JIT where the machine has it; shared and read-only */
    const uint32_t *slots; /* capture number to slot of the rule's kind, CC_NO_GROUP: unnamed */
    uint32_t        capture_count;              /* `slots` has one more: [0] is the whole match */
    const cc_yaml  *examples, *counterexamples; /* for trial.h and SARIF help */
    uint32_t        file;                       /* index into cc_rules.files */
    uint32_t        offset;                     /* of the rule in its file */
} cc_rule;

/* The keys of an example that name no group; ends with NULL: text, why, value, kind, unit, date. */
extern const char *const cc_example_keys[];

/* All rules of one kind: of the shipped file, then of the user's folders, each in file order. */
typedef struct cc_rule_kind {
    cc_str        name;  /* "money" */
    const cc_str *slots; /* names of groups, by slot */
    size_t        slot_count;
    uint32_t      first, count; /* its rules in cc_rules.rules: they stand together */
} cc_rule_kind;

typedef struct cc_rules {
    const cc_rule      *rules;
    size_t              rule_count;
    const cc_rule_kind *kinds; /* by name */
    size_t              kind_count;
    const cc_yaml_file *files;
    size_t              file_count;
    cc_str              folder; /* rules/en: where tables and pieces are */
    const cc_needs     *needs;  /* of all rules: needs.h */
} cc_rules;

/* Loads `shipped`/en/<kind>.yaml, then <folder>/en/<kind>.yaml of each of `user`, or
 * <folder>/<kind>.yaml where there is no folder en. These may add rules and kinds; a rule id twice
 * is an error. Errors: CC_FATAL - the first thing that is wrong, with file, line and column. On
 * CC_OK the caller ends with cc_rules_close. */
cc_status cc_rules_load(cc_arena *run, const char *shipped, const char *const *user,
                        size_t user_count, cc_rules *ret, cc_fault *fault);
void      cc_rules_close(cc_rules *rules);

/* NULL: no such kind. */
const cc_rule_kind *cc_rules_kind(const cc_rules *rules, cc_str name);
/* CC_NO_GROUP: no such rule. */
uint32_t cc_rules_find(const cc_rules *rules, cc_str id);

#endif
