#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What a terminal shows, in both languages, at 80 and at 120 columns.

    golden.py check            whether each file has the commands of commands.md
    golden.py make BIN SOURCE  makes the files anew: commands, then their outputs

Each file is a guide (tests/guides/guide.py), and tests/guides/run.py compares
what its commands print with what it shows.
"""

import datetime
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GUIDES = HERE.parent / "guides"
sys.path.insert(0, str(GUIDES))
sys.dont_write_bytecode = True
import guide as guides

LANGUAGES = {"en": "English", "zh": "Chinese"}
WIDTHS = (80, 120)


def path_of(language, columns):
    return HERE / f"terminal-{columns}.{language}.md"


def commands(language, columns):
    """The text of commands.md for one terminal."""
    text = (HERE / "commands.md").read_text(encoding="utf-8")
    return (text.replace("@COLUMNS@", str(columns))
            .replace("@LANG@", language)
            .replace("COLUMNS columns", f"{columns} columns")
            .replace("in LANGUAGE", f"in {LANGUAGES[language]}"))


def wanted(language, columns):
    lines = commands(language, columns).splitlines()
    return [line for line in lines if line.startswith("$ ")]


def check():
    bad = 0
    for language in LANGUAGES:
        for columns in WIDTHS:
            path = path_of(language, columns)
            had = [f"$ {command.text}" for command in guides.read(path).commands]
            if had != wanted(language, columns):
                print(f"{path.name} has other commands than commands.md: make "
                      "it anew with golden.py make")
                bad += 1
    return 1 if bad else 0


def make(bin_folder, source):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    for language in LANGUAGES:
        for columns in WIDTHS:
            path = path_of(language, columns)
            path.write_text(f"<!-- outputs of {today} -->\n" +
                            commands(language, columns), encoding="utf-8")
            done = subprocess.run(
                [str(GUIDES / "run.py"), str(path), bin_folder, source,
                 "--update-all"], check=False)
            if done.returncode != 0:
                return done.returncode
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        sys.exit(check())
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        sys.exit(make(sys.argv[2], sys.argv[3]))
    print(__doc__, file=sys.stderr)
    sys.exit(2)
