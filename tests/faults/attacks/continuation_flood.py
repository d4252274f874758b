# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A header block that never ends: CONTINUATION after CONTINUATION."""

import frames
from target import read, until

BARE_FALLS = True
DONE = {"bytes": 1 << 20, "connections": 1}
MOST = 256 << 20
CHUNK = frames.block(*((f"x-{n}", "v" * 1000) for n in range(15)))


def run(target, seconds):
    done = {"bytes": 0, "connections": 0}
    more = frames.frame(frames.CONTINUATION, 0, 1, CHUNK)
    sock = None
    for _ in until(seconds):
        try:
            if sock is None:
                sock = target.open()
                sock.sendall(frames.frame(
                    frames.HEADERS, 0, 1,
                    frames.call_block(frames.LIST_PLACES)))
                done["connections"] += 1
            if done["bytes"] < MOST:
                sock.sendall(more)
                done["bytes"] += len(more)
            read(sock)
        except OSError:
            if sock is not None:
                sock.close()
            sock = None
    return done
