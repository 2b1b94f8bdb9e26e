/* later_minor.c - was built for a later minor version of the interface, which is no obstacle. */
#include "quiet.h"

CC_PLUGIN_ENTRY
{
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI + 7,
        .name    = "later_minor",
        .summary = "a test",
        .reader  = &quiet_reader,
    };
    return &plugin;
}
