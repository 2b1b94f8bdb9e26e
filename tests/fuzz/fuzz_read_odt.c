/* fuzz_read_odt.c - any bytes as OpenDocument texts. Seeds are stored, so that what changes is XML. */
#define READER "read_odt"
#include "fuzz_reader.h"
