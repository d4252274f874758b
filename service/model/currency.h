// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The currencies of ISO 4217 that are in circulation, and their minor units.
#ifndef TWINAID_SERVICE_MODEL_CURRENCY_H_
#define TWINAID_SERVICE_MODEL_CURRENCY_H_

#include <optional>

#include "absl/strings/string_view.h"

namespace twinaid::model {

// How many decimal digits the minor unit of a currency stands for: 2 for CNY
// (fen) and USD (cents), 0 for JPY, 3 for KWD. nullopt: not a code in
// circulation. Source: ISO 4217 list one, without funds and metals.
std::optional<int> CurrencyExponent(absl::string_view code);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_CURRENCY_H_
