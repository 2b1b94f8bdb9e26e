"""Numbers, percentages, money and quantities: of the rows with a value, how many have a figure of that
value where they stand."""
import collections
import json

import program
import spans
from table import Row, at_least, share

Case = collections.namedtuple("Case", "text wanted")  # wanted: (place in bytes, value) of each figure
Tally = collections.namedtuple("Tally", "wanted same_place right found")

# Which specifications, and which kinds of facts may answer them.
SETS = {
    "numbers": (["NumberModel", "PercentModel"], "number,percent,money,quantity,duration,rank,multiple", 92),
    "money": (["CurrencyModel"], "money", 93),
    "quantities": (["DimensionModel", "AgeModel", "TemperatureModel"], "quantity", 90),
}


def number(text):
    try:
        return float(str(text).replace(",", ""))
    except ValueError:
        return None


def same(a, b):
    return a is not None and abs(a - b) <= 1e-9 * max(1, abs(b))


def score(bench, set_, cases, kinds):
    facts = bench.program.facts({program.name(i): c.text for i, c in enumerate(cases)}, kinds)
    wanted = same_place = right = 0
    for i, case in enumerate(cases):
        for place, value in case.wanted:
            hits = [f for f in facts[program.name(i)] if spans.meet(spans.of(f), place)]
            have = [number((f.get("value") or {}).get("stated")) for f in hits]
            good = any(same(h, value) for h in have)
            wanted += 1
            same_place += any(spans.of(f) == place for f in hits)
            right += good
            if not good:
                bench.miss(set_, case.text[:90], "wanted %s" % value, "got %s" % have)
    return Tally(wanted, same_place, right, sum(map(len, facts.values())))


def place_of(text, result):
    """Where a result of a specification stands: `End` is its last character, and may be missing."""
    start = result.get("Start")
    if start is None:
        start = text.lower().find(result["Text"].lower())
    end = result["End"] + 1 if "End" in result else start + len(result["Text"])
    return spans.in_bytes(text, start, end)


def value_of(result):
    """The value, None where it has none or one that is no number."""
    value = (result.get("Resolution") or {}).get("value")
    return number(value.rstrip("%")) if isinstance(value, str) else None


def read_cases(bench, names):
    """The cases of Recognizers-Text that its reference implementation supports."""
    cases = []
    for stem in names:
        for path in bench.files("recognizers-text/**/%s.json" % stem):
            with open(path, encoding="utf-8-sig") as f:
                cases += [c for c in json.load(f) if "dotnet" not in c.get("NotSupported", "")]
    for c in bench.some(cases):
        if c.get("Results") is not None:
            valued = [r for r in c["Results"] if value_of(r) is not None]
            yield Case(c["Input"], [(place_of(c["Input"], r), value_of(r)) for r in valued])


def measure(set_):
    def rows(bench):
        names, kinds, target = SETS[set_]
        cases = list(read_cases(bench, names))
        if not cases:
            return
        t = score(bench, set_, cases, kinds)
        size = "%d figures in %d texts" % (t.wanted, len(cases))
        yield Row(set_, size, "value right, %", share(t.right, t.wanted), at_least(target))
        yield Row(set_, size, "same place, %", share(t.same_place, t.wanted), None)
        yield Row(set_, size, "figures found", t.found, None)

    return rows
