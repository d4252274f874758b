# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the server says of itself at the end: its ledger and its tables."""

import collections
import dataclasses


@dataclasses.dataclass
class Truth:
    events: list
    verdict: object  # VerifyLedgerResponse
    needs: dict
    offers: dict
    matches: dict

    def by_request(self):
        made = collections.defaultdict(list)
        for event in self.events:
            made[event.request_id].append(event)
        return made


def read(caller):
    """Nobody else may change anything meanwhile."""
    def rows(method, field, **fields):
        return {row.name: row
                for row in caller.all_pages(method, field, **fields)}
    return Truth(caller.all_pages("ListEvents", "events"),
                 caller.ask("VerifyLedger"),
                 rows("ListNeeds", "needs", parent="places/-"),
                 rows("ListOffers", "offers", parent="places/-"),
                 rows("ListMatches", "matches"))


def request_ids(caller):
    """Those that were used so far."""
    return {event.request_id
            for event in caller.all_pages("ListEvents", "events")}
