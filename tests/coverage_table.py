# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""The table of tests/coverage: lines run by folder, from gcov's counters.

  coverage_table.py BUILD LEAST VALIDATION SHOWN

BUILD is a build folder with counters, LEAST a share in percent that each
folder of VALIDATION (separated by commas) must have; SHOWN is only told.
"""

import collections
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def read_counters(build, wanted):
    """Lines of each source in a wanted folder: {file: {line: run}}."""
    root = pathlib.Path.cwd()
    lines = collections.defaultdict(dict)
    counters = [str(p.resolve()) for p in pathlib.Path(build).rglob("*.gcda")]
    with tempfile.TemporaryDirectory() as folder:
        for at in range(0, len(counters), 50):
            subprocess.run(
                ["gcov", "--json-format", "--preserve-paths"]
                + counters[at : at + 50],
                cwd=folder, check=True, stdout=subprocess.DEVNULL)
        for path in pathlib.Path(folder).rglob("*.gcov.json.gz"):
            with gzip.open(path) as text:
                read = json.load(text)
            base = pathlib.Path(read["current_working_directory"])
            for source in read["files"]:
                full = pathlib.Path(os.path.normpath(base / source["file"]))
                if not full.is_relative_to(root):
                    continue
                name = str(full.relative_to(root))
                if os.path.dirname(name) not in wanted:
                    continue
                for line in source["lines"]:
                    number = line["line_number"]
                    seen = lines[name].get(number, False)
                    lines[name][number] = seen or line["count"] > 0
    return lines


def main():
    build, least, validation, shown = sys.argv[1:]
    validation = [f for f in validation.split(",") if os.path.isdir(f)]
    shown = [f for f in shown.split(",") if os.path.isdir(f)]
    lines = read_counters(build, set(validation + shown))
    low = False
    print(f"{'folder':<20}{'lines':>8}{'run':>8}{'share':>9}")
    for folder in validation + shown:
        files = {n: ls for n, ls in lines.items()
                 if os.path.dirname(n) == folder}
        total = sum(len(ls) for ls in files.values())
        run = sum(sum(ls.values()) for ls in files.values())
        share = 100 * run / total if total else 0
        below = folder in validation and share < float(least)
        low = low or below
        print(f"{folder:<20}{total:>8}{run:>8}{share:>8.1f}%"
              f"{f'  below {least} %' if below else ''}")
    print("most missed in validation:")
    missed = sorted(
        ((len(ls) - sum(ls.values()), n) for n, ls in lines.items()
         if os.path.dirname(n) in validation), reverse=True)
    for count, name in missed[:8]:
        gone = [str(at) for at, seen in sorted(lines[name].items())
                if not seen]
        print(f"  {count:>4} {name}: {' '.join(gone[:15])}")
    return 1 if low else 0


sys.exit(main())
