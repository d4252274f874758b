// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/joint_model.h"

#include <cstddef>
#include <utility>

#include "matcher/points.h"
#include "tests/bench/arcs.h"

namespace twinaid::bench {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr double kPointsPerWorth = static_cast<double>(std::int64_t{1} << 44);

// A row for every index that is asked for, made at the first time.
class Rows {
 public:
  Rows(LinearModel& model, std::size_t count)
      : model_(model), row_(count, -1) {}

  // `created` says whether the row is new.
  std::int32_t Of(std::int32_t index, double most, bool& created) {
    std::int32_t& row = row_[At(index)];
    created = row < 0;
    if (created) {
      row = model_.AddRow(most);
      used_.push_back(index);
    }
    return row;
  }

  void Forget() {
    for (const std::int32_t index : used_) row_[At(index)] = -1;
    used_.clear();
  }

 private:
  LinearModel& model_;
  std::vector<std::int32_t> row_;
  std::vector<std::int32_t> used_;
};

// Columns of one instance.
class Columns {
 public:
  explicit Columns(const matcher::Instance& instance)
      : instance_(instance), points_(matcher::PointsPerBaseUnit(instance)) {
    joint_.points_per_worth = kPointsPerWorth;
    joint_.pair_column.assign(instance.ties.size(), -1);
  }

  LinearModel& model() { return joint_.model; }
  std::vector<std::int32_t>& pairs() { return joint_.pair_column; }
  JointModel Take() { return std::move(joint_); }

  std::int32_t AddPair() {
    joint_.tier.push_back(-1);
    return model().AddColumn(0, /*whole=*/true);
  }
  // The share of need n, whole or in part.
  std::int32_t AddShare(matcher::NeedIndex n) {
    const matcher::Need& need = instance_.needs[At(n)];
    const matcher::UrgencyPrice urgency =
        matcher::UrgencyOf(instance_.tiers, need.tier, points_[At(n)]);
    joint_.tier.push_back(need.tier);
    return model().AddColumn(static_cast<double>(urgency.points) *
                                 static_cast<double>(need.base_units) /
                                 kPointsPerWorth,
                             /*whole=*/false);
  }
  // Of the stock of offer o, in a share of 1 of need n.
  double PartOfStock(matcher::NeedIndex n, matcher::OfferIndex o) const {
    return static_cast<double>(instance_.needs[At(n)].base_units) /
           static_cast<double>(instance_.offers[At(o)].base_units);
  }

 private:
  const matcher::Instance& instance_;
  const std::vector<std::int64_t> points_;
  JointModel joint_;
};

}  // namespace

JointModel MakeJointModel(const matcher::Instance& instance) {
  const Arcs arcs(instance);
  Columns columns(instance);
  LinearModel& model = columns.model();
  Rows donors(model, At(instance.places));
  Rows recipients(model, At(instance.places));
  // Of one tie.
  Rows offers(model, instance.offers.size());
  Rows needs(model, instance.needs.size());
  bool created = false;
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const matcher::Tie& tie = instance.ties[t];
    std::int32_t& pair = columns.pairs()[t];
    arcs.Over(tie, [&](matcher::NeedIndex n, matcher::OfferIndex o) {
      if (pair < 0) {
        pair = columns.AddPair();
        model.Add(donors.Of(tie.donor, 1, created), pair, 1);
        model.Add(recipients.Of(tie.recipient, 1, created), pair, 1);
      }
      const std::int32_t share = columns.AddShare(n);
      const std::int32_t of_need = needs.Of(n, 0, created);
      if (created) model.Add(of_need, pair, -1);
      model.Add(of_need, share, 1);
      const std::int32_t of_offer = offers.Of(o, 0, created);
      if (created) model.Add(of_offer, pair, -1);
      model.Add(of_offer, share, columns.PartOfStock(n, o));
    });
    offers.Forget();
    needs.Forget();
  }
  return columns.Take();
}

JointModel MakePoolModel(const matcher::Instance& instance) {
  const Arcs arcs(instance);
  Columns columns(instance);
  LinearModel& model = columns.model();
  Rows offers(model, instance.offers.size());
  Rows needs(model, instance.needs.size());
  bool created = false;
  for (const matcher::Tie& tie : instance.ties) {
    arcs.Over(tie, [&](matcher::NeedIndex n, matcher::OfferIndex o) {
      const std::int32_t share = columns.AddShare(n);
      model.Add(needs.Of(n, 1, created), share, 1);
      model.Add(offers.Of(o, 1, created), share, columns.PartOfStock(n, o));
    });
  }
  return columns.Take();
}

}  // namespace twinaid::bench
