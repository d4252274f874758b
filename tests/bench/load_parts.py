# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The parts of the load bench: which programs are driven, and when."""

import dataclasses
import os
import pathlib
import subprocess
import time

import load_results
import load_servers

PARTS = ["calls", "sizes", "start", "round"]


@dataclasses.dataclass
class Stored:
    """How a database is filled."""

    places: int
    needs: int
    offers: int
    links: int = 0
    proposals: bool = False

    @property
    def name(self):
        return (f"{self.needs}-{self.places}-{self.offers}-{self.links}"
                f"{'-proposals' if self.proposals else ''}.db")


@dataclasses.dataclass
class Scale:
    """in_flight: how many calls are under way at once, one after another.
    The rest: what is stored."""

    in_flight: tuple
    calls: Stored
    few: Stored
    many: Stored
    world: Stored


SCALES = {
    "full": Scale((1, 16, 64, 256),
                  Stored(100, 10_000, 10_000, proposals=True),
                  Stored(100, 10_000, 10_000),
                  Stored(10_000, 1_000_000, 10_000),
                  Stored(5_000, 200_000, 200_000, 25_000)),
    "small": Scale((1, 16, 64, 256),
                   Stored(100, 10_000, 10_000, proposals=True),
                   Stored(100, 10_000, 10_000),
                   Stored(1_000, 100_000, 10_000),
                   Stored(500, 20_000, 20_000, 2_500)),
    "smoke": Scale((1, 16),
                   Stored(20, 8_000, 8_000, proposals=True),
                   Stored(80, 8_000, 8_000),
                   Stored(100, 10_000, 10_000),
                   Stored(50, 1_000, 1_000, 200)),
}
# Of the parts that do not go through all of them.
SOME_IN_FLIGHT = 16
KILLED_UNDER = 64
# A round is watched for no longer, in seconds.
LONGEST_ROUND = 60
# The echo, handed over to as many threads as twinaidd has.
WORKERS = 4


class Bench:
    """Runs parts. Servers are started where a part needs them and stopped when
    it ends."""

    def __init__(self, programs, kept, scratch, options, results, say):
        self.programs = pathlib.Path(programs)
        self.kept = pathlib.Path(kept)
        self.kept.mkdir(parents=True, exist_ok=True)
        self.scratch = pathlib.Path(scratch)
        self.seconds = options.seconds
        self.runs = options.runs
        self.scale = SCALES[options.scale]
        self.results = results
        self.say = say
        self.servers = []
        self.tags = 0

    def run(self, part):
        self.say(f"== {part}")
        getattr(self, f"part_{part}")()
        self.stop_all()

    def stop_all(self):
        while self.servers:
            self.servers.pop().stop()

    def program(self, name):
        return str(self.programs / "bench" / ("bench_" + name))

    # A copy of what was filled once: blocks change it.
    def database(self, stored):
        filled = self.kept / stored.name
        if not filled.exists():
            draft = self.kept / (stored.name + ".new")
            command = [self.program("fill"), "--database", draft, "--places",
                       stored.places, "--needs", stored.needs, "--offers",
                       stored.offers, "--links", stored.links]
            if stored.proposals:
                command.append("--proposals")
            subprocess.run(list(map(str, command)), check=True)
            draft.rename(filled)
        copy = self.scratch / f"{len(os.listdir(self.scratch))}-{stored.name}"
        subprocess.run(["cp", "--reflink=auto", filled, copy], check=True)
        return copy

    def twinaidd(self, stored):
        server = load_servers.Twinaidd(self.programs / "bin" / "twinaidd",
                                       self.database(stored))
        self.servers.append(server)
        return server

    def echo(self, workers=0):
        server = load_servers.Echo(
            self.program("echo"),
            self.scratch / f"echo-{workers}-{len(self.servers)}", workers)
        self.servers.append(server)
        return server

    def tag(self):
        self.tags += 1
        return f"{os.getpid()}-{self.tags}"

    def command(self, kind, server, stored, in_flight, *more):
        return list(map(str, [
            self.program("calls"), "--kind", kind, "--in-flight", in_flight,
            "--address", server.address, "--token", server.token, "--places",
            stored.places, "--needs", stored.needs, "--tag", self.tag(),
            "--seed", self.tags, *more]))

    def finish(self, process, what):
        """Its lines; what it says is wrong goes to the faults."""
        out, err = process.communicate()
        if process.returncode != 0:
            self.results.faults.append(
                f"{what}: {err.strip() or process.returncode}")
        return out.splitlines()

    def call(self, command, what):
        return self.finish(
            subprocess.Popen(command, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True), what)

    def block(self, key, command):
        """Runs a block and keeps what it printed, under the key."""
        lines = self.call(command, " ".join(map(str, key)))
        self.keep(key, lines)
        return lines

    def keep(self, key, lines):
        for line in lines:
            if line.startswith("calls\t"):
                block = load_results.block_of(line)
                self.results.add(*key, block)
                self.say(f"{' '.join(map(str, key))}: {block.rate:,.0f}/s, "
                         f"p50 {block.p50 / 1e6:.2f} ms, "
                         f"p99 {block.p99 / 1e6:.2f} ms")

    def drive(self, key, server, stored, kind, *more):
        in_flight = key[-1]
        return self.block(key, self.command(kind, server, stored, in_flight,
                                            "--seconds", self.seconds, *more))

    # Everything at 1, 16, 64 and 256 in flight, in turns with the ceilings.
    def part_calls(self):
        stored = self.scale.calls
        server = self.twinaidd(stored)
        echo = self.echo()
        handed = self.echo(WORKERS)
        next_match = 0
        for run in range(self.runs):
            for n in self.scale.in_flight:
                self.drive(("calls", "create", "echo", n), echo, stored,
                           "create", "--echo")
                self.drive(("calls", "create", "twinaidd", n), server, stored,
                           "create")
                self.block(("calls", "create", "sqlite", n),
                           [self.program("group_commit"), "--database",
                            str(self.scratch / f"bare-{run}-{n}.db"),
                            "--in-flight", str(n), "--seconds",
                            str(self.seconds)])
                self.drive(("calls", "get", "echo", n), echo, stored, "get",
                           "--echo")
                self.drive(("calls", "get", "twinaidd", n), server, stored,
                           "get")
                self.drive(("calls", "get", "echo, handed over", n), handed,
                           stored, "get", "--echo")
                self.drive(("calls", "list", "twinaidd", n), server, stored,
                           "list")
                lines = self.drive(("calls", "accept", "twinaidd", n), server,
                                   stored, "accept", "--first-match",
                                   next_match)
                # Two lines take every second match: one may be ahead.
                next_match += 2 * accepted(lines)
                self.drive(("calls", "watch", "twinaidd", n), server, stored,
                           "watch")

    # Few needs and many, in turns.
    def part_sizes(self):
        few, many = self.scale.few, self.scale.many
        servers = [("few needs", few, self.twinaidd(few)),
                   ("many needs", many, self.twinaidd(many))]
        for _ in range(self.runs):
            for kind in ("get", "list", "filtered", "create"):
                shown = "filtered list" if kind == "filtered" else kind
                for who, stored, server in servers:
                    self.drive(("sizes", shown, who, SOME_IN_FLIGHT), server,
                               stored, kind)

    # Killed while it is written to, then timed.
    def part_start(self):
        stored = self.scale.many
        server = self.twinaidd(stored)
        for _ in range(self.runs):
            load = subprocess.Popen(
                self.command("create", server, stored, KILLED_UNDER,
                             "--seconds", 3600),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.seconds)
            server.kill()
            load.kill()
            load.wait()
            waiting = subprocess.Popen(
                self.command("first", server, stored, 1, "--ready-file",
                             server.ready),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(0.1)
            begun = time.monotonic_ns()
            server.start()
            for line in self.finish(waiting, "start"):
                word, *fields = line.split("\t")
                if word == "first":
                    what, moment = fields
                    took = int(moment) - begun
                    self.results.starts.setdefault(what, []).append(took)
                    self.say(f"first {what} after {took / 1e9:.3f} s")
            server.await_ready()

    # A round while needs are created.
    def part_round(self):
        stored = self.scale.world
        for _ in range(max(1, self.runs // 2)):
            server = self.twinaidd(stored)
            calm = ("round", "create", "without", SOME_IN_FLIGHT)
            busy = ("round", "create", "with a round", SOME_IN_FLIGHT)
            self.block(calm, self.command("create", server, stored,
                                          SOME_IN_FLIGHT, "--seconds",
                                          5 * self.seconds))
            self.beside_a_round(server, stored, busy)
            self.stop_all()

    # A round that takes longer than the load is ended with the server.
    def beside_a_round(self, server, stored, key):
        stop = self.scratch / f"stop-{self.tag()}"
        load = subprocess.Popen(
            self.command("create", server, stored, SOME_IN_FLIGHT, "--seconds",
                         LONGEST_ROUND, "--stop-file", stop),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(0.3)
        solve = subprocess.Popen(
            self.command("round", server, stored, 1, "--stop-file", stop),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.keep(key, self.finish(load, "creates beside a round"))
        if stop.exists():
            of_round = ("round", "round", "twinaidd", 1)
            lines = self.finish(solve, "round")
            self.keep(of_round, lines)
            for line in lines:
                word, *fields = line.split("\t")
                if word == "fact" and fields[0] == "round":
                    self.results.notes[of_round] = f"{int(fields[1]):,} matches"
        else:
            solve.kill()
            solve.wait()
            server.kill()
            self.results.notes[key] = (
                f"the round was not done after {LONGEST_ROUND} s: "
                f"{server.count('matches'):,} matches")


def accepted(lines):
    """How many matches the block took."""
    for line in lines:
        word, *fields = line.split("\t")
        if word == "fact" and fields[0] == "calls":
            return int(fields[1])
    return 0
