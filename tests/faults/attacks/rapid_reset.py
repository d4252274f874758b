# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Calls that are taken back at once, thousands a second on one connection."""

import struct

import frames
from target import read, until

BARE_FALLS = True
DONE = {"resets": 2000}
BATCH = 250
CANCEL = struct.pack(">I", 8)


def run(target, seconds):
    done = {"resets": 0, "connections": 0}
    block = frames.call_block(frames.LIST_PLACES)
    body = frames.grpc_message(b"")
    sock, stream = None, 1
    for _ in until(seconds):
        try:
            if sock is None or stream > 1 << 30:
                sock, stream = target.open(), 1
                done["connections"] += 1
            batch = []
            for _ in range(BATCH):
                batch += [
                    frames.frame(frames.HEADERS, frames.END_HEADERS, stream,
                                 block),
                    frames.frame(frames.DATA, frames.END_STREAM, stream, body),
                    frames.frame(frames.RST_STREAM, 0, stream, CANCEL)]
                stream += 2
            sock.sendall(b"".join(batch))
            done["resets"] += BATCH
            read(sock)
        except OSError:
            if sock is not None:
                sock.close()
            sock = None
    return done
