# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""10,000 connections from 50 addresses that say nothing: half of them within what
an address may have."""

from target import hold

BARE_FALLS = True
DONE = {"connections": 10000}
ADDRESSES = 50
CONNECTIONS = 10000


def run(target, seconds):
    return {"connections": hold(
        CONNECTIONS, seconds,
        begin=lambda number: target.connect(number, tls=False),
        go_on=lambda sock, turn: None)}
