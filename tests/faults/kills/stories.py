# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What each caller does, chosen by a seed alone.

The choice does not depend on any answer, so that a seed gives the same calls
again. In which order those of several callers arrive, and what is refused for
it, it does not fix.
"""

import random

CALLERS = 16
ITEM = "items/mask"
OTHER = 13  # Reason.OTHER
LOST = 11  # Reason.LOST_IN_TRANSIT
DONOR, RECIPIENT, BOTH = 1, 2, 3
MANUAL = 2  # Match.Origin


def gives(caller):
    return f"places/gives-{caller % CALLERS}"


def takes(caller):
    return f"places/takes-{caller % CALLERS}"


def furnish(caller, count=CALLERS):
    """Makes the places and the item that all share."""
    message = caller.contract.message
    caller.ask("CreateItem", item_id="mask",
               item=message("Item", category=1, name_en="Mask"),
               request_id="item")
    for name in [f(k) for k in range(count) for f in (gives, takes)]:
        place_id = name.split("/")[1]
        caller.ask("CreatePlace", place_id=place_id,
                   place=message("Place", kind=5, name_en=place_id),
                   request_id=place_id)


def steps_of(chance):
    """The rest of a match's life: (method, fields) without its name."""
    quantity = chance.randint(1, 8)
    sides = chance.choice([[BOTH], [DONOR, RECIPIENT], [RECIPIENT, DONOR]])
    accepts = [("AcceptMatch", {"side": side}) for side in sides]
    if chance.random() < 0.15:
        accepts.insert(chance.randrange(len(accepts) + 1),
                       ("WithdrawMatch", {"reason": OTHER}))
        return quantity, accepts
    sent = chance.randint(1, quantity)
    whole = chance.random() < 0.5
    steps = accepts + [("DispatchMatch", {"quantity": sent, "final": whole})]
    if not whole and sent < quantity:
        steps.append(("DispatchMatch", {"quantity": quantity - sent}))
    steps.append(("ReceiveMatch", {"received": chance.randint(1, sent)}))
    steps.append(("ReceiveMatch", {"received": 0, "close": True,
                                   "close_reason": LOST}))
    return quantity, steps


class Story:
    """An endless series of (method, fields) for one caller."""

    def __init__(self, contract, seed, caller):
        self.message = contract.message
        self.chance = random.Random(f"{seed}/{caller}")
        self.caller = caller
        self.count = {"need": 0, "offer": 0, "match": 0}
        self.open = []  # of each match under way: its name and steps
        self.calls = 0

    def next(self):
        """Of changes, request_id included."""
        self.calls += 1
        method, fields = self.choose()
        if not method.startswith("List"):
            fields["request_id"] = f"{self.caller}.{self.calls}"
        return method, fields

    def choose(self):
        if min(self.count["need"], self.count["offer"]) == 0:
            return (self.create_offer() if self.count["offer"] == 0
                    else self.create_need())
        what = self.chance.random()
        if what < 0.04:
            return self.create_offer()
        if what < 0.08:
            return self.create_need()
        if what < 0.10:
            return self.withdraw_supply()
        if what < 0.18:
            return self.list()
        if what < 0.24:
            return self.meddle()
        if not self.open or what < 0.42:
            return self.propose()
        return self.go_on()

    def new(self, kind):
        self.count[kind] += 1
        return f"{kind[0]}{self.count[kind]}"

    def recent(self, kind):
        last = self.count[kind]
        return f"{kind[0]}{self.chance.randint(max(1, last - 3), last)}"

    def create_offer(self):
        return "CreateOffer", {
            "parent": gives(self.caller), "offer_id": self.new("offer"),
            "offer": self.message("Offer", item=ITEM,
                                  quantity=self.chance.randint(30, 90))}

    def create_need(self):
        return "CreateNeed", {
            "parent": takes(self.caller), "need_id": self.new("need"),
            "need": self.message("Need", item=ITEM, urgency=2,
                                 quantity=self.chance.randint(30, 90))}

    def withdraw_supply(self):
        """Any of its own, mostly one that is not matched any more."""
        offer, need = (f"{kind[0]}{self.chance.randint(1, self.count[kind])}"
                       for kind in ("offer", "need"))
        if self.chance.random() < 0.5:
            return "WithdrawOffer", {
                "name": f"{gives(self.caller)}/offers/{offer}",
                "reason": OTHER}
        return "WithdrawNeed", {
            "name": f"{takes(self.caller)}/needs/{need}", "reason": OTHER}

    def propose(self):
        """A match by hand, one in four of them for a need of a neighbour."""
        name = f"m-{self.caller}-{self.new('match')[1:]}"
        quantity, steps = steps_of(self.chance)
        self.open.append((f"matches/{name}", steps))
        taker = self.caller + (self.chance.random() < 0.25)
        return "CreateMatch", {"match_id": name, "match": self.message(
            "Match", need=f"{takes(taker)}/needs/{self.recent('need')}",
            offer=f"{gives(self.caller)}/offers/{self.recent('offer')}",
            quantity=quantity, origin=MANUAL)}

    def go_on(self):
        at = self.chance.randrange(len(self.open))
        name, steps = self.open[at]
        method, fields = steps.pop(0)
        if not steps:
            del self.open[at]
        return method, {"name": name, **fields}

    def meddle(self):
        """A neighbour answers too: both may say the same yes at once."""
        other = (self.caller + 1) % CALLERS
        last = max(1, self.count["match"])
        number = self.chance.randint(max(1, last - 6), last)
        name = f"matches/m-{other}-{number}"
        if self.chance.random() < 0.8:
            return "AcceptMatch", {
                "name": name, "side": self.chance.choice([DONOR, RECIPIENT])}
        return "WithdrawMatch", {"name": name, "reason": OTHER}

    def list(self):
        offer = f"{gives(self.caller)}/offers/{self.recent('offer')}"
        return "ListMatches", {"filter": f"offer = {offer}", "page_size": 500}
