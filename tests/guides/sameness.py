# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a command printed what its guide shows.

Line by line, but for what differs from run to run:

- an id that the server made (`m-4k2j9x0q7c3f5d1a`) stands for the one that is
  printed in its place, from then on in outputs and commands alike;
- a day of a guide's own time is as far from the day on which the guide was
  written as the day that is printed is from today; other days are themselves;
- times of the day, hashes, and how long a proof was checked are any;
- three dots or more within a line stand for anything, a line of three dots for
  any lines, none included;
- rows that begin with an id come in the order of their ids: any order here.
"""

import datetime
import re

VARIES = re.compile(
    r"(?P<id>(?<![\w-])(?:tk|[lmnopr])-[0-9a-z]{16}(?![\w-]))"
    r"|(?P<day>(?<!\d)20\d\d-\d\d-\d\d(?!\d))"
    r"|(?P<month>(?<![\d-])20\d\d-\d\d(?![\d-]))"
    r"|(?P<time>(?<!\d)\d\d:\d\d:\d\d(?:\.\d+)?Z)"
    r"|(?P<hash>(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16})"
    r"(?![0-9a-z]))"
    r"|(?P<spent>\d+\.\d+ ms[^%\n]*?\d+\.\d+%)"
    r"|(?P<dots>\.{3,})")
ANY = {
    "time": r"\d\d:\d\d:\d\d(?:\.\d+)?Z",
    "hash": r"[0-9a-f]{16,64}",
    "spent": r"\d+\.\d+ ms[^%\n]*?\d+\.\d+%",
    "dots": r".*?",
}


class UnknownId(Exception):
    """A command names an id that no output showed before."""


class Sameness:
    """What has been learned of the ids of one run of one guide."""

    def __init__(self, written):
        self.written = written
        self.ids = {}  # of the guide -> of this run

    def command(self, text):
        """The command with the ids of this run. UnknownId."""

        def of_this_run(match):
            if match.lastgroup != "id":
                return match.group()
            if match.group() not in self.ids:
                raise UnknownId(match.group())
            return self.ids[match.group()]

        return VARIES.sub(of_this_run, text)

    def same(self, shown, printed, today):
        """Whether the printed lines are as shown; learns the ids if so."""
        wanted, names = [], {}
        for line in in_one_order(shown):
            if line.strip() == "...":
                wanted.append(r"(?:.*\n)*?")
            else:
                wanted.append(self.pattern(line, names, today) + r"[ ]*\n")
        found = re.fullmatch("".join(wanted),
                             "".join(f"{p}\n" for p in in_one_order(printed)))
        if not found:
            return False
        learned = {i: found.group(group) for i, group in names.items()}
        # Two ids of a guide are two ids of a run.
        both = {**self.ids, **learned}
        if len(set(both.values())) != len(both):
            return False
        self.ids = both
        return True

    def pattern(self, line, names, today):
        parts, end = [], 0
        for match in VARIES.finditer(line):
            parts.append(re.escape(line[end:match.start()]))
            parts.append(self.part(match.lastgroup, match.group(), names,
                                   today))
            end = match.end()
        return "".join(parts) + re.escape(line[end:].rstrip())

    def part(self, sort, text, names, today):
        if sort == "id":
            if text in self.ids:
                return re.escape(self.ids[text])
            if text in names:
                return f"(?P={names[text]})"
            names[text] = f"id{len(names)}"
            prefix = text.split("-")[0]
            return f"(?P<{names[text]}>{prefix}-[0-9a-z]{{16}})"
        if sort == "day":
            return re.escape(moved(text, self.written, today))
        if sort == "month":
            return re.escape(today.isoformat()[:7] if text ==
                             self.written.isoformat()[:7] else text)
        return ANY[sort]

    def as_shown(self, line, today):
        """A printed line as the guide would have it."""
        back = {there: here for here, there in self.ids.items()}

        def of_the_guide(match):
            text = match.group()
            if match.lastgroup == "id":
                # A new one: from now on it is the guide's.
                return back.get(text) or self.ids.setdefault(text, text)
            if match.lastgroup == "day":
                return moved(text, today, self.written)
            if match.lastgroup == "month":
                return (self.written.isoformat()[:7]
                        if text == today.isoformat()[:7] else text)
            return text

        return VARIES.sub(of_the_guide, line).rstrip()


def moved(day, near, to):
    """A day within 400 days of `near`, as far from `to`; others as they are."""
    date = datetime.date.fromisoformat(day)
    return day if abs((date - near).days) > 400 else (
        to + (date - near)).isoformat()


def begins_with_id(line):
    found = VARIES.match(line, re.match(r"(?:[a-z0-9-]+/)?", line).end())
    return bool(found) and found.lastgroup == "id"


def in_one_order(lines):
    """Neighbouring rows that begin with an id, ordered by all else of them."""
    ordered, rows = [], []
    for line in [*lines, None]:
        if line is not None and begins_with_id(line):
            rows.append(line)
            continue
        ordered += sorted(rows, key=lambda row: VARIES.sub("#", row))
        rows = []
        if line is not None:
            ordered.append(line)
    return ordered
