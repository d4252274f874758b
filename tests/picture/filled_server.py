# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A server with the gifts of 2020 on it, some of them under way.

Of deploy/data comes the inventory; a quarter of the needs is made critical, a
third of the gifts is recorded as received in the months before, a round pairs
the rest, and its matches are walked to different steps. Everything follows from
the data and the day.
"""

import csv
import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import time

PATIENCE = 60
ROOT = pathlib.Path(__file__).resolve().parents[2]


class FilledServer:
    """Runs while the `with` block does; `run` and `ask` are the command line."""

    def __init__(self, twinaidd, twinaid):
        self.twinaidd = twinaidd
        self.twinaid = twinaid
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)

    def __enter__(self):
        self.log = open(self.folder / "log", "wb")
        self.server = subprocess.Popen(
            [self.twinaidd, "--database", self.folder / "t.db", "--listen",
             f"unix:{self.folder}/socket", "--ready-file",
             self.folder / "ready"], stderr=self.log)
        end = time.monotonic() + PATIENCE
        while not (self.folder / "ready").exists():
            if self.server.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)
        self.environment = {
            **os.environ, "TWINAID_SERVER": f"unix:{self.folder}/socket",
            "TWINAID_TOKEN_FILE": str(self.folder / "t.db.admin-token"),
            "LANGUAGE": "en"}
        return self

    def __exit__(self, *failure):
        self.server.terminate()
        self.server.wait(PATIENCE)
        self.log.close()
        self.scratch.cleanup()

    def run(self, *words):
        """What the command line prints; it has to succeed."""
        done = subprocess.run([self.twinaid, "-q", *map(str, words)],
                              env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise RuntimeError(f"{words}: {done.stderr.decode()}")
        return done.stdout.decode()

    def ask(self, *words):
        return json.loads(self.run("-o", "json", *words))

    def fill(self):
        data = self.folder / "data"
        subprocess.run([ROOT / "deploy/inventory-from-report",
                        ROOT / "deploy/data", data], check=True,
                       stdout=subprocess.DEVNULL)
        today = datetime.date.today()
        make_urgent(data / "needs.csv", today)
        self.run("import", data)
        gifts = data / "gifts.csv"
        some_received(gifts, today)
        self.run("gift", "import", gifts)
        self.run("round", "run", "demo", "--wait")
        matches = sorted(self.ask("match", "list", "--round", "demo"),
                         key=lambda m: (m["need"], m["offer"]))
        for index, match in enumerate(matches):
            self.walk(match, index % 6)

    def walk(self, match, steps):
        """0 and 1 leave it proposed, then one step more each."""
        name = match["name"].split("/")[1]
        quantity = int(match["quantity"])
        if steps >= 2:
            self.run("match", "accept", name, "--side", "both")
        if steps >= 3:
            self.run("match", "dispatch", name, "--quantity", quantity)
        if steps >= 4:
            short = quantity // 50 if steps == 5 else 0
            missing = ["--missing", f"{short}:damaged"] if short else []
            self.run("match", "receive", name, "--quantity", quantity - short,
                     *missing)


def rewrite(path, change):
    """Changes the rows of a CSV file; `change` may add columns, or say None."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = [row for row in (change(i, row) for i, row in enumerate(rows)) if row]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def make_urgent(path, today):
    def urgent(index, row):
        row["urgency"] = ("critical", "high", "medium", "low")[index % 4]
        row["needed_by"] = ""
        if index % 4 == 0:
            # More than was given then, so that something stays open.
            row["quantity"] = str(int(row["quantity"]) * (1 + index % 3))
            row["needed_by"] = str(today + datetime.timedelta(20 + index % 40))
        return row
    rewrite(path, urgent)


def some_received(path, today):
    def received(index, row):
        if index % 3 != 0:
            return None
        row["received_on"] = str(today - datetime.timedelta(8 + 2 * index))
        return row
    rewrite(path, received)
