/* no_rules.c - is an extractor without rules. */
#include "quiet.h"

QUIET_PLUGIN("no_rules", .extractor = &quiet_extractor)
