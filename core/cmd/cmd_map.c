/* cmd_map.c - claimcheck map: documents become keyed records. */
#include "cmd/cmd.h"
#include "run/run.h"

#include <stddef.h>

/* clang-format off */
static const cc_option_row record_rows[] = {
    {"figures", 0, CC_OPTION_FLAG, offsetof(cc_request, all_figures), NULL,
     "a record of each figure too, for 'claimcheck finish --format csv'"},
    {0}};
/* clang-format on */

static const cc_option_group groups[] = {{"Records", record_rows},
                                         {"Documents", cc_rows_against},
                                         {NULL, cc_rows_input},
                                         {NULL, cc_rows_dates},
                                         {"Rules and plugins", cc_rows_rules},
                                         {NULL, cc_rows_plugins},
                                         {"Limits", cc_rows_limits},
                                         {"Run", cc_rows_run},
                                         {0}};

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    request->settings.figures = request->all_figures ? CC_OF_CHECKED : CC_OF_NONE;
    return cc_request_paths(request, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    return cc_run_map(&request->settings, stdout, ret_exit, fault);
}

const cc_command cc_command_map = {
    .name    = "map",
    .summary = "part 1 of a check in parts: documents become records",
    .usage =
        {
            .synopsis = "map [OPTION]... PATH...",
            .about    = "The first part of a run in parts: prints the records of the documents, a "
                        "line each, "
                        "key, tab,\nJSON, for 'LC_ALL=C sort' and 'claimcheck reduce'.",
            .examples = "  claimcheck map memos.zip > records\n"
                        "  claimcheck map draft.txt --against memos.zip | LC_ALL=C sort |\n"
                        "      claimcheck reduce | LC_ALL=C sort | claimcheck finish\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
