/* cmd_check.c - claimcheck check: findings. */
#include "cmd/cmd.h"
#include "run/run.h"
#include "run/why.h"

#include <stddef.h>

/* clang-format off */
static const cc_option_row why_rows[] = {
    {"why-not", 0, CC_OPTION_PAIR, offsetof(cc_request, settings.why_not), "A B",
     "say why the figures at A and B (FILE:LINE or FILE:LINE:COLUMN) are no finding"},
    {0}};
/* clang-format on */

static const cc_option_group groups[] = {{"Documents", cc_rows_against},
                                         {NULL, cc_rows_input},
                                         {NULL, cc_rows_dates},
                                         {"Findings", cc_rows_findings},
                                         {NULL, why_rows},
                                         {"Output", cc_rows_output},
                                         {"Rules and plugins", cc_rows_rules},
                                         {NULL, cc_rows_plugins},
                                         {"Limits", cc_rows_limits},
                                         {"Run", cc_rows_run},
                                         {0}};

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    const char *const *why = request->settings.why_not;
    CC_TRY(cc_request_paths(request, fault));
    if (why != NULL && (why[1] == NULL || why[2] != NULL))
        return cc_fault_set(fault, CC_FATAL, "option '--why-not' needs two places: A B");
    return cc_request_outputs(request, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    if (request->settings.why_not != NULL)
        return cc_run_why(&request->settings, stdout, ret_exit, fault);
    return cc_run_check(&request->settings, stdout, ret_exit, fault);
}

const cc_command cc_command_check = {
    .name    = "check",
    .summary = "figures and dates that cannot both be true (the main job)",
    .usage =
        {
            .synopsis = "check [OPTION]... PATH...",
            .about =
                "Finds figures and dates that cannot both be true, within a document and between "
                "documents.\nA PATH is a file, a folder, an archive, archive!member, or '-'.",
            .examples =
                "  claimcheck check memos/\n"
                "  claimcheck check draft.txt --against memos.zip\n"
                "  claimcheck check memos.tar.gz --format jsonl --output text=findings.txt\n"
                "  claimcheck check memos/ --check magnitude,value-conflict --min-score 0\n"
                "  claimcheck check memos/ --format csv > inventory.csv\n"
                "  claimcheck check --why-not a.txt:14 b.txt:3:20 memos/\n",
            .groups = groups,
        },
    .prepare = prepare,
    .run     = run,
};
