"""Fact sheets of twenty countries: which listed pairs of statements are reported, by relation."""
import collections
import os

import calibration
import spans
from table import Row, at_least, at_most, share

TARGETS = {
    "conflict": at_least(97),
    "agree": at_most(0.1),
    "agree_rounded": at_most(1),
    "update_other_year": at_most(0.1),
    "prose_update": at_most(4),
    "prose_year_only": at_most(0.5),
}
TABLES = (("factbook.gold.tsv", "textA", "textB"), ("factbook.prose_pairs.tsv", "sentenceA", "sentenceB"))

# `one` and `two` are (file, place in bytes).
Pair = collections.namedtuple("Pair", "relation one two texts")
Reported = collections.namedtuple("Reported", "one two score")


def read_gold(bench):
    """{country's folder: listed pairs}"""
    gold = collections.defaultdict(list)
    for file, a, b in TABLES:
        for r in bench.table(file):
            one, two = side(r["docA"], r["byteA"], r[a]), side(r["docB"], r["byteB"], r[b])
            texts = r.get("field", ""), r[a][:90], r[b][:90]
            gold[r["docA"].split("/")[1]].append(Pair(r["relation"], one, two, texts))
    return gold


def side(document, byte, text):
    start = int(byte)
    return os.path.basename(document), (start, start + len(text.encode("utf8")))


def between_documents(records):
    """{(file, file): pairs reported}, under both orders."""
    pairs = collections.defaultdict(list)
    for r in records:
        for other in r["related"] if r["type"] == "finding" else ():
            one, two = ((os.path.basename(s["document"]), spans.of(s)) for s in (r["primary"], other))
            if one[0] != two[0]:
                pair = Reported(one, two, r["score"])
                pairs[one[0], two[0]].append(pair)
                pairs[two[0], one[0]].append(pair)
    return pairs


def answers(reported, pair):
    """Is it about the same two places?"""
    one, two = reported.one, reported.two
    if one[0] != pair.one[0]:
        one, two = two, one
    return spans.meet(one[1], pair.one[1]) and spans.meet(two[1], pair.two[1])


def measure(bench):
    gold = read_gold(bench)
    countries = bench.some(sorted(gold))
    if not countries:
        return

    def check(country):
        return between_documents(bench.program.check(os.path.join(bench.corpora, "factbook", country)))

    found = bench.program.each(check, countries)
    held = [
        (country, pair, [r for r in reported[pair.one[0], pair.two[0]] if answers(r, pair)])
        for country, reported in zip(countries, found)
        for pair in gold[country]
    ]
    for country, pair, answered in held:
        show(bench, country, pair, bool(answered))
    yield from by_relation(held)
    every = sum(len(pairs) for reported in found for pairs in reported.values()) // 2
    inside = len({id(r) for _, _, answered in held for r in answered})
    yield Row("factbook", "%d reported pairs" % every, "inside the lists", inside, None)
    yield Row("factbook", "%d reported pairs" % every, "outside the lists", every - inside, None)
    scores = [(max(r.score for r in answered), pair.relation) for _, pair, answered in held if answered]
    yield from calibration.rows("factbook", scores)


def show(bench, country, pair, reported):
    target = TARGETS.get(pair.relation)
    if target and reported != target.least:
        bench.miss("factbook", pair.relation, country, *pair.texts)


def by_relation(held):
    total = collections.Counter(pair.relation for _, pair, _ in held)
    hits = collections.Counter(pair.relation for _, pair, answered in held if answered)
    for relation, n in sorted(total.items()):
        metric = "%s: reported, %%" % relation
        yield Row("factbook", "%d pairs" % n, metric, share(hits[relation], n), TARGETS.get(relation))
