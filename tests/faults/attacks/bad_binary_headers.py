# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Metadata whose name ends in -bin, and whose value is not base64."""

import frames
from target import read, until

BARE_FALLS = False
DONE = {"calls": 500}
BAD = ["!", "====", "A", "AA=A", "\x00\xff", "é", "A" * 4001, "," * 300,
       "AAAA\r\nx: y", ""]


def run(target, seconds):
    done = {"calls": 0, "connections": 0}
    sock, stream = None, 1
    for turn in until(seconds):
        try:
            if sock is None:
                sock, stream = target.open(), 1
                done["connections"] += 1
            bad = BAD[turn % len(BAD)]
            sock.sendall(frames.call(
                stream, frames.LIST_PLACES,
                more=[("x-bin", bad), ("grpc-trace-bin", bad),
                      ("grpc-tags-bin", bad)]))
            stream += 2
            done["calls"] += 1
            read(sock)
        except OSError:
            if sock is not None:
                sock.close()
            sock = None
    return done
