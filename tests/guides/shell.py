# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A shell in a scratch folder, as a reader of a guide has one.

Nothing of the caller's environment comes in but where temporary files go. The
folder has `deploy` of the source tree and, at `build/release/bin`, the programs,
which the shell also finds by their names. What is printed of the scratch home
folder is /home/you.
"""

import os
import pathlib
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

PATIENCE = 120  # seconds for one command


class Shell:
    """Context manager; ends what the commands started and left running."""

    def __init__(self, bin_folder, source):
        self.bin = pathlib.Path(bin_folder).resolve()
        self.source = pathlib.Path(source).resolve()

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="guide-"))
        (self.folder / "build/release").mkdir(parents=True)
        (self.folder / "build/release/bin").symlink_to(self.bin)
        (self.folder / "deploy").symlink_to(self.source / "deploy")
        (self.folder / "home").mkdir()
        environment = {
            "PATH": f"{self.bin}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "TERM": "dumb",
        }
        self.process = subprocess.Popen(
            ["/bin/bash", "--norc", "--noprofile"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self.folder,
            env=environment, start_new_session=True)
        return self

    def __exit__(self, *unused):
        # A session of its own: whatever is left in it is the guide's.
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.stdin.close()
            self.process.wait(10)
        except (ProcessLookupError, BrokenPipeError):
            pass
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, command):
        """(exit code, lines printed on stdout and stderr) of one command.
        TimeoutError."""
        mark = uuid.uuid4().hex
        script = self.folder / "home/.command"
        script.write_text(command + "\n", encoding="utf-8")
        self.process.stdin.write(
            f"source {script} </dev/null\nprintf '\\n{mark} %d\\n' $?\n"
            .encode())
        self.process.stdin.flush()
        text = self.read_until(mark)
        before, _, after = text.partition(f"\n{mark} ")
        before = before.replace(str(self.folder / "home"), "/home/you")
        return int(after), before.splitlines()

    def read_until(self, mark):
        """What was printed, up to the line of the mark."""
        end, text = time.monotonic() + PATIENCE, b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while True:
                found = text.find(mark.encode())
                if found >= 0 and text.endswith(b"\n"):
                    return text.decode("utf-8", "replace")
                left = end - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise TimeoutError(f"no end within {PATIENCE} s; printed "
                                       f"so far:\n{text.decode(errors='replace')}")
                part = os.read(self.process.stdout.fileno(), 65536)
                if not part:
                    raise TimeoutError("the shell has ended; printed so far:\n" +
                                       text.decode(errors="replace"))
                text += part
