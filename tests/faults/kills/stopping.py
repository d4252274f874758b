#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""SIGTERM under load: over within 10 s, code 0, nothing lost.

    stopping.py TWINAIDD DESCRIPTORS [--seed N] [--long]

Sixteen callers change things, one watcher follows, one takes nothing from its
stream. Ten times, with --long a hundred, the server is told to end and is
started again. Then the checker of nothing_lost.py judges what callers
remember. As a control a server that stands still does not end in time.
"""

import argparse
import random
import signal
import sys
import tempfile
import time

import grpc

import controls
import effects
import truth
from caller import Caller
from contract import Contract
from daemon import Daemon
from load import Load, ask_again
from nothing_lost import tell
from stories import furnish
from watcher import Watcher

WITHIN = 10.0  # seconds


def end_once(contract, daemon, seconds):
    """Lets it work for so long, then ends it; its code and what it took."""
    attentive = Watcher(contract, daemon.address(), daemon.token)
    attentive.begin()
    deaf = Watcher(contract, daemon.address(), daemon.token)
    deaf.begin()  # and takes nothing more
    time.sleep(seconds)
    code, took = daemon.terminate(WITHIN + 5)
    try:
        for message in attentive.stream:
            attentive.take(message)
        well = False  # a stream that ends without a word
    except grpc.RpcError as error:
        well = error.code() == grpc.StatusCode.UNAVAILABLE
    attentive.channel.close()
    deaf.channel.close()
    return code, took, well and attentive.gaps == 0


def under_load(contract, daemon, given):
    """The slowest end; raises if the server is not well behaved."""
    chance = random.Random(f"{given.seed}/ends")
    slowest = 0.0
    for _ in range(100 if given.long else 10):
        code, took, well = end_once(contract, daemon, chance.uniform(0.2, 1))
        slowest = max(slowest, took)
        if code != 0 or took > WITHIN or not well:
            raise RuntimeError(f"ended with code {code} after {took:.1f} s;"
                               f" its stream ended well: {well}")
        daemon.run()
    return slowest


def stands_still(daemon):
    """Whether an end that does not come is seen."""
    daemon.process.send_signal(signal.SIGSTOP)
    code, took = daemon.terminate(1)
    return code != 0 and took >= 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("twinaidd")
    parser.add_argument("descriptors")
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    print(f"seed {given.seed}: fixes the calls, not how they meet", flush=True)
    contract = Contract(given.descriptors)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        daemon = Daemon(given.twinaidd, folder)
        with daemon:
            first = Caller(contract, daemon)
            furnish(first)
            known = truth.request_ids(first)
            with Load(contract, daemon, given.seed) as load:
                slowest = under_load(contract, daemon, given)
            asked = ask_again(contract, daemon, load.records)
            found = effects.findings(load.records, truth.read(first), known)
            first.hang_up()
            print(f"ended {daemon.starts - 1} times, the slowest within "
                  f"{slowest:.2f} s; {asked} acknowledged changes")
            tell(load.records, found, start)
            seen = stands_still(daemon)
            print(("ok    " if seen else "WRONG ")
                  + "a server that does not end is seen")
        seen &= controls.all_seen(contract, daemon, load.records, known)
    return 0 if seen and not found else 1


if __name__ == "__main__":
    sys.exit(main())
