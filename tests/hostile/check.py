#!/usr/bin/python3
"""check.py TABLE TREE - runs $CC on the files in TREE/in and holds what comes of each to TABLE: the exit
status, the documents by status and reason, the peak of memory. Whatever the file, the program is not
ended by a signal, leaves TREE as it was, prints one record a line and no control characters, and finds
the same in a file, in a pipe and in a tar around it. Prints a line a test."""
import collections
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zlib

CC, SANITIZED = os.environ["CC"], os.environ["SANITIZED"]
MAX_PEAK_MIB = 300
Run = collections.namedtuple("Run", "status out err peak_mib")


def run(args, cwd, stdin=b""):
    """Files, not pipes, take what is printed, so that wait4 tells of this child alone."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        child = subprocess.Popen([CC] + args, cwd=cwd, stdin=given, stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Run(child.returncode, out.read(), err.read(), usage.ru_maxrss // 1024)


def through_pipe(args, cwd, data):
    read, write = os.pipe()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([CC] + args, cwd=cwd, stdin=read, stdout=out, stderr=subprocess.DEVNULL)
        os.close(read)
        try:
            with os.fdopen(write, "wb") as to:
                to.write(data)
        except BrokenPipeError:
            pass
        status = child.wait()
        out.seek(0)
        return Run(status, out.read(), b"", 0)


def documents(out):
    """Path, status, reason, sha256 of each, as printed."""
    for line in out.decode("ascii").splitlines():
        record = json.loads(line)
        if record["type"] == "document":
            yield record["path"], record["status"], record["reason"], record["sha256"]


def tally(docs):
    """"2 ok, 1 partial ratio" """
    count = collections.Counter(" ".join(filter(None, (status, reason))) for _, status, reason, _ in docs)
    return ", ".join("%d %s" % (n, what) for what, n in sorted(count.items()))


def listing(tree):
    return sorted((os.path.join(at, name), os.lstat(os.path.join(at, name)).st_size)
                  for at, folders, files in os.walk(tree) for name in folders + files)


def controls(data):
    return [b for b in data if (b < 0x20 and b not in b"\n") or b == 0x7F]


class Checker:
    def __init__(self, tree):
        self.tree, self.folder = tree, os.path.join(tree, "in")
        self.before = listing(tree)

    def say(self, name, wrong):
        print("not ok %s: %s" % (name, "; ".join(wrong)) if wrong else "ok " + name, flush=True)

    def outside(self):
        """What stands in the tree now and did not before, or is gone."""
        changed = set(self.before) ^ set(listing(self.tree))
        return ["the tree changed: %s" % sorted(changed)[:3]] if changed else []

    def case(self, file, status, wanted, options):
        args = ["check", "-j", "1", "--format", "jsonl", "--documents", "--fail-on", "never"] + options
        got, wrong = run(args + [file], self.folder), []
        if got.status != status:
            wrong.append("got status %d, wanted %d (%s)" % (got.status, status, got.err[:200].decode("ascii", "replace")))
        if controls(got.out) or controls(got.err):
            wrong.append("prints control characters")
        docs = list(documents(got.out)) if got.status in (0, 2, 3) else []
        if tally(docs) != wanted:
            wrong.append("got '%s', wanted '%s'" % (tally(docs), wanted))
        if not SANITIZED and got.peak_mib > MAX_PEAK_MIB:
            wrong.append("takes %d MiB, wanted at most %d" % (got.peak_mib, MAX_PEAK_MIB))
        self.say(file, wrong + self.outside())
        return docs

    def text(self, file):
        """As people see it: no line of it is of the file's making."""
        got = run(["check", "--documents", "--fail-on", "never", file], self.folder)
        wrong = ["prints control characters: %r" % bytes(controls(got.out + got.err)[:9])] if controls(got.out + got.err) else []
        self.say(file + " as text", wrong)

    def pipe(self, file, docs, options):
        args = ["check", "-j", "1", "--format", "jsonl", "--documents", "--fail-on", "never", "--stdin-name", file]
        with open(os.path.join(self.folder, file), "rb") as f:
            got = through_pipe(args + options + ["-"], self.folder, f.read())
        piped = list(documents(got.out)) if got.status in (0, 2, 3) else []
        self.say(file + " on a pipe", [] if piped == docs else ["got '%s', wanted '%s'" % (tally(piped), tally(docs))])

    def within_tar(self, file, docs, options):
        args = ["check", "-j", "1", "--format", "jsonl", "--documents", "--fail-on", "never", "--stdin-name", "t.tar"]
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as t:
            t.add(os.path.join(self.folder, file), file)
        got = through_pipe(args + options + ["-"], self.folder, out.getvalue())
        inner = [(p.replace("t.tar!", "", 1), s, r, h) for p, s, r, h in documents(got.out)] if got.status in (0, 2, 3) else []
        self.say(file + " in a tar", [] if inner == docs else ["got '%s', wanted '%s'" % (tally(inner), tally(docs))])


# -- Loops -------------------------------------------------------------------------------------------

def lost(original, docs):
    """Whether all that is reported as read is there, or it is said that something is not."""
    whole = all(status == "ok" or reason == "same" for _, status, reason, _ in docs)
    return whole and {d[3] for d in docs} != {d[3] for d in original}


def damage(checker, file, kind, damaged):
    """Copies of an archive, each damaged elsewhere: nothing is taken for whole that is not."""
    folder = tempfile.mkdtemp(dir=checker.tree)
    with open(os.path.join(checker.folder, file), "rb") as f:
        data = f.read()
    args = ["check", "--format", "jsonl", "--documents", "--fail-on", "never"]
    original = list(documents(run(args + [file], checker.folder).out))
    wrong = []
    for n, bad in damaged(data):
        path = "%s.%d" % (kind, n)
        with open(os.path.join(folder, path), "wb") as f:
            f.write(bad)
        got = run(args + [path], folder)
        if got.status not in (0, 2, 3):
            wrong.append("at %d: status %d" % (n, got.status))
        elif got.status != 2 and lost(original, list(documents(got.out))):
            wrong.append("at %d: lost without a word" % n)
        os.unlink(os.path.join(folder, path))
    os.rmdir(folder)
    checker.say("%s, %s" % (file, kind), wrong[:5])


def cuts(data):
    steps = 20
    return ((n, data[:n]) for n in (len(data) * k // steps for k in range(1, steps)))


def flips(data):
    """One bit of a byte, at places that do not depend on the run."""
    for k in range(20):
        n = zlib.crc32(b"%d" % k) % len(data)
        yield n, data[:n] + bytes([data[n] ^ 1 << k % 8]) + data[n + 1:]


def rows(table):
    with open(table) as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                yield [field.strip() for field in line.split("|")]


def main(table, tree):
    checker = Checker(tree)
    if SANITIZED:
        print("skip peak of memory: sanitizers take memory of their own")
    for file, status, wanted, ways, options in rows(table):
        docs = checker.case(file, int(status), wanted, options.split())
        if "text" in ways:
            checker.text(file)
        if "pipe" in ways:
            checker.pipe(file, docs, options.split())
        if "tar" in ways:
            checker.within_tar(file, docs, options.split())
    for file in "joined.tar.gz", "whole.tar.xz", "whole.tar.bz2", "whole.zip":
        damage(checker, file, "cut", cuts)
        damage(checker, file, "flipped", flips)
    damage(checker, "whole.tar", "cut", cuts)


main(*sys.argv[1:])
