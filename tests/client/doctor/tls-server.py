#!/usr/bin/env python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""tls-server.py CERTIFICATE KEY READY_FILE: shakes hands and says no more.

Unlike twinaidd it takes a certificate that has ended.
"""
import os
import socket
import ssl
import sys

certificate, key, ready = sys.argv[1:]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
context.set_alpn_protocols(["h2"])
with socket.create_server(("127.0.0.1", 0)) as listener:
    with open(ready + ".new", "w", encoding="utf-8") as file:
        file.write(f"127.0.0.1:{listener.getsockname()[1]}\n")
    os.rename(ready + ".new", ready)
    while True:
        taken, _ = listener.accept()
        try:
            with context.wrap_socket(taken, server_side=True) as talk:
                talk.recv(1)
        except OSError:
            pass
