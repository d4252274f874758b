# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The tables that the ledger tells of: its events are carried out again, one
after the other, by rules written down here a second time."""

import dataclasses

STATES = {"proposed": 1, "accepted": 2, "dispatched": 3, "received": 4,
          "declined": 5, "withdrawn": 6, "lapsed": 7, "cancelled": 8, "lost": 9}


@dataclasses.dataclass
class Match:
    need: str
    offer: str
    quantity: int
    state: int = STATES["proposed"]
    yes: set = dataclasses.field(default_factory=set)
    dispatched: int = 0
    received: int = 0
    missing: int = 0
    final: bool = False

    def proposed(self):
        return self.quantity if self.state == STATES["proposed"] else 0

    def committed(self):
        if self.state == STATES["accepted"]:
            return self.quantity
        if self.state == STATES["dispatched"] and not self.final:
            return self.quantity - self.dispatched
        return 0

    def in_transit(self):
        return self.dispatched - self.received - self.missing


def apply(matches, event):
    verb = event.type.split(".")[1]
    details = event.details
    if verb == "proposed":
        matches[event.resource] = Match(details["need"], details["offer"],
                                        int(details["quantity"]))
        return
    match = matches.get(event.resource)
    if match is None:  # told by whoever compares with the tables
        return
    match.state = STATES[details["state"].lower()]
    if verb == "accepted":
        side = details["side"].lower()
        match.yes |= {"donor", "recipient"} if side == "both" else {side}
    elif verb == "dispatched":
        match.dispatched += int(details["quantity"])
        match.final = details["final"] == "true"
    elif verb == "received":
        match.received += int(details["received"])
        match.missing += int(details["missing"])
        match.final |= details["closed"] == "true"


def matches_of(events):
    matches = {}
    for event in events:
        if event.type.startswith("match."):
            apply(matches, event)
    return matches


def compare_matches(told, found):
    for name in told.keys() | found.keys():
        if name not in told or name not in found:
            yield f"ledger: {name} is in one of ledger and tables only"
            continue
        want, have = told[name], found[name]
        yes = {side for side in ("donor", "recipient")
               if getattr(have, side + "_decision").answer == 2}
        if (want.state, want.yes, want.quantity, want.dispatched, want.received,
                want.missing) != (have.state, yes, have.quantity,
                                  have.dispatched, have.received, have.missing):
            yield f"ledger: {name} is {have}, its events say {want}"


def compare_sums(told, found, end, carried):
    """end: "need" or "offer"; carried: what of a match its end counts."""
    sums = {name: [0] * len(carried) for name in found}
    for match in told.values():
        row = sums.setdefault(getattr(match, end), [0] * len(carried))
        for i, part in enumerate(carried.values()):
            row[i] += part(match)
    for name, row in sums.items():
        have = [getattr(found[name], field) for field in carried] \
            if name in found else None
        if have != row:
            yield f"ledger: {name} has {list(carried)} {have}, not {row}"


def differences(truth):
    """What of the tables is not as the events say."""
    told = matches_of(truth.events)
    yield from compare_matches(told, truth.matches)
    both = {"proposed": Match.proposed, "committed": Match.committed}
    yield from compare_sums(told, truth.offers, "offer", {
        **both, "dispatched": lambda match: match.dispatched})
    yield from compare_sums(told, truth.needs, "need", {
        **both, "in_transit": Match.in_transit,
        "received": lambda match: match.received})
    for kind, found in (("need", truth.needs), ("offer", truth.offers)):
        made = {event.resource for event in truth.events
                if event.type == kind + ".created"}
        for name in made ^ found.keys():
            yield f"ledger: {name} is in one of ledger and tables only"
