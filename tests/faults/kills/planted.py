# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Faults that are planted, to see that the checker sees them.

Some are done to a copy of the database while no server is on it, others to
what callers remember.
"""

import copy
import math
import shutil
import sqlite3

import forged
from caller import Record


def copy_of(database, folder):
    """A copy with its journal; the server must be down."""
    for path in database.parent.glob("db*"):
        shutil.copy(path, folder)
    return folder / "db"


def carry_out(database, *statements):
    """As somebody would who takes away what protects the rows, and makes
    every hash anew, so that the server has nothing to refuse."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA foreign_keys = OFF")
    for name in ("events_never_change", "events_never_go"):
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    for sql, values in statements:
        if connection.execute(sql, values).rowcount < 1:
            raise RuntimeError(f"nothing to plant: {sql} {values}")
    forged.chain(connection)
    forged.rows(connection)
    connection.commit()
    connection.close()


def lose(database, record):
    """The event of an acknowledged change goes, the change stays."""
    carry_out(database,
              ("DELETE FROM event_places WHERE seq IN "
               "(SELECT seq FROM events WHERE request_id = ?)",
               (record.request_id,)),
              ("DELETE FROM events WHERE request_id = ?", (record.request_id,)))


def lose_row(database, record):
    """The match of an acknowledged proposal goes, its event stays."""
    carry_out(database, ("DELETE FROM matches WHERE 'matches/' || id = ?",
                         (record.answer.name,)))


def double(database, record):
    """One more event of the same request, at the end of the ledger."""
    carry_out(database, (
        "INSERT INTO events SELECT (SELECT max(seq) + 1 FROM events), time,"
        " principal, type, resource, places, details, request_id, prev_hash,"
        " hash FROM events WHERE request_id = ?", (record.request_id,)))


def change_answer(database, record, other):
    carry_out(database, (
        "UPDATE answers SET answer = (SELECT answer FROM answers"
        " WHERE request_id = ?) WHERE request_id = ?",
        (other.request_id, record.request_id)))


def forget_answer(database, record):
    """The change stays, its request_id is not known any more."""
    carry_out(database, ("DELETE FROM answers WHERE request_id = ?",
                         (record.request_id,)))


def pretend(record):
    """What a caller would keep that takes silence for a yes: the
    acknowledgement of a change that was never sent."""
    liar = copy.copy(record)
    liar.request = type(record.request)()
    liar.request.CopyFrom(record.request)
    liar.request.request_id = "never-sent"
    liar.repeats = []
    return liar


def old_list(contract, record):
    """A list, asked for after all else, without an acknowledged match."""
    method = "ListMatches"
    return Record(0, method, contract.request(
        method, filter=f"offer = {record.answer.offer}"), invoked=math.inf,
        answered=math.inf, answer=contract.message("ListMatchesResponse"))
