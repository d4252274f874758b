# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The blocks of a load as a table."""

from engine_table import digits, markdown, span
from load_results import spread

__all__ = ["HEADER", "markdown", "plain", "rows"]

HEADER = ["part", "calls", "of", "in flight", "calls/s", "least to most",
          "p50", "p99", "least to most p99", "longest", "notes"]


def row(key, blocks, note):
    part, kind, who, in_flight = key
    rates = spread([block.rate for block in blocks])
    tails = spread([block.p99 for block in blocks])
    middle = spread([block.p50 for block in blocks])
    return [part, kind, who, str(in_flight), f"{rates.median:,.0f}",
            f"{rates.least:,.0f} to {rates.most:,.0f}, {rates.count} runs",
            span(int(middle.median)), span(int(tails.median)),
            f"{span(int(tails.least))} to {span(int(tails.most))}",
            span(max(block.most for block in blocks)), note]


def rows(results):
    """One list of texts for each kind, program and number in flight."""
    for key, blocks in results.blocks.items():
        yield row(key, blocks, results.notes.get(key, ""))
    for what, times in results.starts.items():
        found = spread(times)
        yield ["start", f"first {what}", "twinaidd", "1", "", "",
               span(int(found.median)), "",
               f"{span(int(found.least))} to {span(int(found.most))}, "
               f"{found.count} runs", span(int(found.most)), ""]


def plain(header, body):
    """Columns of the width of what is in them."""
    cells = [header] + list(body)
    widths = [max(map(len, column)) for column in zip(*cells)]
    return "\n".join(
        "  ".join(t.ljust(w) for t, w in zip(line, widths)).rstrip()
        for line in cells)


def ratio(found):
    """A spread of ratios as text."""
    return (f"{digits(found.median)} ({digits(found.least)} to "
            f"{digits(found.most)})")
