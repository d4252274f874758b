// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the searches for offers and for needs share: who is near, who takes
// part, and the judgement of one pair.
#ifndef TWINAID_SERVICE_CORE_SUGGESTION_SEARCH_H_
#define TWINAID_SERVICE_CORE_SUGGESTION_SEARCH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "service/core/near_ties.h"
#include "service/core/suggestions.h"
#include "service/model/freshness.h"
#include "service/model/item.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// A pair that fits. The side that was asked for is filled in at the end.
struct Found {
  Suggestion suggestion;
  absl::CivilDay day;  // of arrival; on rung 4 the day the goods can leave
};

// The orders of the two answers.
bool BestOfferFirst(const Found& a, const Found& b);
bool BestNeedFirst(const Found& a, const Found& b);

// What is sought for a place, and with it which side the place stands on.
enum class Seeks { kOffers, kNeeds };

class SuggestionSearch {
 public:
  // NOT_FOUND: no such scheme or place. INVALID_ARGUMENT: the limit.
  static absl::StatusOr<SuggestionSearch> Begin(const View& v,
                                                const SuggestionQuery& query,
                                                const model::PlaceId& place,
                                                Seeks seeks);

  const model::Scheme& scheme() const { return scheme_; }
  std::size_t limit() const { return limit_; }
  const std::vector<Found>& found() const { return found_; }

  // Why nothing can be suggested for a row of the place that has this left.
  template <typename Row>
  Barred BarredFor(const Row& row, model::BaseUnits left) const {
    if (row.closed != model::Closed::kNo) return Barred::kClosed;
    if (left <= model::BaseUnits(0)) return Barred::kNothingLeft;
    if (Rests(row)) return Barred::kRests;
    return stands_ ? Barred::kNo : Barred::kOutside;
  }

  // The tied places of rungs `low` to `high` that may stand on the other side,
  // the shortest way first. What is beyond the most that one question names is
  // left to the look at everybody.
  std::vector<model::PlaceId> TiedPlaces(int low, int high);
  // Whether TiedPlaces has left some out.
  bool LeftTiesOut() const { return left_ties_out_; }
  // The untied places that may stand on the other side; nullopt: everybody, or
  // too many to name.
  std::optional<std::vector<model::PlaceId>> UntiedPlaces() const;
  // All rows of these places, of the items in question, are judged.
  void Cover(const std::vector<model::PlaceId>& places);
  bool IsCovered(const model::PlaceId& place) const {
    return covered_.contains(place);
  }
  // The rung of the nearest tie to a place; 4 without one.
  int RungTo(const model::PlaceId& other) const;
  // Whether the place may stand on the other side.
  bool MayStand(const model::PlaceId& other) const;

  // Rows that may still be read.
  int budget() const { return kMostRows - read_; }
  // Of a row that was read; false: it was the last.
  bool CountRead() { return ++read_ < kMostRows; }
  void CutShort() { answer_.more_may_exist = true; }

  // Takes the pair, or counts why not. `other` is the place of the row that
  // was read, `lot` the offer's least quantity. True: it fits.
  bool Judge(const model::Need& need, const model::Item& needed,
             const model::Offer& offer, model::BaseUnits lot, bool apart);

  // The best by `before`, at most the limit.
  template <typename Before>
  Suggestions Finish(Before before) && {
    const std::size_t rows = std::min(found_.size(), limit_);
    if (found_.size() > rows) CutShort();
    std::partial_sort(found_.begin(), found_.begin() + rows, found_.end(),
                      before);
    for (std::size_t i = 0; i < rows; ++i) {
      answer_.rows.push_back(std::move(found_[i].suggestion));
    }
    for (const auto& [why, count] : closed_out_) {
      answer_.closed_out.push_back({why, count});
    }
    return std::move(answer_);
  }

 private:
  SuggestionSearch() = default;

  template <typename Row>
  bool Rests(const Row& row) const {
    return model::Rests(row.confirm_time, scheme_.confirm_days, today_);
  }
  bool MisfitFor(model::Misfit why) {
    ++closed_out_[why];
    return false;
  }

  Seeks seeks_ = Seeks::kOffers;
  model::PlaceId place_;
  model::Scheme scheme_;
  absl::CivilDay today_;
  std::size_t limit_ = kDefaultSuggestions;
  bool stands_ = true;  // the place itself takes part on its side
  NearTies ties_;
  bool left_ties_out_ = false;
  absl::flat_hash_set<model::PlaceId> covered_;
  int read_ = 0;
  std::vector<Found> found_;
  std::map<model::Misfit, std::int64_t> closed_out_;
  Suggestions answer_;
};

// The least quantity of one match of the offer; zero where any will do.
model::BaseUnits LotOf(const model::Offer& offer, const model::Item& item);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SUGGESTION_SEARCH_H_
