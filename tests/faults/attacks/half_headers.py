# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""1,000 connections with half a header block each, which is never finished."""

import frames
from target import hold, read

BARE_FALLS = False
DONE = {"connections": 1000}
ADDRESSES = 20
CONNECTIONS = 1000


def run(target, seconds):
    half = frames.frame(
        frames.HEADERS, 0, 1,
        frames.call_block(frames.LIST_PLACES, ("x-half", "v" * 4000)))[:-2000]

    def begin(number):
        sock = target.open(number)
        sock.sendall(half)
        return sock

    def go_on(sock, _):
        read(sock)
        sock.sendall(b"v")

    return {"connections": hold(CONNECTIONS, seconds, begin, go_on)}
