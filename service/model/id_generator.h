// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Chance comes in through the door: ids and salts that nobody can foresee, or
// that a test can.
#ifndef TWINAID_SERVICE_MODEL_ID_GENERATOR_H_
#define TWINAID_SERVICE_MODEL_ID_GENERATOR_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::model {

// Thread-safe.
class IdGenerator {
 public:
  virtual ~IdGenerator() = default;
  // A slug that starts with `prefix` and a hyphen, unique for all purposes
  // ("m-4k2j9x0q7c").
  virtual std::string NewId(absl::string_view prefix) = 0;
  // 128 bits as hex, for salts.
  virtual std::string NewSalt() = 0;
  // 256 bits as 43 letters and digits of base64url, for secrets.
  virtual std::string NewSecret() = 0;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ID_GENERATOR_H_
