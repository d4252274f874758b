#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""An example of examples/ against a server that fails on purpose.

    examples.py TWINAIDD CONTRACT COMMAND...

"@ADDRESS@" in the command becomes the address. The example is run twice; then
another server in earnest, on the same database, says that there is one need,
made once. As a control a caller that does not send again fails under the same
server.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import grpc

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent
                       / "faults" / "kills"))

from caller import Caller  # noqa: E402
from contract import Contract, open_channel  # noqa: E402
from daemon import Daemon  # noqa: E402

FAULTS = 40  # of a hundred calls
TRIES = 50
NEED = "places/wuxi/needs/masks"


def run(command, daemon):
    done = subprocess.run(
        [word.replace("@ADDRESS@", daemon.address()) for word in command],
        env={**os.environ, "TWINAID_TOKEN": daemon.token}, timeout=60,
        stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    if done.returncode != 0:
        raise RuntimeError(f"the example ended with {done.returncode}")
    for wanted in (f"posted {NEED}: 5000 open", f"need.created {NEED}",
                   "keep this token: ", "QUANTITY_OUT_OF_RANGE"):
        if wanted not in done.stdout:
            raise RuntimeError("the example does not say " + wanted)
    if not any(c > "\u4e00" for c in done.stdout.split("refused:")[1]):
        raise RuntimeError("the refusal is not told in Chinese")


def give_up_at_once(contract, daemon):
    """How many of TRIES calls fail for one who sends each once."""
    channel = open_channel(daemon.address())
    failed = 0
    for _ in range(TRIES):
        try:
            contract.call(channel, "GetNeed",
                          contract.request("GetNeed", name=NEED),
                          daemon.token, 10)
        except grpc.RpcError:
            failed += 1
    channel.close()
    return failed


def main():
    twinaidd, descriptors, *command = sys.argv[1:]
    contract = Contract(descriptors)
    with tempfile.TemporaryDirectory() as folder:
        with Daemon(twinaidd, folder, "--sandbox-faults",
                    str(FAULTS)) as daemon:
            run(command, daemon)
            run(command, daemon)
            failed = give_up_at_once(contract, daemon)
            print(f"{failed} of {TRIES} calls met a fault")
            if failed < TRIES // 10:
                raise RuntimeError("the sandbox hardly ever fails")
        with Daemon(twinaidd, folder) as daemon:
            caller = Caller(contract, daemon)
            needs = caller.ask("ListNeeds", parent="places/wuxi").needs
            events = caller.ask("ListEvents", page_size=1000).events
            caller.hang_up()
    made = [event for event in events if event.type == "need.created"]
    if [need.name for need in needs] != [NEED] or len(made) != 1:
        raise RuntimeError(f"{len(needs)} needs, made {len(made)} times")
    print("ok    one need, made once")


if __name__ == "__main__":
    main()
