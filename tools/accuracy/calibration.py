"""Do scores mean something? In bins of a tenth, the share of reported pairs that is right against the
mean score of the bin."""
import collections

from table import Row, at_most, share

# What a report of a pair is worth, by its relation. The others are left out: what they are worth lies
# in the reason given (another basis), or differs from row to row (prose).
RIGHT = {
    "conflict": True,
    "conflict_minor": True,
    "agree": False,
    "agree_rounded": False,
    "update_other_year": False,
    "prose_update": False,
    "prose_year_only": False,
}
FEWEST = 50  # of fewer the share says little


def bins(scores):
    """[(score, relation)] to {tenth: [(score, right)]}; 1 belongs to the last tenth."""
    found = collections.defaultdict(list)
    for score, relation in scores:
        if relation in RIGHT:
            found[min(int(score * 10 + 1e-9), 9)].append((score, RIGHT[relation]))
    return found


def rows(set_, scores):
    for tenth, pairs in sorted(bins(scores).items()):
        if len(pairs) >= FEWEST:
            mean = 100 * sum(score for score, _ in pairs) / len(pairs)
            right = share(sum(good for _, good in pairs), len(pairs))
            ends = tenth / 10, (tenth + 1) / 10
            metric = "score %.1f to %.1f: right %.1f %%, mean score %.1f; apart" % (*ends, right, mean)
            yield Row(set_, "%d pairs" % len(pairs), metric, abs(right - mean), at_most(7))
