#!/bin/bash
# hostile.sh - files made to do harm: cases.tsv says what must come of each, make.py makes them.
set -u
mkdir "$TMP/tree"
python3 tests/hostile/make.py "$TMP/tree/in" "$TMP/tree/outside" || exit 2
exec python3 tests/hostile/check.py tests/hostile/cases.tsv "$TMP/tree"
