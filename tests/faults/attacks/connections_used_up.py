# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""2,000 connections from 40 addresses on a front that has room for 400.

The shipped front has room for 16,384, which an attacker on the same machine
cannot fill; the ratio of connections to descriptors is the shipped one.
"""

from target import read, until

BARE_FALLS = True
CONTROL = "descriptors_used_up"  # a bare server has no other bound
FRONT_CHANGES = [("worker_rlimit_nofile 65536", "worker_rlimit_nofile 1600"),
                 ("worker_connections 16384", "worker_connections 400")]
DONE = {"connections": 2000}
ADDRESSES = 40
CONNECTIONS = 2000


def run(target, seconds):
    done = {"connections": 0}
    open_ = []
    for number in until(seconds):
        try:
            if len(open_) < CONNECTIONS:
                open_.append(target.connect(number, tls=False))
                done["connections"] += 1
                continue
            # Who is shut out comes again.
            place = number % CONNECTIONS
            read(open_[place])
        except OSError:
            if len(open_) == CONNECTIONS:
                open_[place].close()
                try:
                    open_[place] = target.connect(number, tls=False)
                    done["connections"] += 1
                except OSError:
                    pass
    return done
