"""Places in a text, as bytes from the first to behind the last, and how found ones meet wanted ones."""
import collections

# What was found of what was wanted; `precision`, `recall` and `f1` are percentages.
Score = collections.namedtuple("Score", "right found wanted precision recall f1")


def score(right, found, wanted):
    p = 100.0 * right / found if found else 0.0
    r = 100.0 * right / wanted if wanted else 0.0
    return Score(right, found, wanted, p, r, 2 * p * r / (p + r) if p + r else 0.0)


def of(record):
    """The place of a fact, or of a side of a finding."""
    return record["span"]["byte_start"], record["span"]["byte_end"]


def meet(a, b):
    return a[0] < b[1] and b[0] < a[1]


def in_bytes(text, start, end):
    """Code points of `text` to bytes of it in UTF-8."""
    return len(text[:start].encode("utf8")), len(text[:end].encode("utf8"))


def pair_up(wanted, found):
    """For each wanted place the index of the found one that meets it, or None: one to one, in order,
    the same place before others."""
    used, partners = set(), []
    for place in wanted:
        free = [i for i, other in enumerate(found) if i not in used and meet(place, other)]
        best = min(free, key=lambda i: (found[i] != place, i), default=None)
        used.add(best)
        partners.append(best)
    return partners
