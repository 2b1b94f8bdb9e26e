#!/bin/bash
# install.sh - what `make install` puts in place is whole and leaves again, pkg-config knows it, and
# the manual pages have each option that --help has, with its argument, and no other.
set -u

# same NAME GOT WANTED
same() {
    if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', wanted '$3'"; fi
}

# The make that runs this test hands its variables on, and they would win.
run_make() {
    env -u MAKEFLAGS -u MAKELEVEL make -s VARIANT="$SANITIZED" DESTDIR="$TMP/root" PREFIX=/opt/cc "$1" 2>&1
}
run_make install >"$TMP/log" || { echo "not ok install: got '$(tail -n 3 "$TMP/log")', wanted success"; exit; }
home=$TMP/root/opt/cc

listed=$(cd "$home" && find . -type f ! -name '*.so' ! -path './share/claimcheck/rules/*' | LC_ALL=C sort)
same "files" "$listed" "./bin/claimcheck
./include/cc_json.h
./include/cc_record.h
./include/claimcheck.h
./lib/pkgconfig/claimcheck.pc
./share/claimcheck/records.schema.json
./share/doc/claimcheck/LICENSE
./share/man/man1/claimcheck.1
./share/man/man5/claimcheck-rules.5
./share/man/man7/claimcheck-plugin.7"
same "plugins" "$(cd "$home/lib/claimcheck" && ls)" "$(cd "$B/plugins" && ls | grep '\.so$')"
same "rules" "$(cd "$home/share/claimcheck/rules" && find . -type f | LC_ALL=C sort)" \
    "$(cd rules && find . -type f | LC_ALL=C sort)"
same "others can read it" "$(find "$home" ! -perm -o=r)" ""
same "it runs, moved" "$(mv "$home" "$TMP/moved" && "$TMP/moved/bin/claimcheck" rules list money | wc -l)" \
    "$("$CC" rules list money | wc -l)"
mv "$TMP/moved" "$home"

export PKG_CONFIG_PATH=$home/lib/pkgconfig
ask() { pkg-config "$@" claimcheck | sed 's/ *$//'; }
same "pkg-config, header" "$(ask --cflags)" "-I/opt/cc/include"
same "pkg-config, header in a root" "$(PKG_CONFIG_SYSROOT_DIR=$TMP/root ask --cflags)" "-I$home/include"
same "pkg-config, moved" "$(ask --define-prefix --cflags)" "-I$home/include"
same "pkg-config, plugins" "$(ask --variable=plugindir)" "/opt/cc/lib/claimcheck"
same "pkg-config, version" "$(ask --modversion)" "$("$CC" --version | sed -nE '1s/claimcheck ([^ ]+).*/\1/p')"

# -- Manual pages ----------------------------------------------------------------------------------

# Options with their arguments, a line each, as --help and as the page have them.
in_help() {
    for command in "" $commands; do "$CC" $command --help; done |
        sed -nE 's/^  (-., |    )(--[a-z-]+)(( [A-Z][^ ]*)*)( .*)?$/\1\2\3/p' | tr A-Z a-z | sed 's/^ *//' | LC_ALL=C sort -u
}
on_page() {
    sed -nE '/^\.It Fl/{s/^\.It //; s/ Ns | ,/&/g; s/ Ns //g; s/\\&//g; s/ ,/,/g; s/Fl -/--/g; s/Fl /-/g; s/Ar //g; p}' docs/man/claimcheck.1 |
        tr A-Z a-z | LC_ALL=C sort -u
}
commands=$("$CC" --help | sed -nE '/^Commands:/,/^$/s/^  ([a-z]+) .*/\1/p')
same "page, commands" "$(sed -nE 's/^\.It Cm ([a-z]+)$/\1/p' docs/man/claimcheck.1)" "$commands"
same "page, options that it lacks" "$(LC_ALL=C comm -23 <(in_help) <(on_page))" ""
same "page, options that there are not" "$(LC_ALL=C comm -13 <(in_help) <(on_page))" ""
same "page, exit statuses" "$(sed -nE 's/^\.It ([0-9]+)$/\1/p' docs/man/claimcheck.1 | tr '\n' ' ')" \
    "$(sed -nE 's/^\| ([0-9]+) \|.*/\1/p' README.md | tr '\n' ' ')"

mkdir "$TMP/rules"
sed -nE '/^\.Bd -literal$/,/^\.Ed/{/^\./d; s/\\e/\\/g; s/\\\(Fo/«/; s/\\\(Fc/»/; p}' docs/man/claimcheck-rules.5 >"$TMP/rules/quantity.yaml"
same "page, its rule is loaded" "$("$CC" rules list quantity --rules "$TMP/rules" | tr -s ' ' | grep ships)" \
    "quantity.ships A number of ships."
same "page, its rule passes" "$("$CC" rules test quantity --rules "$TMP/rules" 2>&1 | tail -n 1 | grep -o ' 0 failed')" " 0 failed"

for page in docs/man/*; do
    if command -v mandoc >/dev/null; then
        same "mandoc ${page##*/}" "$(mandoc -Tlint -Wwarning "$page" 2>&1 | grep -v 'outdated mandoc.db')" ""
    else
        echo "skip mandoc ${page##*/}: no mandoc"
    fi
done

# -- Away again ------------------------------------------------------------------------------------

: >"$home/lib/claimcheck/other.so"
run_make uninstall >"$TMP/log"
same "uninstall leaves what is not ours" "$(find "$home" ! -type d)" "$home/lib/claimcheck/other.so"
rm "$home/lib/claimcheck/other.so" && run_make uninstall >"$TMP/log"
same "uninstall" "$(find "$home" -name 'claimcheck*' -o ! -type d)" ""
