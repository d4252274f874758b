#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Backups as whoever runs the server makes them.

    backups.py TWINAIDD TWINAID DESCRIPTORS

`twinaid admin backup` on a server that callers write to, a stop while backups
are made, `twinaidd restore`, and a start on what was restored: what the ledger
had up to the newest event of the backup is there, and no more. A server without
a folder refuses. As a control a backup with one byte changed is not restored.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

import grpc

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "kills"))

from caller import Caller  # noqa: E402
from contract import Contract  # noqa: E402
from daemon import Daemon  # noqa: E402

CALLERS = 4
STOP_WITHIN = 10.0  # seconds


def backup(twinaid, daemon):
    """The answer of the command as JSON, or what it said on stderr."""
    done = subprocess.run(
        [twinaid, "admin", "backup", "-o", "json"], capture_output=True,
        text=True, timeout=60, check=False,
        env={**os.environ, "TWINAID_SERVER": daemon.address(),
             "TWINAID_TOKEN": daemon.token})
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


def refuses_without_a_folder(twinaidd, twinaid):
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(twinaidd, folder) as daemon:
            said = backup(twinaid, daemon)
    if "BACKUPS_OFF" not in said or "--backup-folder" not in said:
        raise RuntimeError(f"without a folder it says {said}")


def furnish(caller):
    message = caller.contract.message
    caller.ask("CreateItem", item_id="mask", request_id="i",
               item=message("Item", category=1, name_en="Mask"))
    for number in range(CALLERS):
        caller.ask("CreatePlace", place_id=f"p{number}", request_id=f"p{number}",
                   place=message("Place", kind=5, name_en="P"))


def write(contract, daemon, number, stopped):
    """Needs, one after the other, until somebody says stop."""
    caller = Caller(contract, daemon, number)
    made = 0
    while not stopped.is_set():
        record = caller.begin(
            "CreateNeed", parent=f"places/p{number}", need_id=f"n{made}",
            need=contract.message("Need", item="items/mask", quantity=1),
            request_id=f"{number}-{made}")
        try:
            while not stopped.is_set() and not caller.attempt(record):
                pass
        except RuntimeError:
            break  # it is down for good
        made += 1
    caller.hang_up()


def needs_by_event(caller):
    """{name of a need: number of the event that made it}"""
    found, token = {}, ""
    while True:
        page = caller.ask("ListEvents", page_size=1000, page_token=token)
        for event in page.events:
            if event.type == "need.created":
                found[event.resource] = event.seq
        token = page.next_page_token
        if not token:
            return found


def needs_there(caller):
    found, token = set(), ""
    while True:
        page = caller.ask("ListNeeds", parent="places/-", page_size=1000,
                          page_token=token)
        found |= {need.name for need in page.needs}
        token = page.next_page_token
        if not token:
            return found


def stop_amid_backups(twinaid, daemon):
    """How many backups were made until the server had ended."""
    made = []

    def again():
        while daemon.process.poll() is None:
            if isinstance(backup(twinaid, daemon), dict):
                made.append(1)

    thread = threading.Thread(target=again)
    thread.start()
    time.sleep(1)
    code, took = daemon.terminate(STOP_WITHIN + 5)
    thread.join()
    if code != 0 or took > STOP_WITHIN:
        raise RuntimeError(f"ended with code {code} after {took:.1f} s")
    return len(made)


def restore(twinaidd, file, database, *more):
    return subprocess.run([twinaidd, "restore", file, "--database", database,
                           *more], capture_output=True, text=True, timeout=60,
                          check=False)


def under_load(contract, daemon, twinaid, backups):
    """The backup that was made while callers wrote, and the needs of all time
    with the events that made them."""
    stopped = threading.Event()
    first = Caller(contract, daemon)
    furnish(first)
    threads = [threading.Thread(target=write,
                                args=(contract, daemon, number, stopped))
               for number in range(CALLERS)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    answer = backup(twinaid, daemon)
    time.sleep(0.5)
    stopped.set()
    for thread in threads:
        thread.join()
    made = needs_by_event(first)
    first.hang_up()
    if not isinstance(answer, dict):
        raise RuntimeError(f"no backup: {answer}")
    if [path.name for path in backups.iterdir()] != [answer["file"]]:
        raise RuntimeError(f"in the folder is not {answer['file']} alone")
    return answer, made


def main():
    twinaidd, twinaid, descriptors = sys.argv[1:4]
    contract = Contract(descriptors)
    refuses_without_a_folder(twinaidd, twinaid)
    print("ok    a server without a folder says so")
    with tempfile.TemporaryDirectory() as folder:
        backups = pathlib.Path(folder) / "backups"
        backups.mkdir()
        with Daemon(twinaidd, folder, "--backup-folder", backups) as daemon:
            answer, made = under_load(contract, daemon, twinaid, backups)
            more = stop_amid_backups(twinaid, daemon)
            drafts = [path.name for path in backups.iterdir()
                      if path.suffix != ".backup"]
            if drafts:
                raise RuntimeError(f"left behind: {drafts}")
            print(f"ok    stopped amid backups, {more} were made before")
            file = backups / answer["file"]
            rotten = backups / "rotten"
            # Every copy of it: some may stand where SQLite left them behind.
            rotten.write_bytes(file.read_bytes().replace(b"need.created",
                                                         b"need.creAted"))
            if restore(twinaidd, rotten, daemon.database,
                       "--replace").returncode == 0:
                raise RuntimeError("a backup with an altered word is restored")
            if restore(twinaidd, file, daemon.database).returncode == 0:
                raise RuntimeError("a database is replaced unasked")
            done = restore(twinaidd, file, daemon.database, "--replace")
            if done.returncode != 0:
                raise RuntimeError("not restored: " + done.stderr)
            daemon.run()
            caller = Caller(contract, daemon)
            found = needs_there(caller)
            caller.hang_up()
    last = int(answer["lastSeq"])
    wanted = {need for need, seq in made.items() if seq <= last}
    if found != wanted or not wanted or wanted == set(made):
        raise RuntimeError(f"{len(found)} needs, not {len(wanted)} of "
                           f"{len(made)}")
    print(f"ok    restored: {len(found)} of {len(made)} needs, up to event "
          f"{last}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, grpc.RpcError, subprocess.TimeoutExpired) as error:
        print(f"WRONG {error}")
        sys.exit(1)
