// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How far matches have come, for a picture.
#ifndef TWINAID_CLIENT_CLI_MATCH_MOVES_H_
#define TWINAID_CLIENT_CLI_MATCH_MOVES_H_

#include <optional>
#include <vector>

#include "client/picture/page.h"
#include "twinaid/v1/match.pb.h"

namespace twinaid::client {

// The step of a match that lives or was received; nullopt: it came to nothing.
std::optional<picture::Step> StepOf(const v1::Match& match);

// The steps that a match took, and on which days (UTC): proposed when it was
// made, accepted when the second side said yes, dispatched with the first thing
// sent, received with the last receipt of something. A gift that was recorded
// after the fact was never proposed here.
std::vector<picture::Move> MovesOf(const v1::Match& match);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_MATCH_MOVES_H_
