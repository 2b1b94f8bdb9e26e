"""Runs claimcheck over texts and reads the records that it prints."""
import collections
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

FILES_A_RUN = 500  # a command line holds some 2 MB
STATUSES = (0, 1, 3)  # nothing found; findings; not all could be read


def name(i):
    """A file name for row `i`: letters alone, since digits in a path may date a document."""
    return str(i).translate(str.maketrans("0123456789", "abcdefghij"))


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf8", newline="") as f:
        f.write(text)
    return path


class Program:
    """The program at `path`, of which `jobs` runs go on at a time."""

    def __init__(self, path, jobs):
        self.path, self.jobs = path, jobs

    def records(self, *arguments):
        """What one run prints, the summary last. A run that fails ends the evaluation."""
        run = subprocess.run([self.path, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        records = [json.loads(line) for line in run.stdout.splitlines()]
        if run.returncode not in STATUSES or not records or records[-1]["type"] != "summary":
            said = run.stderr.decode("utf8", "replace")
            sys.exit("%s ends with status %d\n%s" % (" ".join(arguments[:8]), run.returncode, said))
        return records

    def check(self, *arguments):
        return self.records("check", "--format", "jsonl", "--fail-on", "never", *arguments)

    def facts(self, texts, kinds, days=None):
        """{name: text} to {name: facts of these kinds}; `days`: {name: the document's own date}."""
        found = collections.defaultdict(list)
        with tempfile.TemporaryDirectory() as folder:
            paths = [write(os.path.join(folder, n + ".txt"), text) for n, text in texts.items()]
            dated = ["%s\t%s\n" % (os.path.join(folder, n + ".txt"), day) for n, day in (days or {}).items()]
            dates = write(os.path.join(folder, "dates.tsv"), "".join(dated))
            for i in range(0, len(paths), FILES_A_RUN):
                some = paths[i : i + FILES_A_RUN]
                for r in self.records("extract", "--kind", kinds, "--document-dates", dates, *some):
                    if r["type"] == "fact":
                        found[os.path.relpath(r["document"], folder)[: -len(".txt")]].append(r)
        return found

    def each(self, function, items):
        """function(item) of every item, in their order; `jobs` of them at a time."""
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            return list(pool.map(function, items))
