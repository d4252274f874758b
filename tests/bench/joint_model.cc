// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/joint_model.h"

#include <cstddef>

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

}  // namespace

JointModel MakeJointModel(const matcher::Instance& instance) {
  const Arcs arcs(instance);
  const std::vector<std::int64_t> points = matcher::PointsPerBaseUnit(instance);
  JointModel joint;
  joint.points_per_worth = kPointsPerWorth;
  joint.pair_column.assign(instance.ties.size(), -1);
  LinearModel& model = joint.model;
  Rows donors(model, At(instance.places));
  Rows recipients(model, At(instance.places));
  // Of one tie.
  Rows offers(model, instance.offers.size());
  Rows needs(model, instance.needs.size());
  bool created = false;
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const matcher::Tie& tie = instance.ties[t];
    std::int32_t& pair = joint.pair_column[t];
    arcs.Over(tie, [&](matcher::NeedIndex n, matcher::OfferIndex o) {
      if (pair < 0) {
        pair = model.AddColumn(0, /*whole=*/true);
        model.Add(donors.Of(tie.donor, 1, created), pair, 1);
        model.Add(recipients.Of(tie.recipient, 1, created), pair, 1);
      }
      const matcher::Need& need = instance.needs[At(n)];
      const matcher::UrgencyPrice urgency =
          matcher::UrgencyOf(instance.tiers, need.tier, points[At(n)]);
      const auto wanted = static_cast<double>(need.base_units);
      const auto stock = static_cast<double>(instance.offers[At(o)].base_units);
      const std::int32_t share = model.AddColumn(
          static_cast<double>(urgency.points) * wanted / kPointsPerWorth,
          /*whole=*/false);
      const std::int32_t of_need = needs.Of(n, 0, created);
      if (created) model.Add(of_need, pair, -1);
      model.Add(of_need, share, 1);
      const std::int32_t of_offer = offers.Of(o, 0, created);
      if (created) model.Add(of_offer, pair, -1);
      model.Add(of_offer, share, wanted / stock);
    });
    offers.Forget();
    needs.Forget();
  }
  return joint;
}

}  // namespace twinaid::bench
