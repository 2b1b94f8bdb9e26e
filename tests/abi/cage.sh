#!/bin/bash
# cage.sh - a reader that crashes, loops, eats memory, prints or lies costs one document and one
# true status; the documents around it are read as if it had not been there.
set -u
plugin=$B/tests/abi/read_naughty.so
options=(--plugin "$plugin" --reader-seconds 1 --reader-memory 256MiB)
[ -z "$SANITIZED" ] || export ASAN_OPTIONS=$ASAN_OPTIONS:handle_segv=0:handle_abort=0:handle_sigill=0
cd "$TMP" || exit 2

# same NAME GOT WANTED
same() {
    if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', wanted '$3'"; fi
}

# Word and what comes of it: status, reason and detail.
cat >table <<'END'
crash|unreadable reader-crashed read_naughty: its process was ended by SIGSEGV
trap|unreadable reader-crashed read_naughty: its process was ended by SIGILL
sink|unreadable reader-crashed read_naughty: its process was ended by SIGSEGV
abort|unreadable reader-crashed read_naughty: its process was ended by SIGABRT
exit|unreadable reader-crashed read_naughty: its process ended with status 0
loop|unreadable reader-timeout read_naughty: it took more than 1 seconds
hang|unreadable reader-timeout read_naughty: it took more than 1 seconds
flood|unreadable reader-timeout read_naughty: it took more than 1 seconds
eat|unreadable reader-memory read_naughty: it took more than 256 MiB
eat-by-library|unreadable reader-memory read_naughty: it took more than 256 MiB
print|ok
well|ok
break-out|unreadable reader-crashed read_naughty: open EPERM, socket EPERM, fork EPERM, exec EPERM, kill EPERM, code EPERM, unlink EPERM
lie-length|unreadable reader-crashed read_naughty: its process sent what no reader may
lie-kind|unreadable reader-crashed read_naughty: its process sent what no reader may
lie-fields|unreadable reader-crashed read_naughty: its process sent what no reader may
lie-ready|unreadable reader-crashed read_naughty: its process sent what no reader may
lie-end|unreadable reader-crashed read_naughty: its process sent what no reader may
lie-outside|unreadable reader-crashed read_naughty: a block lies outside of the document
lie-utf8|unreadable reader-crashed read_naughty: a block's text is not UTF-8
END
while IFS='|' read -r word wanted; do
    case $SANITIZED:$word in
    *:flood) ;; # see below
    ?*:eat* | ?*:break-out)
        echo "skip $word: a sanitized build keeps memory and system calls"
        continue
        ;;
    esac
    printf '%s It cost $5 million in 2019.\n' "$word" >"$word.naughty"
    printf '%s\n' "$wanted" >"$word.wanted"
done <table

statuses() {
    "$CC" check --format jsonl --documents --fail-on never "${options[@]}" "$@" |
        sed -nE 's/.*"path":"([^"]*)","status":"([a-z]+)"(,"reason":"([a-z-]+)")?(,"detail":"([^"]*)")?.*/\1|\2 \4 \6/p' |
        sed 's/ *$//'
}
for file in *.naughty; do
    same "${file%.naughty}" "$(statuses "$file")" "$file|$(<"${file%.naughty}.wanted")"
done

# All of them and good ones in between, by one process after the other or several at once.
rm -f hang.naughty flood.naughty loop.naughty
for i in {a..z}; do printf 'well %s cost $6 million in 2019.\n' "$i" >"$i.naughty"; done
for file in *.naughty; do
    [ -e "${file%.naughty}.wanted" ] || echo ok >"${file%.naughty}.wanted"
    echo "$file|$(<"${file%.naughty}.wanted")"
done | LC_ALL=C sort >wanted
for jobs in 1 3; do
    same "each for itself, -j $jobs" "$(statuses -j "$jobs" -- *.naughty)" "$(<wanted)"
done

# Nothing that it prints is seen.
same "prints in vain" "$("$CC" extract --kind money "${options[@]}" print.naughty 2>&1 |
    sed -E 's/.*"type":"(fact|summary)".*/\1/')" 'fact
summary'
same "facts are where they stand" "$("$CC" extract --kind money "${options[@]}" well.naughty |
    sed -nE 's/.*"byte_start":([0-9]+).*"text":"([^"]*)".*/\1 \2/p')" '13 $5 million'
same "no process stays" "$(pgrep -f -- "--caged $plugin" | wc -l)" 0
