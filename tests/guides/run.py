#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of a guide and compares what they print with what it shows.

    run.py GUIDE BIN_DIR SOURCE_DIR [--update | --update-all]

BIN_DIR holds twinaid and twinaidd. guide.py says how a guide is written,
sameness.py what counts as the same. Stops at the first command that fails, and
prints what was shown and what came. --update puts what came into the guide where
it differs, --update-all everywhere; a line `?` stands for an output that is yet
to be put in. Ends with 0 if the guide is true.
"""

import argparse
import datetime
import sys

import guide as guides
import sameness
import shell


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def indented(lines):
    return "\n".join(f"    {line}" for line in lines) or "    (nothing)"


def check(same, command, printed, days):
    """Whether the output is as shown, on one of the days it may be from."""
    return any(same.same(command.shown, printed, day) for day in days)


def renewed(same, command, printed, day):
    """What the guide shows from now on: the same rows of what came now, each
    known by its first word; all of it where a row is not there any more."""
    lines = [same.as_shown(line, day) for line in printed]
    if all(line.strip() != "..." for line in command.shown):
        return lines
    shown, at = [], 0
    for line in command.shown:
        if line.strip() == "...":
            shown.append("...")
            continue
        while at < len(lines) and lines[at].split()[:1] != line.split()[:1]:
            at += 1
        if at == len(lines):
            return lines
        shown.append(lines[at])
        at += 1
    return shown


def run(guide, sh, update, update_all):
    """The fault that was found, or None; the new outputs by command."""
    same = sameness.Sameness(guide.written)
    outputs = {}
    start = today()
    for command in guide.commands:
        where = f"{guide.path}:{command.line}: $ {command.text}"
        try:
            before = today()
            code, printed = sh.run(same.command(command.text))
            # A run may go over midnight.
            days = {start, before, today()}
        except sameness.UnknownId as unknown:
            return f"{where}\nno output before it shows {unknown}", outputs
        except TimeoutError as error:
            return f"{where}\n{error}", outputs
        if code != command.exit_code:
            return (f"{where}\nends with {code}, not with "
                    f"{command.exit_code}; it printed\n" +
                    indented(printed)), outputs
        if not command.shown:
            continue
        as_shown = check(same, command, printed, days)
        if update_all or (update and not as_shown):
            outputs[command.line] = renewed(same, command, printed,
                                            max(days))
        elif not as_shown:
            return (f"{where}\nthe guide shows\n{indented(command.shown)}"
                    f"\nit printed\n{indented(printed)}"), outputs
    return None, outputs


def write(guide, outputs):
    """The guide with these outputs instead of its own."""
    lines = list(guide.lines)
    for command in reversed(guide.commands):
        if command.line in outputs:
            lines[command.first:command.end] = outputs[command.line]
    with open(guide.path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def check_guide(path, sh, update, update_all):
    """Runs one guide in the shell; exits with the fault."""
    guide = guides.read(path)
    if guide.after:
        check_guide(guide.after, sh, False, False)
    fault, outputs = run(guide, sh, update, update_all)
    if outputs:
        write(guide, outputs)
    for line, reason, _ in guide.not_run:
        print(f"{path}:{line}: {reason}")
    shown = sum(1 for command in guide.commands if command.shown)
    print(f"{path}: {len(guide.commands)} commands run, {shown} with their "
          f"output; {sum(count for *_, count in guide.not_run)} not run" +
          (f"; {len(outputs)} outputs renewed" if outputs else ""))
    if fault:
        sys.exit(fault)
    if not guide.commands:
        sys.exit(f"{path}: there is no command in it")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guide")
    parser.add_argument("bin_folder")
    parser.add_argument("source")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--update-all", action="store_true")
    given = parser.parse_args()
    try:
        with shell.Shell(given.bin_folder, given.source) as sh:
            check_guide(given.guide, sh, given.update, given.update_all)
    except guides.GuideError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
