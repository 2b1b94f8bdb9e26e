#!/bin/bash
# damaged_pdf.sh - a PDF file cut anywhere or with bits flipped ends in text or in a true status.
set -u
python3 -B tests/hostile/pdf.py damaged "$TMP/in" || exit 2
"$CC" check --format jsonl --documents --fail-on never "$TMP/in" >"$TMP/out"
status=$?
[ "$status" = 3 ] && echo "ok exit status" || echo "not ok exit status: got $status, wanted 3"

# Nothing crashed, and what is not whole says so.
/usr/bin/python3 - "$TMP/out" <<'END'
import collections, json, sys
docs = [r for r in map(json.loads, open(sys.argv[1])) if r["type"] == "document"]
got = collections.Counter((r["status"], r["reason"]) for r in docs)
wanted = {("ok", None), ("partial", "crc-mismatch"), ("unreadable", "crc-mismatch"), ("unreadable", "no-text")}
wrong = {str(k): n for k, n in got.items() if k not in wanted}
print("not ok statuses: got %s" % wrong if wrong else "ok statuses")
print("ok files" if len(docs) == 200 else "not ok files: got %d, wanted 200" % len(docs))
print("ok some are read" if got["ok", None] > 50 else "not ok some are read: got %d, wanted over 50" % got["ok", None])
END
