/* null_table.c - gives no table. */
#include "quiet.h"

CC_PLUGIN_ENTRY
{
    return NULL;
}
