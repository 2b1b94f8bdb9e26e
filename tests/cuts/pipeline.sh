#!/bin/bash
# pipeline.sh - `map | sort | reduce | sort | finish` prints the bytes of `check` and ends with its
# status, whatever the documents and however many parts they are mapped in.
set -u
. tests/cuts/same.bash
export LC_ALL=C
everything=(--format jsonl --documents --agreements --min-score 0)

# In the order of keys, but records of one key backwards: their order must not matter.
sort_backwards() { sort -r | sort -s -t "$(printf '\t')" -k 1,1; }

# finish_part SORT RECORDS [OPTION]... - what the records in the file come to.
finish_part() {
    "$1" <"$2" | "$CC" reduce | "$1" | "$CC" finish "${@:3}"
    echo "status ${PIPESTATUS[4]:-$?}"
}
whole() {
    "$CC" check "$@"
    echo "status $?"
}

# hold NAME RECORDS PATH... - the records come to what check says of the paths.
hold() {
    local name=$1 records=$2
    whole "${everything[@]}" "${@:3}" >"$TMP/wanted"
    finish_part sort "$records" "${everything[@]}" >"$TMP/got"
    same "$name" "$TMP/got" "$TMP/wanted"
    finish_part sort_backwards "$records" "${everything[@]}" >"$TMP/got"
    same "$name, equal keys backwards" "$TMP/got" "$TMP/wanted"
    whole "${@:3}" >"$TMP/wanted"
    finish_part sort "$records" >"$TMP/got"
    same "$name, as text" "$TMP/got" "$TMP/wanted"
}

# hold_paths NAME PATH...
hold_paths() {
    "$CC" map "${@:2}" >"$TMP/records"
    hold "$1" "$TMP/records" "${@:2}"
}

hold_paths "memos" corpus/*.txt
hold_paths "archive in an archive" corpus/packed/nested.tar.gz
hold_paths "draft against an archive" corpus/slides.txt --against corpus/packed/nested.tar.gz
hold_paths "copies: a folder and archives of it" corpus
hold_paths "draft against a folder with the draft" corpus/slides.txt --against corpus
hold_paths "archive against a folder with the archive" corpus/packed/dossier.zip --against corpus
hold_paths "copy of the draft under a smaller name" corpus/slides.txt --against corpus/packed/dossier.zip

# Not all of it can be read.
printf 'Exports rose to $5 million in 2019. \xff\n' >"$TMP/latin.txt"
head -c 3000 corpus/packed/dossier.tar.gz >"$TMP/cut.tar.gz"
printf '\x7fELF' >"$TMP/program"
: >"$TMP/empty.txt"
mkdir "$TMP/bad"
mv "$TMP"/{latin.txt,cut.tar.gz,program,empty.txt} "$TMP/bad"
hold_paths "what cannot be read" "$TMP/bad"
hold_paths "what cannot be read, against memos" "$TMP/bad" --against corpus/packed/dossier.zip

for memo in corpus/*.txt; do
    "$CC" map "$memo"
done >"$TMP/parts"
hold "a map for each memo" "$TMP/parts" corpus/*.txt

for memo in corpus/[a-f]*.txt; do
    "$CC" map "$memo" --against corpus/packed/nested.tar.gz
done >"$TMP/parts"
hold "a map for each draft, the corpus mapped each time" "$TMP/parts" corpus/[a-f]*.txt \
    --against corpus/packed/nested.tar.gz

{ "$CC" map corpus/*.txt; "$CC" map corpus/[a-f]*.txt; } >"$TMP/parts"
hold "memos that were mapped twice" "$TMP/parts" corpus/*.txt

# The inventory, whose figures travel when map is asked for them.
hold_figures() {
    whole --format csv "${@:2}" >"$TMP/wanted"
    "$CC" map --figures "${@:2}" >"$TMP/figures"
    finish_part sort "$TMP/figures" --format csv >"$TMP/got"
    same "$1, as csv" "$TMP/got" "$TMP/wanted"
    finish_part sort_backwards "$TMP/figures" --format csv >"$TMP/got"
    same "$1, as csv, equal keys backwards" "$TMP/got" "$TMP/wanted"
    finish_part sort "$TMP/figures" >"$TMP/got"
    whole "${@:2}" >"$TMP/wanted"
    same "$1, figures that nobody wants" "$TMP/got" "$TMP/wanted"
}
hold_figures "memos" corpus/*.txt
hold_figures "copies: a folder and archives of it" corpus
hold_figures "draft against an archive" corpus/slides.txt --against corpus/packed/nested.tar.gz

LC_ALL=C grep -c -P '[^\x09\x20-\x7e]' "$TMP/parts" >"$TMP/odd"
echo 0 >"$TMP/none"
same "records are ASCII" "$TMP/odd" "$TMP/none"
