#!/usr/bin/env python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Faults that are planted, and that the load must find.

    load_controls.py BUILD

Exits 1 if one of them was not found, or if a control without a fault was.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import load_servers

PLACES, NEEDS = 13, 1300


class Controls:

    def __init__(self, build, folder):
        self.build = pathlib.Path(build)
        self.folder = pathlib.Path(folder)
        self.missed = 0

    def program(self, name):
        return str(self.build / "bench" / f"bench_{name}")

    def expect(self, what, server, kind, fault, *more, places=PLACES,
               needs=NEEDS):
        """The load says the fault; None: it says nothing is wrong."""
        done = subprocess.run(
            [self.program("calls"), "--kind", kind, "--address", server.address,
             "--token", server.token, "--in-flight", "4", "--seconds", "0.1",
             "--warm-seconds", "0", "--places", str(places), "--needs",
             str(needs), *more], capture_output=True, text=True, check=False)
        found = (done.returncode == 0 if fault is None else
                 done.returncode == 1 and fault in done.stderr)
        print(f"{what}: {'as expected' if found else 'MISSED'}")
        if not found:
            print(done.stdout + done.stderr)
            self.missed += 1

    def echo(self):
        for plant, kind, fault in (
                ([], "get", None), ([], "create", None),
                (["--plant", "name"], "get", "asked for"),
                (["--plant", "quantity"], "create", "not what was asked for"),
                (["--plant", "refusal"], "get", "planted")):
            server = load_servers.Echo(
                self.program("echo"), self.folder / f"echo-{len(plant)}-{kind}"
                f"-{plant[-1] if plant else ''}", 0, *plant)
            self.expect(f"echo {' '.join(plant)} {kind}", server, kind, fault,
                        "--echo", "--tag", "c")
            server.stop()

    def twinaidd(self):
        database = self.folder / "controls.db"
        subprocess.run(
            [self.program("fill"), "--database", str(database), "--places",
             str(PLACES), "--needs", str(NEEDS), "--offers", str(NEEDS),
             "--proposals"], check=True)
        server = load_servers.Twinaidd(self.build / "bin" / "twinaidd",
                                       database)
        self.expect("accepts", server, "accept", None, "--tag", "a")
        self.expect("accepts of what was accepted before", server, "accept",
                    "events are missing", "--tag", "b")
        self.expect("creates", server, "create", None, "--tag", "a")
        self.expect("creates of what was created before", server, "create",
                    "events are missing", "--tag", "a")
        self.expect("gets of what is not there", server, "get", "code 5",
                    needs=NEEDS * PLACES)
        self.expect("pages that are not full", server, "list", "WRONG list",
                    places=2 * PLACES)
        server.stop()


def main():
    with tempfile.TemporaryDirectory() as folder:
        controls = Controls(sys.argv[1], folder)
        controls.echo()
        controls.twinaidd()
    return 1 if controls.missed else 0


if __name__ == "__main__":
    sys.exit(main())
