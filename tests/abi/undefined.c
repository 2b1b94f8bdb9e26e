/* undefined.c - needs a function that nobody has. */
#include "quiet.h"

int32_t defined_nowhere(cc_str head, cc_str name);

static const cc_reader stage = {.size = sizeof stage, .bid = defined_nowhere, .read = quiet_read};

QUIET_PLUGIN("undefined", .reader = &stage)
