#!/bin/bash
# positions.sh - every span points at the bytes it tells of, over the memos and over texts whose
# bytes are hard to count; and such a text says the same as its plain twin.
set -u
python=/usr/bin/python3
$python tests/cuts/nasty.py "$TMP" || exit

"$CC" extract --claims --explain corpus/*.txt | $python tests/cuts/positions.py spans
"$CC" check --format jsonl --agreements --min-score 0 --fail-on never corpus/*.txt |
    $python tests/cuts/positions.py spans | sed 's/ spans of / spans in findings about /'

for kind in nasty plain; do
    "$CC" extract --claims --allow-unreadable "$TMP/$kind" >"$TMP/$kind.jsonl" || echo "not ok extract $kind"
done
$python tests/cuts/positions.py spans <"$TMP/nasty.jsonl"
$python tests/cuts/positions.py twins "$TMP/nasty.jsonl" "$TMP/plain.jsonl"
"$CC" check --format jsonl --agreements --min-score 0 --fail-on never "$TMP/nasty" |
    $python tests/cuts/positions.py spans | sed 's/ spans of / spans in findings about /'
