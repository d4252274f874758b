# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes of HTTP/2, right or wrong on purpose: frames and literal headers.

Nothing here checks what it is given; an attacker may write what he likes.
"""

import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

DATA, HEADERS, RST_STREAM, SETTINGS = 0, 1, 3, 4
WINDOW_UPDATE, CONTINUATION = 8, 9
END_STREAM, ACK, END_HEADERS = 1, 1, 4

LIST_PLACES = "/twinaid.v1.RegistryService/ListPlaces"
CREATE_PLACE = "/twinaid.v1.RegistryService/CreatePlace"


def frame(kind, flags, stream, payload=b""):
    return (struct.pack(">I", len(payload))[1:]
            + struct.pack(">BBI", kind, flags, stream) + payload)


def settings(*pairs):
    """A SETTINGS frame of (id, value) pairs."""
    return frame(SETTINGS, 0, 0,
                 b"".join(struct.pack(">HI", *pair) for pair in pairs))


SETTINGS_ACK = frame(SETTINGS, ACK, 0)


def integer(value, bits, first=0):
    """HPACK's integer with a prefix of so many bits."""
    most = (1 << bits) - 1
    if value < most:
        return bytes([first | value])
    out = [first | most]
    value -= most
    while value >= 128:
        out.append(value % 128 + 128)
        value //= 128
    return bytes(out + [value])


def literal(name, value):
    """A header that is never indexed, without Huffman."""
    name, value = (x.encode() if isinstance(x, str) else x
                   for x in (name, value))
    return (b"\x10" + integer(len(name), 7) + name
            + integer(len(value), 7) + value)


def block(*headers):
    return b"".join(literal(name, value) for name, value in headers)


def call_block(path, *more):
    """The headers of a gRPC call."""
    return block((":method", "POST"), (":scheme", "https"), (":path", path),
                 (":authority", "front.test"), ("te", "trailers"),
                 ("content-type", "application/grpc"), *more)


def call(stream, path, message=b"", more=()):
    """A whole call: headers and one message."""
    return (frame(HEADERS, END_HEADERS, stream, call_block(path, *more))
            + frame(DATA, END_STREAM, stream, grpc_message(message)))


def grpc_message(message, length=None):
    """A message behind its prefix, which may lie about the length."""
    return struct.pack(">BI", 0, len(message) if length is None else length
                       ) + message
