// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_graph.h"

namespace twinaid::matcher {

void PairGraph::Clear() {
  needs.clear();
  offers.clear();
  arcs.clear();
}

void PairGraph::Remove(LocalIndex offer) {
  offers.erase(offers.begin() + offer);
  ArcIndex kept = 0;
  for (PairNeed& need : needs) {
    const ArcIndex begin = kept;
    for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
      PairArc arc = arcs[a];
      if (arc.offer == offer) continue;
      if (arc.offer > offer) --arc.offer;
      arcs[kept++] = arc;
    }
    need.arcs_begin = begin;
    need.arcs_end = kept;
  }
  arcs.resize(kept);
}

}  // namespace twinaid::matcher
