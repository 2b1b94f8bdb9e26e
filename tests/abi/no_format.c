/* no_format.c - is a reporter of no format. */
#include "quiet.h"

static const cc_reporter stage = {.size = sizeof stage, .report = quiet_report};

QUIET_PLUGIN("no_format", .reporter = &stage)
