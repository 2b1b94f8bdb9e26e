"""The results as one table, as JSON and as the list of what was missed."""
import json
from collections import Counter, defaultdict

import program
from mutation import COMPATIBLE

HEAD = ("set", "grade", "kind", "changed", "found", "%", "other", "share")
ORDER = ("digit", "scale", "point", "unit", "sign", "year", "all", "period", "bound", "none")


def rows(name, results, unchanged):
    """A row for each grade and kind, for all kinds that count, for those in whose case both
    statements can be true, and for the copies without a change.
      unchanged  {grade: (copies, findings)} of these"""
    groups = defaultdict(list)
    for r in results:
        groups[r.mutation.grade, r.mutation.kind].append(r)
        if r.mutation.kind not in COMPATIBLE:
            groups[r.mutation.grade, "all"].append(r)
    found = [row(name, grade, kind, of, unchanged.get(grade, (0, 0))[1] if kind == "all" else 0)
             for (grade, kind), of in groups.items()]
    found += [dict(zip(HEAD, (name, grade, "none", count, None, None, findings, None)))
              for grade, (count, findings) in unchanged.items()]
    return sorted(found, key=lambda r: (r["grade"], ORDER.index(r["kind"])))


def row(name, grade, kind, results, more):
    """`more`: findings on the copies without a change, which are none of a mutation."""
    counts = sum((Counter(r.counts) for r in results), Counter())
    found = sum(r.counts["found"] > 0 for r in results)
    other = counts["other"] + counts["beside"] + more
    right = counts["found"] + counts["consequence"]
    share = round(100 * right / (right + other), 1) if right + other else None
    return dict(zip(HEAD, (name, grade, kind, len(results), found, round(100 * found / len(results), 1), other, share)))


def show(found):
    cells = [HEAD] + [tuple("-" if r[h] is None else str(r[h]) for h in HEAD) for r in found]
    widths = [max(len(c[i]) for c in cells) for i in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(w) if i in (0, 2) else cell.rjust(w)
                               for i, (cell, w) in enumerate(zip(line, widths))).rstrip() for line in cells)


def left_out(figures, lost):
    """What was not changed, the most frequent reason first."""
    counts = Counter(f.reason for f in figures if f.reason)
    counts["in an archive, or not UTF-8"] += lost
    kept = sum(f.reason is None for f in figures)
    lines = ["%d of %d figures may be changed; left out:" % (kept, len(figures) + lost)]
    return "\n".join(lines + ["%7d  %s" % (n, reason) for reason, n in counts.most_common() if n])


def record(result):
    m = result.mutation
    return {
        "grade": m.grade, "kind": m.kind, "document": m.document.path, "span": m.figure.record["span"],
        "old": m.figure.text, "new": m.edit.text, "near": m.edit.near and m.edit.near[2],
        "claimed": m.figure.claimed, "other": m.other and m.other.path, "rules": m.rules,
        "counts": {verdict: n for verdict, n in result.counts.items() if verdict},
        "sentences": result.sentences, "why": result.why,
    }


def as_json(found, results):
    return json.dumps({"rows": found, "mutations": [record(r) for r in results]}, indent=1)


def missed(results):
    """A paragraph for each: what was changed, both sentences, and what the program says of them."""
    parts = []
    for r in results:
        if not r.counts["found"] and r.why is not None:
            m = r.mutation
            span = m.figure.record["span"]
            change = "%s -> %s" % (m.figure.text, m.edit.text + (" (%s)" % m.edit.near[2] if m.edit.near else ""))
            parts.append("%s:%d:%d grade %d %s: %s%s\n  true:    %s\n  changed: %s\n  %s\n" % (
                m.document.path, span["line"], span["column"], m.grade, m.kind, " ".join(change.split()),
                " [%s]" % ", ".join(m.rules) if m.rules else "", *r.sentences, r.why))
    return "\n".join(parts)
