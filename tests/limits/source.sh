#!/bin/bash
# source.sh - limits of reading: members, ratio, nesting, compressions, names, spooling.
set -u
cd "$TMP" || exit 2

# statuses PATH... - "path status reason" of each document, a line each.
statuses() {
    "$CC" check --format jsonl --documents --fail-on never "$@" 2>&1 |
        sed -nE 's/^\{"type":"document","path":"([^"]*)","status":"([^"]*)","reason":("([^"]*)"|null).*/\1 \2 \4/p' |
        sed 's/ $//'
}

# same NAME GOT WANTED
same() {
    if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', wanted '$3'"; fi
}

printf 'Exports were $5 million in 2019.\n' >t.txt # 33 bytes
zip -q z.zip t.txt
tar -cf t.tar t.txt
gzip -k t.txt

for f in t.txt t.tar z.zip t.txt.gz; do
    path=$f
    case $f in *.tar | *.zip) path=$f!t.txt ;; esac
    same "member at the limit, $f" "$(statuses --max-member 33 $f)" "$path ok"
    same "member over it, $f" "$(statuses --max-member 32 $f)" "$path partial too-large"
done

printf 'Imports were $4 million in 2019.\n' >u.txt
tar -cf two.tar t.txt u.txt
same "members at the limit" "$(statuses --max-members 2 two.tar)" \
    "two.tar!t.txt ok
two.tar!u.txt ok"
same "members over it" "$(statuses --max-members 1 two.tar)" \
    "two.tar partial too-large
two.tar!t.txt ok"

# CC_RATIO_FLOOR_BYTES: a ratio of about 1000 is borne up to 64 MiB.
head -c 67108864 /dev/zero | tr '\0' ' ' >floor.txt
gzip -k floor.txt
same "ratio up to its floor" "$(statuses floor.txt.gz)" "floor.txt.gz ok"
echo >>floor.txt
gzip -fk floor.txt
same "ratio above its floor" "$(statuses floor.txt.gz)" "floor.txt.gz unreadable ratio"
same "a ratio that is allowed" "$(statuses --max-ratio 2000 floor.txt.gz)" "floor.txt.gz ok"
rm floor.txt
# The rest of the archive is read.
head -c 70000000 /dev/zero | tr '\0' ' ' >big.txt
zip -q bomb.zip big.txt t.txt
rm big.txt
same "a bomb and its neighbour" "$(statuses bomb.zip)" \
    "bomb.zip!big.txt unreadable ratio
bomb.zip!t.txt ok"

# CC_MAX_NESTING: three archives in an archive.
cp t.txt n0
for i in 1 2 3 4 5; do tar -czf n$i n$((i - 1)); done
same "nesting at the limit" "$(statuses n4)" "n4!n3!n2!n1!n0 ok"
same "nesting over it" "$(statuses n5)" "n5!n4!n3!n2!n1 unreadable depth"
same "no nesting" "$(statuses --max-nesting 0 n2)" "n2!n1 unreadable depth"

# CC_MAX_FILTERS
cp t.txt layers
for i in 1 2 3 4; do gzip -c layers | xz -c >more && mv more layers; done
same "compressions at the limit" "$(statuses layers)" "layers ok"
gzip -c layers >more
same "compressions over it" "$(statuses more)" "more unreadable depth"

# CC_MAX_PATH_BYTES: a name is cut, the document read.
long=$(printf '%04095d' 0)
tar -cf long.tar --transform "s|^t.txt$|${long}x|" t.txt
same "a name at the limit" "$(statuses long.tar)" "long.tar!${long}x ok"
tar -cf long.tar --transform "s|^t.txt$|${long}xy|" t.txt
same "a name over it" "$(statuses long.tar)" "long.tar!${long}x ok"

size=$(stat -c %s z.zip)
same "spool at the limit" "$(cat z.zip | statuses --max-spool "$size" --stdin-name z.zip -)" \
    "z.zip!t.txt ok"
same "spool over it" "$(cat z.zip | statuses --max-spool $((size - 1)) --stdin-name z.zip -)" \
    "z.zip unreadable needs-seek"
same "no spool for a tar" "$(cat t.tar | statuses --max-spool 0 --stdin-name t.tar -)" \
    "t.tar!t.txt ok"
