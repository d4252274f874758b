// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a reviewer has to know of one proposal.
#ifndef TWINAID_CLIENT_CLI_REVIEW_PAGE_H_
#define TWINAID_CLIENT_CLI_REVIEW_PAGE_H_

#include <string>

#include "client/cli/session.h"
#include "twinaid/v1/match.pb.h"

namespace twinaid::client {

// Prints the proposal, its need, why the two places were paired and what else
// there is for the need; `heading` comes first. The error of the first call
// that failed: what a caller may not see is left out, not an error.
grpc::Status PrintReviewPage(Session& session, const std::string& heading,
                             const v1::Match& match);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REVIEW_PAGE_H_
