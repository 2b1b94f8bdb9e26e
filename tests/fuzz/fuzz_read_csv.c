/* fuzz_read_csv.c - any bytes as delimited text. */
#define READER "read_csv"
#include "fuzz_reader.h"
