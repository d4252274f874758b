// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Ids and salts from the random numbers of the system.
#ifndef TWINAID_SERVICE_OPS_RANDOM_ID_GENERATOR_H_
#define TWINAID_SERVICE_OPS_RANDOM_ID_GENERATOR_H_

#include <string>

#include "service/model/id_generator.h"

namespace twinaid::ops {

// Thread-safe. An id carries 80 random bits: two are equal about once in 10^12
// ids, and the store then refuses the second. Ends the process if the system
// has no random numbers to give.
class RandomIdGenerator final : public model::IdGenerator {
 public:
  std::string NewId(absl::string_view prefix) override;
  std::string NewSalt() override;
  std::string NewSecret() override;
};

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_RANDOM_ID_GENERATOR_H_
