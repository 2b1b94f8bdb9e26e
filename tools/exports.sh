#!/bin/bash
# exports.sh PLUGIN.so - fails unless it exports claimcheck_plugin and nothing else, and keeps
# no writable globals: in .data and .bss only what the C runtime puts there.
set -eu
exports=$(nm -D --defined-only "$1" | awk '{ print $3 }')
runtime='^(\.(data|bss)|__dso_handle|completed\.[0-9]+|__TMC_END__|__bss_start|_edata|_end)$'
globals=$(objdump -t "$1" | grep -E '[[:blank:]]\.t?(data|bss)[[:blank:]]' | awk '{ print $NF }' |
    grep -vE "$runtime" || true)
[ "$exports" = claimcheck_plugin ] || echo "exports: ${exports//$'\n'/ }"
[ -z "$globals" ] || echo "writable globals: ${globals//$'\n'/ }"
[ "$exports" = claimcheck_plugin ] && [ -z "$globals" ]
