#!/bin/bash
# containers.sh - what is found in memos does not depend on what they are packed in, nor on whether
# that is a file or a pipe. Only the container's name differs; fingerprints and statistics do not.
set -u
. tests/cuts/same.bash
crawl=$PWD/tests/cuts/crawl.py

mkdir "$TMP/memos"
cp corpus/*.txt "$TMP/memos"
cd "$TMP" || exit 2
tar -cf x.tar memos
gzip -k x.tar
bzip2 -k x.tar
xz -k x.tar
zstd -q x.tar
zip -q -r x.zip memos
bsdtar --format 7zip -cf x.7z memos
bsdtar --format cpio -cf x.cpio memos
zip -q y.zip x.tar.gz
for way in resource plain framed gzip; do
    python3 "$crawl" $way memos/*.txt >x.$way.warc
done
tar -czf z.tar.gz x.gzip.warc

# taken_out CONTAINER - the output with the container's name taken out.
taken_out() { sed -e "s#$1!http://##g" -e "s#$1!##g"; }

everything memos >wanted
for x in x.tar x.tar.gz x.tar.bz2 x.tar.xz x.tar.zst x.zip x.7z x.cpio \
    x.resource.warc x.plain.warc x.framed.warc x.gzip.warc; do
    everything $x | taken_out $x >got
    same "$x as the folder" got wanted
    piped=y-${x#x.}
    {
        cat $x | "$CC" check --format jsonl --documents --agreements --min-score 0 \
            --fail-on never --stdin-name $piped -
        cat $x | "$CC" check --documents --agreements --fail-on never --stdin-name $piped -
    } | taken_out $piped >got
    same "$x on a pipe as the folder" got wanted
done
everything y.zip | taken_out y.zip!x.tar.gz >got
same "an archive in an archive as the folder" got wanted
everything z.tar.gz | taken_out z.tar.gz!x.gzip.warc >got
same "a WARC in an archive as the folder" got wanted

mkdir a b
cp memos/slides.txt a
cp memos/*.txt b
(cd a && zip -q ../a.zip slides.txt)
(cd b && tar -czf ../b.tar.gz -- *.txt)
everything a.zip --against b.tar.gz | sed 's#a.zip!#a/#g; s#b.tar.gz!#b/#g' >got
everything a --against b >wanted
same "a zip against a tar as a folder against a folder" got wanted

"$CC" extract --claims memos >wanted
for x in x.tar.gz x.zip x.gzip.warc; do
    "$CC" extract --claims $x | taken_out $x >got
    same "extract of $x as of the folder" got wanted
done

# The day of a crawl dates what has no date of its own, and nothing else.
printf 'Exports rose by 5 percent last year.\n' >undated.txt
python3 "$crawl" dated undated.txt memos/slides.txt >d.warc
"$CC" check --format jsonl --documents --fail-on never undated.txt memos/slides.txt >plain
"$CC" check --format jsonl --documents --fail-on never d.warc | taken_out d.warc >got
sed '/"path":"undated.txt"/s/"date":null,"date_from":null/"date":"2022-03-06","date_from":"container"/' \
    plain >wanted
same "a crawl dates what has no date" got wanted
