#!/bin/bash
# order.sh - the order in which paths are given changes nothing, nor does a path given twice.
set -u
. tests/cuts/same.bash

mapfile -t memos < <(printf '%s\n' corpus/*.txt)
mapfile -t backwards < <(printf '%s\n' "${memos[@]}" | tac)

everything "${memos[@]}" >"$TMP/wanted"
everything "${backwards[@]}" >"$TMP/got"
same "paths backwards" "$TMP/got" "$TMP/wanted"
everything "${memos[@]:3}" "${memos[@]:0:4}" >"$TMP/got"
same "paths rotated, one of them twice" "$TMP/got" "$TMP/wanted"
everything --include '*.txt' --exclude packed corpus >"$TMP/got"
same "the folder with a glob" "$TMP/got" "$TMP/wanted"

everything corpus/packed/nested.tar.gz corpus/packed/dossier.zip "${memos[@]}" >"$TMP/wanted"
everything "${backwards[@]}" corpus/packed/dossier.zip corpus/packed/nested.tar.gz >"$TMP/got"
same "archives first and last" "$TMP/got" "$TMP/wanted"

against=()
for memo in "${memos[@]:2}"; do against+=(--against "$memo"); done
everything "${memos[@]:0:2}" "${against[@]}" >"$TMP/wanted"
against=()
for memo in "${backwards[@]}"; do
    case $memo in "${memos[0]}" | "${memos[1]}") continue ;; esac
    against=(--against "$memo" "${against[@]}" --against "$memo")
done
everything "${against[@]}" "${memos[1]}" "${memos[0]}" >"$TMP/got"
same "--against backwards, each twice" "$TMP/got" "$TMP/wanted"

"$CC" extract --claims "${memos[@]}" >"$TMP/wanted"
"$CC" extract --claims "${backwards[@]}" >"$TMP/got"
same "extract, paths backwards" "$TMP/got" "$TMP/wanted"
