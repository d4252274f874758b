#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Holds the demo to two screens of 40 lines and 100 columns.

    fits_two_screens.py DEMO_SHOW BIN_DIR
"""

import subprocess
import sys
import unicodedata

# deploy/demo ends with an empty line and one of its own.
MOST_LINES = 2 * 40 - 2
MOST_COLUMNS = 100
SAID = ("as it went in 2020", "Proven: 7 of 7", "fair pool", "price_of_fairness",
        "counterpart", "Pairings: ", "From the pool: ", "Not met whole: ",
        "need why", "pairing why", "match.received", "open again 400", "intact")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def main():
    shown = subprocess.run(sys.argv[1:3], check=True,
                           stdout=subprocess.PIPE).stdout.decode("utf-8")
    lines = shown.splitlines()
    faults = [f"not said: {words}" for words in SAID if words not in shown]
    faults += [f"{width(line)} columns: {line}" for line in lines
               if width(line) > MOST_COLUMNS]
    if len(lines) > MOST_LINES:
        faults.append(f"{len(lines)} lines, more than {MOST_LINES}")
    print("\n".join(faults or [f"{len(lines)} lines"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
