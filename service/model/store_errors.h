// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of a store seen from outside.
#ifndef TWINAID_SERVICE_MODEL_STORE_ERRORS_H_
#define TWINAID_SERVICE_MODEL_STORE_ERRORS_H_

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace twinaid::model {

// UNAVAILABLE STORE_STUCK: nothing was answered for so long; whole seconds are
// told.
absl::Status StoreStuck(absl::Duration silent);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_STORE_ERRORS_H_
