"""python3 tools/formats DIR - reads every file of a folder by itself and prints what came of it: status,
words, figures, claims, seconds. Fails if one ends in neither text nor a status that says why. CC is the
program, BLOCKS what prints blocks (blocks.c); ONLY=GLOB: some files."""
import argparse
import collections
import fnmatch
import json
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True

CC = os.environ.get("CC", "build/claimcheck")
BLOCKS = os.environ.get("BLOCKS", "build/blocks")
REASONS = {"encrypted", "no-text", "crc-mismatch", "truncated", "too-large", "too-many-blocks", "unsupported",
           "reader-timeout", "reader-memory", "ratio", "depth", "encoding-guessed"}
Row = collections.namedtuple("Row", "path status words figures claims seconds wrong")


def records(command):
    """What it prints, and its exit status."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def count_words(path):
    blocks, _ = records([BLOCKS, path])
    return sum(len(block["text"].split()) for block in blocks)


def judge(documents, status, words):
    """Why this is no end that a file may come to; empty: it is one."""
    if status not in (0, 2, 3):
        return "exit status %d" % status
    for d in documents:
        if d["status"] != "ok" and d["reason"] not in REASONS:
            return "%s %s" % (d["status"], d["reason"])
    return "no text and no reason" if not words and all(d["status"] == "ok" for d in documents) else ""


def read(path):
    start = time.monotonic()
    found, status = records([CC, "extract", "--claims", path])
    seconds = time.monotonic() - start
    kinds = collections.Counter(r["type"] for r in found)
    documents = [r for r in found if r["type"] == "document"]
    words = count_words(path)
    said = sorted({" ".join(filter(None, (d["status"], d["reason"]))) for d in documents}) or ["ok"]
    return Row(path, ", ".join(said), words, kinds["fact"], kinds["claim"], seconds, judge(documents, status, words))


def files(folder, only):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names
                  if fnmatch.fnmatch(name, only))


def main():
    parser = argparse.ArgumentParser(prog="tools/formats", description=__doc__.split("\n\n")[0])
    parser.add_argument("dir")
    parser.add_argument("--only", default="*", metavar="GLOB", help="files with such names")
    options, wrong = parser.parse_args(), 0
    line = "%-44s  %-26s %8s %8s %7s %8s  %s"
    print(line % ("file", "status", "words", "figures", "claims", "seconds", ""))
    for path in files(options.dir, options.only):
        row = read(path)
        wrong += bool(row.wrong)
        print(line % (os.path.relpath(path, options.dir)[-44:], row.status, row.words, row.figures, row.claims,
                      "%.2f" % row.seconds, "WRONG: " + row.wrong if row.wrong else ""), flush=True)
    print("%d wrong" % wrong)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
