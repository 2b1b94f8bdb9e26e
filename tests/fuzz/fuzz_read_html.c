/* fuzz_read_html.c - any bytes as web pages. */
#define READER "read_html"
#include "fuzz_reader.h"
