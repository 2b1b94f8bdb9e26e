/* options.h - the options of a command as tables of rows: parsed and shown from there.
 *
 * -h and --help need no row. Long names are never abbreviated; of an option given twice the last
 * one holds, but lists grow. Options may stand between arguments; "--" ends them. */
#ifndef CC_BASE_OPTIONS_H
#define CC_BASE_OPTIONS_H

#include "base/arena.h"
#include "base/fault.h"

/* What an option's value is, and the type of the field that gets it. */
typedef enum cc_option_kind {
    CC_OPTION_FLAG,    /* bool: true */
    CC_OPTION_TEXT,    /* const char * */
    CC_OPTION_LIST,    /* const char *const *, ends with NULL: one more each time it is given */
    CC_OPTION_PAIR,    /* the same, but each time the two words behind it are taken */
    CC_OPTION_WORDS,   /* as a list, each value split at commas */
    CC_OPTION_COUNT,   /* uint32_t */
    CC_OPTION_SIZE,    /* uint64_t: bytes, or with KiB, MiB or GiB */
    CC_OPTION_SCORE,   /* uint32_t: "0.5" is 500 */
    CC_OPTION_LEVEL,   /* cc_level: error, warning, note */
    CC_OPTION_FAIL_ON, /* uint32_t: a cc_level, or 0 for never */
} cc_option_kind;

typedef struct cc_option_row {
    const char    *name;   /* without dashes; NULL ends a table */
    char           letter; /* 0: none */
    cc_option_kind kind;
    size_t         field;    /* offset in the struct that is filled */
    const char    *argument; /* what help calls the value; NULL for a flag */
    const char    *help;     /* one line */
} cc_option_row;

typedef struct cc_option_group {
    const char          *title; /* over the rows in help; NULL: they go on with the group before */
    const cc_option_row *rows;  /* NULL ends a list of groups */
} cc_option_group;

/* A command as --help shows it. */
typedef struct cc_usage {
    const char            *synopsis; /* "check [OPTION]... PATH..." */
    const char            *about;
    const char            *examples; /* lines, each with its line feed */
    const cc_option_group *groups;
} cc_usage;

/* argv[0] is the command's name. Fields are changed where an option is given; strings and lists
 * live in `arena`. *ret_args, which ends with NULL, gets what is no option.
 * Errors: CC_END - help is asked for; CC_FATAL - an unknown option (the nearest one is named), or
 * a value that is missing, not wanted or wrong. */
cc_status cc_options_parse(cc_arena *arena, const cc_usage *usage, int argc,
                           const char *const *argv, void *fields, const char *const **ret_args,
                           cc_fault *fault);

void cc_options_help(const cc_usage *usage, FILE *to);

#endif
