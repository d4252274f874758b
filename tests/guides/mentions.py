#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Checks that the commands which texts only mention exist, with their options.

    mentions.py BIN_DIR FILE...

A mention is `twinaid ...` or `twinaidd ...` between backquotes, or at the
beginning of a line of a block. Each must be a command of BIN_DIR/twinaid (or
twinaidd), and its options must stand in the help of the command or of the
program. Ends with 0 if all do; prints what does not.
"""

import functools
import pathlib
import re
import subprocess
import sys

INLINE = re.compile(r"`((?:twinaidd?) [^`]*)`")
A_LINE = re.compile(r"^(?:    |\$ )?(?:[A-Z_]+=\S+ )*(twinaidd? .*)$")
WORD = re.compile(r"^[a-z][a-z-]*$")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])")


@functools.lru_cache(None)
def helped(program, words):
    """The help of a command."""
    done = subprocess.run([program, *words, "--help"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


def mentions(path):
    """(line number, words) of each mention in a file."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        found = INLINE.findall(line)
        block = A_LINE.match(line)
        if block and not line.startswith("twinaid:"):
            found.append(block.group(1))
        for text in found:
            # Quoted words are arguments; a comment and a pipe end the command.
            text = re.sub(r"\"[^\"]*\"|'[^']*'", "X", text)
            yield number, re.split(r"\s[#|>&]|;", text)[0].split()


def fault(programs, words):
    """What is wrong with a mention, or None."""
    program, rest = words[0], words[1:]
    path = str(programs / program)
    options = {o for word in rest for o in OPTION.findall(word.split("=")[0])}
    command = []
    skip = False
    for word in rest:
        # An option of the program before the command, with its value.
        if not command and word.startswith("-"):
            skip = word in ("--token-file", "--lang", "-o", "--server", "--ca",
                            "--client-cert", "--client-key", "--timeout")
            continue
        if skip:
            skip = False
            continue
        if program != "twinaid" or not WORD.match(word) or len(command) == 2:
            break
        text = helped(path, tuple(command))
        if "SUBCOMMAND" not in text:
            break
        # With --help a command that does not exist is passed over.
        if not re.search(rf"^  {word}(\s|$)", text, re.M):
            return f"there is no command {' '.join([program, *command, word])}"
        command.append(word)
    text = helped(path, tuple(command))
    known = set(OPTION.findall(text)) | set(OPTION.findall(helped(path, ())))
    unknown = sorted(options - known)
    return f"{' '.join([program, *command])} has no {', '.join(unknown)}" \
        if unknown else None


def main():
    programs = pathlib.Path(sys.argv[1])
    count, faults = 0, []
    for path in sys.argv[2:]:
        for number, words in mentions(path):
            count += 1
            wrong = fault(programs, words)
            if wrong:
                faults.append(f"{path}:{number}: {wrong}")
    print("\n".join(faults))
    print(f"{count} mentions, {len(faults)} of what does not exist")
    sys.exit(1 if faults or not count else 0)


if __name__ == "__main__":
    main()
