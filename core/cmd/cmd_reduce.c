/* cmd_reduce.c - claimcheck reduce: records that share a key become scored pairs. */
#include "cmd/cmd.h"
#include "run/run.h"

static const cc_option_group groups[] = {{0}};

static cc_status prepare(cc_request *request, cc_fault *fault)
{
    return cc_request_no_more(request->args, fault);
}

static cc_status run(cc_request *request, int *ret_exit, cc_fault *fault)
{
    (void)request, (void)ret_exit;
    return cc_run_reduce(stdin, stdout, fault);
}

const cc_command cc_command_reduce = {
    .name    = "reduce",
    .summary = "part 2: sorted records become scored pairs",
    .usage =
        {
            .synopsis = "reduce",
            .about =
                "The second part of a run in parts: reads the records of 'claimcheck map', sorted, "
                "from standard\ninput, and prints scored pairs for 'claimcheck finish'.",
            .examples = "  claimcheck map memos/ | LC_ALL=C sort | claimcheck reduce > pairs\n",
            .groups   = groups,
        },
    .prepare = prepare,
    .run     = run,
};
