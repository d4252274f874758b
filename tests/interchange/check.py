#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Holds docs/interchange.md against the contract, the events and the files.

    check.py SOURCES [--without ROW] [--also ROW]

Each state of a lifecycle, each event of the ledger about one, each column of a
file with its tag, and each of the sixteen messages of EDXL-RM must have a row
in the document's tables, and each row about one of them must be true. `ROW` is
how a row begins: without it, or with it besides, to see that it is found. Ends
with 0 if all is well; prints what is not.
"""

import argparse
import pathlib
import re
import sys

# The enums that are lifecycles, as the document calls them.
LIFECYCLES = {
    "Need": ("need.proto", "State"),
    "Offer": ("offer.proto", "State"),
    "Match": ("match.proto", "State"),
    "Answer": ("match.proto", "Answer"),
    "Pairing": ("pairing.proto", "State"),
    "Round": ("round.proto", "State"),
    "SisterLink": ("sister_link.proto", "State"),
}
EVENT = re.compile(
    r'"((?:need|offer|match|letter|pairing|round)\.[a-z_]+)"')
# Paths of fields in errors, which look like events.
FIELDS = {"match.need", "match.offer", "match.quantity"}
MESSAGES = """
RequestResource ResponseToRequestResource RequisitionResource CommitResource
RequestInformation ResponseToRequestInformation OfferUnsolicitedResource
ReleaseResource RequestReturn ResponseToRequestReturn RequestQuote
ResponseToRequestQuote RequestResourceDeploymentStatus
ReportResourceDeploymentStatus RequestExtendedDeploymentDuration
ResponseToRequestExtendedDeploymentDuration""".split()


def states(sources):
    """"Need OPEN" of every lifecycle, as the contract has them."""
    found = set()
    for name, (file, enum) in LIFECYCLES.items():
        text = (sources / "proto/twinaid/v1" / file).read_text()
        body = re.search(r"enum %s \{(.*?)\n\s*\}" % enum, text, re.S).group(1)
        for value in re.findall(r"^\s*([A-Z_]+) = [1-9]", body, re.M):
            found.add(f"{name} {value}")
    return found


def events(sources):
    """The types of events about these resources that the service records."""
    found = set()
    for path in (sources / "service/core").glob("*.cc"):
        found.update(EVENT.findall(path.read_text()))
    return found - FIELDS


def tags(sources):
    """(file, column, tag) of every column that is written or read."""
    found = set()
    text = (sources / "client/files/columns.cc").read_text()
    for file, body in re.findall(
            r'SheetSpec\{\s*"([a-z_]+\.csv)",(.*?)\}\};', text, re.S):
        for column, tag in re.findall(
                r'\{"([a-z_]+)",\s*(?:true|false),\s*"(#[^"]+)"', body):
            found.add((file, column, tag))
    return found


def rows(text):
    """The cells of each row of a table, without the marks of code."""
    for line in text.splitlines():
        if line.startswith("| "):
            yield [cell.strip().strip("`") for cell in line.strip("| ").split(" | ")]


def problems(sources, text):
    table = list(rows(text))
    first = {row[0] for row in table}
    known_states, known_events = states(sources), events(sources)
    known_tags = tags(sources)
    for name, known in (("state", known_states), ("event", known_events),
                        ("message", set(MESSAGES))):
        for missing in sorted(known - first):
            yield f"no row for the {name} {missing}"
    for cell in sorted(first):
        if cell.split(" ")[0] in LIFECYCLES and cell not in known_states:
            yield f"there is no state {cell}"
        if EVENT.fullmatch(f'"{cell}"') and cell not in known_events:
            yield f"there is no event {cell}"
    told = {tuple(row) for row in table if row[0].endswith(".csv")}
    for file, column, tag in sorted(known_tags - told):
        yield f"no row for {file} {column} {tag}"
    for row in sorted(told - known_tags):
        yield "not so: " + " ".join(row)
    for what, known in (("states", known_states), ("events", known_events),
                        ("tags", known_tags)):
        if len(known) < 20:
            yield f"only {len(known)} {what} were found in the sources"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", type=pathlib.Path)
    parser.add_argument("--without")
    parser.add_argument("--also")
    options = parser.parse_args()
    text = (options.sources / "docs/interchange.md").read_text(encoding="utf-8")
    lines = text.splitlines()
    if options.without:
        kept = [line for line in lines if not line.startswith(options.without)]
        if len(kept) == len(lines):
            sys.exit(f"no row begins with {options.without}")
        lines = kept
    if options.also:
        lines.append(options.also)
    found = list(problems(options.sources, "\n".join(lines)))
    for problem in found:
        print(problem)
    # What is planted is found once, and nothing else.
    wanted = 1 if options.without or options.also else 0
    return 0 if len(found) == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
