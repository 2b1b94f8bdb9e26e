/* cmd.h - the commands: options in, exit status out (DESIGN section 8). */
#ifndef CC_CMD_CMD_H
#define CC_CMD_CMD_H

#include "base/options.h"
#include "host/settings.h"

enum { CC_EXIT_OK = 0, CC_EXIT_FINDINGS = 1, CC_EXIT_ERROR = 2, CC_EXIT_PIPE = 141 };

/* What a command line was read into. */
typedef struct cc_request {
    cc_arena           run;
    cc_settings        settings;
    const char *const *args;            /* what is no option, ends with NULL */
    const char        *format;          /* NULL: not given */
    const char        *tracked_changes; /* NULL: not given */
    const char *const *output;          /* "FORMAT=FILE" */
    const char *const *kind;            /* names of fact kinds */
    uint32_t           max_members;
    bool               stats, all_figures;
    cc_times           times;
} cc_request;

typedef struct cc_command {
    const char *name;
    const char *summary; /* one line of `claimcheck --help` */
    cc_usage    usage;   /* its rows fill a cc_request */
    /* Arguments and options become settings. Errors: CC_FATAL - a misuse. */
    cc_status (*prepare)(cc_request *request, cc_fault *fault);
    /* *ret_exit is CC_EXIT_OK beforehand. Errors: as the run's. */
    cc_status (*run)(cc_request *request, int *ret_exit, cc_fault *fault);
} cc_command;

extern const cc_command cc_command_check, cc_command_extract, cc_command_map, cc_command_reduce,
    cc_command_finish, cc_command_rules, cc_command_plugins, cc_command_explain;

/* Runs a command; argv[0] is its name. Messages go to standard error. Returns the exit status. */
int cc_command_main(const cc_command *command, int argc, const char *const *argv);

/* Rows that several commands share. */
extern const cc_option_row cc_rows_against[], cc_rows_input[], cc_rows_dates[], cc_rows_findings[],
    cc_rows_output[], cc_rows_rules[], cc_rows_plugins[], cc_rows_run[], cc_rows_limits[];

/* For `prepare`. Errors: CC_FATAL - no path; arguments that the command has no use for; an output
 * that cannot be. */
cc_status cc_request_paths(cc_request *request, cc_fault *fault);
cc_status cc_request_no_more(const char *const *args, cc_fault *fault);
cc_status cc_request_outputs(cc_request *request, cc_fault *fault);

/* "no X is called 'WORD'", with the nearest of `known` (ends with NULL). Returns CC_FATAL. */
cc_status cc_fault_name(cc_fault *fault, const char *what, const char *word,
                        const char *const *known);

#endif
