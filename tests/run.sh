#!/bin/bash
# run.sh BUILD_DIR [PATTERN] - runs the tests on one build, closes with `N passed, N failed`.
#   PATTERN       only tests whose name holds it: unit/test_arena, golden/date
#   BLESS=1       what golden cases print becomes what they must print; read the diff
#   MODE=threads  only tests/cuts/*threads*.sh (for the build with thread checks)
#   MODE=lint     only tools/lint.sh
# tests/README.md tells what the kinds of tests are and what each must print.
set -u
B=$(realpath -- "$1") pattern=${2:-} mode=${MODE:-all} limit=600
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0 failures=()

# The same everywhere, and Debian's tools before others. Reports of leaks, wrong addresses and
# races go to a file, so that they are seen even where a test throws stderr and status away.
export B CC=$B/claimcheck TMP=$work/tmp LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:$PATH
export CMOCKA_MESSAGE_OUTPUT=tap SANITIZED=
case $B in */san | */tsan) SANITIZED=${B##*/} ;; esac
sanitizer=log_path=$work/report:exitcode=99
export ASAN_OPTIONS=$sanitizer LSAN_OPTIONS=$sanitizer TSAN_OPTIONS=$sanitizer
export UBSAN_OPTIONS=$sanitizer:print_stacktrace=1

wanted() { [[ $1 == *"$pattern"* ]]; }

# attempt COMMAND... - runs it in a fresh $TMP; its output is in $work/got, its end in $status.
attempt() {
    rm -rf "$TMP" && mkdir "$TMP"
    timeout -k 10 "$limit" "$@" </dev/null >"$work/got" 2>&1
    status=$?
}

# settle NAME GOOD BAD [WHY] - counts; WHY is a failure that the test did not count itself.
settle() {
    local bad=$3 why=${4:-}
    if compgen -G "$work/report.*" >/dev/null; then
        cat "$work"/report.* && rm -f "$work"/report.*
        why=${why:-a sanitizer reports}
    fi
    [ -z "$why" ] || bad=$((bad + 1))
    passed=$((passed + $2)) failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        failures+=("$1${why:+: $why}")
        echo "FAILED $1${why:+: $why}"
    elif [ "$2" -gt 0 ]; then
        echo "ok $1 ($2)"
    fi
}

# lines NAME - settles by the `ok`, `not ok` and `skip` lines of the last attempt (cmocka: TAP).
lines() {
    local good bad skips planned why=
    read -r good bad skips planned < <(awk '
        /^1\.\.[0-9]+$/                        { planned += substr($0, 4); next }
        /^(not )?ok [0-9]+ # SKIP/ || /^skip / { skips++; next }
        /^ok /                                 { good++ }
        /^not ok /                             { bad++ }
        END { print good + 0, bad + 0, skips + 0, planned + 0 }' "$work/got")
    local seen=$((good + bad + skips))
    if [ "$status" -eq 124 ]; then why="took more than $limit s"
    elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then why="ended with status $status"
    elif [ "$seen" -lt "$planned" ]; then why="ended before its last test, status $status"
    elif [ "$seen" -eq 0 ]; then why="ran no test"
    fi
    grep -E '^skip |# SKIP' "$work/got"
    skipped=$((skipped + skips))
    if [ "$bad" -gt 0 ] || [ -n "$why" ]; then cat "$work/got"; fi
    settle "$1" "$good" "$bad" "$why"
}

rules() {
    attempt "$CC" rules test
    local line p f why=
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$work/got" | tail -n 1)
    [ -n "$line" ] || why="no closing line, status $status"
    read -r p _ f _ <<<"${line:-0 passed, 0 failed}"
    [ -n "$why" ] || [ "$status" -eq 0 ] || [ "$f" -gt 0 ] || why="ended with status $status"
    if [ "$f" -gt 0 ] || [ -n "$why" ]; then cat "$work/got"; fi
    settle rules "$p" "$f" "$why"
}

golden() {
    local case=$1 want=0 why=
    CASE=$case attempt bash "$case/cmd"
    if grep '^skip ' "$work/got"; then
        skipped=$((skipped + 1))
        settle "${case#tests/}" 0 0
        return
    fi
    if [ -n "${BLESS:-}" ]; then
        cp "$work/got" "$case/expected"
        rm -f "$case/status"
        [ "$status" -eq 0 ] || echo "$status" >"$case/status"
    fi
    [ ! -e "$case/status" ] || want=$(<"$case/status")
    diff -uN --label wanted --label got "$case/expected" "$work/got" || why="prints something else"
    [ "$status" -eq "$want" ] || why="${why:+$why, }status $status, wanted $want"
    if [ -z "$why" ]; then settle "${case#tests/}" 1 0; else settle "${case#tests/}" 0 0 "$why"; fi
}

script() { attempt "$1" && lines "${1#tests/}"; }

shopt -s nullglob
case $mode in
threads) scripts=(tests/cuts/*threads*.sh) ;;
lint) scripts=(tools/lint.sh) ;;
*)
    scripts=(tests/{corpus,accuracy,cuts,limits,abi,schema,hostile}/*.sh)
    for unit in "$B"/tests/unit/test_*; do
        name=unit/${unit##*/}
        if [ "${unit%.d}" = "$unit" ] && wanted "$name"; then attempt "$unit" && lines "$name"; fi
    done
    if wanted rules; then rules; fi
    for cmd in tests/golden/*/cmd; do
        if wanted "$cmd"; then golden "${cmd%/cmd}"; fi
    done
    ;;
esac
for s in "${scripts[@]}"; do
    if wanted "$s"; then script "$s"; fi
done

[ ${#failures[@]} -eq 0 ] || printf '  failed: %s\n' "${failures[@]}"
[ "$skipped" -eq 0 ] || echo "  skipped: $skipped, see above"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && { [ "$passed" -gt 0 ] || [ -n "$pattern" ]; }
