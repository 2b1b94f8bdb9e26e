/* fuzz_read_md.c - any bytes as Markdown. */
#define READER "read_md"
#include "fuzz_reader.h"
