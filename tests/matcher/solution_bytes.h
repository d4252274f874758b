// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A solution as bytes, to compare two of them whole.
#ifndef TWINAID_TESTS_MATCHER_SOLUTION_BYTES_H_
#define TWINAID_TESTS_MATCHER_SOLUTION_BYTES_H_

#include <string>
#include <type_traits>

#include "matcher/solution.h"

namespace twinaid::matcher {

class SolutionBytes {
 public:
  static std::string Of(const Solution& solution) {
    SolutionBytes bytes;
    bytes.AddAll(solution);
    return bytes.text_;
  }

 private:
  template <typename Number>
  void Add(const Number& number) {
    static_assert(std::is_arithmetic_v<Number> || std::is_enum_v<Number> ||
                  std::is_same_v<Number, Int128>);
    text_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  template <typename... Numbers>
  void Row(const Numbers&... numbers) {
    (Add(numbers), ...);
  }
  template <typename Digits>
  void Vector(const Digits& vector) {
    for (const auto& digit : vector.digits) Add(digit);
  }

  void AddAll(const Solution& s) {
    for (const Edge& e : s.edges) {
      Row(e.tie, e.donor, e.recipient);
      Vector(e.value);
    }
    Add(s.edges.size());
    for (const Pair& p : s.pairs) AddPair(p);
    Add(s.pairs.size());
    for (const Flow& f : s.flows) Row(f.need, f.offer, f.base_units, f.quality);
    Add(s.flows.size());
    for (const Unmet& u : s.unmet) Row(u.need, u.base_units, u.reason);
    Add(s.unmet.size());
    for (const Weight& w : s.certificate.donor_potential) Vector(w);
    for (const Weight& w : s.certificate.recipient_potential) Vector(w);
    Vector(s.certificate.pairs_total);
    Vector(s.certificate.potentials_total);
  }

  void AddPair(const Pair& p) {
    Row(p.donor, p.recipient, p.tie);
    Vector(p.value);
    Vector(p.shipped);
    Vector(p.weight);
    for (const OfferIndex o : p.dropped_offers) Add(o);
    for (const OfferPrice& o : p.offer_prices) {
      Row(o.offer, o.urgency.tier, o.urgency.points, o.care.quality_loss,
          o.care.shelf_days);
    }
    for (const NeedPrice& n : p.need_prices) {
      Row(n.need, n.care.quality_loss, n.care.shelf_days);
    }
    Row(p.dropped_offers.size(), p.offer_prices.size(), p.need_prices.size());
  }

  std::string text_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_SOLUTION_BYTES_H_
