# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The search held against one that tries every order, on small histories."""

import itertools
import math
import random

import linearize
import sequential
from linearize import Op
from teams import choose

OPS = 6


def orders_hold(ops):
    """Tries every order of every choice among those without an answer."""
    known = [op for op in ops if not op.unknown]
    unknown = [op for op in ops if op.unknown]
    for count in range(len(unknown) + 1):
        for some in itertools.combinations(unknown, count):
            if any(holds(order)
                   for order in itertools.permutations([*known, *some])):
                return True
    return False


def holds(order):
    state = sequential.State()
    latest = -math.inf
    for op in order:
        latest = max(latest, op.invoked)
        if op.answered < latest:  # it was over before one ahead of it began
            return False
        state = linearize.step(state, op)
        if state is None:
            return False
    return True


def true_history(chance):
    """Calls one after the other, seen as if some had overlapped."""
    state = sequential.State()
    calls = [("CreateOffer", (9,)), ("CreateNeed", (0, 9)),
             ("CreateMatch", ("t-0", 0, 2))]
    calls += [choose(chance, "t", 1) for _ in range(OPS - len(calls))]
    for at, (method, arguments) in enumerate(calls):
        answer, refusal = None, ""
        try:
            state, answer = sequential.STEPS[method](state, *arguments)
        except sequential.Refused as refused:
            refusal = refused.reasons[0]
        op = Op(method, arguments, at - chance.random(),
                at + chance.random(), answer, refusal)
        if chance.random() < 0.15:
            op = op._replace(answered=math.inf, answer=None, refusal="")
        yield op


def moved(chance, history):
    """One call is said to have been at another time."""
    at = chance.randrange(len(history))
    by = chance.choice([-3, 3])
    op = history[at]
    return [*history[:at], op._replace(invoked=op.invoked + by,
                                       answered=op.answered + by),
            *history[at + 1:]]


def agree(seed, count):
    """How many histories both found true and false; raises if they differ."""
    chance = random.Random(f"{seed}/orders")
    found = {True: 0, False: 0}
    for _ in range(count):
        history = list(true_history(chance))
        if chance.random() < 0.8:
            history = moved(chance, history)
        verdict = linearize.linearizable(history)
        if verdict != orders_hold(history):
            raise AssertionError("\n".join(map(str, history)))
        found[verdict] += 1
    return found
