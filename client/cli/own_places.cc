// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/own_places.h"

#include "client/cli/verbs.h"

namespace twinaid::client {

grpc::Status PlacesOf(Session& session, const std::string& typed,
                      std::vector<std::string>& places) {
  if (!typed.empty()) {
    places.push_back(PlaceName(typed));
    return grpc::Status::OK;
  }
  v1::Principal me;
  const grpc::Status status =
      Send(session, &AdminStub::WhoAmI, v1::WhoAmIRequest(), &me);
  places.assign(me.places().begin(), me.places().end());
  if (places.empty()) places.emplace_back("places/-");
  return status;
}

}  // namespace twinaid::client
