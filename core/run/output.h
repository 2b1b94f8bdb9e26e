/* output.h - results go through reporters to where the settings say. */
#ifndef CC_RUN_OUTPUT_H
#define CC_RUN_OUTPUT_H

#include "run/worker.h"

/* Notes in the engine's settings whether a reporter wants figures. Errors: CC_FATAL - no reporter of
 * an output's format; said before any document is read. */
cc_status cc_outputs_check(cc_engine *engine, cc_fault *fault);

/* All outputs of the settings; `out` serves those without a file. A file is written under a
 * temporary name and renamed. Errors: CC_FATAL - something could not be written. */
cc_status cc_outputs_write(cc_worker *worker, const cc_results *results, FILE *out,
                           cc_fault *fault);

/* One format, to `out`. */
cc_status cc_report(cc_worker *worker, const char *format, const cc_results *results, FILE *out,
                    cc_fault *fault);

/* A JSON writer to a FILE, whose errors are found with ferror. */
void cc_json_to_file(cc_json *json, FILE *file);

/* Errors: CC_FATAL - what was written to `out` did not all arrive. */
cc_status cc_flush(FILE *out, cc_fault *fault);

#endif
