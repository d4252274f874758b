# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Hashes made anew over a database that was altered: what the server refuses
is not what the checkers are to find."""

import hashlib
import json
import struct

INTEGER, TEXT, BLOB, NULL = b"1", b"3", b"4", b"5"


def hash_of_row(*values):
    """As service/store/sqlite/row_hash.cc has it."""
    text = b""
    for value in values:
        if value is None:
            text += NULL
        elif isinstance(value, int):
            text += INTEGER + struct.pack("<q", value)
        else:
            is_text = isinstance(value, str)
            data = value.encode() if is_text else value
            text += (TEXT if is_text else BLOB) + struct.pack("<q", len(data))
            text += data
    return hashlib.sha256(text).digest()[:16]


def rows(connection):
    """Every row of every table that has a hash."""
    connection.create_function("hash_of_row", -1, hash_of_row)
    tables = [name for name, in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    for table in tables:
        columns = [row[1] for row in connection.execute(
            f"PRAGMA table_info({table})").fetchall()]
        if "row_hash" not in columns:
            continue
        columns.remove("row_hash")
        connection.execute(f"UPDATE {table} SET row_hash = hash_of_row("
                           f"'{table}', {', '.join(sorted(columns))})")


def hash_of_event(seq, time, principal, type_, resource, places, details,
                  request_id, prev_hash):
    """As service/model/event.cc has it."""
    places, details = json.loads(places), json.loads(details)
    parts = [seq, time, principal, type_, resource, len(places), *places,
             len(details)]
    for key in sorted(details):
        parts += [key, details[key]]
    parts += [request_id, prev_hash]
    text = b""
    for part in parts:
        data = str(part).encode()
        text += b"%d:%s;" % (len(data), data)
    return hashlib.sha256(text).hexdigest()


def chain(connection):
    """The ledger without a gap, each event on the one before it."""
    head = "0" * 64
    events = connection.execute(
        "SELECT seq, time, principal, type, resource, places, details,"
        " request_id FROM events ORDER BY seq").fetchall()
    for new, (seq, *fields) in enumerate(events, 1):
        own = hash_of_event(new, *fields, head)
        connection.execute(
            "UPDATE events SET seq = ?, prev_hash = ?, hash = ? WHERE seq = ?",
            (new, head, own, seq))
        if new != seq:
            connection.execute("UPDATE event_places SET seq = ? WHERE seq = ?",
                               (new, seq))
        head = own
