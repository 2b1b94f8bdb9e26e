#!/bin/bash
# outside.sh - plugins of all stages that were written elsewhere: built with what pkg-config says of
# an installation in $TMP and nothing else, loaded by the program there.
set -u
sources=$PWD/tests/abi/outside exports=$PWD/tools/exports.sh

# same NAME GOT WANTED
same() {
    if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', wanted '$3'"; fi
}

# The make that runs this test hands its variables on, and they would win.
install() {
    env -u MAKEFLAGS -u MAKELEVEL make -s VARIANT="$SANITIZED" DESTDIR="$TMP" PREFIX=/usr install 2>&1
}
install >"$TMP/log" || { echo "not ok install: got '$(tail -n 3 "$TMP/log")', wanted success"; exit; }
CC=$TMP/usr/bin/claimcheck
export PKG_CONFIG_PATH=$TMP/usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$TMP
read -ra cflags < <(pkg-config --cflags claimcheck)
mkdir "$TMP/one" "$TMP/all" "$TMP/rules"
cp "$sources/grade.yaml" "$TMP/rules"

for source in "$sources"/*.c; do
    name=$(basename "$source" .c)
    got=$(gcc -std=c11 -Wall -Wextra -Wpedantic -Werror -O2 -fPIC -shared -fvisibility=hidden -Wl,-z,defs \
        "${cflags[@]}" -o "$TMP/one/$name.so" "$source" 2>&1)
    same "$name builds" "$got" ""
    same "$name exports its entry only" "$("$exports" "$TMP/one/$name.so" 2>&1)" ""
done
echo '#include <claimcheck.h>' >"$TMP/header.cc"
same "the header is C++ too" "$(g++ -std=c++17 -Wall -Wextra -fsyntax-only "${cflags[@]}" "$TMP/header.cc" 2>&1)" ""

cd "$TMP" || exit 2
cat >a.ccx <<'END'
D|2021-06-30
H|On trade
P|Exports rose to $7 million in 2019, grade seven of ten, and fell last year.
P|The agency has 7 offices.
END
printf 'Exports rose to $9 million in 2019.\n' >b.txt

# Reader: spans in the file, its metadata as the document's date.
"$CC" extract --plugin one/read_ccx.so a.ccx >got
same "reader, places" "$(sed -nE 's/.*"kind":"money".*"byte_start":([0-9]+).*"line":([0-9]+),"column":([0-9]+).*/\1 \2 \3/p' got)" \
    "42 3 19"
same "reader, relative date" "$(sed -nE 's/.*"text":"last year","value":\{"first":"([0-9-]+)".*/\1/p' got)" "2020-01-01"
same "reader, date of the document" "$("$CC" check --format jsonl --documents --fail-on never --plugin one/read_ccx.so a.ccx |
    sed -nE 's/.*"date":"([0-9-]+)","date_from":"([a-z]+)".*/\1 \2/p')" "2021-06-30 metadata"
printf 'P|It cost $5.\nX|What?\n' >bad.ccx
same "reader, its message" "$("$CC" check --format jsonl --plugin one/read_ccx.so bad.ccx |
    sed -nE 's/.*"status":"([a-z]+)","reason":"([a-z-]+)","detail":"([^"]*)".*/\1 \2 \3/p')" \
    "unreadable reader-crashed read_ccx: a line of kind 'X' (at byte 14)"

# Extractor: with --rules, with its rules beside it, by the search path; without them it is refused.
grades() { "$CC" extract "$@" --plugin one/read_ccx.so a.ccx | sed -nE 's/.*"kind":"rank".*"text":"([^"]*)".*"stated":"([0-9]+)".*"rule":"([^"]*)".*/\1, \2, \3/p'; }
wanted="grade seven of ten, 7, grade.of"
same "extractor, --rules" "$(grades --plugin one/extract_grade.so --rules rules)" "$wanted"
same "extractor without its rules" "$("$CC" extract --plugin one/extract_grade.so a.ccx 2>&1)" \
    "claimcheck: plugin 'extract_grade' needs the rule file 'grade.yaml'"
cp one/extract_grade.so "$sources/grade.yaml" all
same "extractor, rules beside it" "$(grades --plugin all/extract_grade.so)" "$wanted"
same "extractor, rules beside it and given" "$(grades --plugin all/extract_grade.so --rules ./all/)" "$wanted"
same "extractor, search path" "$(CLAIMCHECK_PLUGIN_PATH=$TMP/all grades)" "$wanted"
mkdir all/en && mv all/grade.yaml all/en
same "extractor, rules in a folder of the language" "$(grades --plugin all/extract_grade.so)" "$wanted"
same "extractor, examples" "$("$CC" rules test grade --plugin all/extract_grade.so)" "4 passed, 0 failed"
same "extractor, rules listed" "$("$CC" rules list grade --plugin all/extract_grade.so | tr -s ' ')" \
    "grade.of A grade on a scale of ten."

# Checkers and reporter, with all of them on the search path.
cp one/*.so all
export CLAIMCHECK_PLUGIN_PATH=:$TMP/all:
same "plugins" "$("$CC" plugins | awk '$1 ~ /ccx|grade|sevens|verdicts|lines/ { print $1, $2 }')" \
    "check_sevens checker
check_verdicts checker
extract_grade extractor
read_ccx reader
report_lines reporter"
same "explain" "$("$CC" explain seven)" "seven

A figure is seven."
same "document checker, reporter" "$("$CC" check --format lines --check seven a.ccx)" "seven 3:39 grade seven of ten
seven 4:18 7"
same "document checker, left out" "$("$CC" check --format lines --check -seven,-pair-agrees,-pair-conflicts a.ccx)" ""
group=(--min-score 0 --fail-on never a.ccx b.txt)
same "group checker" "$("$CC" check --format lines --check pair-conflicts "${group[@]}")" 'pair-conflicts 1:17 $9 million'
same "group checker, agreement" "$(sed 's/9/7/' b.txt >c.txt; "$CC" check --format lines --check pair-agrees "${group[@]}" c.txt)" \
    'pair-agrees 1:17 $7 million'
same "finish calls them too" \
    "$("$CC" map a.ccx b.txt | LC_ALL=C sort | "$CC" reduce | LC_ALL=C sort | "$CC" finish --format lines --min-score 0 --fail-on never)" \
    "$("$CC" check --format lines "${group[@]}")"
"$CC" check --fail-on never --output lines=out --output jsonl=out.jsonl a.ccx >text
same "several outputs" "$(cat out; tail -n 1 out.jsonl | cut -c1-17; grep -o "^2 findings" text)" \
    'seven 3:39 grade seven of ten
seven 4:18 7
{"type":"summary"
2 findings'
same "an unknown format" "$("$CC" check --format line a.ccx 2>&1 | head -n 1)" \
    "claimcheck: no reporter writes the format 'line'; see 'claimcheck plugins'"
