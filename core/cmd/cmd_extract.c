/* cmd_extract.c - claimcheck extract: facts and claims as JSON Lines. */
#include "cmd/cmd.h"
#include "fact/facts.h"
#include "run/run.h"

#include <stddef.h>

/* clang-format off */
static const cc_option_row extract_rows[] = {
    {"kind", 0, CC_OPTION_WORDS, offsetof(cc_request, kind), "KIND,KIND",
     "print only facts of these kinds"},
    {"claims", 0, CC_OPTION_FLAG, offsetof(cc_request, settings.claims), NULL,
     "print the claims too: figures with what they measure"},
    {"explain", 0, CC_OPTION_FLAG, offsetof(cc_request, settings.explain), NULL,
     "print the facts that gave way to longer or more telling ones too"},
    {"format", 0, CC_OPTION_TEXT, offsetof(cc_request, format), "FORMAT",
     "jsonl, the only one"},
    {0}};
/* clang-format on */

static const cc_option_group groups[] = {
    {"Facts", extract_rows}, {"Documents", cc_rows_input},
    {NULL, cc_rows_dates},   {"Rules and plugins", cc_rows_rules},
    {NULL, cc_rows_plugins}, {"Limits", cc_rows_limits},
    {"Run", cc_rows_run},    {0}};

static cc_status fault_kind(cc_request *request, const char *given, cc_fault *fault)
{
    const char *names[CC_KIND_COUNT] = {0};
    for (cc_kind kind = 1; kind < CC_KIND_COUNT; kind++)
        names[kind - 1] = cc_arena_dup(&request->run, cc_kind_name(kind)).ptr;
    return cc_fault_name(fault, "kind of fact", given, names);
}

static cc_status take_kinds(cc_request *request, cc_fault *fault)
{
    for (const char *const *at = request->kind; at != NULL && *at != NULL; at++) {
        cc_kind kind = cc_kind_parse(cc_str_z(*at));
        if (kind == 0)
            return fault_kind(request, *at, fault);
        request->settings.kinds |= UINT64_C(1) << kind;
    }
    return CC_OK;
}

static cc_status check_format(const cc_request *request, cc_fault *fault)
{
    if (request->format == NULL || strcmp(request->format, "jsonl") == 0)
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "'extract' has no format '%s', only jsonl",
                        request->format);
}

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    CC_TRY(cc_request_paths(request, fault));
    CC_TRY(take_kinds(request, fault));
    return check_format(request, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    return cc_run_extract(&request->settings, stdout, ret_exit, fault);
}

const cc_command cc_command_extract = {
    .name    = "extract",
    .summary = "facts and claims, as JSON Lines",
    .usage =
        {
            .synopsis = "extract [OPTION]... PATH...",
            .about = "Prints what is found in documents, a JSON record a line: dates, durations, "
                     "amounts "
                     "of money, percentages, quantities, numbers.\nA PATH is a file, a folder, an "
                     "archive, archive!member, or "
                     "'-'.",
            .examples =
                "  claimcheck extract memo.txt\n"
                "  claimcheck extract --kind money,percent memos.zip\n"
                "  claimcheck extract --claims memos/ | jq 'select(.type == \"claim\") | .text'\n",
            .groups = groups,
        },
    .prepare = prepare,
    .run     = run,
};
