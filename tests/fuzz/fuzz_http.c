/* fuzz_http.c - any bytes as an HTTP response: what is found stands in the message. */
#include "fuzz_box.h"

#include "source/http.h"

static void check_within(cc_str message, cc_str part, const char *what)
{
    promise(part.len == 0 || (part.ptr >= message.ptr && part.len <= message.len &&
                              part.ptr + part.len <= message.ptr + message.len),
            "%s stands outside of the message", what);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char   *message = malloc(size + (size == 0));
    cc_http http;
    if (message == NULL)
        return 0;
    if (size > 0)
        memcpy(message, data, size);
    cc_http_parse(message, size, &http);
    check_within((cc_str){message, size}, http.body, "the body");
    check_within((cc_str){message, size}, http.type, "the type");
    promise(http.coded_count <= sizeof http.coded / sizeof *http.coded, "%zu layers",
            http.coded_count);
    promise(http.reason == NULL || http.detail != NULL, "a reason without words");
    free(message);
    return 0;
}
