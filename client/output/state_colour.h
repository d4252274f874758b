// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The colour of a state on a terminal.
#ifndef TWINAID_CLIENT_OUTPUT_STATE_COLOUR_H_
#define TWINAID_CLIENT_OUTPUT_STATE_COLOUR_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// The word of a state between the marks of its colour: green for what went
// well, yellow for what waits for somebody, red for what came to nothing. Any
// other word as it is.
std::string PaintedState(absl::string_view word);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_OUTPUT_STATE_COLOUR_H_
