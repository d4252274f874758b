# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Messages that are too large, lie about their length, or are nested without
end, on 32 connections."""

import struct

import frames
from target import Inbox, until

BARE_FALLS = False
DONE = {"messages": 100}
CONNECTIONS = 32
FRAME = 16000  # frames may have 16 KiB until SETTINGS allow more
WINDOW = 65535  # what may be sent before the other side has read
START_GROUP = b"\x7b"  # a group inside a group inside ...: field 15, unknown
BODIES = [
    frames.grpc_message(START_GROUP * 60000),
    frames.grpc_message(b"v" * 60000, length=0xFFFFFFFF),
    frames.grpc_message(b"v" * 60000, length=6 << 20),
    b"\x01" + struct.pack(">I", 1000) + b"\x1f\x8b" + b"v" * 998,
    frames.grpc_message(b"\xff" * 60000),
]


def call(stream, body):
    yield frames.frame(frames.HEADERS, frames.END_HEADERS, stream,
                       frames.call_block(frames.CREATE_PLACE))
    for start in range(0, len(body), FRAME):
        last = start + FRAME >= len(body)
        yield frames.frame(frames.DATA, frames.END_STREAM if last else 0,
                           stream, body[start:start + FRAME])


class Connection:
    def __init__(self, target, number):
        self.sock = target.open(number)
        self.inbox = Inbox(self.sock)
        self.window = WINDOW
        self.stream = 1

    def attack(self, body):
        """Sends the message if there is a window for it."""
        for kind, _, stream, payload in self.inbox.poll():
            if kind == frames.WINDOW_UPDATE and stream == 0:
                self.window += struct.unpack(">I", payload)[0]
        if self.window < len(body):
            return 0
        self.sock.sendall(b"".join(call(self.stream, body)))
        self.window -= len(body)
        self.stream += 2
        return 1


def run(target, seconds):
    done = {"messages": 0, "connections": 0}
    connections = {}
    for turn in until(seconds):
        number = turn % CONNECTIONS
        try:
            if number not in connections:
                connections[number] = Connection(target, number)
                done["connections"] += 1
            body = BODIES[turn // CONNECTIONS % len(BODIES)]
            done["messages"] += connections[number].attack(body)
        except OSError:
            if number in connections:
                connections.pop(number).sock.close()
    return done
