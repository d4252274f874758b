#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A client in Python: posts a need, watches events, reads typed errors.

    client.py DESCRIPTORS ADDRESS TOKEN

Uses Debian's python3-grpcio and the descriptors of the contract; no generated
code. Ends with 0 if everything was as it should be.
"""

import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

TIMEOUT = 30


class Contract:
    """Messages and methods of the contract, by full name."""

    def __init__(self, path, token):
        self.caller = [("authorization", "Bearer " + token)]
        files = descriptor_pb2.FileDescriptorSet()
        with open(path, "rb") as file:
            files.ParseFromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            self.pool.Add(file)
        self.factory = message_factory.MessageFactory(self.pool)

    def message(self, name, **fields):
        kind = self.factory.GetPrototype(self.pool.FindMessageTypeByName(name))
        return kind(**fields)

    def method(self, channel, service, name):
        rpc = self.pool.FindServiceByName(service).FindMethodByName(name)
        path = f"/{service}/{name}"
        request = self.factory.GetPrototype(rpc.input_type)
        response = self.factory.GetPrototype(rpc.output_type)
        streams = name.startswith("Watch")
        make = channel.unary_stream if streams else channel.unary_unary
        call = make(path, request_serializer=request.SerializeToString,
                    response_deserializer=response.FromString)
        return lambda timeout=TIMEOUT, metadata=(), **fields: call(
            request(**fields), timeout=timeout,
            metadata=[*self.caller, *metadata])


def details_of(contract, error):
    """The typed details of an error, by the name of their message."""
    status = contract.message("google.rpc.Status")
    trailers = dict(error.trailing_metadata())
    status.ParseFromString(trailers["grpc-status-details-bin"])
    details = {}
    for any_ in status.details:
        name = any_.type_url.split("/")[-1]
        detail = contract.message(name)
        detail.ParseFromString(any_.value)
        details[name] = detail
    return details


def check(what, is_so):
    print(("ok    " if is_so else "WRONG ") + what)
    if not is_so:
        sys.exit(1)


def main():
    contract = Contract(sys.argv[1], sys.argv[3])
    channel = grpc.insecure_channel(sys.argv[2],
                                    options=[("grpc.enable_http_proxy", 0)])
    registry = lambda n: contract.method(channel, "twinaid.v1.RegistryService", n)
    inventory = lambda n: contract.method(channel, "twinaid.v1.InventoryService", n)
    ledger = lambda n: contract.method(channel, "twinaid.v1.LedgerService", n)

    stream = ledger("WatchEvents")()
    first = next(stream)
    check("the stream says that it is up", not first.HasField("event"))

    place = contract.message("twinaid.v1.Place", kind=5, name_en="Wuxi",
                             name_zh="无锡市")
    registry("CreatePlace")(place_id="py-wuxi", place=place)
    item = contract.message("twinaid.v1.Item", category=1, name_en="Mask")
    registry("CreateItem")(item_id="py-mask", item=item)
    need = contract.message("twinaid.v1.Need", item="items/py-mask",
                            quantity=5000, urgency=1)
    made = inventory("CreateNeed")(parent="places/py-wuxi", need_id="n1",
                                   need=need, request_id="py-1")
    check("the need is open", made.open == 5000 and made.state == 1)
    again = inventory("CreateNeed")(parent="places/py-wuxi", need_id="n1",
                                    need=need, request_id="py-1")
    check("a repeated request has one effect", again == made)

    seen = [next(stream) for _ in range(3)]
    check("the stream has the three changes in order",
          [e.event.type for e in seen]
          == ["place.created", "item.created", "need.created"])
    stream.cancel()
    resumed = ledger("WatchEvents")(resume_token=seen[0].resume_token)
    next(resumed)
    check("a resume token goes on behind its event",
          next(resumed).event.seq == seen[1].event.seq)
    resumed.cancel()

    need.quantity = 0
    try:
        inventory("CreateNeed")(parent="places/py-wuxi", need=need,
                                metadata=[("accept-language", "zh-CN")])
        check("a need of nothing is refused", False)
    except grpc.RpcError as error:
        details = details_of(contract, error)
        check("a need of nothing is refused",
              error.code() == grpc.StatusCode.INVALID_ARGUMENT)
        info = details["google.rpc.ErrorInfo"]
        check("the reason can be branched on", info.domain == "twinaid"
              and info.reason == "QUANTITY_OUT_OF_RANGE")
        bad = details["google.rpc.BadRequest"].field_violations[0]
        check("the field is named", bad.field == "need.quantity")
        text = details["google.rpc.LocalizedMessage"]
        check("the text is Chinese: " + text.message,
              text.locale == "zh-CN" and any(c > "\u4e00" for c in text.message))


main()
