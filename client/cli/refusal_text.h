// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why a need and an offer do not come together, in words: of what is not
// suggested, and of what a round could not write.
#ifndef TWINAID_CLIENT_CLI_REFUSAL_TEXT_H_
#define TWINAID_CLIENT_CLI_REFUSAL_TEXT_H_

#include <string>

namespace twinaid::client {

// One clause for the reason of an error, such as NOT_ENOUGH_OPEN; the reason
// itself where it is not known.
std::string RefusalText(const std::string& reason, bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REFUSAL_TEXT_H_
