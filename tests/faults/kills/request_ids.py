#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""request_id: the same body is answered the same, another one is refused.

    request_ids.py TWINAIDD DESCRIPTORS [--seed N] [--long]

For each change, 2 to 16 callers send it at once, while the server lives and
while it is killed; then again after a restart. --long does so thirty times.
Ends with 0 if each had one effect.
"""

import argparse
import collections
import random
import sys
import tempfile
import threading
import time

import stories
from caller import Caller
from contract import Contract
from daemon import Daemon
from stories import BOTH, ITEM, LOST, MANUAL, OTHER, gives, takes

CALLERS = 16
REUSED = "REQUEST_ID_REUSED"


def check(what, is_so):
    if not is_so:
        print("WRONG " + what, flush=True)
        sys.exit(1)


class Life:
    """Every change of one match's life, in order, each with another body that
    would do as well in its place."""

    def __init__(self, contract, tag):
        self.message = contract.message
        self.tag = tag
        self.match = f"matches/{tag}"
        self.offer = f"{gives(0)}/offers/{tag}"
        self.need = f"{takes(0)}/needs/{tag}"

    def supply(self, kind, parent, quantity):
        return {"parent": parent, f"{kind.lower()}_id": self.tag,
                kind.lower(): self.message(kind, item=ITEM, quantity=quantity)}

    def proposal(self, quantity):
        return {"match_id": self.tag, "match": self.message(
            "Match", need=self.need, offer=self.offer, quantity=quantity,
            origin=MANUAL)}

    def changes(self):
        """(method, body, another body)."""
        named = {"name": self.match}
        yield ("CreateOffer", self.supply("Offer", gives(0), 9),
               self.supply("Offer", gives(0), 8))
        yield ("CreateNeed", self.supply("Need", takes(0), 9),
               self.supply("Need", takes(0), 8))
        yield "CreateMatch", self.proposal(3), self.proposal(4)
        yield ("AcceptMatch", {**named, "side": BOTH},
               {**named, "side": BOTH, "by_telephone": True})
        yield ("DispatchMatch", {**named, "quantity": 1},
               {**named, "quantity": 2})
        yield ("ReceiveMatch", {**named, "received": 1},
               {**named, "received": 1, "note": "all"})
        yield ("ReceiveMatch", {**named, "close": True, "close_reason": LOST},
               {**named, "close": True, "close_reason": OTHER})
        self.tag += "-w"  # another, that is taken back
        yield "CreateMatch", self.proposal(3), self.proposal(4)
        name = f"matches/{self.tag}"
        yield ("WithdrawMatch", {"name": name, "reason": OTHER},
               {"name": name, "reason": LOST})
        for method, name in (("WithdrawOffer", self.offer),
                             ("WithdrawNeed", self.need)):
            yield (method, {"name": name, "reason": OTHER},
                   {"name": name, "reason": LOST})


class Callers:
    """Those who send the same at once."""

    def __init__(self, contract, daemon):
        self.daemon = daemon
        self.all = [Caller(contract, daemon, k) for k in range(CALLERS)]

    def at_once(self, method, bodies, killed_after=None):
        """A record for each body, sent by as many callers behind a barrier.

        killed_after: seconds after which the server is killed and restarted.
        """
        barrier = threading.Barrier(len(bodies) + 1)
        records = [None] * len(bodies)

        def run(number):
            barrier.wait()
            records[number] = self.all[number].insist(method, **bodies[number])

        threads = [threading.Thread(target=run, args=(number,))
                   for number in range(len(bodies))]
        for thread in threads:
            thread.start()
        barrier.wait()
        if killed_after is not None:
            time.sleep(killed_after)
            self.daemon.restart()
        for thread in threads:
            thread.join()
        check(f"{method}: a caller gave up", None not in records)
        return records


class Trial:
    """One life; remembers what must still be so after a restart."""

    def __init__(self, contract, callers, chance, tag):
        self.contract, self.callers, self.chance = contract, callers, chance
        self.tag = tag
        self.kept = []  # (record, another body)
        self.mixed = collections.Counter()

    def run(self):
        for i, (method, body, other) in enumerate(
                Life(self.contract, self.tag).changes()):
            # A space of names that methods share: ids are apart for each.
            request_id = f"{self.tag}.{i}"
            kill = self.chance.uniform(0, 0.01) \
                if self.chance.random() < 0.2 else None
            count = self.chance.randint(2, CALLERS)
            body, other = ({**one, "request_id": request_id}
                           for one in (body, other))
            bodies = [body] * count
            if self.chance.random() < 0.3:
                bodies = [self.chance.choice([body, other])
                          for _ in range(count)]
            self.judge(method, self.callers.at_once(method, bodies, kill),
                       body, other)

    def judge(self, method, records, body, other):
        done = [record for record in records if record.acknowledged]
        check(f"{method}: somebody is answered", done)
        first = done[0]
        for record in done:
            check(f"{method}: one id, one answer:\n{first.answer}\n"
                  f"{record.answer}", record.answer == first.answer)
            check(f"{method}: one id, one body",
                  record.request == first.request)
        for record in records:
            check(f"{method}: {record.refusal} instead of {REUSED}",
                  record.acknowledged or record.refusal == REUSED)
            check(f"{method}: the same body is refused", record.acknowledged
                  or record.request != first.request)
        self.mixed[len(done) < len(records)] += 1
        won = first.request == self.contract.request(method, **body)
        self.kept.append((first, other if won else body))
        self.ask_again()

    def ask_again(self, since=-1):
        caller = self.callers.all[0]
        for first, other in self.kept[since:]:
            again = caller.insist(first.method, **{
                field.name: value
                for field, value in first.request.ListFields()})
            check(f"{first}: asked again: {again.refusal}{again.answer}",
                  again.answer == first.answer)
            refused = caller.insist(first.method, **other)
            check(f"{first}: another body: {refused.refusal}",
                  refused.refusal == REUSED)


def effects_of(caller):
    return collections.Counter(
        event.request_id for event in caller.all_pages("ListEvents", "events"))


def check_effects(caller, trials):
    made = effects_of(caller)
    for trial in trials:
        for first, _ in trial.kept:
            check(f"{first} has {made[first.request_id]} effects",
                  made[first.request_id] == 1)
    # Ids are apart for each method; and the control: two ids, two effects.
    need = caller.contract.message("Need", item=ITEM, quantity=1)
    offer = caller.contract.message("Offer", item=ITEM, quantity=1)
    caller.ask("CreateNeed", parent=takes(0), need=need, request_id="both")
    caller.ask("CreateOffer", parent=gives(0), offer=offer, request_id="both")
    names = {caller.ask("CreateNeed", parent=takes(0), need=need,
                        request_id=one).name for one in ("one", "two", "two")}
    made = effects_of(caller)
    check("an id of two methods has two effects", made["both"] == 2)
    check("two ids have two effects, a repeat none",
          len(names) == 2 and made["one"] == made["two"] == 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("twinaidd")
    parser.add_argument("descriptors")
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    contract = Contract(given.descriptors)
    chance = random.Random(given.seed)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(given.twinaidd, folder) as daemon:
            callers = Callers(contract, daemon)
            stories.furnish(callers.all[0], 1)
            trials = [Trial(contract, callers, chance, f"t{i}")
                      for i in range(600 if given.long else 20)]
            for trial in trials:
                trial.run()
            daemon.restart()
            for trial in trials:
                trial.ask_again(0)
            check_effects(callers.all[0], trials)
    kept = sum(len(trial.kept) for trial in trials)
    mixed = sum(trial.mixed[True] for trial in trials)
    print(f"{kept} ids sent by 2 to {CALLERS} callers at once, {mixed} of them"
          f" with two bodies, {daemon.starts - 1} restarts: one effect each;"
          f" {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
