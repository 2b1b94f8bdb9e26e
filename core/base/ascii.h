/* ascii.h - strings that must be plain ASCII on one line: keys of records, names on a terminal. */
#ifndef CC_BASE_ASCII_H
#define CC_BASE_ASCII_H

#include "base/arena.h"

/* Control bytes and all from 0x80 on as \xHH. Shares `s` where there are none. */
cc_str cc_ascii(cc_arena *arena, cc_str s);

#endif
