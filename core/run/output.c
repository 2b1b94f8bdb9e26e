/* output.c - writing, so that a file is whole or not there. */
#include "run/output.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static cc_instance *find_reporter(cc_worker *worker, const char *format)
{
    for (size_t i = 0; i < worker->plugins.n; i++) {
        const cc_reporter *reporter = worker->plugins.at[i].plugin->def.reporter;
        if (reporter != NULL && strcmp(reporter->format, format) == 0)
            return &worker->plugins.at[i];
    }
    return NULL;
}

/* NULL: no plugin writes it. */
static const cc_reporter *find_format(const cc_engine *engine, const char *format)
{
    for (size_t i = 0; i < engine->plugins.n; i++) {
        const cc_reporter *reporter = engine->plugins.at[i].def.reporter;
        if (reporter != NULL && strcmp(reporter->format, format) == 0)
            return reporter;
    }
    return NULL;
}

cc_status cc_outputs_check(cc_engine *engine, cc_fault *fault)
{
    for (size_t i = 0; i < engine->settings.output_count; i++) {
        const char        *format   = engine->settings.outputs[i].format;
        const cc_reporter *reporter = find_format(engine, format);
        if (reporter == NULL)
            return cc_fault_set(fault, CC_FATAL,
                                "no reporter writes the format '%s'; see 'claimcheck plugins'",
                                format);
        if (reporter->wants_figures && engine->settings.figures == CC_OF_NONE)
            engine->settings.figures = CC_OF_CHECKED;
    }
    return CC_OK;
}

static cc_status put_bytes(cc_byte_sink *sink, cc_str bytes)
{
    return fwrite(bytes.ptr, 1, bytes.len, sink->core) == bytes.len ? CC_OK : CC_FATAL;
}

static void put_json(cc_json *json, const char *bytes, size_t len)
{
    fwrite(bytes, 1, len, json->user);
}

void cc_json_to_file(cc_json *json, FILE *file)
{
    *json = (cc_json){.put = put_json, .user = file};
}

cc_status cc_flush(FILE *out, cc_fault *fault)
{
    if (fflush(out) == 0 && !ferror(out))
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "cannot write the output: %s", strerror(errno));
}

/* Columns of the terminal; 0: it is none, or does not say. */
static uint32_t measure_terminal(FILE *out)
{
    struct winsize size;
    bool           known = isatty(fileno(out)) && ioctl(fileno(out), TIOCGWINSZ, &size) == 0;
    return known ? size.ws_col : 0;
}

cc_status cc_report(cc_worker *worker, const char *format, const cc_results *results, FILE *out,
                    cc_fault *fault)
{
    cc_instance *reporter = find_reporter(worker, format);
    cc_byte_sink sink     = {.size = sizeof sink, .core = out, .put = put_bytes};
    cc_results   mine     = *results;
    const char  *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    mine.colour = !worker->engine->settings.no_color && isatty(fileno(out)) &&
                  (no_color == NULL || no_color[0] == '\0') &&
                  (term == NULL || strcmp(term, "dumb") != 0);
    mine.columns    = measure_terminal(out);
    reporter->fault = (cc_fault){0};
    cc_status status =
        reporter->plugin->def.reporter->report(reporter->self, &reporter->host, &mine, &sink);
    if (status != CC_OK && reporter->fault.status != CC_OK)
        return cc_fault_set(fault, CC_FATAL, "reporter '%s' failed: %s", format,
                            reporter->fault.message);
    return cc_flush(out, fault);
}

static cc_status write_file(cc_worker *worker, const cc_output *output, const cc_results *results,
                            cc_fault *fault)
{
    cc_str temporary = cc_arena_printf(&worker->run, "%s.tmp%ld", output->file, (long)getpid());
    FILE  *file      = fopen(temporary.ptr, "wb");
    if (file == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot write '%s': %s", output->file,
                            strerror(errno));
    cc_status status = cc_report(worker, output->format, results, file, fault);
    if (fclose(file) != 0 && status == CC_OK)
        status =
            cc_fault_set(fault, CC_FATAL, "cannot write '%s': %s", output->file, strerror(errno));
    if (status == CC_OK && rename(temporary.ptr, output->file) != 0)
        status = cc_fault_set(fault, CC_FATAL, "cannot rename to '%s': %s", output->file,
                              strerror(errno));
    if (status != CC_OK)
        unlink(temporary.ptr);
    return status;
}

cc_status cc_outputs_write(cc_worker *worker, const cc_results *results, FILE *out, cc_fault *fault)
{
    const cc_settings *s = &worker->engine->settings;
    for (size_t i = 0; i < s->output_count; i++) {
        const cc_output *output = &s->outputs[i];
        CC_TRY(output->file == NULL ? cc_report(worker, output->format, results, out, fault)
                                    : write_file(worker, output, results, fault));
    }
    return CC_OK;
}
