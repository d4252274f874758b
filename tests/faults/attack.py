#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Carries out one attack and writes as JSON what it did.

    attack.py NAME PORT tls|plain SECONDS
"""

import importlib
import json
import os
import resource
import sys

from target import Target


def main():
    name, port, tls, seconds = sys.argv[1:]
    # A real attacker's work is done on another machine.
    os.nice(10)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    attack = importlib.import_module("attacks." + name)
    target = Target(int(port), tls == "tls", getattr(attack, "ADDRESSES", 1))
    print(json.dumps(attack.run(target, float(seconds))))


main()
