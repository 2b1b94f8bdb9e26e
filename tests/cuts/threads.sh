#!/bin/bash
# threads.sh - the number of threads changes nothing.
set -u
. tests/cuts/same.bash

# outputs OPTION... - of all commands that use threads.
outputs() {
    everything "$@" corpus
    everything "$@" corpus/slides.txt --against corpus/packed/nested.tar.gz
    "$CC" extract --claims --explain "$@" corpus
    "$CC" map "$@" corpus | LC_ALL=C sort
}

outputs -j 1 >"$TMP/one"
for n in 2 5; do
    outputs -j $n >"$TMP/got"
    same "$n threads as one" "$TMP/got" "$TMP/one"
done
outputs >"$TMP/got"
same "a thread a core as one" "$TMP/got" "$TMP/one"
