// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The result of a pool as bytes, to compare two of them whole.
#ifndef TWINAID_TESTS_MATCHER_POOL_BYTES_H_
#define TWINAID_TESTS_MATCHER_POOL_BYTES_H_

#include <string>
#include <type_traits>
#include <vector>

#include "matcher/pool.h"

namespace twinaid::matcher {

class PoolBytes {
 public:
  static std::string Of(const PoolResult& result) {
    PoolBytes bytes;
    bytes.AddAll(result);
    return bytes.text_;
  }

 private:
  template <typename... Numbers>
  void Row(const Numbers&... numbers) {
    (Add(numbers), ...);
  }
  template <typename Number>
  void Add(const Number& number) {
    static_assert(std::is_arithmetic_v<Number> ||
                  std::is_same_v<Number, Int128>);
    text_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  void Prices(const std::vector<PoolPrice>& prices) {
    for (const PoolPrice& p : prices) Row(p.points, p.tier, p.band);
    Add(prices.size());
  }

  void AddAll(const PoolResult& r) {
    for (const Flow& f : r.flows) Row(f.need, f.offer, f.base_units, f.quality);
    for (const BarredShipment& b : r.barred) Row(b.offer, b.recipient);
    Row(r.flows.size(), r.barred.size(), r.units);
    Prices(r.prices);
    Prices(r.relaxed_prices);
    for (const Int128& digit : r.relaxed.digits) Add(digit);
    for (const Int128& digit : r.shipped.digits) Add(digit);
  }

  std::string text_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_POOL_BYTES_H_
