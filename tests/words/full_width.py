#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Finds half-width punctuation in the Chinese texts of C++ files.

    full_width.py [--mend] FILE...

A comma, a colon, a bracket and the like that stand beside a Chinese character
in a string literal are to be full-width, with no blank beside them. Literals
that the compiler joins are looked at as one. What stands between backquotes is
left alone: people type it so. --mend puts the punctuation right. Ends with 1 if
anything was found.
"""

import re
import sys

LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^(\s]*)\((?P<raw>.*?)\)(?P=d)"'
    r"|'(?:[^'\\\n]|\\.)'" r'|"(?P<text>(?:[^"\\\n]|\\.)*)"',
    re.S,
)
HAN = "[\u4e00-\u9fff\u3001\u3002\u201c\u201d\uff01-\uff5e]"
FULL = dict(zip(",:;?!()", "，：；？！（）"))


def is_han(character):
    return bool(re.match(HAN, character or " "))


def pairs(text):
    """The brackets that belong together, as positions."""
    open_at, found = [], {}
    for at, character in enumerate(text):
        if character == "(":
            open_at.append(at)
        elif character == ")" and open_at:
            start = open_at.pop()
            found[start], found[at] = at, start
    return found


def full_width(text):
    """The text with full-width punctuation beside Chinese; as long as before
    but for blanks beside it, which become NUL."""
    if not re.search(HAN, text):
        return text
    out = list(text)
    mates = pairs(text)
    typed = set()
    for span in re.finditer("`[^`]*`", text):
        typed.update(range(*span.span()))

    def beside(at):
        before = text[:at].rstrip(" ")[-1:]
        after = text[at + 1 :].lstrip(" ")[:1]
        return is_han(before) or is_han(after)

    for at, character in enumerate(text):
        if at in typed:
            continue
        if character in "()":
            if beside(at) or (at in mates and beside(mates[at])):
                out[at] = FULL[character]
        elif character in FULL and beside(at):
            out[at] = FULL[character]
        elif character == "." and re.match("[\u4e00-\u9fff]", text[at - 1 : at]):
            if not re.match(r"[\w.]", text[at + 1 : at + 2]):
                out[at] = "。"
    for at, character in enumerate(out):
        if character == text[at]:
            continue
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(out) and out[near] == " ":
                out[near] = "\0"
                near += step
    return "".join(out)


def runs(source):
    """Literals that the compiler joins: lists of spans of their texts."""
    run, end = [], None
    for match in LITERAL.finditer(source):
        group = "text" if match["text"] is not None else "raw"
        if match[group] is None:
            continue
        if run and not source[end : match.start()].strip():
            run.append(match.span(group))
        else:
            if run:
                yield run
            run = [match.span(group)]
        end = match.end()
    if run:
        yield run


def mended_once(source):
    out, done = [], 0
    for run in runs(source):
        joined = "".join(source[start:end] for start, end in run)
        better = full_width(joined)
        at = 0
        for start, end in run:
            out.append(source[done:start])
            out.append(better[at : at + end - start].replace("\0", ""))
            at += end - start
            done = end
    return "".join(out) + source[done:]


def mended(source):
    """The source as it should be. What is put right makes its neighbours wrong."""
    better = mended_once(source)
    return better if better == source else mended(better)


def main():
    mend = sys.argv[1:2] == ["--mend"]
    found = 0
    for path in sys.argv[2 if mend else 1 :]:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        better = mended(source)
        if better == source:
            continue
        found += 1
        for number, (old, new) in enumerate(
            zip(source.split("\n"), better.split("\n")), 1
        ):
            if old != new:
                print(f"{path}:{number}: {old.strip()}\n  -> {new.strip()}")
        if mend:
            with open(path, "w", encoding="utf-8") as file:
                file.write(better)
    return 1 if found and not mend else 0


if __name__ == "__main__":
    sys.exit(main())
