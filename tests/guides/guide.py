# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""A guide: a Markdown file whose commands are run, so that it stays true.

A block of commands is fenced and says `console`. A line that begins with `$ `
is a command, `> ` goes on with it, and what follows up to the next command is
what it prints:

    ```console
    $ twinaid whoami
    principal  wuxi-fao
    ...
    ```

After `console` may stand `exit=N`, where every command of the block ends with
that code, and `not-run`, where the block is not run; the paragraph before it
then begins with one of REASONS and says why. No other block and no indented
line may hold a command. Two comments, which readers do not see, say on which
day the outputs were taken and which guide is followed before:

    <!-- outputs of 2026-12-01 -->
    <!-- after practice.md -->
"""

import dataclasses
import datetime
import pathlib
import re

# How the paragraph before a block that is not run begins.
REASONS = ("Not run by the tests:", "测试不运行:")
# The day on which the outputs were taken, in a comment of the guide.
WRITTEN = re.compile(r"<!-- outputs of (\d{4}-\d\d-\d\d) -->")
# The guide, in the same folder, that a reader has followed before.
AFTER = re.compile(r"<!-- after ([\w.-]+\.md) -->")
A_COMMAND = re.compile(r"^(\$ |twinaidd? |sudo )")


class GuideError(Exception):
    """The guide breaks the rules above; says where and what would be right."""


@dataclasses.dataclass
class Command:
    """A command, what it shows, and where that stands in the file."""
    line: int  # of the command, from 1
    text: str
    exit_code: int
    first: int = 0  # the lines of the output: [first, end), from 0
    end: int = 0
    shown: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Guide:
    path: str
    lines: list
    written: datetime.date
    commands: list
    not_run: list  # (line, reason, number of commands) of each block
    after: str  # the guide that is run before, in the same shell; "" for none


def read(path):
    """The guide in a file. GuideError."""
    with open(path, encoding="utf-8") as file:
        return parse(path, file.read().splitlines())


def parse(path, lines):
    written = [match.group(1) for line in lines for match in
               [WRITTEN.search(line)] if match]
    if len(written) != 1:
        raise GuideError(f"{path}: one line <!-- outputs of YYYY-MM-DD --> "
                         f"must stand in it, {len(written)} do")
    after = [m.group(1) for line in lines for m in [AFTER.search(line)] if m]
    guide = Guide(path, lines, datetime.date.fromisoformat(written[0]), [], [],
                  str(pathlib.Path(path).parent / after[0]) if after else "")
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.startswith("```"):
            end = fence_end(guide, number)
            take_block(guide, number, end)
            number = end + 1
            continue
        if line.startswith("    ") and A_COMMAND.match(line.lstrip()):
            raise GuideError(f"{path}:{number + 1}: a command in an indented "
                             "line is not run; fence it with ```console")
        number += 1
    return guide


def fence_end(guide, start):
    for number in range(start + 1, len(guide.lines)):
        if guide.lines[number].startswith("```"):
            return number
    raise GuideError(f"{guide.path}:{start + 1}: the block has no end")


def take_block(guide, start, end):
    """The block between the fences of these lines."""
    where = f"{guide.path}:{start + 1}"
    words = guide.lines[start][3:].split()
    body = guide.lines[start + 1:end]
    if words[:1] != ["console"]:
        if any(A_COMMAND.match(line) for line in body):
            raise GuideError(f"{where}: commands stand in ```console blocks")
        return
    exit_code, run = 0, True
    for word in words[1:]:
        if word == "not-run":
            run = False
        elif re.fullmatch(r"exit=\d+", word):
            exit_code = int(word[5:])
        else:
            raise GuideError(f"{where}: {word} is neither exit=N nor not-run")
    if not run:
        count = sum(1 for line in body if line.startswith("$ "))
        guide.not_run.append((start + 1, reason_before(guide, start), count))
        return
    take_commands(guide, start + 1, end, exit_code)


def reason_before(guide, start):
    """The paragraph before a block that is not run."""
    paragraph = []
    for line in reversed(guide.lines[:start]):
        if line.strip():
            paragraph.insert(0, line.strip())
        elif paragraph:
            break
    text = " ".join(paragraph)
    if not text.startswith(REASONS):
        raise GuideError(f"{guide.path}:{start + 1}: the paragraph before a "
                         f"block that is not run begins with {REASONS[0]!r} "
                         f"or {REASONS[1]!r} and says why")
    return text


def take_commands(guide, first, end, exit_code):
    command = None
    for number in range(first, end):
        line = guide.lines[number]
        if line.startswith("$ "):
            command = Command(number + 1, line[2:], exit_code, number + 1,
                              number + 1)
            guide.commands.append(command)
        elif command is None:
            raise GuideError(f"{guide.path}:{number + 1}: the first line of a "
                             "block is a command: `$ ...`")
        elif line.startswith("> ") and not command.shown:
            command.text += "\n" + line[2:]
            command.first = command.end = number + 1
        else:
            command.shown.append(line)
            command.end = number + 1
    for command in guide.commands:
        # An empty line before the next command is for the eye.
        while command.shown and not command.shown[-1].strip():
            command.shown.pop()
            command.end -= 1
