// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of opening ports.
#ifndef TWINAID_SERVICE_MODEL_LISTEN_ERRORS_H_
#define TWINAID_SERVICE_MODEL_LISTEN_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

// UNAVAILABLE CANNOT_LISTEN: the address is taken or may not be opened; `flag`
// names another.
absl::Status CannotListen(absl::string_view address, absl::string_view flag);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_LISTEN_ERRORS_H_
