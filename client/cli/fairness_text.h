// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How evenly a round falls, and what would help, in words.
#ifndef TWINAID_CLIENT_CLI_FAIRNESS_TEXT_H_
#define TWINAID_CLIENT_CLI_FAIRNESS_TEXT_H_

#include <cstdint>
#include <string>

#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

// All are empty where the round says nothing about it.

// "62.5%" of 625.
std::string PermilleText(std::int64_t permille);
// "12.00 CNY of 30.00 CNY; kit 5 of 10": unit by unit, never added up.
std::string UnitsText(const v1::Fairness& fairness, bool chinese);
// "3 of 8 critical needs without anything".
std::string CriticalText(const v1::Fairness& fairness, bool chinese);
// "1.5 on average, 4 at most".
std::string PerDonorText(const v1::Fairness& fairness, bool chinese);
// What the fair order of the pool gives up and gains against that by value.
std::string PriceOfFairnessText(const v1::Fairness& fairness, bool chinese);
// "2 of 7 places stay without a partner at one to one; 2 more recipients would
// cover everybody: us-oh +1, us-tx +1".
std::string ExtraCapacityText(const v1::ExtraCapacity& extra, bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_FAIRNESS_TEXT_H_
