/* options.c - popt splits the command line; names, values and help come from the rows. */
#include "base/options.h"
#include "base/nearest.h"

#include <popt.h>
#include <stdlib.h>

enum { HELP_COLUMN = 28 };

static const cc_option_row help_row = {.name = "help", .letter = 'h', .help = "print this"};

typedef struct parser {
    cc_arena *arena;
    cc_fault *fault;
    char     *fields;
    CC_LIST(const cc_option_row *) rows;
} parser;

/* -- Values -------------------------------------------------------------------------------- */

static cc_status fault_value(parser *p, const cc_option_row *row, const char *value,
                             const char *wanted)
{
    return cc_fault_set(p->fault, CC_FATAL, "option '--%s': '%s' is not %s", row->name, value,
                        wanted);
}

static void append(parser *p, const char *const **list, cc_str value)
{
    size_t n = 0;
    while (*list != NULL && (*list)[n] != NULL)
        n++;
    const char **grown = cc_new(p->arena, const char *, n + 2);
    if (n > 0)
        memcpy(grown, *list, n * sizeof *grown);
    grown[n] = cc_arena_dup(p->arena, value).ptr;
    *list    = grown;
}

static void append_words(parser *p, const char *const **list, cc_str value)
{
    while (value.len > 0) {
        const char *comma = memchr(value.ptr, ',', value.len);
        size_t      len   = comma == NULL ? value.len : (size_t)(comma - value.ptr);
        if (len > 0)
            append(p, list, cc_str_sub(value, 0, len));
        len += comma != NULL;
        value = cc_str_sub(value, len, value.len - len);
    }
}

/* Digits alone, at most `max`; *at moves past them. */
static bool read_digits(const char **at, uint64_t max, uint64_t *ret)
{
    uint64_t    n    = 0;
    const char *from = *at;
    for (; cc_is_digit(**at); (*at)++) {
        uint64_t digit = (uint64_t)(**at - '0');
        if (n > (max - digit) / 10)
            return false;
        n = n * 10 + digit;
    }
    *ret = n;
    return *at > from;
}

static cc_status set_count(parser *p, const cc_option_row *row, const char *value, uint32_t *ret)
{
    uint64_t    n  = 0;
    const char *at = value;
    if (!read_digits(&at, UINT32_MAX, &n) || *at != '\0')
        return fault_value(p, row, value, "a whole number from 0 to 4294967295");
    *ret = (uint32_t)n;
    return CC_OK;
}

static cc_status set_size(parser *p, const cc_option_row *row, const char *value, uint64_t *ret)
{
    static const struct {
        const char *suffix;
        unsigned    shift;
    } units[]      = {{"", 0}, {"KiB", 10}, {"MiB", 20}, {"GiB", 30}};
    uint64_t    n  = 0;
    const char *at = value;
    if (read_digits(&at, INT64_MAX, &n))
        for (size_t i = 0; i < sizeof units / sizeof *units; i++)
            if (strcmp(at, units[i].suffix) == 0 && n <= (uint64_t)INT64_MAX >> units[i].shift) {
                *ret = n << units[i].shift;
                return CC_OK;
            }
    return fault_value(p, row, value, "a size such as 4096, 64KiB, 256MiB or 1GiB");
}

/* "0", "1", "0.5", ".925": at most three decimals, so that thousandths are exact. */
static cc_status set_score(parser *p, const cc_option_row *row, const char *value, uint32_t *ret)
{
    const char *at    = value;
    uint64_t    whole = 0, part = 0;
    bool        ok       = read_digits(&at, 1, &whole);
    int         decimals = 0;
    if (*at == '.')
        for (at++, ok = false; cc_is_digit(*at) && decimals < 3; at++, decimals++, ok = true)
            part = part * 10 + (uint64_t)(*at - '0');
    for (; decimals < 3; decimals++)
        part *= 10;
    if (!ok || *at != '\0' || whole * 1000 + part > 1000)
        return fault_value(p, row, value, "a score from 0 to 1 with at most three decimals");
    *ret = (uint32_t)(whole * 1000 + part);
    return CC_OK;
}

static cc_status set_level(parser *p, const cc_option_row *row, const char *value, uint32_t *ret)
{
    static const char *const names[] = {"never", "note", "warning", "error"};
    bool                     never   = row->kind == CC_OPTION_FAIL_ON;
    for (uint32_t level = never ? 0 : CC_NOTE; level <= CC_ERROR; level++)
        if (strcmp(value, names[level]) == 0) {
            *ret = level;
            return CC_OK;
        }
    return fault_value(p, row, value,
                       never ? "one of error, warning, note, never"
                             : "one of error, warning, note");
}

static cc_status set_field(parser *p, const cc_option_row *row, const char *value)
{
    void *field = p->fields + row->field;
    if (row->kind != CC_OPTION_FLAG && value[0] == '\0')
        return cc_fault_set(p->fault, CC_FATAL, "option '--%s' needs a value", row->name);
    switch (row->kind) {
    case CC_OPTION_FLAG: *(bool *)field = true; return CC_OK;
    case CC_OPTION_TEXT:
        *(const char **)field = cc_arena_dup(p->arena, cc_str_z(value)).ptr;
        return CC_OK;
    case CC_OPTION_PAIR:
    case CC_OPTION_LIST: append(p, field, cc_str_z(value)); return CC_OK;
    case CC_OPTION_WORDS: append_words(p, field, cc_str_z(value)); return CC_OK;
    case CC_OPTION_COUNT: return set_count(p, row, value, field);
    case CC_OPTION_SIZE: return set_size(p, row, value, field);
    case CC_OPTION_SCORE: return set_score(p, row, value, field);
    case CC_OPTION_LEVEL:
    case CC_OPTION_FAIL_ON: return set_level(p, row, value, field);
    }
    return CC_FATAL;
}

/* -- The command line ---------------------------------------------------------------------- */

static void collect_rows(parser *p, const cc_usage *usage)
{
    for (const cc_option_group *group = usage->groups; group->rows != NULL; group++)
        for (const cc_option_row *row = group->rows; row->name != NULL; row++)
            *cc_push(p->arena, &p->rows) = row;
}

static struct poptOption popt_row(const cc_option_row *row, int val)
{
    return (struct poptOption){
        .longName  = row->name,
        .shortName = row->letter,
        .argInfo   = row->kind == CC_OPTION_FLAG ? POPT_ARG_NONE : POPT_ARG_STRING,
        .val       = val,
    };
}

/* popt gives back `val`: the row's index + 1; help stands behind the rows. */
static struct poptOption *make_table(parser *p)
{
    struct poptOption *table = cc_new(p->arena, struct poptOption, p->rows.n + 2);
    for (size_t i = 0; i < p->rows.n; i++)
        table[i] = popt_row(p->rows.at[i], (int)i + 1);
    table[p->rows.n] = popt_row(&help_row, (int)p->rows.n + 1);
    return table;
}

/* The name alone: "--level" of "--level=x". */
static cc_str option_name(const char *given)
{
    return (cc_str){given, strcspn(given, "=")};
}

static cc_status fault_unknown(parser *p, cc_str given)
{
    const char **names = cc_new(p->arena, const char *, p->rows.n + 2);
    for (size_t i = 0; i < p->rows.n; i++)
        names[i] = p->rows.at[i]->name;
    names[p->rows.n] = "help";
    const char *near = NULL;
    if (cc_str_starts(given, CC_S("--")))
        near = cc_nearest(cc_str_sub(given, 2, given.len - 2), names);
    if (near == NULL)
        return cc_fault_set(p->fault, CC_FATAL, "unknown option '%.*s'", CC_F(given));
    return cc_fault_set(p->fault, CC_FATAL, "unknown option '%.*s', did you mean '--%s'?",
                        CC_F(given), near);
}

static cc_status fault_popt(parser *p, poptContext context, int error)
{
    cc_str given = option_name(poptBadOption(context, 0));
    switch (error) {
    case POPT_ERROR_BADOPT: return fault_unknown(p, given);
    case POPT_ERROR_NOARG:
        return cc_fault_set(p->fault, CC_FATAL, "option '%.*s' needs a value", CC_F(given));
    case POPT_ERROR_UNWANTEDARG:
        return cc_fault_set(p->fault, CC_FATAL, "option '%.*s' takes no value", CC_F(given));
    default:
        return cc_fault_set(p->fault, CC_FATAL, "option '%.*s': %s", CC_F(given),
                            poptStrerror(error));
    }
}

static cc_status take_options(parser *p, poptContext context)
{
    int at;
    while ((at = poptGetNextOpt(context)) > 0) {
        if ((size_t)at > p->rows.n)
            return CC_END;
        char     *value  = poptGetOptArg(context);
        cc_status status = set_field(p, p->rows.at[at - 1], value);
        free(value);
        CC_TRY(status);
    }
    return at == -1 ? CC_OK : fault_popt(p, context, at);
}

static const char *const *take_arguments(parser *p, poptContext context)
{
    const char *const *list    = cc_new(p->arena, const char *, 1);
    CC_LIST(const char *) args = {0};
    for (const char **at = poptGetArgs(context); at != NULL && *at != NULL; at++)
        *cc_push(p->arena, &args) = cc_arena_dup(p->arena, cc_str_z(*at)).ptr;
    if (args.n == 0)
        return list;
    *cc_push(p->arena, &args) = NULL;
    return args.at;
}

static bool is_pair(const parser *p, const char *arg)
{
    for (size_t i = 0; i < p->rows.n; i++)
        if (p->rows.at[i]->kind == CC_OPTION_PAIR && strncmp(arg, "--", 2) == 0 &&
            strcmp(arg + 2, p->rows.at[i]->name) == 0)
            return true;
    return false;
}

/* popt knows options with one value: "--pair A B" becomes "--pair A --pair B". */
static const char **split_pairs(parser *p, int argc, const char *const *argv, int *ret_argc)
{
    const char **args  = cc_new(p->arena, const char *, 2 * (size_t)argc + 1);
    bool         ended = false;
    int          n     = 0;
    for (int i = 0; i < argc; i++) {
        args[n++] = argv[i];
        ended |= strcmp(argv[i], "--") == 0;
        if (ended || i == 0 || i + 2 >= argc || !is_pair(p, argv[i]))
            continue;
        args[n++] = argv[++i];
        args[n++] = argv[i - 1];
        args[n++] = argv[++i];
    }
    *ret_argc = n;
    return args;
}

cc_status cc_options_parse(cc_arena *arena, const cc_usage *usage, int argc,
                           const char *const *argv, void *fields, const char *const **ret_args,
                           cc_fault *fault)
{
    parser p = {.arena = arena, .fault = fault, .fields = fields};
    collect_rows(&p, usage);
    /* With these set popt would end the options at the first argument. */
    unsetenv("POSIXLY_CORRECT");
    unsetenv("POSIX_ME_HARDER");
    const char **args    = split_pairs(&p, argc, argv, &argc);
    poptContext  context = poptGetContext(NULL, argc, args, make_table(&p), 0);
    if (context == NULL)
        return cc_fault_set(fault, CC_FATAL, "the options cannot be read");
    cc_status status = take_options(&p, context);
    if (status == CC_OK)
        *ret_args = take_arguments(&p, context);
    poptFreeContext(context);
    return status;
}

/* -- Help ---------------------------------------------------------------------------------- */

static void print_row(const cc_option_row *row, FILE *to)
{
    char letter[8] = "    ";
    if (row->letter != 0)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    int width = fprintf(to, "  %s--%s%s%s", letter, row->name, row->argument != NULL ? " " : "",
                        row->argument != NULL ? row->argument : "");
    if (width > HELP_COLUMN - 2) {
        fputc('\n', to);
        width = 0;
    }
    fprintf(to, "%*s%s\n", HELP_COLUMN - width, "", row->help);
}

void cc_options_help(const cc_usage *usage, FILE *to)
{
    fprintf(to, "Usage: claimcheck %s\n\n%s\n\nExamples:\n%s", usage->synopsis, usage->about,
            usage->examples);
    for (const cc_option_group *group = usage->groups; group->rows != NULL; group++) {
        if (group->title != NULL)
            fprintf(to, "\n%s:\n", group->title);
        for (const cc_option_row *row = group->rows; row->name != NULL; row++)
            print_row(row, to);
    }
    if (usage->groups->rows == NULL)
        fprintf(to, "\nOptions:\n");
    print_row(&help_row, to);
}
