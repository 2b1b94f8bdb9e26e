/* fuzz_read_txt.c - any bytes as plain text. */
#define READER "read_txt"
#include "fuzz_reader.h"
