/* fuzz_read_pptx.c - any bytes as presentations. Seeds are stored, so that what changes is XML. */
#define READER "read_pptx"
#include "fuzz_reader.h"
