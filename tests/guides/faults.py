#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Plants faults in guides, each of which must be found: by run.py, by
languages.py, by mentions.py.

    faults.py BIN_DIR SOURCE_DIR

Without them everything must pass. Its commands need no server: they are the
shell's own, and one of twinaid.
"""

import pathlib
import subprocess
import sys
import tempfile

GUIDE = """<!-- outputs of {day} -->
# A guide

```console
$ twinaid --version
twinaid ...
$ name=wuxi
$ echo "$name" && echo 'two' &&
> echo three
wuxi
...
three
$ printf 'm-%s\\n' 4k2j9x0q7c3f5d1a
m-0000000000000000
$ echo m-0000000000000000 && date -u +%F
m-0000000000000000
{day}
```

Rows in any order of their ids, days as far from now as they were:

```console
$ printf 'm-%016d %s\\n' 9 a 8 b; date -u -d '+7 days' +'by %F'
m-1111111111111111 b
m-2222222222222222 a
by {later}
```

```console exit=1
$ false
```

Not run by the tests: needs root.

```console not-run
$ apt-get install everything
```
"""
# (what is planted, what stands in the guide, what in its place, what is said)
FAULTS = [
    ("a command that fails", "$ name=wuxi", "$ name=wuxi; false",
     "ends with 1, not with 0"),
    ("a command that does not exist", "$ twinaid --version",
     "$ twinaid need creat", "ends with 2, not with 0"),
    ("a command that is done where it should be refused", "$ false", "$ true",
     "ends with 0, not with 1"),
    ("a wrong output", "\nthree\n", "\nfour\n", "the guide shows"),
    ("a line that is not shown", "wuxi\n...\nthree\n", "wuxi\nthree\n",
     "the guide shows"),
    ("another id than before", "{day}\n```\n\nRows",
     "{day}\n$ printf 'm-%s\\n' 4k2j9x0q7c3f5d1b\nm-0000000000000000\n```\n\nRows",
     "the guide shows"),
    ("an id that nothing showed", "$ name=wuxi", "$ echo m-7777777777777777",
     "no output before it shows"),
    ("two ids that are one", "9 a 8 b", "8 a 8 b",
     "the guide shows"),
    ("a day too late", "+7 days", "+8 days", "the guide shows"),
    ("no reason why it is not run", "Not run by the tests: needs root.",
     "Then install:", "begins with"),
    ("a block of commands that says nothing", "```console exit=1", "```sh",
     "commands stand in ```console blocks"),
    ("a word that is not known", "exit=1", "exit=one", "neither exit=N"),
    ("an indented command", "# A guide", "# A guide\n\n    $ twinaid whoami",
     "is not run; fence it"),
    ("no day", "<!-- outputs of {day} -->", "", "must stand in it"),
    ("nothing but blocks that are not run", None, None, "there is no command"),
]


# A guide in the other language, with a figure and a command to go wrong.
ENGLISH = """<!-- outputs of 2020-02-10 -->
```console
$ printf 'outstanding 35,000\\n'
outstanding 35,000
```
"""
CHINESE = ENGLISH.replace("$ printf", "$ export LANG=zh_CN.UTF-8\n$ printf")
OTHER_LANGUAGE = [
    ("another figure", "g 35,000\n```", "g 3,500\n```", "same figures"),
    ("another command", "$ printf 'outstanding", "$ printf '  outstanding",
     "same command"),
    ("a command too many", "35,000\n```", "35,000\n$ true\n```", "2 in"),
    ("no Chinese", "$ export LANG=zh_CN.UTF-8\n", "", "ask for Chinese"),
]
MENTIONED = "`twinaid need create --place P` and `twinaid --lang zh inbox`\n"
MENTIONS = [
    ("a command that is only mentioned", "create", "creat", "no command"),
    ("an option that is only mentioned", "--place", "--city", "has no --city"),
]


def ran(script, *words):
    """The code and the text of one of the programs beside this one."""
    done = subprocess.run(
        [sys.executable, pathlib.Path(__file__).parent / script, *words],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8")


def must(condition, what, said):
    if not condition:
        sys.exit(f"{what}; it said\n{said}")


def in_a_guide(folder, bin_folder, source):
    """How many faults of a guide that runs were found."""
    path = folder / "guide.md"

    def run(text):
        path.write_text(text.replace("{day}", "2020-02-10")
                        .replace("{later}", "2020-02-17"), encoding="utf-8")
        return ran("run.py", path, bin_folder, source)

    code, said = run(GUIDE)
    must(code == 0 and "7 commands run, 5 with their output; 1 not run" in said,
         "the guide without a fault", said)
    for what, here, instead, words in FAULTS:
        if here is None:
            text = (GUIDE.splitlines()[0] + "\n\n" +
                    GUIDE[GUIDE.index("Not run by"):])
        else:
            must(here in GUIDE, f"{here!r} does not stand in the guide", GUIDE)
            text = GUIDE.replace(here, instead, 1)
        code, said = run(text)
        must(code != 0 and words in said, f"not found: {what}", said)
    return len(FAULTS)


def in_a_language(folder):
    """How many differences between two languages were found."""
    english, chinese = folder / "guide.md", folder / "guide.zh.md"
    english.write_text(ENGLISH, encoding="utf-8")
    for what, here, instead, words in [("", "", "", ""), *OTHER_LANGUAGE]:
        must(here in CHINESE, f"{here!r} does not stand in the guide", CHINESE)
        chinese.write_text(CHINESE.replace(here, instead, 1), encoding="utf-8")
        code, said = ran("languages.py", english, chinese)
        must((code != 0) == bool(what) and words in said,
             f"not found: {what}", said)
    return len(OTHER_LANGUAGE)


def in_a_mention(folder, bin_folder):
    """How many mentions of what does not exist were found."""
    path = folder / "text.md"
    for what, here, instead, words in [("", "", "", ""), *MENTIONS]:
        path.write_text(MENTIONED.replace(here, instead, 1), encoding="utf-8")
        code, said = ran("mentions.py", bin_folder, path)
        must((code != 0) == bool(what) and words in said,
             f"not found: {what}", said)
    return len(MENTIONS)


def main():
    bin_folder, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found = (in_a_guide(folder, bin_folder, source) + in_a_language(folder)
                 + in_a_mention(folder, bin_folder))
    print(f"{found} planted faults found")


if __name__ == "__main__":
    main()
