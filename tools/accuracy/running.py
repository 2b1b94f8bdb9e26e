"""Running text without gold: each folder is one run at default settings, whose findings were read and
judged by hand (judged.py)."""
import os
import sys

import judged
from table import Row, at_most

FOLDERS = ("crs", "fomc_statements", "senate_border", "ungdc_USA", "whitehouse_economy")
ALARMS = "false alarms in %d documents" % judged.PER


def measure(bench):
    folders = [f for f in FOLDERS if os.path.isdir(os.path.join(bench.corpora, f))]
    if not folders:
        return
    runs = bench.program.each(lambda f: bench.program.check(os.path.join(bench.corpora, f)), folders)
    verdicts = judged.read_verdicts()
    tallies = [judged.tally(f, records, verdicts) for f, records in zip(folders, runs)]
    for folder, t in zip(folders, tallies):
        size = "%d documents" % t.documents
        yield Row("running/" + folder, size, "findings", t.findings, None)
        yield Row("running/" + folder, size, ALARMS, judged.rate([t]), at_most(1))
        for key in t.unjudged:
            print("not judged:", *key, sep="\t", file=sys.stderr)
    size = "%d documents" % sum(t.documents for t in tallies)
    yield Row("running", size, "judged right", sum(t.right for t in tallies), None)
    yield Row("running", size, "judged wrong", sum(t.wrong for t in tallies), None)
    yield Row("running", size, "pairs not judged yet", sum(len(t.unjudged) for t in tallies), at_most(0))
    yield Row("running", size, ALARMS, judged.rate(tallies), at_most(1))
