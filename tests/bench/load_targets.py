# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the server is meant to reach, beside what it was measured at."""

import engine_targets
from load_results import spread
from load_table import ratio

HEADER = ["target", "wanted", "measured (least to most)", "verdict"]


def rate(block):
    return block.rate


def p99(block):
    return block.p99


class Target(engine_targets.Target):
    """The same of a spread: its median counts."""

    def row(self, results):
        found = self.value(results)
        return self.told(found, found and found.median, ratio)


def of_lower_ceiling(in_flight):
    """Creates by the slower of echo and SQLite, block by block."""

    def value(results):
        triples = list(zip(
            results.of("calls", "create", "twinaidd", in_flight),
            results.of("calls", "create", "echo", in_flight),
            results.of("calls", "create", "sqlite", in_flight)))
        triples = [three for three in triples
                   if all(block.count for block in three)]
        if not triples:
            return None
        return spread([made.rate / min(echo.rate, rows.rate)
                       for made, echo, rows in triples])

    return value


def of_echo(kind, in_flight):
    return lambda results: results.ratios(
        rate, ("calls", kind, "twinaidd", in_flight),
        ("calls", kind, "echo", in_flight))


def milliseconds(kind, in_flight):
    def value(results):
        blocks = results.of("calls", kind, "twinaidd", in_flight)
        return spread([b.p99 / 1e6 for b in blocks]) if blocks else None

    return value


def slower(kind, in_flight):
    """How many times as slow with many needs as with few."""
    return lambda results: results.ratios(
        rate, ("sizes", kind, "few needs", in_flight),
        ("sizes", kind, "many needs", in_flight))


def raised(results):
    return results.ratios(p99, ("round", "create", "with a round", 16),
                          ("round", "create", "without", 16))


def seconds(what):
    def value(results):
        times = results.starts.get(what)
        return spread([t / 1e9 for t in times]) if times else None

    return value


TARGETS = (
    [Target(f"durable creates at {n}: ours / the lower ceiling", 0.5, True,
            of_lower_ceiling(n)) for n in (64, 256)] +
    [Target("durable creates at 64: p99 in ms", 25, False,
            milliseconds("create", 64))] +
    [Target(f"gets at {n}: ours / echo", 0.6, True, of_echo("get", n))
     for n in (1, 16, 64, 256)] +
    [Target(f"{kind} at 16: few needs / many needs", 1.5, False,
            slower(kind, 16))
     for kind in ("get", "list", "filtered list", "create")] +
    [Target("p99 of creates at 16: with a round / without", 3, False, raised),
     Target("from the start after a kill to the first get, s", 1, False,
            seconds("get")),
     Target("from the start after a kill to the first create, s", 1, False,
            seconds("create"))])


def rows(results):
    return [target.row(results) for target in TARGETS]
