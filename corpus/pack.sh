#!/usr/bin/env bash
# Builds packed/ from the memos beside this script. Same memos, same bytes, however often it runs.
set -euo pipefail
export LC_ALL=C TZ=UTC
unset TAPE TAR_OPTIONS ZIP ZIPOPT GZIP ZSTD_CLEVEL ZSTD_NBTHREADS

here=$(cd "$(dirname "$0")" && pwd)
stamp='2021-06-30 00:00:00'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The second half goes into rest.zip inside nested.tar.gz.
half=(assessment.txt background-note.txt fact-sheet.txt first-100-days.txt letter-annex.txt mexico-brief.txt policy-essay.txt)
rest=(press-briefing.txt questions.txt slides.txt statistics-release.txt testimony.txt web-page.html working-paper.txt)

# The name of each memo must stand in one of the two lists, or an archive would lack it unseen.
listed=$(printf '%s\n' "${half[@]}" "${rest[@]}" | sort)
present=$(cd "$here" && printf '%s\n' *.txt *.html | sort)
if [ "$listed" != "$present" ]; then
  echo "pack.sh: the lists in this script and the memos in $here differ" >&2
  exit 1
fi

# Every file is given the same mode and time, since all four formats store them.
put() { # put FOLDER FILE...
  local to=$1 file
  shift
  mkdir -p "$to"
  for file; do
    cp "$here/$file" "$to/$file"
  done
}
settle() { # settle FOLDER
  find "$1" -type d -exec chmod 755 {} + -o -exec chmod 644 {} +
  find "$1" -exec touch -d "$stamp" {} +
}
pack_tar() { # pack_tar FOLDER NAME...: a tar to standard output
  tar --directory="$1" --create --format=ustar --sort=name --mtime="$stamp" \
      --owner=0 --group=0 --numeric-owner --file=- "${@:2}"
}

put "$work/all" "${half[@]}" "${rest[@]}"
put "$work/nested/memos" "${half[@]}"
put "$work/rest" "${rest[@]}"
mkdir "$work/out"
settle "$work/all"
settle "$work/rest"

(cd "$work/all" && zip -q -X -9 "$work/out/dossier.zip" "${half[@]}" "${rest[@]}")
pack_tar "$work/all" "${half[@]}" "${rest[@]}" | gzip -n -9 > "$work/out/dossier.tar.gz"
pack_tar "$work/all" "${half[@]}" "${rest[@]}" | zstd -q -19 --single-thread > "$work/out/dossier.tar.zst"

(cd "$work/rest" && zip -q -X -9 "$work/nested/memos/rest.zip" "${rest[@]}")
settle "$work/nested"
pack_tar "$work/nested" memos | gzip -n -9 > "$work/out/nested.tar.gz"

mkdir -p "$here/packed"
for file in "$work"/out/*; do
  chmod 644 "$file"
  mv -f "$file" "$here/packed/"
done
