/* lost_rules.c - names a rule file that is nowhere. */
#include "quiet.h"

QUIET_PLUGIN("lost_rules", .rules = "lost", .extractor = &quiet_extractor)
