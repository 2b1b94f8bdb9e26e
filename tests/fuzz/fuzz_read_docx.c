/* fuzz_read_docx.c - any bytes as Word documents. Seeds are stored, so that what changes is XML. */
#define READER "read_docx"
#include "fuzz_reader.h"
