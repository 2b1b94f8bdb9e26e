/* lock.c - resource limits and a seccomp filter.
 *
 * What is not allowed fails with EPERM instead of ending the process: libraries try to open
 * locales and the like, and do without. */
#include "host/lock.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

/* clang-format off */
static const int ALLOWED[] = {
    SCMP_SYS(read),         SCMP_SYS(write),         SCMP_SYS(recvmsg),      SCMP_SYS(sendto),
    SCMP_SYS(close),        SCMP_SYS(lseek),         SCMP_SYS(fstat),        SCMP_SYS(brk),
    SCMP_SYS(munmap),       SCMP_SYS(mremap),        SCMP_SYS(madvise),      SCMP_SYS(futex),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),        SCMP_SYS(setitimer),    SCMP_SYS(getrusage),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};
/* clang-format on */

/* Mapping is allowed, but nothing that can be run; signals, but only to itself. */
static int allow_some(scmp_filter_ctx filter)
{
    struct scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    struct scmp_arg_cmp itself  = SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid());
    int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code);
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code);
    if (error == 0)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, itself);
    for (size_t i = 0; i < sizeof ALLOWED / sizeof *ALLOWED && error == 0; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0);
    return error;
}

static int filter_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL)
        return -ENOMEM;
    int error = allow_some(filter);
    if (error == 0)
        error = seccomp_load(filter);
    seccomp_release(filter);
    return error;
}

static bool limit(__rlimit_resource_t resource, rlim_t most)
{
    return setrlimit(resource, &(struct rlimit){most, most}) == 0;
}

cc_status cc_lock_in(int last_fd, uint64_t memory_bytes, cc_fault *fault)
{
    enum { FEW_FILES = 16 };
    bool limited = close_range((unsigned)last_fd + 1, ~0u, 0) == 0 && limit(RLIMIT_CORE, 0) &&
                   limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, FEW_FILES);
    if (!limited)
        return cc_fault_set(fault, CC_FATAL, "no limit can be set on a process: %s",
                            strerrorname_np(errno));
#ifndef SANITIZED
    if (!limit(RLIMIT_AS, memory_bytes))
        return cc_fault_set(fault, CC_FATAL, "no limit can be set on memory: %s",
                            strerrorname_np(errno));
    int error = filter_calls();
    if (error != 0)
        return cc_fault_set(fault, CC_FATAL, "no filter can be set on system calls: %s",
                            strerrorname_np(-error));
#else
    (void)memory_bytes, (void)filter_calls;
#endif
    return CC_OK;
}

void cc_lock_seconds(uint32_t seconds)
{
    struct itimerval timer = {.it_value.tv_sec = (time_t)seconds};
    setitimer(ITIMER_PROF, &timer, NULL);
}
