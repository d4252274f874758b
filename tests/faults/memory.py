# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""How much memory a set of processes holds, watched while something runs."""

import os
import threading
import time

PAGE = os.sysconf("SC_PAGE_SIZE")


def resident(pids):
    """Bytes that are resident in all of them; one that has ended has none."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/statm", encoding="ascii") as file:
                total += int(file.read().split()[1]) * PAGE
        except (FileNotFoundError, ProcessLookupError):
            pass
    return total


class Watch:
    """with Watch(pids) as watch: ...; then watch.growth, in bytes, and
    watch.late, the seconds by which the machine let this wait at most."""

    def __init__(self, pids):
        self.pids = pids
        self.stop = threading.Event()
        self.late = 0.0
        self.thread = threading.Thread(target=self.run)

    def run(self):
        last = time.monotonic()
        while not self.stop.wait(0.02):
            self.peak = max(self.peak, resident(self.pids()))
            now = time.monotonic()
            self.late = max(self.late, now - last - 0.02)
            last = now

    def __enter__(self):
        self.before = self.peak = resident(self.pids())
        self.thread.start()
        return self

    def __exit__(self, *unused):
        self.stop.set()
        self.thread.join()

    @property
    def growth(self):
        return self.peak - self.before
