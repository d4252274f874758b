# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Messages and calls of the contract, from its descriptors alone.

Nothing generated and no client library of ours: what is judged here must not
be helped by code that shares its mistakes.
"""

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "twinaid.v1."
SERVICES = ("RegistryService", "InventoryService", "AssistanceService",
            "LedgerService")
DETAILS = "grpc-status-details-bin"


class Contract:
    """Thread-safe once it is made."""

    def __init__(self, descriptors):
        files = descriptor_pb2.FileDescriptorSet()
        with open(descriptors, "rb") as file:
            files.ParseFromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            self.pool.Add(file)
        factory = message_factory.MessageFactory(self.pool)
        self.kind = lambda name: factory.GetPrototype(
            self.pool.FindMessageTypeByName(name))
        self.methods = {}
        for service in SERVICES:
            full = PACKAGE + service
            for method in self.pool.FindServiceByName(full).methods:
                self.methods[method.name] = (
                    f"/{full}/{method.name}",
                    factory.GetPrototype(method.input_type),
                    factory.GetPrototype(method.output_type))
        self.status = self.kind("google.rpc.Status")
        self.info = self.kind("google.rpc.ErrorInfo")

    def message(self, name, **fields):
        return self.kind(PACKAGE + name)(**fields)

    def request(self, method, **fields):
        return self.methods[method][1](**fields)

    def call(self, channel, method, request, token, timeout):
        """The answer; raises grpc.RpcError."""
        path, kind, answer = self.methods[method]
        return channel.unary_unary(
            path, request_serializer=kind.SerializeToString,
            response_deserializer=answer.FromString)(
                request, timeout=timeout,
                metadata=[("authorization", "Bearer " + token)])

    def watch(self, channel, request, token):
        path, kind, answer = self.methods["WatchEvents"]
        return channel.unary_stream(
            path, request_serializer=kind.SerializeToString,
            response_deserializer=answer.FromString)(
                request, metadata=[("authorization", "Bearer " + token)])

    def reason(self, error):
        """The word of a typed error; empty if the server did not say it."""
        trailers = dict(error.trailing_metadata() or ())
        if DETAILS not in trailers:
            return ""
        status = self.status.FromString(trailers[DETAILS])
        for detail in status.details:
            if detail.type_url.endswith("/google.rpc.ErrorInfo"):
                return self.info.FromString(detail.value).reason
        return ""


def open_channel(address):
    """A connection of its own, that goes nowhere but to the address."""
    return grpc.insecure_channel(
        address, [("grpc.enable_http_proxy", 0),
                  ("grpc.use_local_subchannel_pool", 1)])
