#!/bin/bash
# expected.sh - every plant of corpus/expected.tsv is found at default settings, and nothing else: as
# files, out of the nested archive, and between any two memos, where the bar is lower.
set -u
check() {
    "$CC" check --format jsonl --fail-on never "${@:2}" |
        /usr/bin/python3 tests/corpus/expected.py corpus/expected.tsv $1
}
named() { sed -E "s|^(ok\|not ok) |\1 $* |"; }

check '' corpus/*.txt corpus/*.html
check '' corpus/packed/nested.tar.gz | named nested
for a in corpus/*.txt corpus/*.html; do
    for b in corpus/*.txt corpus/*.html; do
        [[ $a < $b ]] && check silent "$a" "$b" | named "${a##*/} ${b##*/}"
    done
done
exit 0
