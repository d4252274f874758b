#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Checks that a guide has the same commands in both languages.

    languages.py ENGLISH CHINESE

But for the line that asks for Chinese. The figures of the tables must agree as
well: in each output the same numbers, in whatever order a sentence has them.
"""

import re
import sys

import guide as guides

ASKS_FOR_CHINESE = "export LANG=zh_CN.UTF-8"


def numbers(command):
    """The amounts that a command shows, without times, days and hashes."""
    text = "\n".join(command.shown)
    text = re.sub(r"[0-9a-f]{16,}|\d\d:\d\d:\d\dZ|\d+\.\d+ ms[^%\n]*%", "", text)
    return sorted(re.findall(r"(?<![\w.-])\d(?:[\d,]*\d)?(?:\.\d+)?%?(?![\w-])", text))


def main():
    english, chinese = (guides.read(path) for path in sys.argv[1:])
    there = [c for c in chinese.commands if c.text != ASKS_FOR_CHINESE]
    if len(there) == len(chinese.commands):
        sys.exit(f"{chinese.path}: does not ask for Chinese: "
                 f"{ASKS_FOR_CHINESE}")
    for one, other in zip(english.commands, there):
        if (one.text, one.exit_code) != (other.text, other.exit_code):
            sys.exit(f"{english.path}:{one.line}: {one.text}\n"
                     f"{chinese.path}:{other.line}: {other.text}\n"
                     "are not the same command")
        # Where one shows less than the other, less can be compared.
        whole = "..." not in "".join(one.shown + other.shown)
        if whole and one.shown and other.shown and \
                numbers(one) != numbers(other):
            sys.exit(f"{english.path}:{one.line}: {numbers(one)}\n"
                     f"{chinese.path}:{other.line}: {numbers(other)}\n"
                     "are not the same figures")
    if len(english.commands) != len(there):
        sys.exit(f"{len(english.commands)} commands in {english.path}, "
                 f"{len(there)} in {chinese.path}")
    print(f"{len(there)} commands, the same in both")


if __name__ == "__main__":
    main()
