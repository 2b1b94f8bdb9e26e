#!/bin/bash
# lint.sh - checks that need no run of the program; prints `ok NAME` or `not ok NAME: why` for
# each. `make lint` builds the plugins, runs this and counts.
set -u
cd "$(dirname "$0")/.." || exit 2
shopt -s nullglob globstar

# check NAME COMMAND... - passes when the command does.
check() {
    local said
    if said=$("${@:2}" 2>&1); then
        echo "ok $1"
    else
        printf '%s\n' "$said" "not ok $1: see above"
    fi
}

check layers tools/layers.awk core/LAYERS core/*/*.[ch] plugins/**/*.[ch]
for plugin in build/plugins/*.so; do
    check "exports ${plugin##*/}" tools/exports.sh "$plugin"
done
for source in {core,plugins,tests}/**/*.[ch]; do
    check "layout $source" clang-format --dry-run -Werror "$source"
done
