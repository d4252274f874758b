# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What the programs printed, as a table."""

import dataclasses

OURS = "ours"
PASS = "pass"


@dataclasses.dataclass
class Time:
    """Nanoseconds over several runs."""

    median: int
    least: int
    most: int
    runs: int


class Results:
    """Times and facts by step and scale, in the order in which they came."""

    def __init__(self):
        self.steps = {}  # (step, scale) -> {who: Time}
        self.facts = {}  # (step, scale) -> {name: text}

    def add(self, line):
        """Takes a line of a program; others than times and facts are none."""
        kind, *fields = line.rstrip("\n").split("\t")
        if kind == "time":
            step, scale, who, *numbers = fields
            times = self.steps.setdefault((step, scale), {})
            times[who] = Time(*map(int, numbers))
        elif kind == "fact":
            step, scale, name, value = fields
            self.facts.setdefault((step, scale), {})[name] = value

    def time(self, step, scale, who):
        """The median, or None."""
        found = self.steps.get((step, scale), {}).get(who)
        return found.median if found else None

    def fact(self, step, scale, name):
        return self.facts.get((step, scale), {}).get(name)


def span(nanoseconds):
    """As people say it, with three digits."""
    for unit, size in (("s", 10**9), ("ms", 10**6), ("µs", 10**3)):
        if nanoseconds >= size:
            return f"{digits(nanoseconds / size)} {unit}"
    return f"{nanoseconds} ns"


def digits(number):
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def memory(kib):
    return f"{int(kib) / 1024:,.0f} MiB" if kib else ""


HEADER = ["scale", "step", "ours", "least to most", "its pass", "ours / pass",
          "others (others / ours)", "peak memory", "notes"]


def rows(results):
    """One list of texts a step."""
    for (step, scale), times in results.steps.items():
        ours = times.get(OURS)
        checked = times.get(PASS)
        peers = []
        for who, time in times.items():
            if who in (OURS, PASS):
                continue
            ratio = f" ({digits(time.median / ours.median)})" if ours else ""
            peers.append(f"{who} {span(time.median)}{ratio}")
        facts = dict(results.facts.get((step, scale), {}))
        peak = facts.pop("peak memory KiB", "")
        yield [
            scale.upper() if len(scale) == 1 else scale,
            step,
            span(ours.median) if ours else "",
            f"{span(ours.least)} to {span(ours.most)}, {ours.runs} runs"
            if ours else "",
            span(checked.median) if checked else "",
            digits(ours.median / checked.median) if ours and checked else "",
            "; ".join(peers),
            memory(peak),
            "; ".join(f"{name}: {value}" for name, value in facts.items()),
        ]


def plain(header, body):
    """Columns of the width of what is in them; the last ones wrap below."""
    body = list(body)
    cells = [header[:6]] + [row[:6] for row in body]
    widths = [max(map(len, column)) for column in zip(*cells)]

    def line(row):
        return "  ".join(t.ljust(w) for t, w in zip(row, widths)).rstrip()

    out = [line(header[:6])]
    for row in body:
        out.append(line(row[:6]))
        for name, text in zip(header[6:], row[6:]):
            if text:
                title = name.split(" (")[0]
                for part in text.split("; ") if title == "others" else [text]:
                    out.append(f"      {title}: {part}")
    return "\n".join(out)


def markdown(header, body):
    out = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    for row in body:
        out.append("| " + " | ".join(row) + " |")
    return "\n".join(out)
