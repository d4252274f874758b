# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Load: callers that follow their stories, each in a thread."""

import random
import threading

from caller import Caller
from stories import CALLERS, Story


class Load:
    """with Load(...) as load: ...; then load.records. Raises what a caller
    raised."""

    def __init__(self, contract, daemon, seed, repeats=0.1):
        self.contract, self.daemon, self.seed = contract, daemon, seed
        self.repeats = repeats  # part of the changes that are asked twice
        self.stop = threading.Event()
        self.records = []
        self.failures = []
        self.threads = [threading.Thread(target=self.run, args=(k,))
                        for k in range(CALLERS)]

    def run(self, number):
        caller = Caller(self.contract, self.daemon, number)
        story = Story(self.contract, self.seed, number)
        chance = random.Random(f"{self.seed}/repeats/{number}")
        mine = []
        try:
            while not self.stop.is_set():
                method, fields = story.next()
                record = caller.insist(method, **fields)
                mine.append(record)
                if (chance.random() < self.repeats and record.request_id
                        and record.acknowledged):
                    caller.repeat(record)
        except Exception as failure:
            self.failures.append(failure)
        finally:
            self.records += mine
            caller.hang_up()

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *unused):
        self.stop.set()
        for thread in self.threads:
            thread.join()
        if self.failures:
            raise self.failures[0]


def ask_again(contract, daemon, records):
    """Repeats every acknowledged change, by as many callers at once."""
    changes = [record for record in records
               if record.request_id and record.acknowledged]
    failures = []

    def run(number):
        caller = Caller(contract, daemon, number)
        try:
            for record in changes[number::CALLERS]:
                caller.repeat(record)
        except Exception as failure:
            failures.append(failure)
        finally:
            caller.hang_up()

    threads = [threading.Thread(target=run, args=(k,)) for k in range(CALLERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return len(changes)
