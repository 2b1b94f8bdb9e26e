#!/bin/bash
# locale.sh - neither the locale nor the time zone changes anything. Turkish has its own i, German
# its own decimal sign; Kiritimati is a day ahead of UTC for most of it.
set -u
. tests/cuts/same.bash

outputs() {
    everything corpus
    "$CC" extract --claims corpus
    "$CC" rules test 2>&1
    "$CC" rules explain date.month 2>&1
    "$CC" check nowhere 2>&1
}

LC_ALL=C outputs >"$TMP/wanted"
LC_ALL=C.UTF-8 outputs >"$TMP/got"
same "C.UTF-8" "$TMP/got" "$TMP/wanted"

# glibc never frees what it makes of LOCPATH.
ASAN_OPTIONS+=:detect_leaks=0
mkdir "$TMP/locales"
for name in tr_TR de_DE; do
    if localedef -i $name -f UTF-8 "$TMP/locales/$name.UTF-8" 2>/dev/null; then
        LOCPATH=$TMP/locales LC_ALL=$name.UTF-8 LANG=$name.UTF-8 LANGUAGE=${name%_*} \
            outputs >"$TMP/got"
        same "$name.UTF-8" "$TMP/got" "$TMP/wanted"
    else
        echo "skip $name.UTF-8: localedef cannot make it here"
    fi
done

for zone in UTC Pacific/Kiritimati Pacific/Pago_Pago XXX-13:45; do
    LC_ALL=C TZ=$zone outputs >"$TMP/got"
    same "time zone $zone" "$TMP/got" "$TMP/wanted"
done
