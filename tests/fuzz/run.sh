#!/bin/bash
# run.sh BUILD_DIR [PATTERN] - runs the fuzz targets whose names hold PATTERN, as many at a time as there
# are cores, FUZZ_SECONDS each (60; 0: the seeds alone), and closes with `N passed, N failed`.
# What a target has learnt stays in BUILD_DIR/corpus/, an input that breaks it in BUILD_DIR/findings/.
set -u
cd "$(dirname "$0")/../.." || exit 2
export B=$1 SECONDS_EACH=${FUZZ_SECONDS:-60} LC_ALL=C.UTF-8 TZ=UTC
export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.supp:print_suppressions=0
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

# The longest input, in bytes: as long as what the target needs to be told everything.
longest() {
    case $1 in
    fuzz_archive) echo 32768 ;;
    fuzz_record | fuzz_read_docx | fuzz_read_odt | fuzz_read_pptx) echo 16384 ;;
    fuzz_extract) echo 1024 ;;
    fuzz_number | fuzz_glob | fuzz_period) echo 256 ;;
    *) echo 4096 ;;
    esac
}

# Folders to begin with, a line each. Archives are made, not kept.
seeds() {
    [ ! -d "tests/fuzz/seeds/${1#fuzz_}" ] || echo "tests/fuzz/seeds/${1#fuzz_}"
    case $1 in
    fuzz_archive) echo "$TMPDIR/archives" ;;
    fuzz_read_docx | fuzz_read_odt | fuzz_read_pptx) echo "$TMPDIR/office-${1#fuzz_read_}" ;;
    fuzz_text | fuzz_read_txt | fuzz_extract) echo corpus ;;
    fuzz_read_md) echo tests/golden/markdown ;;
    fuzz_read_html) echo tests/golden/html ;;
    esac
}

fuzz() {
    local name=$1 dict=tests/fuzz/${1#fuzz_}.dict options seeds
    mapfile -t seeds < <(seeds "$name")
    mkdir -p "$B/corpus/$name" "$B/findings"
    options=(-timeout=60 -rss_limit_mb=2048 -max_len="$(longest "$name")" -print_final_stats=1
        -artifact_prefix="$B/findings/$name-")
    [ ! -e "$dict" ] || options+=(-dict="$dict")
    if [ "$SECONDS_EACH" -eq 0 ]; then options+=(-runs=0); else options+=(-max_total_time="$SECONDS_EACH"); fi
    mkdir "$TMPDIR/$name"
    TMPDIR=$TMPDIR/$name "$B/tests/fuzz/$name" "${options[@]}" "$B/corpus/$name" "${seeds[@]}" \
        </dev/null >"$TMPDIR/$name.log" 2>&1
    report "$name" $? "$TMPDIR/$name.log"
}
export -f fuzz longest seeds

# report NAME STATUS LOG - one line, and for a finding what broke and how to run it again
report() {
    local runs why file
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$3")
    if [ "$2" -eq 0 ] && [ "${runs:-0}" -gt 0 ]; then
        echo "ok $1 ($runs runs)"
        return
    fi
    why=$(grep -m 1 -E 'broken promise|runtime error|ERROR: ' "$3")
    file=$(sed -n 's/.*Test unit written to //p' "$3")
    tail -n 40 "$3"
    echo "not ok $1: ${why:-status $2}${file:+; again: $B/tests/fuzz/$1 $file}"
}
export -f report

python3 tests/hostile/make.py "$TMPDIR/hostile" && mkdir "$TMPDIR/archives" &&
    find "$TMPDIR/hostile" -type f -size -32k -name '*.*[!t]' -exec cp -t "$TMPDIR/archives" {} + || exit 2

shopt -s nullglob
for kind in docx odt pptx; do
    mkdir "$TMPDIR/office-$kind" &&
        (cd "tests/golden/office/$kind" && zip -q -X -0 -r "$TMPDIR/office-$kind/seed" .) || exit 2
done
targets=()
for path in "$B"/tests/fuzz/fuzz_*; do
    name=${path##*/}
    if [[ $name != *.d && $name == *"${2:-}"* ]]; then targets+=("$name"); fi
done
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}' | tee "$TMPDIR/lines"
good=$(grep -c '^ok ' "$TMPDIR/lines")
bad=$((${#targets[@]} - good))
echo "$good passed, $bad failed"
[ "$bad" -eq 0 ] && [ "$good" -gt 0 ]
