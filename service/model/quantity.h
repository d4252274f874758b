// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Quantities: counts of an item's unit and of base units, never mixed up.
#ifndef TWINAID_SERVICE_MODEL_QUANTITY_H_
#define TWINAID_SERVICE_MODEL_QUANTITY_H_

#include <compare>
#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

// A signed count that only meets counts of its own kind.
template <typename Tag>
class Quantity {
 public:
  constexpr Quantity() = default;
  constexpr explicit Quantity(std::int64_t value) : value_(value) {}
  constexpr std::int64_t value() const { return value_; }

  constexpr Quantity& operator+=(Quantity other) {
    value_ += other.value_;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) {
    value_ -= other.value_;
    return *this;
  }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  std::int64_t value_ = 0;
};

// Counted in the unit of an item (boxes, pieces, fen).
using Units = Quantity<struct UnitsTag>;
// Counted in what the unit holds: units times the item's base content.
using BaseUnits = Quantity<struct BaseUnitsTag>;

// Largest quantity in base units of one need, offer or match.
inline constexpr std::int64_t kMaxBaseUnits = 1'000'000'000'000;

// units * base_content. `field` is the path told in the error.
// INVALID_ARGUMENT (QUANTITY_OUT_OF_RANGE): units < 1, base_content < 1, or
// the product above kMaxBaseUnits.
absl::StatusOr<BaseUnits> ToBaseUnits(Units units, std::int64_t base_content,
                                      absl::string_view field);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_QUANTITY_H_
