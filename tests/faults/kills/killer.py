# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""SIGKILL at random instants, and a new start on the same database."""

import random
import threading
import time


class Killer:
    """Kills so often, in a thread of its own; then sets `done`."""

    def __init__(self, daemon, seed, kills, least=0.05, most=0.5,
                 at_half=lambda: None):
        self.daemon = daemon
        self.chance = random.Random(f"{seed}/killer")
        self.kills = kills
        self.at_half = at_half  # called once, while the server is down
        self.least, self.most = least, most
        self.early = 0  # of the kills: before the server was ready
        self.stop = threading.Event()  # set: ends before all kills
        self.done = threading.Event()
        self.failure = None
        self.killed = 0
        self.thread = threading.Thread(target=self.run)

    def run(self):
        try:
            while self.killed < self.kills and not self.stop.is_set():
                time.sleep(self.chance.uniform(self.least, self.most))
                self.daemon.kill()
                self.killed += 1
                if self.killed >= self.kills // 2:
                    self.at_half()
                    self.at_half = lambda: None
                # Some find it while it opens and repairs its database.
                while self.killed < self.kills and self.chance.random() < 0.1:
                    self.daemon.start()
                    time.sleep(self.chance.uniform(0, 0.05))
                    self.early += not self.daemon.ready.exists()
                    self.daemon.kill()
                    self.killed += 1
                self.daemon.run()
        except Exception as failure:  # told by whoever joins
            self.failure = failure
        finally:
            self.done.set()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.stop.set()
        self.thread.join()
        if self.failure is not None:
            raise self.failure
