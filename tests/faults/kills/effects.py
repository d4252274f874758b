# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The checker: what callers were told, held against what the server has.

A finding begins with its kind:
  lost      acknowledged, and not there
  doubled   more than one effect of one request_id
  changed   one request_id, two answers
  refused   refused, and done all the same
  unasked   an effect of a request_id that nobody used
  unseen    a list without what was acknowledged before it was asked for
  ledger    the chain is broken, or its events are not what the tables say
"""

import fold

OWN_EVENT = {
    "CreateNeed": "need.created", "CreateOffer": "offer.created",
    "CreateMatch": "match.proposed", "AcceptMatch": "match.accepted",
    "WithdrawMatch": "match.withdrawn", "DispatchMatch": "match.dispatched",
    "ReceiveMatch": "match.received", "WithdrawNeed": "need.withdrawn",
    "WithdrawOffer": "offer.withdrawn"}
# Withdrawing a need or an offer takes its proposals back, too.
MAY_WITHDRAW = {"WithdrawNeed", "WithdrawOffer"}


def stamp(time):
    return time.seconds, time.nanos


def answered_before(record, truth):
    """Whether an accept found its yes said already: nothing to do, no event.

    Its answer then has the decision that another request made.
    """
    if record.method != "AcceptMatch":
        return False
    decisions = [record.answer.donor_decision, record.answer.recipient_decision]
    sides = {1: decisions[:1], 2: decisions[1:], 3: decisions}
    when = max(stamp(one.time) for one in sides[record.request.side])
    return any(event.type == "match.accepted"
               and event.resource == record.answer.name
               and stamp(event.time) == when
               and event.request_id != record.request_id
               for event in truth.of_resource[record.answer.name])


def check_effect(record, made, truth):
    """Findings about one acknowledged change."""
    own = [event for event in made if event.type == OWN_EVENT[record.method]
           and event.resource == record.answer.name]
    others = [event for event in made if event not in own]
    if not own:
        if not answered_before(record, truth):
            yield f"lost: {record}"
    elif len(own) > 1:
        yield f"doubled: {record} has {len(own)} events"
    elif stamp(own[0].time) != stamp(record.answer.update_time):
        yield f"changed: {record} was answered with another time than its event"
    for event in others:
        if not (record.method in MAY_WITHDRAW
                and event.type == "match.withdrawn"):
            yield f"doubled: {record} made {event.type} {event.resource}, too"


def check_row(record, truth):
    """Findings about what an acknowledged creation left in the tables."""
    tables = {"CreateNeed": truth.needs, "CreateOffer": truth.offers,
              "CreateMatch": truth.matches}
    if record.method not in tables:
        return
    row = tables[record.method].get(record.answer.name)
    if row is None:
        yield f"lost: {record} is in no list"
    elif row.create_time != record.answer.create_time:
        yield f"changed: {record} was created at another time"


def check_answers(record):
    for answer in record.repeats:
        if answer != record.answer:
            yield (f"changed: {record} was answered {record.answer},"
                   f" then {answer}")


def check_lists(records):
    """Each list has every match acknowledged before it was asked for."""
    made = {}
    for record in records:
        if record.method == "CreateMatch" and record.acknowledged:
            made.setdefault(f"offer = {record.answer.offer}", []).append(record)
    for seen in records:
        if seen.method != "ListMatches" or not seen.acknowledged:
            continue
        names = {match.name for match in seen.answer.matches}
        for record in made.get(seen.request.filter, ()):
            if (record.answered < seen.invoked
                    and record.answer.name not in names):
                yield f"unseen: {record} in a list asked for later"


def check_ledger(truth):
    if not truth.verdict.intact:
        yield f"ledger: broken at {truth.verdict.broken_seq}"
    for i, event in enumerate(truth.events, 1):
        if event.seq != i:
            yield f"ledger: event {event.seq} in the place of {i}"
            break
    yield from fold.differences(truth)


def check_heads(caller, heads):
    """Every head of the ledger that was told is a link of it for ever."""
    for head in heads:
        if head.seq and not caller.ask("VerifyLedger", kept=head).kept_found:
            yield f"ledger: event {head.seq} was its head and is none of it"


def findings(records, truth, known=()):
    """All findings. known: request ids that were used outside of `records`."""
    truth.of_resource = {}
    for event in truth.events:
        truth.of_resource.setdefault(event.resource, []).append(event)
    truth.of_resource.setdefault("", [])
    by_request = truth.by_request()
    found = list(check_ledger(truth))
    asked = set(known) | {""}
    for record in records:
        if record.method not in OWN_EVENT:
            continue
        asked.add(record.request_id)
        made = by_request.get(record.request_id, [])
        if record.acknowledged:
            truth.of_resource.setdefault(record.answer.name, [])
            found += check_effect(record, made, truth)
            found += check_row(record, truth)
            found += check_answers(record)
        elif record.refusal and made:
            found.append(f"refused: {record}, {record.refusal}")
    found += [f"unasked: request {id!r} made {events[0].type}"
              for id, events in by_request.items() if id not in asked]
    found += check_lists(records)
    return found
