# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the engine is meant to reach, beside what it was measured at."""

from engine_table import OURS, PASS, digits

# On the counterpart graph of L, LEMON's NetworkSimplex took this long on the
# machine that the targets in seconds were set on.
REFERENCE_SIMPLEX = 1_000_000_000


class Target:
    """`value` of the results must be at least, or at most, the bound."""

    def __init__(self, text, bound, least, value):
        self.text = text
        self.bound = bound
        self.least = least
        self.value = value

    def row(self, results):
        """Texts: target, bound, measured, verdict."""
        measured = self.value(results)
        return self.told(measured, measured, digits)

    def told(self, found, measured, show):
        """The row of a number that was measured, shown as found."""
        want = f"at {'least' if self.least else 'most'} {self.bound:g}"
        if found is None:
            return [self.text, want, "not run", ""]
        if self.least:
            met, factor = measured >= self.bound, self.bound / measured
        else:
            met, factor = measured <= self.bound, measured / self.bound
        verdict = "met" if met else f"missed by a factor of {digits(factor)}"
        return [self.text, want, show(found), verdict]


def over(who, below, step, scale):
    """The time of `who` by that of `below`."""

    def value(results):
        a = results.time(step, scale, who)
        b = results.time(step, scale, below)
        return a / b if a and b else None

    return value


def mib(step, scale):
    def value(results):
        kib = results.fact(step, scale, "peak memory KiB")
        return int(kib) / 1024 if kib else None

    return value


def like_seconds(step, scale):
    """Seconds on the machine of the targets: scaled by what LEMON's
    NetworkSimplex takes at L in the same run."""

    def value(results):
        ours = results.time(step, scale, OURS)
        simplex = results.time("counterpart, one digit", "l",
                               "LEMON NetworkSimplex")
        if not ours or not simplex:
            return None
        return ours / 10**9 * REFERENCE_SIMPLEX / simplex

    return value


TARGETS = [
    Target("counterpart at L, one digit: LEMON NetworkSimplex / ours", 20, True,
           over("LEMON NetworkSimplex", OURS, "counterpart, one digit", "l")),
    Target("counterpart at L, vectors: ours / check pass", 12, False,
           over(OURS, PASS, "counterpart, vectors", "l")),
    Target("all equal but the tie at L, vectors: ours / check pass", 64, False,
           over(OURS, PASS, "all equal but the tie, vectors", "l")),
    Target("mutual at L: LEMON MaxWeightedMatching / ours", 4, True,
           over("LEMON MaxWeightedMatching", OURS, "mutual, one digit", "l")),
    Target("pair values with preparation at L: ours / pass over the records",
           2, False, over(OURS, PASS, "pair values", "l")),
    Target("pool by value at M: LEMON NetworkSimplex / ours", 50, True,
           over("LEMON NetworkSimplex", OURS, "pool by value", "m")),
    Target("pool by value at L: ours / its certificate pass", 3, False,
           over(OURS, PASS, "pool by value", "l")),
    Target("whole run at S: GLPK on the joint program / ours", 5000, True,
           over("GLPK", OURS, "pairing and allocation in one", "s")),
    Target("whole run at M, seconds on a like machine", 0.85, False,
           like_seconds("whole run", "m")),
    Target("whole run at L, seconds on a like machine", 8, False,
           like_seconds("whole run", "l")),
    Target("one changed place at L: from scratch / ours", 200, True,
           over("from scratch", OURS, "one changed place", "l")),
    Target("whole run at L, peak memory in MiB", 400, False,
           mib("whole run", "l")),
]

HEADER = ["target", "wanted", "measured", "verdict"]


def rows(results):
    return [target.row(results) for target in TARGETS]
