# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Whether the checker sees the faults that are planted, each in a copy."""

import dataclasses
import pathlib
import tempfile

import effects
import planted
import truth
from caller import Caller
from daemon import Daemon


class Bench:
    """Judges copies of the database that a run left; the server is down."""

    def __init__(self, contract, daemon, records, known):
        self.contract = contract
        self.twinaidd = daemon.command[0]
        self.source = daemon.database
        self.records = records
        self.known = known

    def judge(self, plant=lambda copy: None, again=(), more=(), without=None,
              source=None):
        """plant: what is done to the copy; again: whose answer is asked for
        once more; more: records that only a liar would keep; without: one
        that is not remembered; source: another database than the one that
        the run left."""
        records = [one for one in self.records if one is not without]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            plant(planted.copy_of(source or self.source, folder))
            with Daemon(self.twinaidd, folder) as daemon:
                caller = Caller(self.contract, daemon)
                asked = [dataclasses.replace(record, repeats=[])
                         for record in again]
                for record in asked:
                    caller.repeat(record)
                found = effects.findings([*records, *asked, *more],
                                         truth.read(caller), self.known)
                caller.hang_up()
        return found


def tell(what, found, kind):
    seen = [one for one in found if one.startswith(kind + ":")]
    print(("ok    " if seen else "WRONG ") + f"planted: {what}: "
          + (f"{len(seen)}, " + seen[0].split("\n")[0][:70] if seen
             else f"not seen; {found[:3]}"), flush=True)
    return bool(seen)


def all_seen(contract, daemon, records, known, older=None):
    """older: the database as it was in the middle of the run."""
    made = [r for r in records if r.acknowledged and r.method == "CreateMatch"]
    made.sort(key=lambda record: record.answered)
    other, last = made[-2:]
    bench = Bench(contract, daemon, records, known)
    judge = bench.judge
    untouched = judge(again=[last])
    print(("WRONG " if untouched else "ok    ") + "nothing planted: "
          f"{len(untouched)} findings")
    seen = [not untouched]
    if older:
        seen.append(tell("the commits of the second half are gone", judge(
            source=older), "lost"))
    seen += [
        tell("an acknowledgement of what was never sent", judge(
            more=[planted.pretend(last)]), "lost"),
        tell("an event that is gone", judge(
            lambda copy: planted.lose(copy, last)), "lost"),
        tell("a row that is gone", judge(
            lambda copy: planted.lose_row(copy, last)), "lost"),
        tell("an answer that is another's", judge(
            lambda copy: planted.change_answer(copy, last, other), [last]),
            "changed"),
        tell("an answer that is forgotten", judge(
            lambda copy: planted.forget_answer(copy, last), [last]), "changed"),
        tell("a change that is carried out twice", judge(
            lambda copy: planted.double(copy, last)), "doubled"),
        tell("a refusal of what was done", judge(
            more=[dataclasses.replace(last, answer=None, repeats=[],
                                      refusal="NOT_ENOUGH_OPEN")]), "refused"),
        tell("a change that nobody asked for", judge(without=last), "unasked"),
        tell("a list that is old", judge(
            more=[planted.old_list(contract, made[0])]), "unseen")]
    return all(seen)
