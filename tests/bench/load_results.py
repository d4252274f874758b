# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the blocks of a load came to."""

import dataclasses
import statistics


@dataclasses.dataclass
class Block:
    """One program driven for a while. Times in nanoseconds."""

    count: int
    took: int
    p50: int
    p99: int
    most: int

    @property
    def rate(self):
        """Calls a second."""
        return self.count / (self.took / 1e9)


def block_of(line):
    """The block of a line "calls KIND IN_FLIGHT COUNT TOOK P50 P99 MOST"."""
    word, _, _, *numbers = line.split("\t")
    if word != "calls":
        raise ValueError(f"no line of calls: {line}")
    return Block(*map(int, numbers))


@dataclasses.dataclass
class Spread:
    """The median of some values, the least and the most."""

    median: float
    least: float
    most: float
    count: int


def spread(values):
    return Spread(statistics.median(values), min(values), max(values),
                  len(values))


class Results:
    """Blocks by what was driven, at what, with how many in flight."""

    def __init__(self):
        self.blocks = {}  # (part, kind, who, in_flight) -> [Block], in order
        self.starts = {}  # what -> [nanoseconds]
        self.notes = {}   # (part, kind, who, in_flight) -> text
        self.faults = []

    def add(self, part, kind, who, in_flight, block):
        self.blocks.setdefault((part, kind, who, in_flight), []).append(block)

    def of(self, part, kind, who, in_flight):
        return self.blocks.get((part, kind, who, in_flight), [])

    def ratios(self, measure, above, below):
        """measure of the blocks of one key by that of another, block by block
        as they took turns. None where either did not run, or had no call that
        ended within its block."""
        pairs = [(a, b) for a, b in zip(self.of(*above), self.of(*below))
                 if a.count and b.count]
        if not pairs:
            return None
        return spread([measure(a) / measure(b) for a, b in pairs])
