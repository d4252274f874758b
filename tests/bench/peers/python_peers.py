#!/usr/bin/python3
# Copyright 2026 The Twinaid Authors
# SPDX-License-Identifier: Apache-2.0
"""Solvers of Python on a graph written by WriteGraph.

    python_peers.py PEER STEP SCALE RUNS GRAPH

PEER is scipy-sparse, scipy-dense (bipartite) or networkx (general, edges
without direction). Prints a line as the benchmark programs do; only the call
is timed. Exits 1 if the optimum is not the one in the file, 3 if the peer is
not installed.
"""

import statistics
import sys
import time


def read(path):
    with open(path, encoding="ascii") as lines:
        places, _, optimum = map(int, next(lines).split())
        edges = [tuple(map(int, line.split())) for line in lines]
    return places, edges, optimum


def timed(call):
    start = time.perf_counter_ns()
    result = call()
    return time.perf_counter_ns() - start, result


def scipy_sparse(places, edges):
    """Every donor may take a column of its own instead of a recipient: what is
    left is a full matching of least cost."""
    import numpy
    import scipy.sparse
    import scipy.sparse.csgraph

    most = max(edge[2] for edge in edges) + 1
    best = {}
    for donor, recipient, weight in edges:
        key = donor, recipient
        best[key] = max(best.get(key, 0), weight)
    rows = [key[0] for key in best] + list(range(places))
    columns = [key[1] for key in best] + [places + i for i in range(places)]
    costs = [most - weight for weight in best.values()] + [most] * places
    matrix = scipy.sparse.csr_matrix(
        (numpy.array(costs, dtype=float), (rows, columns)),
        shape=(places, 2 * places))

    def solve():
        return scipy.sparse.csgraph.min_weight_full_bipartite_matching(matrix)

    def total(answer):
        return sum(best.get((int(d), int(r)), 0) for d, r in zip(*answer))

    return solve, total


def scipy_dense(places, edges):
    """Where there is no edge the weight is zero."""
    import numpy
    import scipy.optimize

    matrix = numpy.zeros((places, places))
    for donor, recipient, weight in edges:
        matrix[donor, recipient] = max(matrix[donor, recipient], weight)

    def solve():
        return scipy.optimize.linear_sum_assignment(matrix, maximize=True)

    def total(answer):
        return sum(int(matrix[d, r]) for d, r in zip(*answer))

    return solve, total


def networkx_general(_, edges):
    import networkx

    graph = networkx.Graph()
    for a, b, weight in edges:
        if not graph.has_edge(a, b) or graph[a][b]["weight"] < weight:
            graph.add_edge(a, b, weight=weight)

    def solve():
        return networkx.max_weight_matching(graph)

    def total(answer):
        return sum(graph[a][b]["weight"] for a, b in answer)

    return solve, total


PEERS = {
    "scipy-sparse": scipy_sparse,
    "scipy-dense": scipy_dense,
    "networkx": networkx_general,
}


def main(arguments):
    peer, step, scale, runs, path = arguments
    places, edges, optimum = read(path)
    try:
        solve, total = PEERS[peer](places, edges)
    except ImportError as missing:
        print(f"{peer}: {missing}", file=sys.stderr)
        return 3
    times = []
    for _ in range(int(runs)):
        elapsed, answer = timed(solve)
        times.append(elapsed)
        if total(answer) != optimum:
            print(f"WRONG: {step}, scale {scale}: {peer} found "
                  f"{total(answer)}, not {optimum}", file=sys.stderr)
            return 1
    print("time", step, scale, peer, statistics.median_high(times), min(times),
          max(times), len(times), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
