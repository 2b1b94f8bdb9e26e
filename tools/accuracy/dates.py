"""Dates in running text: the same place, a place that meets it, and that with the same TIMEX3 value."""
import os

import spans
from table import Row, at_least

TARGETS = {"strict": 82, "relaxed": 90, "value": 70}


def score(bench, set_, rows):
    """rows: `doc`, `text`, `spans` of `bstart`, `bend`, `value`, and `dct`, the document's date, if known.
    To {strict, relaxed, value: Score}."""
    days = {r["doc"]: r["dct"] for r in rows if r.get("dct")}
    facts = bench.program.facts({r["doc"]: r["text"] for r in rows}, "date,duration", days)
    right, found, wanted = dict.fromkeys(TARGETS, 0), 0, 0
    for row in rows:
        have = facts[row["doc"]]
        places = [(x["bstart"], x["bend"]) for x in row["spans"]]
        found, wanted = found + len(have), wanted + len(places)
        partners = spans.pair_up(places, [spans.of(f) for f in have])
        for x, place, i in zip(row["spans"], places, partners):
            fact = None if i is None else have[i]
            right["relaxed"] += fact is not None
            right["strict"] += fact is not None and spans.of(fact) == place
            right["value"] += same_value(bench, set_, row, x, fact)
    return {metric: spans.score(n, found, wanted) for metric, n in right.items()}


def same_value(bench, set_, row, wanted, fact):
    timex = fact["value"].get("timex") if fact else None
    same = timex is not None and timex == wanted.get("value")
    if not same:
        text = row["text"].encode("utf8")[wanted["bstart"] : wanted["bend"]].decode("utf8", "replace")
        bench.miss(set_, row["doc"], text, "wanted %s" % wanted.get("value"), "got %s" % timex)
    return same


def measure(bench):
    for path in bench.files("dates-*.jsonl"):
        rows = bench.rows(path)
        set_ = os.path.basename(path)[: -len(".jsonl")]
        for metric, s in score(bench, set_, rows).items():
            size = "%d dates in %d texts" % (s.wanted, len(rows))
            yield Row(set_, size, metric + " precision, %", s.precision, None)
            yield Row(set_, size, metric + " recall, %", s.recall, None)
            yield Row(set_, size, metric + " F1, %", s.f1, at_least(TARGETS[metric]))
