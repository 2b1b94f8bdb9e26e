#!/bin/bash
# wrong.sh - a plugin that is wrong is refused before any document is read, with what is wrong and
# exit status 2; one that is older or newer loads; one that breaks the contract ends the run.
set -u
cd "$B/tests/abi" || exit 2

# same NAME GOT WANTED
same() {
    if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', wanted '$3'"; fi
}

# refused PLUGIN MESSAGE - the path that is checked is nowhere: were it looked at, it would be named.
refused() {
    local got
    got=$("$CC" check --plugin "$1" nowhere.txt 2>&1; echo "status $?")
    same "refuses $1" "$got" "claimcheck: $2
status 2"
}

refused no_symbol.so "'./no_symbol.so' is not a plugin: it has no claimcheck_plugin()"
refused null_table.so "'./null_table.so' gives no plugin table"
refused other_major.so \
    "'./other_major.so' was built for plugin ABI 7, this program has 0: build it anew"
refused no_stage.so "'./no_stage.so' must be exactly one stage, it is 0"
refused two_stages.so "'./two_stages.so' must be exactly one stage, it is 2"
refused no_name.so "'./no_name.so' has no name or no summary"
refused no_read.so "'./no_read.so' is no whole reader: it lacks 'bid' or 'read'"
refused no_rules.so "'./no_rules.so' is no whole extractor: it lacks 'rules' or 'extract'"
refused no_entry.so "'./no_entry.so' is no whole checker: it lacks both 'document' and 'group'"
refused no_checks.so "'./no_checks.so' is no whole checker: it lacks checks"
refused no_format.so "'./no_format.so' is no whole reporter: it lacks 'format' or 'report'"
refused lost_rules.so "plugin 'lost_rules' needs the rule file 'lost.yaml'"
refused will_not_open.so "plugin 'will_not_open' would not open: the dictionary is missing"
refused name_twice.so "two plugins are called 'read_txt': '$B/plugins/read_txt.so' and './name_twice.so'"
refused undefined.so \
    "cannot load plugin: ./undefined.so: undefined symbol: defined_nowhere"
refused nowhere.so \
    "cannot load plugin: ./nowhere.so: cannot open shared object file: No such file or directory"
echo text >"$TMP/text.so"
refused "$TMP/text.so" "cannot load plugin: $TMP/text.so: file too short"

# No command starts with a wrong plugin, nor is one found in the current folder.
for command in extract map check; do
    got=$("$CC" $command --plugin ./no_stage.so nowhere.txt 2>&1)
    same "$command refuses" "$got" "claimcheck: './no_stage.so' must be exactly one stage, it is 0"
done
for command in "finish" "rules list" "plugins" "explain"; do
    got=$("$CC" $command --plugin ./no_stage.so 2>&1 </dev/null)
    same "$command refuses" "$got" "claimcheck: './no_stage.so' must be exactly one stage, it is 0"
done
same "an empty search path is no folder" "$(CLAIMCHECK_PLUGIN_PATH=:: "$CC" plugins 2>&1)" "$("$CC" plugins)"
got=$(CLAIMCHECK_PLUGIN_PATH=$TMP/gone "$CC" plugins 2>&1; echo "status $?")
same "a search path that is nowhere" "$got" "claimcheck: cannot read the plugin folder '$TMP/gone'
status 2"

# Older and newer.
for plugin in short_table short_stage later_minor; do
    got=$("$CC" plugins --plugin $plugin.so 2>&1 | grep -c "^$plugin ")
    same "$plugin loads" "$got" 1
    printf 'It cost $5 million in 2019.\n' >"$TMP/a.txt"
    "$CC" check --format jsonl --plugin $plugin.so "$TMP/a.txt" >"$TMP/got" 2>&1
    "$CC" check --format jsonl "$TMP/a.txt" >"$TMP/wanted"
    same "$plugin runs" "$(<"$TMP/got")" "$(<"$TMP/wanted")"
done

# broken PLUGIN LETTER MESSAGE - for the document that makes it break the contract so.
broken() {
    local got
    printf '%s cost of $5 million.\n' "$2" >"$TMP/b.txt"
    got=$("$CC" check -j 1 --plugin "$1.so" "$TMP/b.txt" 2>&1; echo "status $?")
    same "$1 $2" "$got" "claimcheck: plugin '$1' failed: $3
status 2"
}
broken bad_findings A "a finding was put for 'somebody-elses', which is none of its checks"
broken bad_findings B "a finding was put with the score 1001"
broken bad_findings C "a finding was put with a mark out of its sentence"
broken bad_findings D "a finding was put with a mark out of its sentence"
broken bad_facts A "a fact was put with a rule that is not its own"
broken bad_facts B "a fact was put with a rule that is not its own"

# These lose the document and not the run.
reason() {
    printf '%s cost of $5 million.\n' "$2" >"$TMP/b.txt"
    "$CC" check --format jsonl --plugin "$1.so" "$TMP/b.txt" |
        sed -nE 's/.*"status":"([a-z]+)","reason":"([a-z-]+)","detail":"([^"]*)".*/\1 \2 \3/p'
    echo "status ${PIPESTATUS[0]}"
}
same "bad_facts C" "$(reason bad_facts C)" \
    "unreadable extractor-failed bad_facts: a fact was put whose span is empty or out of the text
status 3"
same "bad_facts D" "$(reason bad_facts D)" \
    "unreadable extractor-failed bad_facts: a fact of no kind was put
status 3"

# A message that was cut in the middle of a character, and a place without a document.
printf 'E cost of $5 million.\n' >"$TMP/e.txt"
"$CC" check --format jsonl --fail-on never --plugin bad_findings.so "$TMP/e.txt" |
    grep -c '"message":"cut \\ufffd' >"$TMP/got"
same "a cut message is mended" "$(<"$TMP/got")" 1
