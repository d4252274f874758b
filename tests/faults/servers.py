# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""twinaidd and its front, each started as an operator would, without root."""

import os
import pathlib
import re
import resource
import socket
import subprocess
import threading
import time

NGINX = "/usr/sbin/nginx"
START_WITHIN = 20.0


def wait_for(what, is_so, within=START_WITHIN):
    end = time.monotonic() + within
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(f"{what}: not within {within} s")
        time.sleep(0.02)


def limit_descriptors(number):
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (number, number))


class Service:
    """twinaidd on a database of its own; on TCP and on a unix socket.

    It is started again when it ends by itself, as systemd would.
    """

    def __init__(self, twinaidd, folder, descriptors=None):
        self.twinaidd = twinaidd
        self.folder = pathlib.Path(folder)
        self.socket = self.folder / "socket"
        self.ready = self.folder / "ready"
        self.descriptors = descriptors
        self.port = 0
        self.starts = 0
        self.stopping = threading.Event()
        self.start()
        wait_for("twinaidd", lambda: self.ready.exists()
                 or self.process.poll() is not None)
        if self.process.poll() is not None:
            raise RuntimeError((self.folder / "log").read_text())
        self.port = int(
            self.ready.read_text().splitlines()[0].rsplit(":", 1)[1])
        self.keeper = threading.Thread(target=self.keep)
        self.keeper.start()

    def start(self):
        limit = limit_descriptors(self.descriptors) if self.descriptors else None
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                [self.twinaidd, "--database", self.folder / "db",
                 "--listen", f"127.0.0.1:{self.port}",
                 "--listen", f"unix:{self.socket}",
                 "--ready-file", self.ready],
                stderr=log, preexec_fn=limit)
        self.starts += 1

    def keep(self):
        while not self.stopping.wait(0.1):
            if self.process.poll() is not None:
                self.start()

    # Of its admin. Attackers say nothing.
    @property
    def token(self):
        return (self.folder / "db.admin-token").read_text().strip()

    def pids(self):
        return [self.process.pid]

    def stop(self):
        self.stopping.set()
        self.keeper.join()
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Front:
    """The nginx that ships, over the socket of a service.

    changes: (pattern, replacement) pairs for tests that need other limits.
    """

    def __init__(self, render, service, folder, changes=()):
        self.folder = pathlib.Path(folder)
        self.certificate = self.folder / "certificate.pem"
        key = self.folder / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
             "/CN=front.test", "-addext", "subjectAltName=DNS:front.test",
             "-keyout", key, "-out", self.certificate],
            check=True, stderr=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        text = subprocess.run(
            [render, "--name", "front.test", "--certificate", self.certificate,
             "--key", key, "--socket", service.socket,
             "--listen", f"127.0.0.1:{self.port}", "--user",
             "root" if os.geteuid() == 0 else "nobody", "--run", self.folder],
            check=True, capture_output=True, text=True).stdout
        for pattern, replacement in changes:
            text, count = re.subn(pattern, replacement, text)
            if count == 0:
                raise RuntimeError(f"{pattern} is not in the configuration")
        configuration = self.folder / "front.conf"
        configuration.write_text(text)
        self.log = self.folder / "front.log"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [NGINX, "-p", self.folder, "-c", configuration],
                stderr=log)
        wait_for("nginx", lambda: self.process.poll() is not None
                 or self.answers())
        if self.process.poll() is not None:
            raise RuntimeError(self.log.read_text())

    def answers(self):
        with socket.socket() as sock:
            return sock.connect_ex(("127.0.0.1", self.port)) == 0

    def pids(self):
        master = self.process.pid
        path = f"/proc/{master}/task/{master}/children"
        workers = pathlib.Path(path).read_text().split()
        return [master] + [int(pid) for pid in workers]

    def stop(self):
        self.process.terminate()
        self.process.wait(15)
