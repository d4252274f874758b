// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Random worlds for suggestions, and what a scan of every need and every offer
// would suggest in them.
#ifndef TWINAID_TESTS_SERVICE_CORE_SUGGESTION_WORLD_H_
#define TWINAID_TESTS_SERVICE_CORE_SUGGESTION_WORLD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "service/core/suggestions.h"
#include "tests/service/core/world.h"

namespace twinaid::core {

// The rules that a scan asks; all, or one left out to see that it counts.
struct ScanRules {
  bool apart = true;
  bool rest = true;
  bool sides = true;
  bool rungs = true;
  bool lots = true;
  bool tie_days = true;  // those of the tie, where CreateMatch takes fewer
};

// One suggestion as text: everything but the rows themselves.
std::string ToText(const Suggestion& suggestion);
std::vector<std::string> ToTexts(const std::vector<Suggestion>& rows);

// A world of a seed. Its rows are the same whatever the order, a seed too, in
// which they were put in.
class SuggestionWorld : public World {
 public:
  SuggestionWorld(int seed, int order);
  void TestBody() override {}

  std::vector<model::Need> needs();
  std::vector<model::Offer> offers();
  SuggestionQuery query(int limit) const { return {scheme_.id, limit}; }

  Suggestions For(const model::NeedName& need, int limit);
  Suggestions For(const model::OfferName& offer, int limit);
  // The same in full, without any index.
  std::vector<Suggestion> Scan(const model::NeedName& need,
                               const ScanRules& rules);
  std::vector<Suggestion> Scan(const model::OfferName& offer,
                               const ScanRules& rules);
  // CreateMatch by hand, taken back at once.
  absl::Status TryMatch(const Suggestion& suggestion);

 private:
  std::optional<Suggestion> Pair(const View& v, const model::Need& need,
                                 const model::Offer& offer,
                                 const ScanRules& rules);
  bool Stands(const model::PlaceId& place, bool gives) const;

  model::Scheme scheme_;
  std::vector<model::SisterLink> links_;
  std::vector<model::Place> places_;
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_SUGGESTION_WORLD_H_
