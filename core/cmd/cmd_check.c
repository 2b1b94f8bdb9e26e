/* cmd_check.c - claimcheck check: findings. */
#include "cmd/cmd.h"
#include "run/run.h"

static const cc_option_group groups[] = {
    {"Documents", cc_rows_against}, {NULL, cc_rows_input},
    {NULL, cc_rows_dates},          {"Findings", cc_rows_findings},
    {"Output", cc_rows_output},     {"Rules and plugins", cc_rows_rules},
    {NULL, cc_rows_plugins},        {"Limits", cc_rows_limits},
    {"Run", cc_rows_run},           {0}};

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    CC_TRY(cc_request_paths(request, fault));
    return cc_request_outputs(request, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
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
                "  claimcheck check memos/ --check magnitude,value-conflict --min-score 0\n",
            .groups = groups,
        },
    .prepare = prepare,
    .run     = run,
};
