// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The start of a mutual matching from an assignment: places pair off in halves
// first, which needs no odd sets, and whole pairs are read off.

#ifndef TWINAID_MATCHER_DOUBLE_COVER_H_
#define TWINAID_MATCHER_DOUBLE_COVER_H_

#include <cstdint>
#include <vector>

#include "matcher/blossom_search.h"
#include "matcher/mutual.h"

namespace twinaid::matcher {

// Every place stands on both sides of an assignment, every edge goes both ways.
// The sum of a place's two potentials is its potential here, doubled; what is
// assigned forms paths and cycles of tight edges, whose edges are taken by
// turns. Only odd cycles leave a place without a partner whose potential may be
// above zero, one each: that of least potential, the first of equals.
//
// Defined for std::int64_t, Int128 and Weight. Time and memory those of Assign
// (assignment.h) for as many places and twice the edges.
template <typename W>
MutualStart<W> CoverStart(std::int32_t places,
                          const std::vector<MutualEdge<W>>& edges);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_DOUBLE_COVER_H_
