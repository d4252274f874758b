#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Watches events in a process of its own, which can be stopped as a whole.

    watcher.py DESCRIPTORS ADDRESS TOKEN

Writes a line when the stream is up. Reads a line with a seq, and once it has
seen that event writes what it saw as JSON. Where it is cut off it goes on with
its resume token.
"""

import json
import sys
import threading

import grpc

from caller import AGAIN
from contract import Contract, open_channel


class Watcher:
    """Thread-safe; may be used in the process, too."""

    def __init__(self, contract, address, token):
        self.contract, self.address, self.token = contract, address, token
        self.channel = open_channel(address)
        self.resume, self.resumed = "", 0
        self.stream = None
        self.last = self.first = 0
        self.gaps = 0
        self.moved = threading.Condition()

    def begin(self):
        self.stream = self.contract.watch(
            self.channel, self.contract.request(
                "WatchEvents", resume_token=self.resume), self.token)
        self.take(next(self.stream))

    def take(self, message):
        self.resume = message.resume_token
        if not message.HasField("event"):
            return
        seq = message.event.seq
        with self.moved:
            if self.last == 0:
                self.first = seq
            elif seq != self.last + 1:
                self.gaps += 1
            self.last = seq
            self.moved.notify_all()

    def follow(self):
        """Until the channel is closed, or the server will not have it."""
        while True:
            try:
                for message in self.stream:
                    self.take(message)
                return
            except grpc.RpcError as error:
                if error.code() not in AGAIN:
                    raise
            except ValueError:  # the channel is closed
                return
            if not self.begin_again():
                return

    def begin_again(self):
        try:
            self.resumed += 1
            self.begin()
            return True
        except (grpc.RpcError, ValueError):
            return False

    def start(self):
        self.begin()
        threading.Thread(target=self.follow, daemon=True).start()
        return self

    def await_event(self, seq, patience):
        """Whether it sees the event within so many seconds."""
        with self.moved:
            return self.moved.wait_for(lambda: self.last >= seq, patience)


def main():
    watcher = Watcher(Contract(sys.argv[1]), *sys.argv[2:]).start()
    print("up", flush=True)
    seen = watcher.await_event(int(sys.stdin.readline()), 60)
    print(json.dumps({"seen": seen, "first": watcher.first,
                      "last": watcher.last, "gaps": watcher.gaps,
                      "resumed": watcher.resumed}), flush=True)


if __name__ == "__main__":
    main()
