#!/bin/bash
# total.sh 'COMMAND'... - runs each and closes with the sum of their own closing lines,
# `N passed, N failed`. A command that fails without saying so, or that closes without such a
# line, counts as one failure.
set -uo pipefail
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

for command; do
    echo "== $command"
    bash -c "$command" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    if [ -z "$line" ]; then
        echo "FAILED $command: no closing line, status $status"
        line='0 passed, 1 failed'
    elif [ "$status" -ne 0 ] && [[ $line == *', 0 failed' ]]; then
        echo "FAILED $command: status $status"
        failed=$((failed + 1))
    fi
    read -r p _ f _ <<<"$line"
    passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
