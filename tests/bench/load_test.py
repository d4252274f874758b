#!/usr/bin/env python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""What load_results, load_table and load_targets make of blocks."""

import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import load_results
import load_table
import load_targets


def block(rate, p99=2_000_000):
    return load_results.Block(rate, 10**9, 1_000_000, p99, 3_000_000)


def verdicts(results):
    """target text -> (measured, verdict)."""
    return {row[0]: (row[2], row[3]) for row in load_targets.rows(results)}


class BlockTest(unittest.TestCase):

    def test_reads_a_line(self):
        found = load_results.block_of(
            "calls\tget\t16\t500\t250000000\t10\t20\t30")
        self.assertEqual(found, load_results.Block(500, 250_000_000, 10, 20,
                                                   30))
        self.assertEqual(found.rate, 2000)

    def test_takes_no_other_line(self):
        with self.assertRaises(ValueError):
            load_results.block_of("fact\tget\t16\t1\t1\t1\t1\t1")


class ResultsTest(unittest.TestCase):

    def test_the_median_has_its_least_and_most(self):
        found = load_results.spread([3, 1, 8])
        self.assertEqual((found.median, found.least, found.most, found.count),
                         (3, 1, 8, 3))

    def test_ratios_are_of_blocks_that_took_turns(self):
        results = load_results.Results()
        for ours, theirs in ((10, 20), (30, 40), (90, 100)):
            results.add("p", "k", "ours", 1, block(ours))
            results.add("p", "k", "theirs", 1, block(theirs))
        found = results.ratios(load_targets.rate, ("p", "k", "ours", 1),
                               ("p", "k", "theirs", 1))
        self.assertEqual((found.median, found.least, found.most),
                         (0.75, 0.5, 0.9))

    def test_what_did_not_run_has_no_ratio(self):
        self.assertIsNone(load_results.Results().ratios(
            load_targets.rate, ("p", "k", "a", 1), ("p", "k", "b", 1)))


    def test_a_block_without_a_call_has_no_ratio(self):
        results = load_results.Results()
        for who in ("twinaidd", "echo", "sqlite"):
            results.add("calls", "create", who, 64, block(0, 0))
            results.add("calls", "get", who, 64, block(0, 0))
        found = verdicts(results)
        self.assertEqual(
            found["durable creates at 64: ours / the lower ceiling"][0],
            "not run")
        self.assertEqual(found["gets at 64: ours / echo"][0], "not run")


class TargetsTest(unittest.TestCase):

    def test_nothing_was_run(self):
        for measured, verdict in verdicts(load_results.Results()).values():
            self.assertEqual((measured, verdict), ("not run", ""))

    def creates(self, ours, echo, sqlite, p99=2_000_000):
        results = load_results.Results()
        results.add("calls", "create", "twinaidd", 64, block(ours, p99))
        results.add("calls", "create", "echo", 64, block(echo))
        results.add("calls", "create", "sqlite", 64, block(sqlite))
        return verdicts(results)

    def test_creates_are_held_against_the_lower_ceiling(self):
        name = "durable creates at 64: ours / the lower ceiling"
        self.assertEqual(self.creates(50, 100, 1000)[name][1], "met")
        self.assertEqual(self.creates(50, 1000, 100)[name][1], "met")
        self.assertEqual(self.creates(40, 100, 1000)[name][1],
                         "missed by a factor of 1.25")
        self.assertEqual(self.creates(40, 1000, 100)[name][1],
                         "missed by a factor of 1.25")

    def test_p99_is_in_milliseconds(self):
        name = "durable creates at 64: p99 in ms"
        self.assertEqual(self.creates(1, 1, 1, 25_000_000)[name][1], "met")
        self.assertEqual(self.creates(1, 1, 1, 50_000_000)[name][1],
                         "missed by a factor of 2.00")

    def test_many_needs_may_be_slower_by_half(self):
        results = load_results.Results()
        results.add("sizes", "get", "few needs", 16, block(300))
        results.add("sizes", "get", "many needs", 16, block(200))
        results.add("sizes", "create", "few needs", 16, block(300))
        results.add("sizes", "create", "many needs", 16, block(100))
        found = verdicts(results)
        self.assertEqual(found["get at 16: few needs / many needs"][1], "met")
        self.assertEqual(found["create at 16: few needs / many needs"][1],
                         "missed by a factor of 2.00")

    def test_a_round_may_raise_p99_threefold(self):
        name = "p99 of creates at 16: with a round / without"
        for times, verdict in ((3, "met"), (6, "missed by a factor of 2.00")):
            results = load_results.Results()
            results.add("round", "create", "without", 16, block(9, 1_000))
            results.add("round", "create", "with a round", 16,
                        block(9, 1_000 * times))
            self.assertEqual(verdicts(results)[name][1], verdict)

    def test_starts_are_in_seconds(self):
        results = load_results.Results()
        results.starts["get"] = [500_000_000, 900_000_000, 4_000_000_000]
        self.assertEqual(
            verdicts(results)["from the start after a kill to the first get, s"],
            ("0.90 (0.50 to 4.00)", "met"))


class TableTest(unittest.TestCase):

    def test_a_row_has_medians_and_their_spread(self):
        results = load_results.Results()
        for rate, p99 in ((1000, 5_000_000), (3000, 1_000_000),
                          (2000, 2_000_000)):
            results.add("calls", "get", "twinaidd", 16, block(rate, p99))
        self.assertEqual(list(load_table.rows(results)), [[
            "calls", "get", "twinaidd", "16", "2,000",
            "1,000 to 3,000, 3 runs", "1.00 ms", "2.00 ms",
            "1.00 ms to 5.00 ms", "3.00 ms", ""]])

    def test_both_forms_have_every_cell(self):
        body = [["a"] * len(load_table.HEADER)]
        for form in (load_table.plain, load_table.markdown):
            self.assertEqual(form(load_table.HEADER, body).count("a |")
                             or form(load_table.HEADER, body)
                             .splitlines()[1].count("a"),
                             len(load_table.HEADER))


if __name__ == "__main__":
    unittest.main()
