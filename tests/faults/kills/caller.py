# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A caller as the contract wants it: every change has a request_id and is sent
again with the same one until there is an answer."""

import dataclasses
import time
from typing import Any, Optional

import grpc

from contract import open_channel

TIMEOUT = 20
# Nothing is known of the call, or nothing was done: it may be sent again.
AGAIN = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNKNOWN,
         grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED}
REFUSED = {grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.NOT_FOUND,
           grpc.StatusCode.ALREADY_EXISTS, grpc.StatusCode.ABORTED,
           grpc.StatusCode.FAILED_PRECONDITION}


@dataclasses.dataclass
class Record:
    """One call: what was asked, when, and what came back.

    Without an answer and a refusal its outcome is unknown.
    """

    caller: int
    method: str
    request: Any
    invoked: float
    answered: Optional[float] = None
    answer: Any = None
    refusal: str = ""
    attempts: int = 0
    sent: float = 0.0  # the last attempt, by the clock on the wall
    repeats: list = dataclasses.field(default_factory=list)  # later answers

    @property
    def request_id(self):
        return getattr(self.request, "request_id", "")

    @property
    def acknowledged(self):
        return self.answer is not None

    @property
    def found_done(self):
        """Whether an attempt before the last had carried it out."""
        return (self.acknowledged and self.attempts > 1
                and self.answer.update_time.ToNanoseconds() < self.sent * 1e9)

    def __str__(self):
        what = getattr(self.request, "name", "") or str(
            self.answer.name if self.answer is not None
            and hasattr(self.answer, "name") else "")
        return f"{self.method} {what} (request {self.request_id!r})"


class Fault(Exception):
    """The server said that something is wrong with itself."""


class Caller:
    """Not thread-safe; one a thread."""

    def __init__(self, contract, daemon, number=0):
        self.contract = contract
        self.daemon = daemon
        self.number = number
        self.address = None
        self.channel = None

    def attempt(self, record):
        """Sends it once; False: the outcome is unknown."""
        record.attempts += 1
        record.sent = time.time()
        try:
            record.answer = self.once(record.method, record.request)
        except grpc.RpcError as error:
            record.refusal = self.judge(error)
            if not record.refusal:
                return False
        record.answered = time.monotonic()
        return True

    def judge(self, error):
        """The reason if it is an answer, empty if it is none."""
        reason = self.contract.reason(error)
        code = error.code()
        if reason and code in REFUSED:
            return reason
        # Whatever comes without details is of the transport: it broke.
        if reason and code not in AGAIN:
            raise Fault(f"{code} {reason}: {error.details()}")
        self.hang_up()
        return ""

    def once(self, method, request):
        address = self.daemon.address()
        if address != self.address:
            self.hang_up()
            self.address, self.channel = address, open_channel(address)
        return self.contract.call(self.channel, method, request,
                                  self.daemon.token, TIMEOUT)

    def hang_up(self):
        if self.channel is not None:
            self.channel.close()
        self.address = self.channel = None

    def begin(self, method, **fields):
        return Record(self.number, method,
                      self.contract.request(method, **fields),
                      time.monotonic())

    def insist(self, method, **fields):
        """Sends it until it is answered."""
        record = self.begin(method, **fields)
        while not self.attempt(record):
            pass
        return record

    def repeat(self, record):
        """Asks once more what was acknowledged, with the same request_id."""
        again = Record(self.number, record.method, record.request,
                       time.monotonic())
        while not self.attempt(again):
            pass
        record.repeats.append(again.answer if again.acknowledged
                              else again.refusal)

    def ask(self, method, **fields):
        """The answer of a call that must succeed."""
        record = self.insist(method, **fields)
        if not record.acknowledged:
            raise RuntimeError(f"{record}: {record.refusal}")
        return record.answer

    def all_pages(self, method, field, **fields):
        rows, token = [], ""
        while True:
            page = self.ask(method, page_size=500, page_token=token, **fields)
            rows += getattr(page, field)
            token = page.next_page_token
            if not token:
                return rows
