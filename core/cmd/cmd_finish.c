/* cmd_finish.c - claimcheck finish: scored pairs become findings. */
#include "cmd/cmd.h"
#include "run/run.h"

#include <stddef.h>

/* clang-format off */
static const cc_option_row exit_rows[] = {
    {"allow-empty", 0, CC_OPTION_FLAG, offsetof(cc_request, settings.allow_empty), NULL,
     "no error if no document was found"},
    {"allow-unreadable", 0, CC_OPTION_FLAG, offsetof(cc_request, settings.allow_unreadable), NULL,
     "no exit status 3 if some input could not be read in full"},
    {0}};
/* clang-format on */

static const cc_option_group groups[] = {{"Findings", cc_rows_findings},
                                         {NULL, exit_rows},
                                         {"Output", cc_rows_output},
                                         {"Plugins", cc_rows_plugins},
                                         {0}};

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    CC_TRY(cc_request_no_more(request->args, fault));
    return cc_request_outputs(request, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    return cc_run_finish(&request->settings, stdin, stdout, ret_exit, fault);
}

const cc_command cc_command_finish = {
    .name    = "finish",
    .summary = "part 3: sorted pairs become findings",
    .usage =
        {
            .synopsis = "finish [OPTION]...",
            .about    = "The last part of a run in parts: reads what 'claimcheck reduce' wrote, "
                        "sorted, from "
                        "standard\ninput, and prints what 'claimcheck check' prints.",
            .examples = "  claimcheck map memos/ | LC_ALL=C sort | claimcheck reduce |\n"
                        "      LC_ALL=C sort | claimcheck finish --format jsonl\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
