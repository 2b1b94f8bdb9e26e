/* caged.c - the inside of the cage: loads one reader, locks itself in, reads what comes. */
#include "host/caged.h"

#include "base/bounds.h"
#include "host/handover.h"
#include "host/lock.h"
#include "host/wire.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct caged {
    cc_arena    life, doc, frames;
    cc_loaded   plugin;
    cc_instance instance;
    uint64_t    memory_bytes;
    uint32_t    seconds;
    cc_bytes    out; /* frames that are not yet sent */
    size_t      text_bytes, blocks;
} caged;

/* -- To the host ----------------------------------------------------------------------------------- */

/* A host that has hung up wants nothing more. */
static void flush(caged *c)
{
    for (size_t sent = 0; sent < c->out.len;) {
        ssize_t n = send(CC_CAGED_SOCKET, c->out.ptr + sent, c->out.len - sent, MSG_NOSIGNAL);
        if (n <= 0)
            _exit(EXIT_SUCCESS);
        sent += (size_t)n;
    }
    c->out.len = 0;
}

static void tell(caged *c, const cc_frame *frame)
{
    enum { ENOUGH = 64 * 1024 };
    cc_frame_put(&c->frames, &c->out, frame);
    if (c->out.len >= ENOUGH || frame->kind == CC_FRAME_READY || frame->kind == CC_FRAME_END)
        flush(c);
}

static void tell_end(caged *c, uint64_t token, cc_status status, const cc_fault *fault)
{
    tell(c, &(cc_frame){.kind    = CC_FRAME_END,
                        .token   = token,
                        .status  = status,
                        .message = cc_str_z(fault->message)});
}

static cc_status put_block(cc_block_sink *sink, const cc_block_in *given)
{
    caged      *c     = sink->core;
    cc_block_in block = {0};
    cc_handover_copy(&block, sizeof block, given);
    size_t bytes = block.text.len + block.row.len + block.column.len;
    if (bytes > CC_MAX_FRAME_BYTES / 2 ||
        block.piece_count > CC_MAX_FRAME_BYTES / 2 / sizeof *block.pieces)
        return CC_FAIL;
    tell(c, &(cc_frame){.kind = CC_FRAME_BLOCK, .block = block});
    c->text_bytes += block.text.len + 1;
    c->blocks++;
    return c->text_bytes > CC_MAX_TEXT_BYTES || c->blocks > CC_MAX_BLOCKS ? CC_END : CC_OK;
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    caged *c = sink->core;
    tell(c, &(cc_frame){.kind  = CC_FRAME_META,
                        .key   = cc_utf8_cut(key, CC_MAX_QUOTE_BYTES),
                        .value = cc_utf8_cut(value, CC_MAX_QUOTE_BYTES)});
    return CC_OK;
}

static void put_lost(cc_block_sink *sink, cc_lost why)
{
    tell(sink->core, &(cc_frame){.kind = CC_FRAME_LOST, .why = why});
}

/* -- From the host ---------------------------------------------------------------------------------- */

/* The next document. false: the host has hung up. */
static bool receive(int *ret_fd, cc_caged_request *ret)
{
    union {
        struct cmsghdr align;
        char           bytes[CMSG_SPACE(sizeof(int))];
    } control;
    struct iovec  part    = {ret, sizeof *ret};
    struct msghdr message = {.msg_iov        = &part,
                             .msg_iovlen     = 1,
                             .msg_control    = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    if (recvmsg(CC_CAGED_SOCKET, &message, MSG_WAITALL) != (ssize_t)sizeof *ret)
        return false;
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head == NULL || head->cmsg_type != SCM_RIGHTS)
        return false;
    memcpy(ret_fd, CMSG_DATA(head), sizeof *ret_fd);
    return true;
}

static void read_document(caged *c, cc_str bytes, uint64_t token)
{
    cc_block_sink sink = {
        .size = sizeof sink, .core = c, .block = put_block, .meta = put_meta, .lost = put_lost};
    cc_instance *at = &c->instance;
    at->fault       = (cc_fault){0};
    c->text_bytes = c->blocks = 0;
    cc_lock_seconds(c->seconds);
    cc_status status = at->plugin->def.reader->read(at->self, &at->host, bytes, &sink);
    cc_lock_seconds(0);
    tell_end(c, token, status, &at->fault);
    cc_arena_release(&c->doc);
}

static void read_documents(caged *c)
{
    int              fd;
    cc_caged_request asked;
    while (receive(&fd, &asked)) {
        void *at = mmap(NULL, asked.size, PROT_READ, MAP_PRIVATE, fd, 0);
        close(fd);
        if (at == MAP_FAILED)
            _exit(CC_CAGED_MEMORY);
        read_document(c, (cc_str){at, asked.size}, asked.token);
        munmap(at, asked.size);
    }
}

/* -- Its life --------------------------------------------------------------------------------------- */

#ifndef SANITIZED
static uint64_t large_bytes;

/* A library that gets no memory seldom says so before it fails. */
static void tell_memory(int number)
{
    if (mmap(NULL, large_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
        MAP_FAILED)
        _exit(CC_CAGED_MEMORY);
    raise(number);
}

/* On a stack of its own: running out of stack is one of the ways to end. */
static void watch_memory(caged *c)
{
    static const int ENDS[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    stack_t          stack  = {.ss_size = 64 * 1024};
    struct sigaction action = {.sa_handler = tell_memory,
                               .sa_flags   = SA_ONSTACK | (int)SA_RESETHAND};
    stack.ss_sp             = cc_arena_alloc(&c->life, stack.ss_size, 1);
    large_bytes             = c->memory_bytes / 8;
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        sigaction(ENDS[i], &action, NULL);
}
#else
static void watch_memory(caged *c)
{
    (void)c;
}
#endif

static cc_status prepare(caged *c, const char *path, const char *const *given, cc_fault *fault)
{
    CC_TRY(cc_plugin_load(&c->life, path, &c->plugin, fault));
    c->plugin.given = given;
    CC_TRY(cc_instance_open(NULL, &c->plugin, &c->life, &c->instance, fault));
    watch_memory(c);
    CC_TRY(cc_lock_in(CC_CAGED_SOCKET, c->memory_bytes, fault));
    c->instance.arena = &c->doc;
    return CC_OK;
}

int cc_caged_main(int argc, const char *const *argv)
{
    cc_fault fault = {0};
    caged    c     = {0};
    if (argc < 5)
        return EXIT_FAILURE;
    c.memory_bytes = strtoull(argv[3], NULL, 10);
    c.seconds      = (uint32_t)strtoul(argv[4], NULL, 10);
    if (prepare(&c, argv[2], argv + 5, &fault) == CC_OK) {
        tell(&c, &(cc_frame){.kind = CC_FRAME_READY});
        read_documents(&c);
        cc_instance_close(&c.instance);
    } else {
        tell_end(&c, 0, CC_FATAL, &fault);
    }
    cc_plugin_unload(&c.plugin);
    cc_arena_release(&c.doc);
    cc_arena_release(&c.frames);
    cc_arena_release(&c.life);
    return EXIT_SUCCESS;
}
