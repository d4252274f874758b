# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What is attacked, and how to connect to it."""

import dataclasses
import itertools
import select
import socket
import ssl
import time

import frames

CONTEXT = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
CONTEXT.check_hostname = False
CONTEXT.verify_mode = ssl.CERT_NONE
CONTEXT.set_alpn_protocols(["h2"])


@dataclasses.dataclass(frozen=True)
class Target:
    port: int
    tls: bool
    # Attackers may come from so many addresses (127.0.1.x); 1 means one.
    addresses: int = 1

    def connect(self, number=0, timeout=5.0, tls=None):
        """A connection that speaks TLS if the target does; TCP if tls=False."""
        sock = socket.socket()
        sock.settimeout(timeout)
        sock.bind((f"127.0.1.{1 + number % self.addresses}", 0))
        sock.connect(("127.0.0.1", self.port))
        if not (self.tls if tls is None else tls):
            return sock
        return CONTEXT.wrap_socket(sock, server_hostname="front.test")

    def open(self, number=0, ack=True):
        """A connection with preface and SETTINGS sent, and acknowledged."""
        sock = self.connect(number)
        sock.sendall(frames.PREFACE + frames.settings()
                     + (frames.SETTINGS_ACK if ack else b""))
        return sock


def read(sock):
    """What has come, without waiting; OSError when the other side has closed."""
    out = b""
    waiting = select.poll()  # select() knows 1,024 descriptors only
    waiting.register(sock, select.POLLIN)
    try:
        while (isinstance(sock, ssl.SSLSocket) and sock.pending()
               or waiting.poll(0)):
            piece = sock.recv(65536)
            if not piece:
                raise ConnectionError
            out += piece
    except (ssl.SSLWantReadError, socket.timeout):
        pass
    return out


class Inbox:
    """The frames that come on a connection."""

    def __init__(self, sock):
        self.sock = sock
        self.rest = b""

    def poll(self):
        """Yields (kind, flags, stream, payload) of each that is there."""
        self.rest += read(self.sock)
        while len(self.rest) >= 9:
            length = int.from_bytes(self.rest[:3], "big")
            if len(self.rest) < 9 + length:
                return
            kind, flags = self.rest[3], self.rest[4]
            stream = int.from_bytes(self.rest[5:9], "big")
            payload = self.rest[9:9 + length]
            self.rest = self.rest[9 + length:]
            yield kind, flags, stream, payload


def until(seconds):
    """Counts up for so long."""
    end = time.monotonic() + seconds
    for number in itertools.count():
        if time.monotonic() >= end:
            return
        yield number


def hold(count, seconds, begin, go_on):
    """Makes so many connections with begin(number), then holds them for so
    long, calling go_on(connection, turn) for each in turn; one that fails is
    left alone. Says how many were made."""
    made = []
    for number in range(count):
        try:
            made.append(begin(number))
        except OSError:
            pass
    alive = list(made)
    end = time.monotonic() + seconds
    for turn in itertools.count():
        for sock in list(alive):
            try:
                go_on(sock, turn)
            except OSError:
                alive.remove(sock)
            if time.monotonic() > end:
                return len(made)
        time.sleep(0.05)
