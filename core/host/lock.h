/* lock.h - a process gives up what it does not need: files, network, other processes, memory. */
#ifndef CC_HOST_LOCK_H
#define CC_HOST_LOCK_H

#include "base/fault.h"

/* For the rest of this process: closes every descriptor but 0 to `last_fd`, bounds its memory and
 * lets it do no more than read, write and map what it holds. Sanitized builds keep memory and
 * system calls: their runtime needs them.
 * Errors: CC_FATAL - this system cannot lock a process in. */
cc_status cc_lock_in(int last_fd, uint64_t memory_bytes, cc_fault *fault);

/* From now on a process that has used up `seconds` of processor time ends by SIGPROF; 0: no more. */
void cc_lock_seconds(uint32_t seconds);

#endif
