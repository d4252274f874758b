# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""2,000 connections from 16 addresses that send HTTP/2's preface a byte at a time."""

import frames
from target import hold

BARE_FALLS = False
DONE = {"connections": 1600}  # the others are shut out
ADDRESSES = 16
CONNECTIONS = 2000


def run(target, seconds):
    def begin(number):
        sock = target.connect(number)
        sock.sendall(frames.PREFACE[:1])
        return sock

    def go_on(sock, turn):
        # The last byte is never sent.
        if turn + 1 < len(frames.PREFACE) - 1:
            sock.sendall(frames.PREFACE[turn + 1:turn + 2])

    return {"connections": hold(CONNECTIONS, seconds, begin, go_on)}
