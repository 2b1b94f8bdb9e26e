#!/bin/bash
# mutate.sh - tools/mutate on the sample memos: it leaves out what is no claim, changes what is one, and
# of the changes at least so many are found as mutate.py says, and next to nothing else.
set -u
if [ -n "$SANITIZED" ]; then
    echo "skip mutate: some hundred runs of the program, of which the plain build sees all"
    exit 0
fi
export PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 tests/corpus/mutate.py parts "$TMP" || exit 1
/usr/bin/python3 tools/mutate corpus --include '*.txt' --exclude packed --count 90 --json "$TMP/mutations.json" \
    >"$TMP/table" || exit 1
/usr/bin/python3 tests/corpus/mutate.py floors "$TMP/mutations.json"
