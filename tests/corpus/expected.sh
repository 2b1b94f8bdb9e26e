#!/bin/bash
# expected.sh - every plant of corpus/expected.tsv is found at default settings, and nothing else:
# as files and, by the same paths, out of the nested archive.
set -u
check() {
    "$CC" check --format jsonl --fail-on never "$@" | /usr/bin/python3 tests/corpus/expected.py corpus/expected.tsv
}
check corpus/*.txt
check corpus/packed/nested.tar.gz | sed -E 's/^(ok|not ok) /\1 nested /'
