# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Teams of callers, each on one offer at a time: what they ask, and what they
saw in the words of the model."""

import math
import random
import threading

from caller import Caller
from linearize import Op
from sequential import NEEDS, READS, Match
from stories import BOTH, DONOR, ITEM, LOST, MANUAL, OTHER, RECIPIENT
from stories import gives, takes

TEAM = 4
CALLS = 10  # of one caller on one offer
MATCHES = 6
OFFERED, NEEDED = 12, 8


class Group:
    """One offer, its needs and matches: names, and calls upon them."""

    def __init__(self, contract, number):
        self.message = contract.message
        self.tag = f"g{number}"
        self.donor, self.recipient = gives(number), takes(number)
        self.offer = f"{self.donor}/offers/{self.tag}"
        self.needs = [f"{self.recipient}/needs/{self.tag}-{i}"
                      for i in range(NEEDS)]

    def fields(self, method, arguments):
        """The request that the model's arguments stand for."""
        if method == "CreateOffer":
            return {"parent": self.donor, "offer_id": self.tag,
                    "offer": self.message("Offer", item=ITEM,
                                          quantity=arguments[0])}
        if method == "CreateNeed":
            return {"parent": self.recipient,
                    "need_id": f"{self.tag}-{arguments[0]}",
                    "need": self.message("Need", item=ITEM,
                                         quantity=arguments[1])}
        if method == "CreateMatch":
            id_, need, quantity = arguments
            return {"match_id": id_, "match": self.message(
                "Match", need=self.needs[need], offer=self.offer,
                quantity=quantity, origin=MANUAL)}
        if method in READS:
            return {"ListMatches": {"filter": f"offer = {self.offer}",
                                    "page_size": 500},
                    "GetOffer": {"name": self.offer}}.get(
                        method) or {"name": self.needs[arguments[0]]}
        if method == "WithdrawOffer":
            return {"name": self.offer, "reason": OTHER}
        return {"name": "matches/" + arguments[0],
                **self.step(method, *arguments[1:])}

    @staticmethod
    def step(method, *rest):
        if method == "AcceptMatch":
            return {"side": {(True, False): DONOR, (False, True): RECIPIENT,
                             (True, True): BOTH}[rest]}
        if method == "WithdrawMatch":
            return {"reason": OTHER}
        if method == "DispatchMatch":
            return {"quantity": rest[0], "final": rest[1]}
        return {"received": rest[0], "close": rest[1], "close_reason": LOST}

    def seen(self, match):
        return Match(match.name.split("/")[1], self.needs.index(match.need),
                     match.quantity, match.state,
                     match.donor_decision.answer == 2,
                     match.recipient_decision.answer == 2, match.dispatched,
                     match.received, match.missing, match.dispatch_final)

    def answer(self, method, answer):
        """What the model would say of it."""
        if method in ("CreateOffer", "CreateNeed"):
            return answer.quantity
        if method == "ListMatches":
            return tuple(sorted(self.seen(m) for m in answer.matches))
        if method in ("GetOffer", "WithdrawOffer"):
            return (answer.proposed, answer.committed, answer.dispatched,
                    answer.available)
        if method == "GetNeed":
            return (answer.proposed, answer.committed, answer.in_transit,
                    answer.received, answer.open)
        return self.seen(answer)

    def op(self, arguments, record):
        known = record.answered is not None
        return Op(record.method, arguments, record.invoked,
                  record.answered if known else math.inf,
                  self.answer(record.method, record.answer)
                  if record.acknowledged else None, record.refusal)


def choose(chance, tag, matches=MATCHES):
    """A method and its arguments, of one of so many matches."""
    id_ = f"{tag}-{chance.randrange(matches)}"
    kind = chance.choices(
        ["CreateMatch", "AcceptMatch", "WithdrawMatch", "DispatchMatch",
         "ReceiveMatch", "ListMatches", "GetOffer", "GetNeed",
         "WithdrawOffer"],
        [20, 30, 5, 14, 11, 10, 5, 5, 2])[0]
    more = {
        "CreateMatch": lambda: (id_, chance.randrange(NEEDS),
                                chance.randint(1, 6)),
        "AcceptMatch": lambda: (id_, *chance.choice(
            [(True, False), (False, True), (True, True)])),
        "WithdrawMatch": lambda: (id_,),
        "DispatchMatch": lambda: (id_, chance.randint(1, 3),
                                  chance.random() < 0.3),
        "ReceiveMatch": lambda: (id_, chance.randint(1, 3),
                                 chance.random() < 0.3),
        "GetNeed": lambda: (chance.randrange(NEEDS),)}
    return kind, more.get(kind, tuple)()


def calls_of(seed, tag, member):
    """(method, arguments, whether to insist); the first ones make the offer
    and the needs while others already ask for them."""
    chance = random.Random(f"{seed}/{tag}/{member}")
    calls = [choose(chance, tag) for _ in range(CALLS)]
    if member == 0:
        calls[0] = ("CreateOffer", (OFFERED,))
    elif member <= NEEDS:
        calls[0] = ("CreateNeed", (member - 1, NEEDED))
    for i, call in enumerate(calls):
        # Without its offer a history says little: the first calls insist.
        yield (*call, i == 0 or chance.random() < 0.5)


class Team(threading.Thread):
    """Goes from group to group; `take` gives the next number, or None."""

    def __init__(self, contract, daemon, seed, take):
        super().__init__()
        self.contract, self.seed, self.take = contract, seed, take
        self.callers = [Caller(contract, daemon, k) for k in range(TEAM)]
        self.histories = []
        self.failures = []

    def run(self):
        while not self.failures and (number := self.take()) is not None:
            group = Group(self.contract, number)
            history = []
            members = [threading.Thread(target=self.member,
                                        args=(k, group, history))
                       for k in range(TEAM)]
            for member in members:
                member.start()
            for member in members:
                member.join()
            self.histories.append(history)

    def member(self, number, group, history):
        try:
            for i, (method, arguments, insists) in enumerate(
                    calls_of(self.seed, group.tag, number)):
                history.append(group.op(arguments, self.carry_out(
                    number, group, method, arguments, insists, i)))
        except Exception as failure:
            self.failures.append(failure)

    def carry_out(self, number, group, method, arguments, insists, i):
        caller = self.callers[number]
        fields = group.fields(method, arguments)
        if method not in READS:
            fields["request_id"] = f"{group.tag}.{number}.{i}"
        if insists:
            return caller.insist(method, **fields)
        record = caller.begin(method, **fields)
        caller.attempt(record)
        return record
