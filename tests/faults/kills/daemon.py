# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""twinaidd on a scratch database: started, killed, started again.

Each start listens on a port that the system picks. A port that was kept would
be an open question while nobody listens on it: a caller that tries to connect
may be given that very port for its own end and meet itself.
"""

import pathlib
import subprocess
import threading
import time

START_WITHIN = 60.0


class Daemon:
    """One database, and at most one process on it."""

    def __init__(self, twinaidd, folder, *options):
        self.command = [twinaidd, *options]
        self.folder = pathlib.Path(folder)
        self.database = self.folder / "db"
        self.log = self.folder / "log"
        self.ready = self.folder / "ready"
        self.changed = threading.Condition()
        self.current = None
        self.process = None
        self.starts = 0

    def start(self):
        """Starts the process, ready or not."""
        self.ready.unlink(missing_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.command, "--database", self.database, "--listen",
                 "127.0.0.1:0", "--ready-file", self.ready,
                 "--calls-per-second", "1000000"], stderr=log)
        self.starts += 1

    def await_ready(self):
        end = time.monotonic() + START_WITHIN
        while not (self.ready.exists() and self.ready.read_text().strip()):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("twinaidd does not start:\n"
                                   + self.log.read_text()[-3000:])
            time.sleep(0.002)
        with self.changed:
            self.current = self.ready.read_text().split()[0]
            self.changed.notify_all()

    def run(self):
        self.start()
        self.await_ready()
        return self

    def kill(self):
        """SIGKILL. Callers learn of it from their connections only."""
        self.process.kill()
        with self.changed:
            self.current = None
        self.process.wait()

    def restart(self):
        self.kill()
        self.run()

    def terminate(self, within):
        """SIGTERM; its exit code and the seconds it took. Callers go on
        calling it meanwhile."""
        start = time.monotonic()
        self.process.terminate()
        try:
            code = self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        took = time.monotonic() - start
        with self.changed:
            self.current = None
        return code, took

    def address(self, patience=START_WITHIN):
        """Where it listens; waits while it is down."""
        with self.changed:
            if not self.changed.wait_for(lambda: self.current, patience):
                raise RuntimeError("twinaidd is down")
            return self.current

    @property
    def token(self):
        return (self.folder / "db.admin-token").read_text().strip()

    def __enter__(self):
        return self.run()

    def __exit__(self, *unused):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
