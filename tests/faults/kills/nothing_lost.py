#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Nothing lost, nothing doubled: callers, and SIGKILL at random instants.

    nothing_lost.py TWINAIDD DESCRIPTORS [--kills N] [--seed N] [--long]

Sixteen callers. 100 kills, with --long 2,000, each hundred on a database of its
own so that what is remembered fits into memory. The seed fixes what each caller
asks and how long the server lives, not in which order calls meet. Ends with 0
if the checker finds nothing, and finds each fault that is planted.
"""

import argparse
import collections
import random
import sys
import tempfile
import time

import controls
import effects
import planted
import truth
from caller import Caller
from contract import Contract
from daemon import Daemon
from killer import Killer
from load import Load, ask_again
from stories import furnish

EPISODE = 100  # kills on one database


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("twinaidd")
    parser.add_argument("descriptors")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    given.kills = given.kills or (2000 if given.long else 100)
    return given


def under_kills(contract, daemon, seed, kills):
    """What callers remember, the request ids that were used before, and what
    the checker finds."""
    heads = []  # of the ledger, told while the server was killed
    older = daemon.folder / "older"
    older.mkdir()
    keep = lambda: planted.copy_of(daemon.database, older)
    with daemon:
        first = Caller(contract, daemon)
        furnish(first)
        known = truth.request_ids(first)
        with Load(contract, daemon, seed) as load:
            with Killer(daemon, seed, kills, at_half=keep) as killer:
                while not killer.done.wait(0.1) and not load.failures:
                    heads.append(first.ask("GetLedgerHead"))
        daemon.restart()
        asked = ask_again(contract, daemon, load.records)
        found = effects.findings(load.records, truth.read(first), known)
        found += effects.check_heads(first, heads[::1 + len(heads) // 10])
        first.hang_up()
    print(f"{killer.killed} kills, {killer.early} of them before the server was"
          f" ready; {asked} acknowledged changes, each asked again")
    return load.records, known, found


def tell(records, found, start):
    changes = [r for r in records if r.method in effects.OWN_EVENT]
    refused = sum(1 for r in changes if r.refusal)
    again = sum(1 for r in changes if r.attempts > 1)
    done = sum(r.found_done for r in changes)
    print(f"{len(records)} calls, {len(changes)} changes, of these {refused}"
          f" refused, {again} sent more than once, {done} of them found done")
    print("acknowledged: " + ", ".join(
        f"{count} {method}" for method, count in sorted(collections.Counter(
            r.method for r in changes if r.acknowledged).items())))
    for one in found[:20]:
        print("FOUND " + one)
    print(f"{len(found)} findings after {time.monotonic() - start:.1f} s",
          flush=True)


def episode(contract, given, number, start):
    """Whether all is well; the last one plants the faults, too."""
    left = given.kills - number * EPISODE
    with tempfile.TemporaryDirectory() as folder:
        daemon = Daemon(given.twinaidd, folder)
        records, known, found = under_kills(
            contract, daemon, f"{given.seed}/{number}", min(left, EPISODE))
        tell(records, found, start)
        seen = left > EPISODE or controls.all_seen(
            contract, daemon, records, known, daemon.folder / "older" / "db")
    return seen and not found


def main():
    given = arguments()
    contract = Contract(given.descriptors)
    print(f"seed {given.seed}: fixes the calls of each caller, not how those of"
          " several meet", flush=True)
    start = time.monotonic()
    well = [episode(contract, given, number, start)
            for number in range(-(-given.kills // EPISODE))]
    print(f"{time.monotonic() - start:.1f} s")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
