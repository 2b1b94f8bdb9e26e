#!/bin/bash
# pairs.sh - a small archive of documents that repeat themselves takes little memory: what a document
# says twice is compared once, and a key that holds too many claims is counted, not compared.
set -u
[ -z "$SANITIZED" ] || { echo "skip repeated: sanitizers take memory of their own"; exit 0; }
cd "$TMP" || exit 2

# repeated NAME FORMAT - twelve documents of 300 lines, under 400 MiB
repeated() {
    rm -rf "$1" && mkdir "$1"
    for d in {1..12}; do
        for n in {1..300}; do printf "$2\n" "$d" "$((n * $3))"; done >"$1/$d.txt"
    done
    if (ulimit -v 400000 && "$CC" check -j 1 --format jsonl --fail-on never "$1" >out.jsonl); then
        echo "ok $1"
    else
        echo "not ok $1: $(tail -c 200 out.jsonl)"
    fi
}
repeated same 'In 2019 the rate of part %d was 14 percent.%.0s' 0
repeated other 'In 2019 the rate of part %d was %d percent.' 1
