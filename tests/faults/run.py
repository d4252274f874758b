#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""One attack on the front and, as a control, on the server without it.

    run.py ATTACK TWINAIDD DESCRIPTORS RENDER

While the attack goes on, another client calls, connects anew and holds a
stream. The front stands if that client sees no error and no call of a second,
the processes grow by less than 64 MiB, and a new connection is served within
5 s of the attack's end. Ends with 0 if so (and if the bare server falls where
the attack says that it must), 1 if not, 77 if the machine gives too little to
try.
"""

import dataclasses
import importlib
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import calm
import memory
import servers

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's grpcio
SECONDS = 2
SLOWEST = 1.0
GROWTH = 64 << 20
RECOVERED = 5.0
SKIPPED = 77


@dataclasses.dataclass
class Outcome:
    done: dict
    seen: dict
    growth: int
    late: float  # seconds that this program itself was kept waiting
    recovered: float  # seconds; infinite if it did not
    starts: int
    only_recovery: bool

    def errors(self):
        return sum(part["errors"] for part in self.seen.values())

    def slowest(self):
        return max(part["slowest"] for part in self.seen.values())

    def call_faults(self):
        if self.errors():
            first = next(part["first"][0] for part in self.seen.values()
                         if part["errors"])
            yield f"{self.errors()} errors, one of them {first}"
        if self.slowest() >= SLOWEST:
            yield f"slowest call {self.slowest():.2f} s"
        if self.seen["standing"]["calls"] < SECONDS:
            yield "hardly a call"

    def faults(self):
        if self.starts > 1:
            yield "the server had to be started again"
        if not self.only_recovery:
            yield from self.call_faults()
        if self.growth >= GROWTH:
            yield f"{self.growth >> 20} MiB more"
        if self.recovered > RECOVERED:
            yield f"no new connection within {RECOVERED:.0f} s after it"

    def row(self):
        recovered = f"{self.recovered:.1f} s" if self.recovered < 1e9 else "no"
        return (f"{self.errors()} errors in {self.seen['standing']['calls']} "
                f"calls and {self.seen['new']['calls']} new connections | "
                f"slowest {self.slowest():.2f} s | "
                f"{self.growth / (1 << 20):+.0f} MiB | recovered {recovered}"
                f" | {self.done} | the machine was {self.late:.2f} s late")


class Victim:
    def __init__(self, descriptors, port, certificate, token):
        self.process = subprocess.Popen(
            [PYTHON, HERE / "victim.py", descriptors, f"127.0.0.1:{port}",
             certificate or "-", token or "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline() != "ready\n":
            raise RuntimeError("the victim cannot call even in peace")

    def finish(self):
        output, _ = self.process.communicate(timeout=60)
        return json.loads(output)


def recovery(descriptors, port, certificate, token):
    """How long after now a new client is served."""
    start = time.monotonic()
    while (left := start + RECOVERED - time.monotonic()) > 0:
        try:
            probe = subprocess.run(
                [PYTHON, HERE / "victim.py", descriptors, f"127.0.0.1:{port}",
                 certificate or "-", token or "-", "probe"],
                capture_output=True, text=True, check=False, timeout=left)
        except subprocess.TimeoutExpired:
            break
        if probe.returncode == 0:
            return time.monotonic() - start
    return float("inf")


def attacked(name, attack, service, front, descriptors):
    """Attacks the front, or the server if there is none; what came of it."""
    port = (front or service).port
    certificate = front.certificate if front else None
    pids = lambda: service.pids() + (front.pids() if front else [])
    victim = Victim(descriptors, port, certificate, service.token)
    time.sleep(0.5)
    with memory.Watch(pids) as watch:
        done = subprocess.run(
            [PYTHON, HERE / "attack.py", name, str(port),
             "tls" if front else "plain", str(SECONDS)],
            stdout=subprocess.PIPE, text=True, check=True).stdout
        recovered = recovery(descriptors, port, certificate, service.token)
        seen = victim.finish()
    return Outcome(json.loads(done), seen, watch.growth, watch.late,
                   recovered, service.starts,
                   getattr(attack, "ONLY_RECOVERY", False))


def with_front(name, attack, twinaidd, descriptors, render, folder):
    service = servers.Service(twinaidd, folder)
    try:
        front = servers.Front(render, service, folder,
                              getattr(attack, "FRONT_CHANGES", ()))
        try:
            return attacked(name, attack, service, front, descriptors)
        finally:
            front.stop()
    finally:
        service.stop()


def bare(name, attack, twinaidd, descriptors, folder):
    service = servers.Service(twinaidd, folder,
                              getattr(attack, "BARE_DESCRIPTORS", None))
    try:
        return attacked(name, attack, service, None, descriptors)
    finally:
        service.stop()


def controlled(name, attack, twinaidd, descriptors):
    """The same attack without the front, told."""
    with tempfile.TemporaryDirectory() as folder:
        control = bare(name, attack, twinaidd, descriptors, folder)
    print("bare: ", control.row())
    faults = "; ".join(control.faults())
    print("The bare server " + (f"falls: {faults}" if faults
                                else "stands too") + ".")
    return control


def judge(attack, front, control):
    """What is not as it should be."""
    for fault in front.faults():
        yield "the front does not stand: " + fault
    for key, least in attack.DONE.items():
        if front.done[key] < least:
            yield f"hardly an attack: {front.done[key]} {key}, not {least}"
    if control and attack.BARE_FALLS and not list(control.faults()):
        yield "the bare server stands too, so this test shows nothing"


def lacking(attack):
    """What the machine does not give; empty if nothing."""
    if not pathlib.Path(servers.NGINX).exists():
        return "nginx is not installed"
    need = getattr(attack, "CONNECTIONS", 0) + 1000
    if resource.getrlimit(resource.RLIMIT_NOFILE)[1] < need:
        return f"{need} descriptors are needed, fewer are allowed"
    return calm.busy()


def skip(why):
    print("SKIPPED: " + why)
    return SKIPPED


def main():
    name, twinaidd, descriptors, render = sys.argv[1:]
    attack = importlib.import_module("attacks." + name)
    why = lacking(attack)
    if why:
        return skip(why)
    with tempfile.TemporaryDirectory() as folder:
        front = with_front(name, attack, twinaidd, descriptors, render, folder)
    print("front:", front.row(), flush=True)
    control = None
    if hasattr(attack, "CONTROL"):
        print(f"The control is that of {attack.CONTROL}.")
    else:
        control = controlled(name, attack, twinaidd, descriptors)
    wrong = list(judge(attack, front, control))
    for text in wrong:
        print("WRONG " + text)
    if wrong and (why := calm.busy()):
        return skip(why)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
