# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The servers that are driven: twinaidd, and the echo beside it."""

import contextlib
import pathlib
import sqlite3
import subprocess
import time

START_WITHIN = 120.0
STOP_WITHIN = 30.0


def await_file(path, process, log):
    """The first line of a file once it is there."""
    end = time.monotonic() + START_WITHIN
    while not path.exists():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{process.args[0]} does not start: "
                               + log.read_text()[-3000:])
        time.sleep(0.001)
    return path.read_text().split()[0]


class Twinaidd:
    """On a database file, with limits that the load does not meet."""

    def __init__(self, program, database):
        self.program = program
        self.database = pathlib.Path(database)
        self.ready = self.database.with_suffix(".ready")
        self.log = self.database.with_suffix(".log")
        self.address = ""
        self.start()
        self.await_ready()

    def start(self):
        self.ready.unlink(missing_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(self.program), "--database", str(self.database),
                 "--listen", "127.0.0.1:0", "--ready-file", str(self.ready),
                 "--calls-per-second", "1000000", "--calls-at-once", "4096",
                 "--streams", "1024", "--watchers", "1024"], stderr=log)

    def await_ready(self):
        self.address = await_file(self.ready, self.process, self.log)

    @property
    def token(self):
        return pathlib.Path(f"{self.database}.admin-token").read_text().strip()

    def kill(self):
        self.process.kill()
        self.process.wait()
        # Nobody takes the address of the one that is gone for the next one's.
        self.ready.unlink(missing_ok=True)

    def count(self, table):
        """Rows of a table, when the server is gone."""
        with contextlib.closing(sqlite3.connect(self.database)) as file:
            return file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
        for file in self.database.parent.glob(self.database.name + "*"):
            file.unlink()


class Echo:
    """Nothing but gRPC."""

    token = "none"

    def __init__(self, program, path, workers=0, *more):
        ready = path.with_suffix(".ready")
        log = path.with_suffix(".log")
        with open(log, "ab") as errors:
            self.process = subprocess.Popen(
                [str(program), "--ready-file", str(ready), "--workers",
                 str(workers), *more], stdin=subprocess.PIPE, stderr=errors)
        self.address = await_file(ready, self.process, log)

    def stop(self):
        self.process.stdin.close()
        self.process.wait(STOP_WITHIN)
