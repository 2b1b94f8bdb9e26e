/* name_twice.c - has the name of a shipped plugin. */
#include "quiet.h"

QUIET_PLUGIN("read_txt", .reader = &quiet_reader)
