#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Histories are linearizable, through kills.

    linear.py TWINAIDD DESCRIPTORS [--calls N] [--seed N] [--long]

Sixteen callers in teams of four: each team works on one offer with its needs
and matches at a time, then on the next. 10,000 calls, with --long 100,000. The
seed fixes the calls, not how they meet. Ends with 0 if every history is
linearizable, those that are altered by hand are not, and the search agrees
with one that tries every order.
"""

import argparse
import itertools
import random
import sys
import tempfile
import threading
import time

import altered
import linearize
import orders
from caller import Caller
from contract import Contract
from daemon import Daemon
from killer import Killer
from stories import furnish
from teams import CALLS, TEAM, Team

TEAMS = 4
SMALL = 300  # histories that are searched by trying every order, too
ALTERED = 200  # histories of each kind at most


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("twinaidd")
    parser.add_argument("descriptors")
    parser.add_argument("--calls", type=int)
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    given.calls = given.calls or (100_000 if given.long else 10_000)
    return given


def counter(count):
    """Gives 0, 1, ... to whoever asks, then None."""
    lock, numbers = threading.Lock(), iter(range(count))

    def take():
        with lock:
            return next(numbers, None)
    return take


def record(contract, given):
    take = counter(-(-given.calls // (TEAM * CALLS)))
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(given.twinaidd, folder) as daemon:
            furnish(Caller(contract, daemon))
            teams = [Team(contract, daemon, given.seed, take)
                     for _ in range(TEAMS)]
            with Killer(daemon, given.seed, 1 << 30, 0.02, 0.2) as killer:
                for team in teams:
                    team.start()
                for team in teams:
                    team.join()
    for failure in itertools.chain(*(team.failures for team in teams)):
        raise failure
    histories = [h for team in teams for h in team.histories]
    ops = [op for history in histories for op in history]
    print(f"{len(ops)} calls on {len(histories)} offers, {killer.killed} kills;"
          f" {sum(op.unknown for op in ops)} outcomes unknown,"
          f" {sum(bool(op.refusal) for op in ops)} refused", flush=True)
    return histories


def tell(history):
    print("WRONG not linearizable:")
    for op in sorted(history, key=lambda op: op.invoked):
        print(f"    {op}")


def none_passes(what, histories):
    histories = list(itertools.islice(histories, ALTERED))
    passed = sum(linearize.linearizable(one) for one in histories)
    well = histories and not passed
    print(("ok    " if well else "WRONG ")
          + f"{what}: {len(histories)} histories, {passed} pass", flush=True)
    return well


def altered_are_refused(histories):
    return all([
        none_passes("an acknowledged accept is taken out", (
            one for history in histories
            for one in altered.without_an_accept(history))),
        none_passes("a list is as it was before a change", (
            one for history in histories
            for one in altered.with_an_old_list(history))),
        none_passes("more is promised than offered",
                    [altered.over_committed()])])


def main():
    given = arguments()
    print(f"seed {given.seed}: fixes the calls, not how they meet", flush=True)
    start = time.monotonic()
    histories = record(Contract(given.descriptors), given)
    taken = time.monotonic() - start
    wrong = [one for one in histories if not linearize.linearizable(one)]
    for history in wrong[:3]:
        tell(history)
    print(f"{len(wrong)} histories are not linearizable; {taken:.1f} s to make"
          f" them, {time.monotonic() - start - taken:.1f} s to search",
          flush=True)
    both = orders.agree(given.seed, SMALL)
    print(f"of {SMALL} small histories the search finds {both[True]} true and"
          f" {both[False]} not, as trying every order does")
    well = all(both.values()) and altered_are_refused(histories)
    return 0 if well and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
