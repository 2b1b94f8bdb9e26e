/* fuzz_read_pdf.c - any bytes as PDF files. */
#define READER "read_pdf"
#include "fuzz_reader.h"
