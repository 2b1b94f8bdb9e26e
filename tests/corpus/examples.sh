#!/bin/bash
# examples.sh - what `claimcheck explain CHECK` shows holds: its first example is reported by that
# check, in its second one nothing is reported at all.
set -u

# write_example CHECK TITLE DIR - the documents under a title, as explain shows them, into DIR.
write_example() {
    "$CC" explain "$1" | awk -v title="$2:" -v dir="$3" '
        /^[^ ].*:$/                   { in_it = $0 == title; next }
        !in_it                        { next }
        /^  and in another document:/ { n++; next }
        { sub(/^    /, ""); print > (dir "/" n + 0 ".txt") }'
}

# found DIR - the checks that report something in its documents.
found() {
    "$CC" check --format jsonl --fail-on never "$1" |
        sed -n 's/^{"type":"finding","check":"\([^"]*\)".*/\1/p' | sort -u | tr '\n' ' '
}

# hold CHECK TITLE WANTED
hold() {
    local dir="$TMP/$1 $2" got
    mkdir "$dir"
    write_example "$1" "$2" "$dir"
    got=$(found "$dir")
    if [ -z "$(ls "$dir")" ]; then
        echo "not ok $1, $2: got no example, wanted one in rules/en/tables/checks.yaml"
    elif [ "$got" = "$3" ]; then
        echo "ok $1, $2"
    else
        echo "not ok $1, $2: got '$got', wanted '$3'"
    fi
}

for check in $("$CC" explain | awk '{ print $1 }'); do
    hold "$check" Reported "$check "
    hold "$check" "Left alone" ""
done
