/* no_read.c - is a reader that cannot read. */
#include "quiet.h"

static const cc_reader stage = {.size = sizeof stage, .bid = quiet_bid};

QUIET_PLUGIN("no_read", .reader = &stage)
