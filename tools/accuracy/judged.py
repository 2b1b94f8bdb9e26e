"""judged.py SET < FINDINGS - which findings of a run (JSON Lines) are not judged yet, as rows for
tests/accuracy/judged.tsv, and how many false alarms there are in 20 documents.

The table holds places and verdicts, never text. A verdict is `right`: the two sides cannot both be true;
or `wrong`: they can, and `class` says what was mistaken for one thing."""
import collections
import json
import os
import sys

import bench
import spans

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "..", "..", "tests", "accuracy", "judged.tsv")
PER = 20  # documents

# The columns of the table that say which pair it is.
PAIR = ("set", "check", "file", "start", "end", "file_b", "start_b", "end_b")
Tally = collections.namedtuple("Tally", "documents findings right wrong unjudged")  # unjudged: keys of pairs


def side(record):
    return (os.path.basename(record["document"]), *spans.of(record))


def keys(set_, finding):
    """Of each pair that a finding stands for, the two sides in the order of their places."""
    here = side(finding["primary"])
    for other in finding["related"]:
        one, two = sorted([here, side(other)])
        yield tuple(map(str, (set_, finding["check"], *one, *two)))
    if not finding["related"]:
        yield tuple(map(str, (set_, finding["check"], *here, "", "", "")))


def read_verdicts(path=TABLE):
    return {tuple(r[c] for c in PAIR): r["verdict"] for r in bench.read_table(path)}


def tally(set_, records, verdicts):
    """A finding of which one pair is right is right; it is not judged while a pair is not."""
    findings = [r for r in records if r["type"] == "finding"]
    right, wrong, unjudged = 0, 0, []
    for finding in findings:
        said = {key: verdicts.get(key) for key in keys(set_, finding)}
        unjudged += [key for key, verdict in said.items() if verdict is None]
        right += "right" in said.values()
        wrong += all(verdict == "wrong" for verdict in said.values())
    return Tally(records[-1]["documents"], len(findings), right, wrong, unjudged)


def rate(tallies):
    """False alarms in PER documents, those not judged counted as if they were."""
    documents = sum(t.documents for t in tallies)
    alarms = sum(t.wrong + len(t.unjudged) for t in tallies)
    return PER * alarms / documents if documents else 0.0


def main(set_):
    t = tally(set_, [json.loads(line) for line in sys.stdin], read_verdicts())
    for key in t.unjudged:
        print(*key, "", "", sep="\t")
    print("# %s: %d documents, %d findings, %d right, %d wrong" % (set_, t.documents, t.findings, t.right, t.wrong))
    print("# pairs not judged: %d; false alarms in %d documents: %.1f" % (len(t.unjudged), PER, rate([t])))


if __name__ == "__main__":
    main(sys.argv[1])
