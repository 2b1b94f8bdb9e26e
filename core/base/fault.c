/* fault.c - messages. */
#include "base/fault.h"

#include <stdarg.h>

static void format_message(cc_fault *fault, cc_status status, const char *format, va_list args)
{
    fault->status = status;
    vsnprintf(fault->message, sizeof fault->message, format, args);
}

cc_status cc_fault_set(cc_fault *fault, cc_status status, const char *format, ...)
{
    if (fault->status != CC_OK)
        return status;
    va_list args;
    va_start(args, format);
    format_message(fault, status, format, args);
    va_end(args);
    return status;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The line that holds `offset`, tabs as they are, and a caret under the code point there. */
static void draw_excerpt(cc_fault *fault, cc_str line, size_t column_bytes)
{
    char   caret[256];
    size_t n = 0;
    if (line.len > 250)
        line.len = 250;
    for (size_t i = 0; i < column_bytes && i < line.len && n < sizeof caret - 2; i++)
        if (!is_continuation(line.ptr[i]))
            caret[n++] = line.ptr[i] == '\t' ? '\t' : ' ';
    caret[n] = '\0';
    snprintf(fault->excerpt, sizeof fault->excerpt, "  | %.*s\n  | %s^", CC_F(line), caret);
}

static void locate(cc_fault *fault, const char *file, cc_str text, size_t offset)
{
    size_t start = 0;
    fault->line  = 1;
    for (size_t i = 0; i < offset && i < text.len; i++)
        if (text.ptr[i] == '\n') {
            fault->line++;
            start = i + 1;
        }
    size_t end = start;
    while (end < text.len && text.ptr[end] != '\n')
        end++;
    fault->column = 1;
    for (size_t i = start; i < offset && i < text.len; i++)
        fault->column += !is_continuation(text.ptr[i]);
    snprintf(fault->file, sizeof fault->file, "%s", file);
    draw_excerpt(fault, cc_str_sub(text, start, end - start), offset - start);
}

cc_status cc_fault_at(cc_fault *fault, cc_status status, const char *file, cc_str text,
                      size_t offset, const char *format, ...)
{
    if (fault->status != CC_OK)
        return status;
    va_list args;
    va_start(args, format);
    format_message(fault, status, format, args);
    va_end(args);
    locate(fault, file, text, offset);
    return status;
}

void cc_fault_print(const cc_fault *fault, FILE *to)
{
    fprintf(to, "claimcheck: %s\n", fault->message);
    if (fault->file[0] != '\0' && fault->line > 0)
        fprintf(to, "  at %s:%u:%u\n", fault->file, fault->line, fault->column);
    else if (fault->file[0] != '\0')
        fprintf(to, "  in %s\n", fault->file);
    if (fault->excerpt[0] != '\0')
        fprintf(to, "%s\n", fault->excerpt);
}
