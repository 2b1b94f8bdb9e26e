/* no_entry.c - is a checker with nothing to call. */
#include "quiet.h"

static const cc_check   checks[] = {{"no-entry", "A test.", NULL}, {0}};
static const cc_checker stage    = {.size = sizeof stage, .checks = checks};

QUIET_PLUGIN("no_entry", .checker = &stage)
