# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Chromium without a window, and a server that counts who asks it."""

import http.server
import pathlib
import shutil
import struct
import subprocess
import tempfile
import threading
import zlib

PATIENCE = 120
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--hide-scrollbars"]


class Browser:
    """Each call is a browser of its own, with nothing remembered."""

    def __init__(self):
        self.program = shutil.which("chromium")
        if self.program is None:
            raise SystemExit("there is no chromium; run deploy/install-deps")

    def _run(self, page, *flags):
        with tempfile.TemporaryDirectory() as profile:
            return subprocess.run(
                [self.program, *FLAGS, f"--user-data-dir={profile}", *flags,
                 pathlib.Path(page).as_uri()],
                check=True, timeout=PATIENCE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL).stdout

    def dom(self, page, width=1200):
        """The page as the browser understood it, as HTML."""
        return self._run(page, "--dump-dom", "--virtual-time-budget=2000",
                         f"--window-size={width},900").decode("utf-8")

    def screenshot(self, page, out, width, height):
        self._run(page, f"--screenshot={out}", f"--window-size={width},{height}")
        return out


class Listener:
    """An HTTP server on this machine that writes down what is asked of it."""

    def __enter__(self):
        asked = self.asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(404)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *failure):
        self.server.shutdown()
        self.server.server_close()


def colours(path):
    """How many pixels of a PNG have each colour; 8 bits, not interlaced."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, sort, _, _, laced = struct.unpack(
                ">IIBBBBB", body)
            assert depth == 8 and laced == 0 and sort in (2, 6), "another PNG"
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    step = 3 if sort == 2 else 4
    count = {}
    line = width * step
    raw = zlib.decompress(packed)
    above = bytearray(line)
    for y in range(height):
        start = y * (line + 1)
        row = bytearray(raw[start + 1:start + 1 + line])
        unfilter(raw[start], row, above, step)
        for x in range(0, line, step):
            colour = bytes(row[x:x + 3])
            count[colour] = count.get(colour, 0) + 1
        above = row
    return count


def unfilter(sort, row, above, step):
    for i in range(len(row) if sort else 0):
        left = row[i - step] if i >= step else 0
        up = above[i]
        if sort == 1:
            guess = left
        elif sort == 2:
            guess = up
        elif sort == 3:
            guess = (left + up) // 2
        else:
            corner = above[i - step] if i >= step else 0
            near = left + up - corner
            guess = min((left, up, corner),
                        key=lambda value: abs(near - value))
        row[i] = (row[i] + guess) & 255
