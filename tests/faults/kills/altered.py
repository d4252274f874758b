# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Histories altered by hand, which no checker may take for true."""

import sequential
from linearize import Op


def answered_in_order(history):
    return sorted((op for op in history if not op.unknown),
                  key=lambda op: op.answered)


def without_an_accept(history):
    """Histories without an acknowledged accept that others have seen: a later
    list shows the yes, and nobody else can have said it."""
    for op in history:
        if op.method != "AcceptMatch" or op.answer is None:
            continue
        id_ = op.arguments[0]
        others = [other for other in history if other is not op
                  and other.method == "AcceptMatch"
                  and other.arguments[0] == id_ and not other.refusal]
        seen = any(other.method == "ListMatches" and other.answer is not None
                   and other.invoked > op.answered
                   and any(m.id == id_ and (m.donor or m.recipient)
                           for m in other.answer)
                   for other in history)
        if seen and not others:
            yield [other for other in history if other is not op]


def advances(op):
    """Whether its answer says that it changed a match for good."""
    return op.method in ("CreateMatch", "WithdrawMatch") and op.answer


def with_an_old_list(history):
    """Histories in which a list answers as an older one did, though a change
    was acknowledged between the two."""
    lists = [op for op in answered_in_order(history)
             if op.method == "ListMatches" and op.answer is not None]
    for i, old in enumerate(lists):
        for new in lists[i + 1:]:
            between = any(advances(op) and old.answered < op.invoked
                          and op.answered < new.invoked for op in history)
            if between and old.answer != new.answer:
                yield [new._replace(answer=old.answer) if op is new else op
                       for op in history]


def over_committed():
    """Two proposals of all that is offered, both acknowledged."""
    def match(id_, need):
        return sequential.Match(id_, need, 9, sequential.PROPOSED, False,
                                False, 0, 0, 0, False)
    return [Op("CreateOffer", (9,), 0, 1, 9),
            Op("CreateNeed", (0, 9), 0, 1, 9),
            Op("CreateNeed", (1, 9), 0, 1, 9),
            Op("CreateMatch", ("a", 0, 9), 2, 5, match("a", 0)),
            Op("CreateMatch", ("b", 1, 9), 3, 4, match("b", 1))]
