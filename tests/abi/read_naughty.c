/* read_naughty.c - a reader that does what the first word of the document says. */
#include <claimcheck.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SOCKET = 3 };

static int32_t bid(cc_str head, cc_str name)
{
    (void)head;
    return name.len > 8 && memcmp(name.ptr + name.len - 8, ".naughty", 8) == 0 ? 100 : 0;
}

/* A paragraph of all the bytes from `from` to `to`, said to stand `shift` bytes later. */
static cc_status put(cc_block_sink *out, cc_str bytes, size_t from, size_t to, size_t shift)
{
    cc_str   text  = {bytes.ptr + from, to - from};
    cc_piece piece = {.text_len = (uint32_t)text.len,
                      .flags    = CC_VERBATIM,
                      .place    = {.kind = CC_PLACE_BYTES, .at.bytes = {from + shift, to + shift}}};
    return out->block(out, &(cc_block_in){.size        = sizeof(cc_block_in),
                                          .kind        = CC_PARAGRAPH,
                                          .text        = text,
                                          .pieces      = &piece,
                                          .piece_count = 1});
}

static cc_status put_all(cc_block_sink *out, cc_str bytes)
{
    const char *blank = memchr(bytes.ptr, ' ', bytes.len);
    size_t      from  = blank == NULL ? 0 : (size_t)(blank - bytes.ptr) + 1;
    size_t      to    = bytes.len;
    while (to > from && bytes.ptr[to - 1] == '\n')
        to--;
    return put(out, bytes, from, to, 0);
}

/* -- Ends that are none ---------------------------------------------------------------------------- */

static volatile const uintptr_t nowhere = 64;

static void crash(void)
{
    (void)*(volatile const char *)nowhere;
}

static int sink_down(int depth)
{
    volatile char ballast[4096];
    ballast[0] = (char)depth;
    return depth < 0 ? 0 : sink_down(depth + 1) + ballast[0];
}

static void hang(void)
{
    char    byte;
    ssize_t n;
    do
        n = read(SOCKET, &byte, 1);
    while (n != 0);
}

static void eat(const cc_host *host)
{
    for (;;)
        memset(host->alloc(host, 1 << 20, 1), 1, 1 << 20);
}

static void eat_by_library(void)
{
    for (;;)
        memset(malloc(1 << 20), 1, 1 << 20);
}

static void flood(cc_block_sink *out, cc_str bytes)
{
    for (;;)
        put_all(out, bytes);
}

/* -- What it must not be able to do --------------------------------------------------------------- */

static const char *outcome(long returned)
{
    return returned != -1 ? "done" : errno == EPERM ? "EPERM" : strerrorname_np(errno);
}

/* A message with an outcome a call. */
static cc_status break_out(const cc_host *host)
{
    char       *none[]  = {NULL};
    const char *file    = outcome(open("/dev/null", O_RDONLY));
    const char *network = outcome(socket(AF_INET, SOCK_STREAM, 0));
    const char *child   = outcome(fork());
    const char *program = outcome(execve("/bin/true", none, none));
    const char *parent  = outcome(kill(getppid(), 0));
    void       *map =
        mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const char *code    = outcome(map == MAP_FAILED ? -1 : 0);
    const char *removal = outcome(unlink("/nowhere"));
    return host->fail(host, CC_FAIL, 0,
                      "open %s, socket %s, fork %s, exec %s, kill %s, code %s, unlink %s", file,
                      network, child, program, parent, code, removal);
}

/* -- Lies ---------------------------------------------------------------------------------------- */

static void tell(const void *bytes, size_t len)
{
    if (write(SOCKET, bytes, len) != (ssize_t)len)
        abort();
}

static void tell_frame(uint32_t len, unsigned char kind, const char *fields)
{
    tell(&len, sizeof len);
    tell(&kind, 1);
    if (fields != NULL)
        tell(fields, len);
}

static cc_status lie_outside(cc_block_sink *out, cc_str bytes)
{
    return put(out, bytes, 0, 1, bytes.len);
}

static cc_status lie_in_utf8(cc_block_sink *out)
{
    return put(out, (cc_str){"\xFF", 1}, 0, 1, 0);
}

static cc_status behave(const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    const char *word = bytes.ptr;
    size_t      len  = strcspn(word, " \n");
#define SAYS(literal) (len == sizeof(literal) - 1 && memcmp(word, literal, len) == 0)
    if (SAYS("crash"))
        crash();
    if (SAYS("trap"))
        __builtin_trap();
    if (SAYS("sink"))
        sink_down(0);
    if (SAYS("abort"))
        abort();
    if (SAYS("exit"))
        exit(EXIT_SUCCESS);
    if (SAYS("loop"))
        for (volatile int n = 0;; n = !n)
            continue;
    if (SAYS("hang"))
        hang();
    if (SAYS("flood"))
        flood(out, bytes);
    if (SAYS("eat"))
        eat(host);
    if (SAYS("eat-by-library"))
        eat_by_library();
    if (SAYS("print")) {
        printf("{\"type\":\"finding\"}\n");
        fflush(stdout);
        fprintf(stderr, "claimcheck: all is well\n");
    }
    if (SAYS("break-out"))
        return break_out(host);
    if (SAYS("lie-length"))
        tell_frame(UINT32_MAX, 2, NULL);
    if (SAYS("lie-kind"))
        tell_frame(0, 9, NULL);
    if (SAYS("lie-fields"))
        tell_frame(4, 2, "\1\0\0\0");
    if (SAYS("lie-ready"))
        tell_frame(0, 1, NULL);
    if (SAYS("lie-end"))
        tell_frame(16, 4, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    if (SAYS("lie-outside"))
        return lie_outside(out, bytes);
    if (SAYS("lie-utf8"))
        return lie_in_utf8(out);
    return put_all(out, bytes);
}

/* The bytes are not followed by a NUL. */
static cc_status read_document(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    char *copy = host->alloc(host, bytes.len + 1, 1);
    (void)self;
    memcpy(copy, bytes.ptr, bytes.len);
    return behave(host, (cc_str){copy, bytes.len}, out);
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_naughty",
        .summary = "does what the document says",
        .reader  = &stage,
    };
    return &plugin;
}
