"""Two short texts: does one refute the other, support it, or neither? Each is a document of its own."""
import collections
import os
import tempfile

import program
import spans
from table import Row, at_least, share

REFUTES, SUPPORTS, NEITHER = "REFUTES", "SUPPORTS", "NOT ENOUGH INFO"


def crosses(record):
    here = record["primary"]["document"]
    return any(other["document"] != here for other in record["related"])


def answer(records):
    types = {r["type"] for r in records if r["type"] in ("finding", "agreement") and crosses(r)}
    return REFUTES if "finding" in types else SUPPORTS if "agreement" in types else NEITHER


def score(bench, set_, rows):
    """rows: `claim`, `evidence`, `label`. To a count of (label, answer)."""
    with tempfile.TemporaryDirectory() as folder:

        def ask(numbered):
            i, row = numbered
            sides = [("a.txt", row["claim"]), ("b.txt", row["evidence"])]
            here = os.path.join(folder, program.name(i))
            paths = [program.write(os.path.join(here, file), text + "\n") for file, text in sides]
            return answer(bench.program.check("--agreements", "-j", "1", *paths))

        answers = bench.program.each(ask, enumerate(rows))
    for row, said in zip(rows, answers):
        if said != row["label"]:
            bench.miss(set_, "wanted %s" % row["label"], "got %s" % said, row["claim"], row["evidence"])
    return collections.Counter((row["label"], said) for row, said in zip(rows, answers))


def refuted(counts):
    """How well `REFUTES` is told, as a Score."""
    found = sum(n for (_, said), n in counts.items() if said == REFUTES)
    wanted = sum(n for (label, _), n in counts.items() if label == REFUTES)
    return spans.score(counts[REFUTES, REFUTES], found, wanted)


def accuracy(counts):
    return share(sum(n for (label, said), n in counts.items() if label == said), sum(counts.values()))


def measure(bench):
    for path in bench.files("pairs-*.jsonl"):
        set_ = os.path.basename(path)[: -len(".jsonl")]
        counts = score(bench, set_, bench.rows(path))
        s = refuted(counts)
        size = "%d pairs" % sum(counts.values())
        yield Row(set_, size, "REFUTES precision, %", s.precision, at_least(83))
        yield Row(set_, size, "REFUTES recall, %", s.recall, None)
        yield Row(set_, size, "REFUTES F1, %", s.f1, at_least(78))
        yield Row(set_, size, "accuracy over three, %", accuracy(counts), at_least(72))
