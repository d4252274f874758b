#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A disk that hangs, then one that fails, under a server with callers.

    lost_disk.py TWINAIDD DESCRIPTORS SHIM

SHIM is loaded before libc and makes syncs hang or fail. While they hang the
health says NOT_SERVING, and SERVING again afterwards. When they fail the
process ends with code 75 by itself, nothing that was acknowledged is gone
after the next start, and what had no answer is carried out once. As a control
the same server without a fault stays SERVING and does not end.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import grpc

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "kills"))

from caller import Caller, Record  # noqa: E402
from contract import Contract, open_channel  # noqa: E402
from daemon import Daemon  # noqa: E402

PATIENCE = 30.0  # seconds until something must have come about
START_AGAIN = 75
SERVING, NOT_SERVING = b"\x08\x01", b"\x08\x02"
NEEDS = 20


def health(channel):
    """grpc.health.v1.Health/Check of the server as a whole, in bytes."""
    return channel.unary_unary("/grpc.health.v1.Health/Check")(b"", timeout=5)


def await_health(channel, wanted):
    end = time.monotonic() + PATIENCE
    while health(channel) != wanted:
        if time.monotonic() > end:
            raise RuntimeError(f"the health does not become {wanted}")
        time.sleep(0.1)


class Trial:
    def __init__(self, given, folder):
        twinaidd, descriptors, shim = given
        self.fault = pathlib.Path(folder) / "fault"
        os.environ["LD_PRELOAD"] = shim
        os.environ["TWINAID_SYNC_FAULT"] = str(self.fault)
        self.contract = Contract(descriptors)
        self.daemon = Daemon(twinaidd, folder)
        self.records = []

    def set_fault(self, word):
        draft = self.fault.with_suffix(".new")
        draft.write_text(word)
        draft.rename(self.fault)

    def need(self, caller, number):
        record = caller.begin(
            "CreateNeed", parent="places/wuxi", need_id=f"n{number}",
            need=self.contract.message("Need", item="items/mask",
                                       quantity=number + 1),
            request_id=f"need-{number}")
        self.records.append(record)
        return record

    def furnish(self, caller):
        message = self.contract.message
        caller.ask("CreatePlace", place_id="wuxi", request_id="p",
                   place=message("Place", kind=5, name_en="Wuxi"))
        caller.ask("CreateItem", item_id="mask", request_id="i",
                   item=message("Item", category=1, name_en="Mask"))
        for number in range(NEEDS):
            caller.attempt(self.need(caller, number))

    def stays_well(self, channel):
        """The control: three seconds without a fault."""
        for _ in range(6):
            if health(channel) != SERVING:
                raise RuntimeError("NOT_SERVING without a fault")
            time.sleep(0.5)
        if self.daemon.process.poll() is not None:
            raise RuntimeError("ended without a fault")

    def hangs(self, caller, channel):
        self.set_fault("hang")
        waiting = caller.contract.methods["CreateNeed"]
        record = self.need(caller, NEEDS)
        path, kind, answer = waiting
        call = caller.channel.unary_unary(
            path, request_serializer=kind.SerializeToString,
            response_deserializer=answer.FromString).future(
                record.request, timeout=60,
                metadata=[("authorization", "Bearer " + self.daemon.token)])
        await_health(channel, NOT_SERVING)
        if call.done():
            raise RuntimeError("answered before the sync returned")
        self.fault.unlink()
        record.answer = call.result()
        await_health(channel, SERVING)

    def fails(self, caller):
        self.set_fault("fail")
        unsure = self.need(caller, NEEDS + 1)
        if caller.attempt(unsure):
            raise RuntimeError(f"a change without a sync is answered: {unsure}")
        code = self.daemon.process.wait(PATIENCE)
        if code != START_AGAIN:
            raise RuntimeError(f"ended with code {code}, not {START_AGAIN}")
        self.fault.unlink()

    def nothing_is_gone(self, caller):
        """After the next start."""
        for record in self.records:
            again = Record(0, record.method, record.request, time.monotonic())
            while not caller.attempt(again):
                pass
            if not again.acknowledged:
                raise RuntimeError(f"{record}: {again.refusal}")
            if record.acknowledged and again.answer != record.answer:
                raise RuntimeError(f"{record} is answered otherwise")
        found = caller.ask("ListNeeds", parent="places/wuxi", page_size=1000)
        if len(found.needs) != len(self.records):
            raise RuntimeError(f"{len(found.needs)} needs of "
                               f"{len(self.records)} requests")


def main():
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(sys.argv[1:4], folder)
        with trial.daemon as daemon:
            caller = Caller(trial.contract, daemon)
            trial.furnish(caller)
            channel = open_channel(daemon.address())
            trial.stays_well(channel)
            print("ok    SERVING without a fault")
            trial.hangs(caller, channel)
            print("ok    NOT_SERVING while the disk hangs, SERVING after it")
            trial.fails(caller)
            print(f"ok    ends with code {START_AGAIN} when the disk fails")
            channel.close()
            daemon.run()
            trial.nothing_is_gone(caller)
            print(f"ok    {len(trial.records)} needs are there once")
            log = daemon.log.read_text()
        for word in ("STORE_STUCK", "store_lost"):
            if word not in log:
                raise RuntimeError(f"the log does not say {word}:\n{log}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, grpc.RpcError, subprocess.TimeoutExpired) as error:
        print(f"WRONG {error}")
        sys.exit(1)
