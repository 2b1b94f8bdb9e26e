/* two_stages.c - is a reader and a reporter. */
#include "quiet.h"

QUIET_PLUGIN("two_stages", .reader = &quiet_reader, .reporter = &quiet_reporter)
