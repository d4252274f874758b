# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""One offer with its needs and matches, as if one caller came after the other.

A state is a tuple, never changed: (units offered, units needed by each need,
matches ascending by id, whether the offer is withdrawn); 0 units where there is
no offer or need yet. It is written from the contract, not from the server.
"""

from typing import NamedTuple

PROPOSED, ACCEPTED, DISPATCHED, RECEIVED, WITHDRAWN, LOST = 1, 2, 3, 4, 6, 9
LIVE = {PROPOSED, ACCEPTED, DISPATCHED}
NEEDS = 2


class Match(NamedTuple):
    """What callers see of a match."""

    id: str
    need: int
    quantity: int
    state: int
    donor: bool
    recipient: bool
    dispatched: int
    received: int
    missing: int
    final: bool

    @property
    def in_transit(self):
        return self.dispatched - self.received - self.missing

    @property
    def committed(self):
        if self.state == ACCEPTED:
            return self.quantity
        open_ = self.state == DISPATCHED and not self.final
        return self.quantity - self.dispatched if open_ else 0

    @property
    def proposed(self):
        return self.quantity if self.state == PROPOSED else 0


class State(NamedTuple):
    offered: int = 0
    needed: tuple = (0,) * NEEDS
    matches: tuple = ()
    closed: bool = False

    def match(self, id_):
        return next((m for m in self.matches if m.id == id_), None)

    def put(self, match):
        rest = [m for m in self.matches if m.id != match.id]
        return self._replace(matches=tuple(sorted(rest + [match])))


class Refused(Exception):
    """With the reasons that are true; the server may name any of them."""

    def __init__(self, *reasons):
        super().__init__(reasons)
        self.reasons = reasons


def sums_of_offer(state):
    """proposed, committed, dispatched, available."""
    sums = [sum(m.proposed for m in state.matches),
            sum(m.committed for m in state.matches),
            sum(m.dispatched for m in state.matches)]
    return (*sums, 0 if state.closed else state.offered - sum(sums))


def sums_of_need(state, need):
    """proposed, committed, in transit, received, open."""
    mine = [m for m in state.matches if m.need == need]
    sums = [sum(m.proposed for m in mine), sum(m.committed for m in mine),
            sum(m.in_transit for m in mine), sum(m.received for m in mine)]
    return (*sums, state.needed[need] - sum(sums))


def create_offer(state, quantity):
    if state.offered:
        raise Refused("OFFER_ALREADY_EXISTS")
    return state._replace(offered=quantity), quantity


def create_need(state, need, quantity):
    if state.needed[need]:
        raise Refused("NEED_ALREADY_EXISTS")
    needed = list(state.needed)
    needed[need] = quantity
    return state._replace(needed=tuple(needed)), quantity


def create_match(state, id_, need, quantity):
    if not state.offered or not state.needed[need]:
        raise Refused("REFERENCE_NOT_FOUND")
    reasons = ["OFFER_CLOSED"] if state.closed else []
    if state.match(id_):
        reasons.append("MATCH_ALREADY_EXISTS")
    if quantity > sums_of_offer(state)[-1]:
        reasons.append("NOT_ENOUGH_AVAILABLE")
    if quantity > sums_of_need(state, need)[-1]:
        reasons.append("NOT_ENOUGH_OPEN")
    if reasons:
        raise Refused(*reasons)
    match = Match(id_, need, quantity, PROPOSED, False, False, 0, 0, 0, False)
    return state.put(match), match


def found(state, id_):
    match = state.match(id_)
    if match is None:
        raise Refused("MATCH_NOT_FOUND")
    return match


def accept(state, id_, donor, recipient):
    match = found(state, id_)
    said = match._replace(donor=match.donor or donor,
                          recipient=match.recipient or recipient)
    if match.state in LIVE and said == match:
        return state, match
    if match.state != PROPOSED:
        raise Refused("MATCH_WRONG_STATE")
    if said.donor and said.recipient:
        said = said._replace(state=ACCEPTED)
    return state.put(said), said


def withdraw(state, id_):
    match = found(state, id_)
    if match.state != PROPOSED:
        raise Refused("MATCH_WRONG_STATE")
    match = match._replace(state=WITHDRAWN)
    return state.put(match), match


def withdraw_offer(state):
    """Takes all its proposals back, in one step."""
    if not state.offered:
        raise Refused("OFFER_NOT_FOUND")
    if state.closed:
        raise Refused("OFFER_CLOSED")
    if any(m.committed for m in state.matches):
        raise Refused("OFFER_UNDER_WAY")
    after = state._replace(closed=True, matches=tuple(
        m._replace(state=WITHDRAWN) if m.state == PROPOSED else m
        for m in state.matches))
    return after, sums_of_offer(after)


def done(match):
    """RECEIVED or LOST once nothing is on its way and nothing will be sent."""
    if not match.final or match.in_transit:
        return match
    return match._replace(state=RECEIVED if match.received else LOST)


def dispatch(state, id_, quantity, final):
    match = found(state, id_)
    if match.state not in (ACCEPTED, DISPATCHED) or match.final:
        raise Refused("MATCH_WRONG_STATE")
    left = match.quantity - match.dispatched
    if quantity > left:
        raise Refused("DISPATCH_TOO_MUCH")
    match = done(match._replace(
        state=DISPATCHED, dispatched=match.dispatched + quantity,
        final=final or quantity == left))
    return state.put(match), match


def receive(state, id_, received, close):
    match = found(state, id_)
    if match.state != DISPATCHED:
        raise Refused("MATCH_WRONG_STATE")
    if received > match.in_transit:
        raise Refused("RECEIVE_TOO_MUCH")
    missing = match.in_transit - received if close else 0
    match = done(match._replace(received=match.received + received,
                                  missing=match.missing + missing,
                                  final=match.final or close))
    return state.put(match), match


def list_matches(state):
    return state, state.matches


def get_offer(state):
    if not state.offered:
        raise Refused("OFFER_NOT_FOUND")
    return state, sums_of_offer(state)


def get_need(state, need):
    if not state.needed[need]:
        raise Refused("NEED_NOT_FOUND")
    return state, sums_of_need(state, need)


STEPS = {"CreateOffer": create_offer, "CreateNeed": create_need,
         "CreateMatch": create_match, "AcceptMatch": accept,
         "WithdrawMatch": withdraw, "DispatchMatch": dispatch,
         "ReceiveMatch": receive, "WithdrawOffer": withdraw_offer,
         "ListMatches": list_matches, "GetOffer": get_offer,
         "GetNeed": get_need}
READS = {"ListMatches", "GetOffer", "GetNeed"}
