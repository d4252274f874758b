// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the parser says of a wrong line, in Chinese.
#ifndef TWINAID_CLIENT_CLI_USAGE_WORDS_H_
#define TWINAID_CLIENT_CLI_USAGE_WORDS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// "--place is required" as "缺少 --place"; a text that is not known comes back
// as it is.
std::string ChineseProblem(absl::string_view english);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_USAGE_WORDS_H_
