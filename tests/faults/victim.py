#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Another client, while the attack goes on.

    victim.py DESCRIPTORS ADDRESS CERTIFICATE|- TOKEN|- [probe]

Calls through one standing connection, through new ones, and holds a stream of
events. Writes a line when a call and a stream have worked, goes on until its
input ends, and writes what it saw as JSON. With `probe` it ends after the line.
"""

import json
import os
import sys
import threading
import time

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

TIMEOUT = 3
PAUSE = 0.02  # between calls on the standing connection
FRESH_PAUSE = 0.2  # between new connections


class Client:
    """One channel, and the three methods that are called on it."""

    def __init__(self, factory, address, certificate, token):
        options = [("grpc.enable_http_proxy", 0),
                   ("grpc.use_local_subchannel_pool", 1)]
        if certificate is None:
            self.channel = grpc.insecure_channel(address, options)
        else:
            options.append(("grpc.ssl_target_name_override", "front.test"))
            self.channel = grpc.secure_channel(
                address, grpc.ssl_channel_credentials(certificate), options)
        self.factory = factory
        self.metadata = [("authorization", "Bearer " + token)] if token else []

    def call(self, service, name, timeout=TIMEOUT, **fields):
        pool = self.factory.pool
        method = pool.FindServiceByName("twinaid.v1." + service) \
            .FindMethodByName(name)
        request = self.factory.GetPrototype(method.input_type)
        answer = self.factory.GetPrototype(method.output_type)
        make = (self.channel.unary_stream if name.startswith("Watch")
                else self.channel.unary_unary)
        return make(f"/twinaid.v1.{service}/{name}",
                    request_serializer=request.SerializeToString,
                    response_deserializer=answer.FromString)(
                        request(**fields), timeout=timeout,
                        metadata=self.metadata)


class Seen:
    """Calls and errors, counted; thread-safe."""

    def __init__(self):
        self.lock = threading.Lock()
        self.calls = 0
        self.slowest = 0.0
        self.errors = []

    def time(self, what, action):
        start = time.monotonic()
        try:
            action()
        except grpc.RpcError as error:
            with self.lock:
                self.errors.append(f"{what}: {error.code()} {error.details()}")
        with self.lock:
            self.calls += 1
            self.slowest = max(self.slowest, time.monotonic() - start)


def main():
    descriptors, address, certificate, token = sys.argv[1:5]
    files = descriptor_pb2.FileDescriptorSet()
    with open(descriptors, "rb") as file:
        files.ParseFromString(file.read())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    factory = message_factory.MessageFactory(pool)
    if certificate == "-":
        certificate = None
    else:
        with open(certificate, "rb") as file:
            certificate = file.read()
    client = lambda: Client(factory, address, certificate,
                            "" if token == "-" else token)

    standing = client()
    stream = standing.call("LedgerService", "WatchEvents", timeout=None)
    next(stream)
    standing.call("RegistryService", "ListPlaces")
    print("ready", flush=True)
    if sys.argv[5:] == ["probe"]:
        return

    stop = threading.Event()
    old, fresh = Seen(), Seen()

    def call_standing():
        while not stop.wait(PAUSE):
            old.time("call", lambda: standing.call("RegistryService",
                                                   "ListPlaces"))

    def call_fresh():
        def one():
            new = client()
            try:
                new.call("RegistryService", "ListPlaces")
            finally:
                new.channel.close()
        while not stop.wait(FRESH_PAUSE):
            fresh.time("new connection", one)

    threads = [threading.Thread(target=f) for f in (call_standing, call_fresh)]
    for thread in threads:
        thread.start()
    sys.stdin.read()
    stop.set()
    for thread in threads:
        thread.join()

    # The stream has outlived the attack: it still says what happens.
    def event():
        place = factory.GetPrototype(
            pool.FindMessageTypeByName("twinaid.v1.Place"))
        new = client()
        new.call("RegistryService", "CreatePlace", place_id=f"victim-{os.getpid()}",
                 place=place(kind=5, name_en="Victim", name_zh="受害者"))
        timer = threading.Timer(TIMEOUT, stream.cancel)
        timer.start()
        next(stream)
        timer.cancel()
    last = Seen()
    last.time("event", event)
    print(json.dumps({
        name: {"calls": seen.calls, "slowest": seen.slowest,
               "errors": len(seen.errors), "first": seen.errors[:3]}
        for name, seen in (("standing", old), ("new", fresh),
                           ("event", last))}))


main()
