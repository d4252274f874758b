# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Single headers of 8 MiB each, on 32 connections, held one byte short."""

import frames
from target import read, until

BARE_FALLS = True
DONE = {"bytes": 1 << 20, "connections": 32}
CONNECTIONS = 32
SIZE = 8 << 20
PIECE = b"v" * 16000


def pieces():
    """The frames of one header block, without the last."""
    name = b"x-huge"
    start = (frames.call_block(frames.LIST_PLACES) + b"\x10"
             + frames.integer(len(name), 7) + name + frames.integer(SIZE, 7))
    yield frames.frame(frames.HEADERS, 0, 1, start)
    for _ in range(SIZE // len(PIECE)):
        yield frames.frame(frames.CONTINUATION, 0, 1, PIECE)


def run(target, seconds):
    done = {"bytes": 0, "connections": 0}
    open_ = {}
    for turn in until(seconds):
        number = turn % CONNECTIONS
        try:
            if number not in open_:
                open_[number] = (target.open(number), pieces())
                done["connections"] += 1
            sock, rest = open_[number]
            for piece, _ in zip(rest, range(16)):
                sock.sendall(piece)
                done["bytes"] += len(piece)
            read(sock)
        except OSError:
            if number in open_:
                open_.pop(number)[0].close()
    return done
