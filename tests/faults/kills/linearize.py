# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a history is linearizable: a search after Wing and Gong, which
remembers where it has been, as Lowe does.

Each call takes effect at one instant between its invocation and its answer. One
without an answer may have taken effect at any instant after its invocation, or
never. Offers are independent of each other, and a history is linearizable if
that of each offer is, so that short histories are searched.
"""

import math
from typing import Any, NamedTuple, Optional

import sequential

MOST = 2_000_000  # places to remember before the search gives up


class Op(NamedTuple):
    method: str
    arguments: tuple
    invoked: float
    answered: float  # math.inf: never
    answer: Any = None
    refusal: str = ""

    @property
    def unknown(self):
        return self.answered == math.inf

    def __str__(self):
        outcome = ("unknown" if self.unknown else self.refusal
                   or str(self.answer))
        return (f"{self.invoked:.6f} {self.answered:.6f} {self.method}"
                f"{self.arguments}: {outcome}")


class Undecided(Exception):
    pass


def step(state, op) -> Optional[sequential.State]:
    """The state after it; None if it would have been answered otherwise."""
    try:
        after, answer = sequential.STEPS[op.method](state, *op.arguments)
    except sequential.Refused as refused:
        return state if op.unknown or op.refusal in refused.reasons else None
    return after if op.unknown or answer == op.answer else None


def possible(ops, done):
    """Indices of those that may come next: invoked before every answer that
    is still to come."""
    waiting = [i for i in range(len(ops)) if not done >> i & 1]
    first = min((ops[i].answered for i in waiting), default=math.inf)
    return [i for i in waiting if ops[i].invoked <= first]


def changes_nothing(ops, done, state):
    """Takes all that fit where they are: they can only be in the way later."""
    again = True
    while again:
        again = False
        for i in possible(ops, done):
            if not ops[i].unknown and step(state, ops[i]) == state:
                done |= 1 << i
                again = True
    return done


def linearizable(ops):
    """Raises Undecided if the search is too long."""
    ops = sorted((op for op in ops
                  if not (op.unknown and op.method in sequential.READS)),
                 key=lambda op: op.invoked)
    known = sum(1 << i for i, op in enumerate(ops) if not op.unknown)
    start = (changes_nothing(ops, 0, sequential.State()), sequential.State())
    seen, stack = {start}, [start]
    while stack:
        done, state = stack.pop()
        if done & known == known:
            return True
        for i in possible(ops, done):
            after = step(state, ops[i])
            if after is None or after == state:
                continue
            place = (changes_nothing(ops, done | 1 << i, after), after)
            if place not in seen:
                seen.add(place)
                stack.append(place)
        if len(seen) > MOST:
            raise Undecided()
    return False
