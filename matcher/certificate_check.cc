// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/certificate_check.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/check_facts.h"
#include "matcher/check_mutual_pairs.h"
#include "matcher/check_pair.h"
#include "matcher/check_unmet.h"
#include "matcher/check_worth.h"

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr Weight kZero{};

// A potential is what alternating edges of a way add up to: at most kMaxPlaces
// of either sign, each digit below 2^45. Sums of two fit as well.
bool Fits(const Weight& potential) {
  constexpr std::int64_t kMost = std::int64_t{1} << 61;
  for (const std::int64_t digit : potential.digits) {
    if (digit < -kMost || digit > kMost) return false;
  }
  return true;
}

bool InRange(std::int32_t index, std::size_t size) {
  return index >= 0 && Pos(index) < size;
}

bool Precedes(const Edge& a, const Edge& b) {
  return std::tie(a.donor, a.recipient, a.tie) <
         std::tie(b.donor, b.recipient, b.tie);
}

// Ties by donor, recipient, index.
std::vector<TieIndex> TiesInOrder(const Instance& instance) {
  std::vector<TieIndex> order(instance.ties.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](TieIndex a, TieIndex b) {
    const Tie& left = instance.ties[Pos(a)];
    const Tie& right = instance.ties[Pos(b)];
    return std::tie(left.donor, left.recipient, a) <
           std::tie(right.donor, right.recipient, b);
  });
  return order;
}

// One pass over a solution. Each check returns what is wrong, "" if nothing is.
class Checker {
 public:
  Checker(const Instance& instance, const Solution& solution)
      : instance_(instance),
        solution_(solution),
        facts_(instance),
        mutual_(instance.shape != PairShape::kCounterpart) {}

  std::string Run() {
    for (const auto check :
         {&Checker::Edges, &Checker::Worth, &Checker::Pairs, &Checker::Prices,
          &Checker::Flows, &Checker::PairProofs, &Checker::Unmets}) {
      std::string fault = (this->*check)();
      if (!fault.empty()) return fault;
    }
    return "";
  }

 private:
  // Edges are their ties, by donor, recipient, tie, and covered by potentials.
  std::string Edges() {
    const Certificate& proof = solution_.certificate;
    if (mutual_) {
      if (!proof.donor_potential.empty() ||
          !proof.recipient_potential.empty()) {
        return "potentials of sides for mutual pairs";
      }
      return EdgesAreTies();
    }
    if (!proof.mutual_potential.empty() || !proof.set_places.empty() ||
        !proof.odd_sets.empty()) {
      return "prices of mutual pairs for counterparts";
    }
    if (proof.donor_potential.size() != Pos(instance_.places) ||
        proof.recipient_potential.size() != Pos(instance_.places)) {
      return "not one potential for each place and side";
    }
    for (std::size_t p = 0; p < Pos(instance_.places); ++p) {
      if (!Fits(proof.donor_potential[p]) ||
          !Fits(proof.recipient_potential[p])) {
        return absl::StrCat("a potential of place ", p, " is out of range");
      }
    }
    return EdgesAreTies();
  }

  std::string EdgesAreTies() const {
    for (std::size_t e = 0; e < solution_.edges.size(); ++e) {
      const Edge& edge = solution_.edges[e];
      if (!InRange(edge.tie, instance_.ties.size())) {
        return "an edge of a tie that is not there";
      }
      const Tie& tie = instance_.ties[Pos(edge.tie)];
      if (edge.donor != tie.donor || edge.recipient != tie.recipient) {
        return absl::StrCat("edge ", e, " is not its tie");
      }
      if (e > 0 && !Precedes(solution_.edges[e - 1], edge)) {
        return "the edges are not in order";
      }
    }
    return "";
  }

  // They are exactly the ties with value, each with its value, and none weighs
  // more than its two prices.
  std::string Worth() {
    const Certificate& proof = solution_.certificate;
    CheckWorth worth(facts_);
    std::size_t next = 0;
    PlaceIndex donor = kNoPlace;
    for (const TieIndex t : TiesInOrder(instance_)) {
      const Tie& tie = instance_.ties[Pos(t)];
      if (tie.donor != donor) worth.SetDonor(donor = tie.donor);
      const PairValue value = worth.Of(tie.recipient, tie.transit_days);
      const bool is_edge =
          next < solution_.edges.size() && solution_.edges[next].tie == t;
      if (value == PairValue{}) {
        if (is_edge) return "more edges than ties with value";
        continue;
      }
      if (!is_edge) return absl::StrCat("tie ", t, " is no edge");
      const Edge& edge = solution_.edges[next++];
      if (edge.value != value) {
        return absl::StrCat("the value of tie ", t, " is another");
      }
      if (!mutual_ && proof.donor_potential[Pos(tie.donor)] +
                              proof.recipient_potential[Pos(tie.recipient)] <
                          facts_.WeighingOf(value, tie)) {
        return absl::StrCat("edge ", next - 1,
                            " is worth more than its prices");
      }
    }
    return next == solution_.edges.size() ? ""
                                          : "more edges than ties with value";
  }

  // One-to-one, over edges that are tight.
  std::string Pairs() {
    const Certificate& proof = solution_.certificate;
    recipient_of_.assign(Pos(instance_.places), nullptr);
    donor_of_.assign(Pos(instance_.places), nullptr);
    PlaceIndex last = -1;
    for (const Pair& pair : solution_.pairs) {
      Edge wanted;
      wanted.donor = pair.donor;
      wanted.recipient = pair.recipient;
      wanted.tie = pair.tie;
      const auto edge = std::lower_bound(
          solution_.edges.begin(), solution_.edges.end(), wanted, Precedes);
      if (edge == solution_.edges.end() || Precedes(wanted, *edge)) {
        return "a pair is no edge";
      }
      if (pair.value != edge->value ||
          pair.weight !=
              facts_.WeighingOf(edge->value, instance_.ties[Pos(edge->tie)])) {
        return "a pair is not its edge";
      }
      if (!mutual_ && proof.donor_potential[Pos(pair.donor)] +
                              proof.recipient_potential[Pos(pair.recipient)] !=
                          pair.weight) {
        return absl::StrCat("the pair of donor ", pair.donor, " is not tight");
      }
      if (pair.donor <= last) return "the pairs are not in order of the donor";
      last = pair.donor;
      if (donor_of_[Pos(pair.recipient)] != nullptr) {
        return absl::StrCat("place ", pair.recipient, " has two donors");
      }
      recipient_of_[Pos(pair.donor)] = &pair;
      donor_of_[Pos(pair.recipient)] = &pair;
    }
    return "";
  }

  // Prices are zero where there is no pair, never negative, and both sums meet.
  std::string Prices() {
    if (mutual_) return CheckMutualPairs(facts_, solution_);
    const Certificate& proof = solution_.certificate;
    WeightTotal prices;
    WeightTotal weights;
    for (std::size_t p = 0; p < Pos(instance_.places); ++p) {
      const Weight& u = proof.donor_potential[p];
      const Weight& v = proof.recipient_potential[p];
      if (u < kZero || v < kZero)
        return absl::StrCat("place ", p, " below zero");
      if ((recipient_of_[p] == nullptr && u != kZero) ||
          (donor_of_[p] == nullptr && v != kZero)) {
        return absl::StrCat("place ", p, " has a price and no pair");
      }
      for (std::size_t i = 0; i < u.digits.size(); ++i)
        prices[i] += u[i] + v[i];
    }
    for (const Pair& pair : solution_.pairs) {
      for (std::size_t i = 0; i < pair.weight.digits.size(); ++i) {
        weights[i] += pair.weight[i];
      }
    }
    if (prices != proof.potentials_total) return "the sum of prices is another";
    if (weights != proof.pairs_total) return "the sum of weights is another";
    if (weights != prices) return "the two sums are not equal";
    return "";
  }

  // Flows stay within pairs, stock, needs and lots.
  std::string Flows() {
    left_.clear();
    for (const Need& need : instance_.needs) left_.push_back(need.base_units);
    std::vector<std::int64_t> gave(instance_.offers.size(), 0);
    const Flow* before = nullptr;
    for (const Flow& flow : solution_.flows) {
      if (!InRange(flow.need, instance_.needs.size()) ||
          !InRange(flow.offer, instance_.offers.size())) {
        return "a flow of a need or offer that is not there";
      }
      if (before != nullptr && std::tie(before->need, before->offer) >=
                                   std::tie(flow.need, flow.offer)) {
        return "the flows are not in order";
      }
      before = &flow;
      const PlaceIndex donor = instance_.offers[Pos(flow.offer)].place;
      const PlaceIndex recipient = instance_.needs[Pos(flow.need)].place;
      const Pair* pair = recipient_of_[Pos(donor)];
      if (pair == nullptr || pair->recipient != recipient) {
        return absl::StrCat("a flow from place ", donor, " to place ",
                            recipient, ", which are no pair");
      }
      const Tie& tie = instance_.ties[Pos(pair->tie)];
      if (facts_.Obstacle(flow.need, flow.offer, tie.transit_days) !=
          UnmetReason::kStockUsedUp) {
        return absl::StrCat("offer ", flow.offer, " cannot serve need ",
                            flow.need);
      }
      if (flow.quality != facts_.QualityOf(flow.need, flow.offer)) {
        return "a flow of another quality";
      }
      if (flow.base_units <= 0) return "a flow of nothing";
      if (flow.base_units > left_[Pos(flow.need)]) {
        return absl::StrCat("need ", flow.need, " gets too much");
      }
      left_[Pos(flow.need)] -= flow.base_units;
      gave[Pos(flow.offer)] += flow.base_units;
    }
    for (std::size_t o = 0; o < gave.size(); ++o) {
      const Offer& offer = instance_.offers[o];
      if (gave[o] > offer.base_units) {
        return absl::StrCat("offer ", o, " gives more than it has");
      }
      if (gave[o] > 0 && gave[o] < offer.min_lot) {
        return absl::StrCat("offer ", o, " ships below its minimum lot");
      }
    }
    return "";
  }

  std::string PairProofs() {
    // Flows by donor; those of one donor stay by need, offer.
    std::vector<std::int32_t> begin(Pos(instance_.places) + 1, 0);
    const auto donor_of = [this](const Flow& flow) {
      return Pos(instance_.offers[Pos(flow.offer)].place);
    };
    for (const Flow& flow : solution_.flows) ++begin[donor_of(flow) + 1];
    for (std::size_t p = 1; p < begin.size(); ++p) begin[p] += begin[p - 1];
    std::vector<std::int32_t> order(solution_.flows.size());
    std::vector<std::int32_t> next = begin;
    for (std::size_t f = 0; f < solution_.flows.size(); ++f) {
      order[Pos(next[donor_of(solution_.flows[f])]++)] =
          static_cast<std::int32_t>(f);
    }
    std::vector<Flow> flows;
    for (const Pair& pair : solution_.pairs) {
      flows.clear();
      for (std::int32_t i = begin[Pos(pair.donor)];
           i < begin[Pos(pair.donor) + 1]; ++i) {
        flows.push_back(solution_.flows[Pos(order[Pos(i)])]);
      }
      std::string fault = CheckPairProof(facts_, pair, flows);
      if (!fault.empty()) return fault;
    }
    return "";
  }

  // What is left is listed with the reason that the instance bears out.
  std::string Unmets() {
    const std::vector<UnmetReason> reasons =
        CheckedReasons(facts_, donor_of_, left_);
    std::size_t next = 0;
    for (std::size_t n = 0; n < left_.size(); ++n) {
      if (left_[n] == 0) continue;
      if (next == solution_.unmet.size()) return "an unmet need is not listed";
      const Unmet& unmet = solution_.unmet[next++];
      if (unmet.need != static_cast<NeedIndex>(n) ||
          unmet.base_units != left_[n]) {
        return absl::StrCat("what need ", n, " lacks is another amount");
      }
      if (unmet.reason != reasons[n]) {
        return absl::StrCat("need ", n, " is unmet for another reason");
      }
    }
    return next == solution_.unmet.size() ? ""
                                          : "a met need is listed as unmet";
  }

  const Instance& instance_;
  const Solution& solution_;
  const CheckFacts facts_;
  const bool mutual_;
  std::vector<const Pair*> recipient_of_;  // by donor
  std::vector<const Pair*> donor_of_;      // by recipient
  std::vector<std::int64_t> left_;         // by need
};

}  // namespace

absl::Status CheckCertificate(const Instance& instance,
                              const Solution& solution) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  const std::string fault = Checker(instance, solution).Run();
  if (!fault.empty()) return absl::DataLossError(fault);
  return absl::OkStatus();
}

}  // namespace twinaid::matcher
