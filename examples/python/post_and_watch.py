#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Posts a need and follows what becomes of it, whatever fails on the way.

    TWINAID_TOKEN=ID.SECRET post_and_watch.py ADDRESS CONTRACT

CONTRACT is share/twinaid/contract.binpb. Ends with 0 when the need was posted
once and seen in the stream of events.
"""

import os
import sys
import time
import uuid

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

DEADLINE = 10.0  # seconds; every call says how long it waits
ATTEMPTS = 30
# Nothing sure is known of the call, or the server asks to come again.
SEND_AGAIN = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNKNOWN,
              grpc.StatusCode.DEADLINE_EXCEEDED}


class Twinaid:
    """A connection; every method of every service by its name."""

    def __init__(self, address, contract, token, language="en"):
        files = descriptor_pb2.FileDescriptorSet()
        with open(contract, "rb") as file:
            files.ParseFromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            self.pool.Add(file)
        self.factory = message_factory.MessageFactory(self.pool)
        # Loopback: beyond it use grpc.secure_channel, a token travels along.
        self.channel = grpc.insecure_channel(
            address, [("grpc.enable_http_proxy", 0)])
        self.headers = [("authorization", "Bearer " + token),
                        ("accept-language", language)]

    def message(self, name, **fields):
        kind = self.pool.FindMessageTypeByName(name)
        return self.factory.GetPrototype(kind)(**fields)

    def rpc(self, service, method):
        found = self.pool.FindServiceByName(
            "twinaid.v1." + service).FindMethodByName(method)
        return (f"/twinaid.v1.{service}/{method}",
                self.factory.GetPrototype(found.input_type),
                self.factory.GetPrototype(found.output_type))

    def call(self, service, method, **fields):
        """One call, sent again until there is an answer or a refusal.

        A change has one request_id for all attempts, so that it has one effect
        though its answer be lost.
        """
        path, request_kind, answer_kind = self.rpc(service, method)
        request = request_kind(**fields)
        if "request_id" in request_kind.DESCRIPTOR.fields_by_name:
            request.request_id = request.request_id or str(uuid.uuid4())
        send = self.channel.unary_unary(
            path, request_serializer=request_kind.SerializeToString,
            response_deserializer=answer_kind.FromString)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return send(request, timeout=DEADLINE, metadata=self.headers)
            except grpc.RpcError as error:
                wait = self.wait_before_next(error, attempt)
                if wait is None or attempt == ATTEMPTS:
                    raise
                time.sleep(wait)

    def wait_before_next(self, error, attempt):
        """Seconds to wait; None where sending again is of no use."""
        asked = self.details(error).get("google.rpc.RetryInfo")
        if asked is not None:
            delay = asked.retry_delay
            return delay.seconds + delay.nanos / 1e9
        if error.code() in SEND_AGAIN:
            return min(2.0, 0.05 * 2 ** attempt)
        return None

    def details(self, error):
        """The typed details of an error, by the name of their message."""
        trailers = dict(error.trailing_metadata() or ())
        if "grpc-status-details-bin" not in trailers:
            return {}  # of the transport, not of the server
        status = self.message("google.rpc.Status")
        status.ParseFromString(trailers["grpc-status-details-bin"])
        found = {}
        for packed in status.details:
            name = packed.type_url.split("/")[-1]
            found[name] = self.message(name)
            found[name].ParseFromString(packed.value)
        return found

    def explain(self, error):
        """What a person reads, what a program branches on, and the field."""
        details = self.details(error)
        bad = details.get("google.rpc.BadRequest")
        return (details["google.rpc.LocalizedMessage"].message,
                details["google.rpc.ErrorInfo"].reason,
                bad.field_violations[0].field if bad else "")

    def watch(self, token=""):
        """Events, for ever and without a gap: goes on where a stream broke.

        Yields (event, token); keep the token of the last event you have dealt
        with, and begin with it after a restart.
        """
        path, request_kind, answer_kind = self.rpc("LedgerService",
                                                   "WatchEvents")
        open_stream = self.channel.unary_stream(
            path, request_serializer=request_kind.SerializeToString,
            response_deserializer=answer_kind.FromString)
        while True:
            request = request_kind(resume_token=token, from_start=not token)
            try:
                for message in open_stream(request, metadata=self.headers):
                    token = message.resume_token
                    if message.HasField("event"):
                        yield message.event, token
                wait = 0.05  # it ended of itself
            except grpc.RpcError as error:
                wait = self.wait_before_next(error, 1)
                if wait is None:
                    raise
            time.sleep(wait)


def decide_anew(act):
    """Does what ended with ABORTED once more: somebody was faster, and nothing
    was done. A program that had read something reads it again first."""
    while True:
        try:
            return act()
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.ABORTED:
                raise


def create(twinaid, service, method, **fields):
    """Creates what may be there already; None where it is."""
    try:
        return decide_anew(lambda: twinaid.call(service, method, **fields))
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.ALREADY_EXISTS:
            raise
        return None


def main():
    address, contract = sys.argv[1:3]
    twinaid = Twinaid(address, contract, os.environ["TWINAID_TOKEN"], "zh-CN")

    def message(name, **fields):
        return twinaid.message("twinaid.v1." + name, **fields)

    create(twinaid, "RegistryService", "CreatePlace", place_id="wuxi",
           place=message("Place", kind=5, name_en="Wuxi", name_zh="无锡市"))
    create(twinaid, "RegistryService", "CreateItem", item_id="mask",
           item=message("Item", category=1, name_en="Surgical mask",
                        name_zh="医用外科口罩"))
    need = message("Need", item="items/mask", quantity=5000, urgency=1)
    create(twinaid, "InventoryService", "CreateNeed", parent="places/wuxi",
           need_id="masks", need=need)
    name = "places/wuxi/needs/masks"
    made = twinaid.call("InventoryService", "GetNeed", name=name)
    print(f"posted {made.name}: {made.open} open")

    for event, token in twinaid.watch():
        if event.resource == name:
            print(f"event {event.seq}: {event.type} {event.resource}")
            print("keep this token: " + token)
            break

    need.quantity = 0
    try:
        decide_anew(lambda: twinaid.call("InventoryService", "CreateNeed",
                                         parent="places/wuxi", need=need))
    except grpc.RpcError as error:
        text, reason, field = twinaid.explain(error)
        print(f"refused: {text} ({reason}, {field})")


if __name__ == "__main__":
    main()
