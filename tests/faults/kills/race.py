#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Sixteen coordinators race for one offer, and never promise more than it has.

    race.py TWINAIDD DESCRIPTORS [--seed N] [--long]

Each promises what it can until it is told that nothing is left, while the
server is killed. As a control some are naive: they read what is available,
wait, and then promise it without asking; those promise too much, and the same
sums show it. --long races a hundred offers. Ends with 0 if both are so.
"""

import argparse
import random
import sys
import tempfile
import threading

from caller import Caller
from contract import Contract
from daemon import Daemon
from killer import Killer
from stories import BOTH, CALLERS, ITEM, MANUAL, furnish, gives, takes

OFFERED = 100


class Race:
    """One offer, and a need of as much for each coordinator."""

    def __init__(self, contract, daemon, number, seed):
        self.contract, self.daemon = contract, daemon
        self.tag = f"r{number}"
        self.seed = f"{seed}/{number}"
        self.offer = f"{gives(0)}/offers/{self.tag}"
        self.barrier = threading.Barrier(CALLERS)
        self.promised = [0] * CALLERS  # by each, as far as it knows
        self.refused = [0] * CALLERS
        self.failures = []

    def run(self, coordinator):
        """Starts all of them at once; what they promised together."""
        caller = Caller(self.contract, self.daemon)
        caller.ask("CreateOffer", parent=gives(0), offer_id=self.tag,
                   offer=caller.contract.message("Offer", item=ITEM,
                                                 quantity=OFFERED),
                   request_id=self.tag)
        caller.hang_up()

        def guarded(number):
            mine = Caller(self.contract, self.daemon, number)
            try:
                coordinator(mine, number)
            except Exception as failure:
                self.failures.append(failure)
                self.barrier.abort()
            mine.hang_up()

        threads = [threading.Thread(target=guarded, args=(k,))
                   for k in range(CALLERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.failures:
            raise self.failures[0]
        return sum(self.promised)

    def need(self, caller, number):
        caller.ask("CreateNeed", parent=takes(number), need_id=self.tag,
                   need=caller.contract.message("Need", item=ITEM,
                                                quantity=OFFERED),
                   request_id=self.tag + takes(number).split("/")[1])

    def honest(self, caller, number):
        """Promises a little at a time until the server has no more."""
        self.need(caller, number)
        chance = random.Random(f"{self.seed}/{number}")
        self.barrier.wait()
        for turn in range(OFFERED):
            quantity = chance.randint(1, 5)
            name = f"{self.tag}-{number}-{turn}"
            made = caller.insist(
                "CreateMatch", match_id=name, request_id=name,
                match=caller.contract.message(
                    "Match", need=f"{takes(number)}/needs/{self.tag}",
                    offer=self.offer, quantity=quantity, origin=MANUAL))
            if not made.acknowledged:
                self.refused[number] += 1
                if quantity == 1:
                    return
                continue
            caller.ask("AcceptMatch", name="matches/" + name, side=BOTH,
                       request_id=name)
            self.promised[number] += quantity

    def naive(self, caller, number):
        """Reads what is available and believes it later."""
        available = caller.ask("GetOffer", name=self.offer).available
        self.barrier.wait()
        self.promised[number] += min(available, OFFERED // 2)


def over(promised):
    """The judgement of both: whether more is promised than offered."""
    return promised > OFFERED


def judge(race, promised):
    """Whether callers, offer and matches agree, and nothing is too much."""
    caller = Caller(race.contract, race.daemon)
    offer = caller.ask("GetOffer", name=race.offer)
    matches = caller.all_pages("ListMatches", "matches",
                               filter=f"offer = {race.offer}")
    caller.hang_up()
    stored = sum(match.quantity for match in matches)
    well = (not over(promised) and promised == stored == offer.committed
            and offer.available == OFFERED - promised)
    if not well:
        print(f"WRONG {race.tag}: {promised} promised, {stored} in matches, "
              f"of {OFFERED}; {offer}")
    return well


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("twinaidd")
    parser.add_argument("descriptors")
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    print(f"seed {given.seed}: fixes what is asked, not who is first")
    contract = Contract(given.descriptors)
    well, refused = True, 0
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(given.twinaidd, folder) as daemon:
            furnish(Caller(contract, daemon))
            with Killer(daemon, given.seed, 1 << 30, 0.02, 0.3) as killer:
                for number in range(100 if given.long else 10):
                    race = Race(contract, daemon, number, given.seed)
                    well &= judge(race, race.run(race.honest))
                    refused += sum(race.refused)
                race = Race(contract, daemon, "naive", given.seed)
                naive = race.run(race.naive)
    print(f"{number + 1} offers, {killer.killed} kills: never more than is"
          f" offered, {refused} refused")
    print(("ok    " if over(naive) else "WRONG ")
          + f"naive coordinators promise {naive} of {OFFERED}")
    return 0 if well and refused and over(naive) else 1


if __name__ == "__main__":
    sys.exit(main())
