#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the front lets through, what it says itself, and in which words.

    front.py TWINAIDD DESCRIPTORS RENDER

A stand-in for the service, on the socket, tells what arrived there.
"""

import concurrent.futures
import contextlib
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import warnings

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

import frames
import servers
import target

OK = grpc.StatusCode.OK
SKIPPED = 77
TIMEOUT = 20
WATCH = "/twinaid.v1.LedgerService/WatchEvents"
# What would take minutes in the shipped front takes seconds here.
FASTER = [("grpc_read_timeout 10m", "grpc_read_timeout 1s"),
          ("keepalive_requests 1000", "keepalive_requests 20")]


class StandIn(grpc.GenericRpcHandler):
    """Answers every call with the metadata that came; waits if told to."""

    def __init__(self, socket_path):
        self.socket = socket_path
        self.open = threading.Event()  # what /held waits for
        self.server = grpc.server(
            concurrent.futures.ThreadPoolExecutor(200), handlers=[self])
        self.server.add_insecure_port(f"unix:{socket_path}")
        self.server.start()

    def service(self, details):
        if details.method == WATCH:
            return grpc.unary_stream_rpc_method_handler(self.watch)
        held = details.method == "/test/Held"
        return grpc.unary_unary_rpc_method_handler(
            self.hold if held else self.echo)

    def echo(self, _, context):
        return json.dumps({key: str(value) for key, value
                           in context.invocation_metadata()}).encode()

    def hold(self, _, context):
        self.open.wait(TIMEOUT)
        return b""

    def watch(self, _, context):
        yield b"first"
        time.sleep(3)
        yield b"second"


class Wrong(Exception):
    pass


def check(what, is_so):
    print(("ok    " if is_so else "WRONG ") + what, flush=True)
    if not is_so:
        raise Wrong(what)


class Caller:
    def __init__(self, front):
        with open(front.certificate, "rb") as file:
            credentials = grpc.ssl_channel_credentials(file.read())
        self.channel = grpc.secure_channel(
            f"127.0.0.1:{front.port}", credentials,
            [("grpc.ssl_target_name_override", "front.test"),
             ("grpc.enable_http_proxy", 0),
             ("grpc.use_local_subchannel_pool", 1)])

    def call(self, path="/test/Echo", message=b"", metadata=()):
        return self.channel.unary_unary(path).future(
            message, timeout=TIMEOUT, metadata=metadata)

    def watch(self):
        return self.channel.unary_stream(WATCH)(b"", timeout=TIMEOUT)


class Details:
    """Reads the typed details of an error as clients do."""

    def __init__(self, descriptors):
        files = descriptor_pb2.FileDescriptorSet()
        with open(descriptors, "rb") as file:
            files.ParseFromString(file.read())
        pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            pool.Add(file)
        self.make = lambda name: message_factory.MessageFactory(
            pool).GetPrototype(pool.FindMessageTypeByName(name))()

    def of(self, error):
        status = self.make("google.rpc.Status")
        status.ParseFromString(
            dict(error.trailing_metadata())["grpc-status-details-bin"])
        check("  code and text are the same in the details",
              (status.code, status.message)
              == (error.code().value[0], error.details()))
        found = {}
        for any_ in status.details:
            name = any_.type_url.split("/")[-1]
            found[name] = self.make(name)
            found[name].ParseFromString(any_.value)
        return found

    def check(self, what, error, code, reason, metadata=()):
        check(f"{what}: {error.code()}", error.code() == code)
        found = self.of(error)
        info = found["google.rpc.ErrorInfo"]
        check(f"  its reason is {info.reason}",
              (info.domain, info.reason) == ("twinaid", reason))
        locale = found["google.rpc.LocalizedMessage"].locale
        check(f"  its text is {locale}",
              locale == ("zh-CN" if metadata else "en-US"))
        return found


def lets_through(front, stand_in, details):
    caller = Caller(front)
    came = json.loads(caller.call(metadata=[
        ("x-real-ip", "192.0.2.1"), ("x-forwarded-for", "192.0.2.1"),
        ("authorization", "Bearer secret"), ("accept-language", "zh"),
        ("some-bin", b"\0\xff")]).result())
    check("the caller's address is told", came["x-real-ip"] == "127.0.0.1")
    check("what the caller says of it is not",
          "192.0.2.1" not in json.dumps(came))
    check("metadata goes through", came["authorization"] == "Bearer secret"
          and came["accept-language"] == "zh"
          and came["some-bin"] == str(b"\0\xff"))
    check("4 MiB go through", caller.call(message=bytes(4 << 20)).code() == OK)
    check("7 KiB of metadata go through",
          caller.call(metadata=[("x-large", "v" * 7000)]).code() == OK)
    held = caller.call("/test/Held")
    caller.call(metadata=[("x-large", "v" * 12000)]).code()
    stand_in.open.set()
    check("12 KiB of it do not end the other calls of a connection",
          held.code() == OK)
    stand_in.open.clear()
    check("one call after the other is never refused",
          {caller.call().code() for _ in range(500)} == {OK})


def answers(front, stand_in, details):
    caller = Caller(front)
    exhausted = grpc.StatusCode.RESOURCE_EXHAUSTED
    details.check("6 MiB", caller.call(message=bytes(6 << 20)), exhausted,
                  "MESSAGE_TOO_LARGE")
    chinese = [("accept-language", "zh-CN,en;q=0.5")]
    callers = [Caller(front) for _ in range(2)]
    held = [one.call("/test/Held", metadata=chinese)
            for one in callers for _ in range(75)]
    done = concurrent.futures.as_completed([wrap(call) for call in held])
    refused = [next(done).result() for _ in range(50)]
    found = details.check("the 101st call at a time", refused[0], exhausted,
                          "TOO_MANY_CALLS", chinese)
    check("  and it says when to come again",
          found["google.rpc.RetryInfo"].retry_delay.seconds == 1)
    stand_in.open.set()
    codes = [call.code() for call in held]
    check("the hundred others are answered",
          codes.count(OK) == 100 and codes.count(exhausted) == 50)


def wrap(call):
    """A future of the call, done when the call is."""
    future = concurrent.futures.Future()
    call.add_done_callback(future.set_result)
    return future


def streams_live(front, stand_in, details):
    caller = Caller(front)
    stand_in.open.clear()
    stream = caller.watch()
    check("a stream begins", next(stream) == b"first")
    check("the front asks to connect anew, unseen by calls",
          {caller.call().code() for _ in range(100)} == {OK})
    details.check("a silent call", caller.call("/test/Held"),
                  grpc.StatusCode.DEADLINE_EXCEEDED, "SERVICE_TOO_SLOW")
    check("a silent stream lives on", next(stream) == b"second")
    stand_in.open.set()


def refuses(front, stand_in, details):
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    heard = ""
    try:
        old.wrap_socket(socket.create_connection(("127.0.0.1", front.port)))
    except ssl.SSLError as error:
        heard = error.reason
    check("TLS 1.1 is refused", heard == "TLSV1_ALERT_PROTOCOL_VERSION")

    here = target.Target(front.port, True)
    made = []
    for _ in range(130):
        with contextlib.suppress(OSError):
            made.append(here.connect())
    check("an address has 100 connections at a time", len(made) == 100)
    made.pop().close()
    time.sleep(0.2)
    made.append(here.connect())
    check("and another when one has ended", len(made) == 100)


def plain_http(front, stand_in, details):
    context = ssl.create_default_context(cafile=front.certificate)
    sock = context.wrap_socket(
        socket.create_connection(("127.0.0.1", front.port)),
        server_hostname="front.test")
    sock.sendall(b"GET / HTTP/1.1\r\nHost: front.test\r\n\r\n")
    check("a browser hears 415", b" 415 " in sock.recv(1000))


def service_is_gone(front, stand_in, details):
    stand_in.server.stop(0).wait()
    start = time.monotonic()
    found = details.check("no service", Caller(front).call(),
                          grpc.StatusCode.UNAVAILABLE, "SERVICE_UNREACHABLE")
    check("  and it is said at once", time.monotonic() - start < 2)
    check("  with the time to wait",
          found["google.rpc.RetryInfo"].retry_delay.seconds == 2)


def words_are_made(render):
    errors = pathlib.Path(render).parent / "errors"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([errors / "make", folder], check=True)
        for name in ("maps.conf", "locations.conf"):
            check(f"{name} is what errors/make writes",
                  (pathlib.Path(folder) / name).read_text()
                  == (errors / name).read_text())


def main():
    _, descriptors, render = sys.argv[1:]
    if not pathlib.Path(servers.NGINX).exists():
        print("SKIPPED: nginx is not installed")
        return SKIPPED
    words_are_made(render)
    details = Details(descriptors)
    for changes, parts in (
            ((), [lets_through, answers, plain_http, refuses, service_is_gone]),
            (FASTER, [streams_live])):
        with tempfile.TemporaryDirectory() as folder:
            stand_in = StandIn(pathlib.Path(folder) / "socket")
            front = servers.Front(render, stand_in, folder, changes)
            try:
                for part in parts:
                    part(front, stand_in, details)
            finally:
                front.stop()
                stand_in.open.set()
                stand_in.server.stop(0)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Wrong:
        sys.exit(1)
