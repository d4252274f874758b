// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why something ended without a result, in words that outlive the error.
#ifndef TWINAID_SERVICE_MODEL_FAILURE_H_
#define TWINAID_SERVICE_MODEL_FAILURE_H_

#include <string>

#include "absl/status/status.h"
#include "service/model/errors.h"

namespace twinaid::model {

// All empty: nothing failed.
struct Failure {
  // Of the error, UPPER_SNAKE_CASE. Empty where only a text was kept.
  std::string reason;
  std::string en;
  std::string zh;  // empty likewise
  friend bool operator==(const Failure&, const Failure&) = default;
};

// What people may know of an error of ours; its cause is left out.
Failure FailureOf(const absl::Status& error);

// The text in `language`; the English one where no other is.
const std::string& TextOf(const Failure& failure, Language language);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_FAILURE_H_
