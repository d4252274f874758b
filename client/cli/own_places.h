// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The places that the caller acts for.
#ifndef TWINAID_CLIENT_CLI_OWN_PLACES_H_
#define TWINAID_CLIENT_CLI_OWN_PLACES_H_

#include <string>
#include <vector>

#include "client/cli/session.h"

namespace twinaid::client {

// Names of the place that was typed, or of all that the caller is granted if
// none was; "places/-" alone where that is everything. Errors of the call.
grpc::Status PlacesOf(Session& session, const std::string& typed,
                      std::vector<std::string>& places);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_OWN_PLACES_H_
