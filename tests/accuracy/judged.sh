#!/bin/bash
# judged.sh - judged.tsv is well formed, and judged.py names a finding that it does not hold.
set -u
table=tests/accuracy/judged.tsv

# Each row: ten columns, a verdict, a class that the head lists where it is wrong, and no row twice.
bad=$(awk -F'\t' '
    /^#   / { split($0, word, / +/); classes[word[2]] = 1; next }
    /^#/ || $1 == "set" { next }
    NF != 10 || $9 !~ /^(right|wrong)$/ || ($9 == "wrong") != ($10 in classes) { print FNR }
    seen[$1, $2, $3, $4, $5, $6, $7, $8]++ { print FNR " again" }' "$table" | tr '\n' ' ')
[ -z "$bad" ] && echo "ok form" || echo "not ok form: got wrong lines $bad in $table, wanted none"

printf 'The dam of Orvik cost $310 million in 2011.\n' >"$TMP/a.txt"
printf 'In 2011 the dam of Orvik cost $210 million.\n' >"$TMP/b.txt"
got=$("$CC" check --format jsonl --fail-on never "$TMP" | /usr/bin/python3 -B tools/accuracy/judged.py dams)
want=$'dams\tvalue-conflict\ta.txt\t22\t34\tb.txt\t30\t42\t\t
# dams: 2 documents, 1 findings, 0 right, 0 wrong
# pairs not judged: 1; false alarms in 20 documents: 10.0'
[ "$got" = "$want" ] && echo "ok unjudged" || echo "not ok unjudged: got '$got', wanted '$want'"
