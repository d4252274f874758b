# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""SETTINGS are never acknowledged, so limits they carry are not kept: calls
that are begun and never finished, as many as will go."""

import frames
from target import read, until

BARE_FALLS = True
DONE = {"calls": 2000}
MOST = 60000
BATCH = 100


def run(target, seconds):
    done = {"calls": 0, "connections": 0}
    # Metadata nearly as large as the service takes, and half a message.
    block = frames.call_block(frames.CREATE_PLACE, ("x-ballast", "v" * 6000))
    body = frames.grpc_message(b"\x0a" * 100, length=1000)
    sock, stream = None, 1
    for _ in until(seconds):
        try:
            if sock is None:
                sock, stream = target.open(ack=False), 1
                done["connections"] += 1
            if done["calls"] < MOST:
                batch = []
                for _ in range(BATCH):
                    batch += [
                        frames.frame(frames.HEADERS, frames.END_HEADERS,
                                     stream, block),
                        frames.frame(frames.DATA, 0, stream, body)]
                    stream += 2
                sock.sendall(b"".join(batch))
                done["calls"] += BATCH
            read(sock)
        except OSError:
            if sock is not None:
                sock.close()
            sock = None
    return done
