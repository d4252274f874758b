#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A watcher that stands still holds nobody up.

    watchers.py TWINAIDD DESCRIPTORS

One process that watches is stopped as a whole (SIGSTOP), one client takes
nothing from its stream; thousands of events happen. Other calls are answered
and another watcher sees all events, each within 3 s. Then the process goes on
and misses no event. As a control the server itself stands still for 4 s, which
the same measure must show. Ends with 0 if so, 77 if the machine is too busy to
judge delays.
"""

import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

import calm
from caller import Caller
from contract import Contract
from daemon import Daemon
from stories import ITEM, furnish, takes
from watcher import Watcher

SKIPPED = 77
LIMIT = 3.0  # seconds
STALL = 2  # the server cuts off who takes nothing for so long
BATCH, BATCHES = 1000, 12
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's grpcio


class Gauge(threading.Thread):
    """Calls again and again; keeps the slowest."""

    def __init__(self, contract, daemon):
        super().__init__()
        self.caller = Caller(contract, daemon, 1)
        self.stop = threading.Event()
        self.slowest, self.calls = 0.0, 0
        self.failure = None

    def run(self):
        try:
            while not self.stop.wait(0.01):
                start = time.monotonic()
                self.caller.ask("ListNeeds", parent=takes(0), page_size=1)
                self.slowest = max(self.slowest, time.monotonic() - start)
                self.calls += 1
        except Exception as failure:
            self.failure = failure

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *unused):
        self.stop.set()
        self.join()
        self.caller.hang_up()
        if self.failure is not None:
            raise self.failure


def check(what, is_so):
    print(("ok    " if is_so else "WRONG ") + what, flush=True)
    if not is_so:
        sys.exit(1)


def flood(caller, tag):
    """So many needs; the slowest batch in seconds, the seq of the last."""
    slowest = 0.0
    request = caller.contract.request
    need = caller.contract.message("Need", item=ITEM, quantity=1)
    for turn in range(BATCHES):
        start = time.monotonic()
        caller.ask("BatchCreateNeeds", parent=takes(0),
                   request_id=f"{tag}.{turn}", requests=[
                       request("CreateNeed", need=need,
                               need_id=f"{tag}-{turn}-{i}")
                       for i in range(BATCH)])
        slowest = max(slowest, time.monotonic() - start)
    return slowest, caller.ask("GetLedgerHead").seq


def measure(contract, daemon, attentive, tag):
    """Seconds: the slowest call, the slowest batch, the delay of the stream."""
    caller = Caller(contract, daemon)
    with Gauge(contract, daemon) as gauge:
        batch, seq = flood(caller, tag)
        start = time.monotonic()
        seen = attentive.await_event(seq, 60)
        late = time.monotonic() - start
        if tag == "stopped":  # until the server has cut them off
            time.sleep(STALL + 1)
    check(f"{tag}: another watcher sees event {seq}", seen)
    print(f"      {tag}: {gauge.calls} calls, the slowest {gauge.slowest:.3f}"
          f" s; the slowest batch {batch:.3f} s; the stream {late:.3f} s late")
    caller.hang_up()
    return max(gauge.slowest, batch, late), seq


def still_server(contract, daemon):
    """The slowest call while the server stands still."""
    with Gauge(contract, daemon) as gauge:
        daemon.process.send_signal(signal.SIGSTOP)
        time.sleep(LIMIT + 1)
        daemon.process.send_signal(signal.SIGCONT)
        time.sleep(0.5)
    return gauge.slowest


def stopped_watchers(contract, daemon, descriptors):
    attentive = Watcher(contract, daemon.address(), daemon.token).start()
    measure(contract, daemon, attentive, "before")
    child = subprocess.Popen(
        [PYTHON, pathlib.Path(__file__).with_name("watcher.py"), descriptors,
         daemon.address(), daemon.token], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True)
    try:
        check("a process watches", child.stdout.readline() == "up\n")
        child.send_signal(signal.SIGSTOP)
        deaf = Watcher(contract, daemon.address(), daemon.token)
        deaf.begin()  # and takes nothing more
        worst, seq = measure(contract, daemon, attentive, "stopped")
        check(f"nobody is held up for {LIMIT} s", worst < LIMIT)
        check("the other watcher missed nothing, and was never cut off",
              attentive.gaps == attentive.resumed == 0)
        child.send_signal(signal.SIGCONT)
        told = json.loads(child.communicate(f"{seq}\n", 90)[0])
        check(f"who was stopped goes on and misses nothing: {told}",
              told["seen"] and told["gaps"] == 0 and told["resumed"] >= 1
              and told["last"] - told["first"] == BATCH * BATCHES - 1)
        deaf.channel.close()
    finally:
        child.kill()
        child.wait()
        attentive.channel.close()


def main():
    twinaidd, descriptors = sys.argv[1:3]
    busy = calm.busy()
    if busy:
        print("SKIPPED: " + busy)
        return SKIPPED
    contract = Contract(descriptors)
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(twinaidd, folder, "--watch-stall-seconds",
                    str(STALL)) as daemon:
            furnish(Caller(contract, daemon), 1)
            stopped_watchers(contract, daemon, descriptors)
            slowest = still_server(contract, daemon)
            check(f"a server that stands still is seen: {slowest:.3f} s",
                  slowest > LIMIT)
            code, seconds = daemon.terminate(20)
            check(f"it ends with {code} after {seconds:.2f} s",
                  code == 0 and seconds < 10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
