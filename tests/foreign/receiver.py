#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A receiver of webhooks and mails: both sides are told of a proposal.

    receiver.py TWINAIDD TWINAID

Starts a server that calls this program and a stand-in for sendmail, lets the
command line propose a match, and checks what comes: the signature of the call,
the mail in the reader's language. Ends with 0 if everything was as it should be.
"""

import base64
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time

SECRET = "0123456789abcdef0123456789abcdef"
PATIENCE = 60

calls = queue.Queue()


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        calls.put((dict(self.headers), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args):
        pass


def check(condition, what):
    if not condition:
        sys.exit(f"not as it should be: {what}")


def await_(get, what):
    """What `get` returns, once that is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = get()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"waited {PATIENCE} s for {what}")


def check_call(headers, body):
    event = json.loads(body)
    check(event["type"] == "match.proposed", f"the first event: {event}")
    parts = dict(part.split("=", 1)
                 for part in headers["Twinaid-Signature"].split(","))
    signed = f"{parts['t']}.".encode() + body
    wanted = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    check(hmac.compare_digest(parts["v1"], wanted), "the signature")
    check(abs(time.time() - int(parts["t"])) < 600, "the time of the call")
    check(headers["Twinaid-Delivery"], "a delivery has an id")
    check("note_salt" not in body.decode(), "no salt leaves the ledger")


def check_mail(text):
    mail = email.message_from_string(text, policy=email.policy.default)
    content = mail.get_content()
    check(mail["To"] == "fao@wuxi.example", f"whom it goes to: {mail['To']}")
    check("twinaid match accept gift" in content, "the command to type next")
    check("无锡" in content or "提议" in content, f"Chinese: {content}")
    check(base64.b64decode(mail.get_payload()), "the body is base64")


def main():
    twinaidd, twinaid = sys.argv[1:]
    server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "secret").write_text(SECRET + "\n")
        (folder / "secret").chmod(0o600)
        sendmail = folder / "sendmail"
        sendmail.write_text(
            f'#!/bin/sh\necho "$@" > {folder}/arguments\n'
            f"cat > {folder}/part && mv {folder}/part {folder}/mail\n")
        sendmail.chmod(0o755)
        url = f"http://127.0.0.1:{server.server_port}/hook"
        process = subprocess.Popen([
            twinaidd, "--database", folder / "t.db", "--listen", "127.0.0.1:0",
            "--ready-file", folder / "ready", "--webhook-url", url,
            "--webhook-secret-file", folder / "secret", "--sendmail", sendmail,
            "--mail-from", "twinaid@example.org"
        ], stderr=open(folder / "log", "wb"))
        try:
            ready = folder / "ready"
            address = await_(
                lambda: ready.exists() and ready.read_text().strip(),
                "the server")
            token = (folder / "t.db.admin-token").read_text().strip()
            environment = {**os.environ, "TWINAID_SERVER": address,
                           "TWINAID_TOKEN": token}

            def run(*words):
                subprocess.run([twinaid, *words], check=True, env=environment,
                               stdout=subprocess.DEVNULL)

            run("place", "create", "wuxi", "--kind", "city", "--name", "Wuxi",
                "--name-zh", "无锡")
            run("place", "create", "dallas", "--kind", "city", "--name",
                "Dallas")
            run("item", "create", "mask", "--category", "supplies", "--name",
                "Mask", "--name-zh", "口罩")
            run("organization", "create", "wuxi-fao", "--kind",
                "municipal_office", "--seat", "wuxi", "--name-zh", "无锡市外办",
                "--contact", "name=值班室,email=fao@wuxi.example,language=zh,notify")
            run("need", "create", "n", "--place", "dallas", "--item", "mask",
                "--quantity", "10", "--urgency", "high")
            run("offer", "create", "o", "--place", "wuxi", "--item", "mask",
                "--quantity", "10")
            run("match", "create", "gift", "--need", "dallas/n", "--offer",
                "wuxi/o", "--quantity", "10")
            try:
                check_call(*calls.get(timeout=PATIENCE))
            except queue.Empty:
                sys.exit("no call came: " + (folder / "log").read_text())
            mail = folder / "mail"
            check_mail(await_(lambda: mail.exists() and mail.read_text(),
                              "the mail"))
            check("-- fao@wuxi.example" in (folder / "arguments").read_text(),
                  "the address comes after --")
            check("fao@wuxi.example" not in (folder / "log").read_text(),
                  "no address in the log")
        finally:
            process.terminate()
            process.wait(PATIENCE)
    print("told")


main()
