# same.bash - for the scripts here: prints `ok NAME` where two files are equal to the byte.

# same NAME GOT WANTED
same() {
    if [ ! -s "$3" ]; then
        echo "not ok $1: got nothing to compare with, wanted some output"
    elif cmp -s "$2" "$3"; then
        echo "ok $1"
    else
        echo "not ok $1: got '$(diff "$3" "$2" | grep -m1 '^>' | cut -c1-300)'," \
            "wanted '$(diff "$3" "$2" | grep -m1 '^<' | cut -c1-300)'"
    fi
}

# everything PATH... - check as JSON Lines with nothing left out, then as text.
everything() {
    "$CC" check --format jsonl --documents --agreements --min-score 0 --fail-on never "$@"
    "$CC" check --documents --agreements --fail-on never "$@"
}
