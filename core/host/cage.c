/* cage.c - the outside of the cage: starts the process, hands it a document, takes frames. */
#include "host/cage.h"

#include "base/bounds.h"
#include "host/caged.h"
#include "host/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* One document under way. */
typedef struct reading {
    cc_cage       *cage;
    cc_block_sink *sink;
    cc_wire        wire;
    int64_t        deadline_ms;
    uint64_t       token;
    bool           late, enough; /* past the deadline; the host wants no more blocks */
    cc_fault      *fault;
} reading;

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* -- Starting and ending ---------------------------------------------------------------------------- */

/* Nothing of the user's but where libraries lie: a reader needs no secrets. */
static char *const *make_environment(cc_arena *arena)
{
    static const char *const names[] = {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                        "LSAN_OPTIONS", "TSAN_OPTIONS"};
    enum { COUNT = sizeof names / sizeof *names };
    char **list = cc_new(arena, char *, COUNT + 2);
    size_t n    = 0;
    list[n++]   = (char *)(uintptr_t) "TZ=UTC";
    for (size_t i = 0; i < COUNT; i++)
        if (getenv(names[i]) != NULL) {
            cc_str entry = cc_arena_printf(arena, "%s=%s", names[i], getenv(names[i]));
            list[n++]    = (char *)(uintptr_t)entry.ptr;
        }
    return list;
}

static int set_up(posix_spawn_file_actions_t *files, posix_spawnattr_t *how, int socket)
{
    sigset_t none, standard;
    sigemptyset(&none);
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE);
    int error = posix_spawn_file_actions_addopen(files, 0, "/dev/null", O_RDONLY, 0);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(files, 1, "/dev/null", O_WRONLY, 0);
    if (error == 0)
        error = posix_spawn_file_actions_adddup2(files, 1, 2);
    if (error == 0)
        error = posix_spawn_file_actions_adddup2(files, socket, CC_CAGED_SOCKET);
    posix_spawnattr_setsigmask(how, &none);
    posix_spawnattr_setsigdefault(how, &standard);
    posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return error;
}

/* As caged.h says. */
static const char *const *make_arguments(const cc_cage *cage, cc_arena *arena)
{
    cc_str memory  = cc_arena_printf(arena, "%llu", (unsigned long long)cage->limits.memory_bytes);
    cc_str seconds = cc_arena_printf(arena, "%u", cage->limits.seconds);
    const char *const first[] = {cage->program, CC_CAGED_OPTION, cage->plugin, memory.ptr,
                                 seconds.ptr};
    size_t            count = sizeof first / sizeof *first, given = 0;
    while (cage->given != NULL && cage->given[given] != NULL)
        given++;
    const char **argv = cc_new(arena, const char *, count + given + 1);
    memcpy(argv, first, sizeof first);
    if (given > 0)
        memcpy(argv + count, cage->given, given * sizeof *argv);
    return argv;
}

/* 0, or an error number. */
static int spawn(cc_cage *cage, cc_arena *arena, int socket)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t          how;
    const char *const         *argv  = make_arguments(cage, arena);
    int                        error = posix_spawn_file_actions_init(&files);
    if (error != 0)
        return error;
    if ((error = posix_spawnattr_init(&how)) == 0) {
        error = set_up(&files, &how, socket);
        if (error == 0)
            error = posix_spawn(&cage->pid, cage->program, &files, &how,
                                (char *const *)(uintptr_t)argv, make_environment(arena));
        posix_spawnattr_destroy(&how);
    }
    posix_spawn_file_actions_destroy(&files);
    return error;
}

static cc_status start(cc_cage *cage, cc_arena *arena, cc_fault *fault)
{
    int pair[2];
    int error = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0 ? 0 : errno;
    if (error == 0) {
        error = spawn(cage, arena, pair[1]);
        close(pair[1]);
        if (error != 0)
            close(pair[0]);
    }
    if (error != 0) {
        cage->pid = 0;
        return cc_fault_set(fault, CC_FAIL, "its process cannot be started: %s",
                            strerrorname_np(error));
    }
    cage->socket = pair[0];
    cage->served = 0;
    return CC_OK;
}

static int wait_for_end(cc_cage *cage)
{
    int status = 0;
    close(cage->socket);
    while (waitpid(cage->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    cage->pid = 0;
    return status;
}

void cc_cage_close(cc_cage *cage)
{
    if (cage->pid != 0)
        wait_for_end(cage);
}

/* -- The document goes in ----------------------------------------------------------------------------- */

static bool write_all(int fd, cc_str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        ssize_t n = write(fd, bytes.ptr + done, bytes.len - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

/* A descriptor of memory that holds `bytes` and can no longer be changed; -1: errno tells. */
static int seal(cc_str bytes)
{
    enum { SEALS = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL };
    int fd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0)
        return -1;
    if (write_all(fd, bytes) && fcntl(fd, F_ADD_SEALS, SEALS) == 0)
        return fd;
    close(fd);
    return -1;
}

static bool send_descriptor(int socket, int fd, const cc_caged_request *request)
{
    union {
        struct cmsghdr align;
        char           bytes[CMSG_SPACE(sizeof(int))];
    } control               = {.bytes = {0}};
    struct iovec    part    = {(void *)(uintptr_t)request, sizeof *request};
    struct msghdr   message = {.msg_iov        = &part,
                               .msg_iovlen     = 1,
                               .msg_control    = control.bytes,
                               .msg_controllen = sizeof control.bytes};
    struct cmsghdr *head    = CMSG_FIRSTHDR(&message);
    head->cmsg_level        = SOL_SOCKET;
    head->cmsg_type         = SCM_RIGHTS;
    head->cmsg_len          = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(head), &fd, sizeof fd);
    return sendmsg(socket, &message, MSG_NOSIGNAL) == (ssize_t)sizeof *request;
}

/* false: the process is gone, or there is no memory for the document. */
static bool hand_in(const reading *r, cc_str bytes)
{
    int  fd = seal(bytes);
    bool sent =
        fd >= 0 && send_descriptor(r->cage->socket, fd, &(cc_caged_request){bytes.len, r->token});
    if (fd >= 0)
        close(fd);
    return sent;
}

/* -- Frames come out ------------------------------------------------------------------------------------ */

/* Waits for bytes, not longer than to the deadline. false: nothing more comes. */
static bool receive(reading *r)
{
    char          chunk[64 * 1024];
    struct pollfd on = {.fd = r->cage->socket, .events = POLLIN};
    for (;;) {
        int64_t left = r->deadline_ms - now_ms();
        int     n    = left <= 0 ? 0 : poll(&on, 1, left > INT32_MAX ? INT32_MAX : (int)left);
        r->late      = n == 0;
        if (n == 0)
            return false;
        ssize_t got = n < 0 ? -1 : recv(r->cage->socket, chunk, sizeof chunk, 0);
        if (got > 0)
            cc_wire_feed(&r->wire, (cc_str){chunk, (size_t)got});
        if (got >= 0 || errno != EINTR)
            return got > 0;
    }
}

/* The next frame. Errors: CC_END - the process is gone or late; CC_FAIL - it sent no frame. */
static cc_status next_frame(reading *r, cc_frame *ret)
{
    for (;;) {
        cc_status status = cc_wire_next(&r->wire, ret);
        if (status != CC_END)
            return status;
        if (!receive(r))
            return CC_END;
    }
}

/* CC_END: the document has come to its end. */
static cc_status take(reading *r, const cc_frame *frame)
{
    cc_status status = CC_OK;
    switch (frame->kind) {
    case CC_FRAME_BLOCK:
        if (!r->enough)
            status = r->sink->block(r->sink, &frame->block);
        r->enough = r->enough || status == CC_END;
        return status == CC_END ? CC_OK : status;
    case CC_FRAME_META: return r->sink->meta(r->sink, frame->key, frame->value);
    case CC_FRAME_LOST: r->sink->lost(r->sink, frame->why); return CC_OK;
    case CC_FRAME_END: return frame->token == r->token ? CC_END : CC_FAIL;
    default: return CC_FAIL;
    }
}

/* Errors: CC_END - the process is gone or late; CC_FAIL - it sent what no reader may. */
static cc_status take_document(reading *r, cc_frame *ret_end)
{
    cc_status status;
    do {
        CC_TRY(next_frame(r, ret_end));
        status = take(r, ret_end);
    } while (status == CC_OK);
    return status == CC_END && r->wire.taken == r->wire.held.len ? CC_OK : CC_FAIL;
}

/* What the first frame says: whether it could be locked in. */
static cc_status take_ready(reading *r)
{
    cc_frame frame;
    CC_TRY(next_frame(r, &frame));
    if (frame.kind == CC_FRAME_END)
        cc_fault_set(r->fault, CC_FAIL, "%.*s", CC_F(frame.message));
    return frame.kind == CC_FRAME_READY ? CC_OK : CC_FAIL;
}

/* -- Both ---------------------------------------------------------------------------------------------- */

/* Ends the process if it has not ended, and tells how that came. */
static cc_status give_up(reading *r, bool lied, const char **ret_reason)
{
    if (lied || r->late)
        kill(r->cage->pid, SIGKILL);
    int status  = wait_for_end(r->cage);
    *ret_reason = "reader-crashed";
    if (r->late || (!lied && WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)) {
        *ret_reason = "reader-timeout";
        return cc_fault_set(r->fault, CC_FAIL, "it took more than %u seconds",
                            r->cage->limits.seconds);
    }
    if (lied)
        return cc_fault_set(r->fault, CC_FAIL, "its process sent what no reader may");
    if (WIFSIGNALED(status))
        return cc_fault_set(r->fault, CC_FAIL, "its process was ended by SIG%s",
                            sigabbrev_np(WTERMSIG(status)));
    if (WEXITSTATUS(status) == CC_CAGED_MEMORY) {
        *ret_reason = "reader-memory";
        return cc_fault_set(r->fault, CC_FAIL, "it took more than %llu MiB",
                            (unsigned long long)(r->cage->limits.memory_bytes / CC_MIB));
    }
    return cc_fault_set(r->fault, CC_FAIL, "its process ended with status %d", WEXITSTATUS(status));
}

static cc_status exchange(reading *r, cc_str bytes, cc_frame *ret_end)
{
    if (r->cage->served == 0)
        CC_TRY(take_ready(r));
    if (!hand_in(r, bytes))
        return CC_END;
    return take_document(r, ret_end);
}

cc_status cc_cage_read(cc_cage *cage, cc_arena *arena, cc_str bytes, cc_block_sink *sink,
                       const char **ret_reason, cc_fault *fault)
{
    reading  r    = {.cage = cage, .sink = sink, .wire = {.arena = arena}, .fault = fault};
    cc_frame end  = {0};
    int64_t  most = (int64_t)cage->limits.seconds * CC_READER_PATIENCE * 1000;
    *ret_reason   = NULL;
    if (bytes.len == 0)
        return CC_OK;
    if (cage->pid == 0 && start(cage, arena, fault) != CC_OK) {
        *ret_reason = "reader-crashed";
        return CC_FAIL;
    }
    r.deadline_ms    = now_ms() + most;
    r.token          = (uint64_t)r.deadline_ms;
    cc_status status = exchange(&r, bytes, &end);
    if (status != CC_OK)
        return give_up(&r, status == CC_FAIL, ret_reason);
    cage->served++;
    if (end.message.len > 0)
        cc_fault_set(fault, end.status, "%.*s", CC_F(end.message));
    return end.status;
}
