// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/own_places.h"

#include "absl/strings/str_join.h"
#include "client/cli/lookup.h"
#include "client/cli/server_folder.h"
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

grpc::Status WantedPlaces(Session& session, const std::string& typed,
                          std::vector<std::string>& places) {
  if (!typed.empty()) {
    places.push_back(PlaceName(typed));
    return grpc::Status::OK;
  }
  return GrantedPlaces(session, places);
}

bool OnePlace(Session& session, std::string& typed, int& code) {
  if (!typed.empty()) return FindPlace(session, "--place", typed, code);
  std::vector<std::string> places;
  const grpc::Status status = PlacesOf(session, "", places);
  if (!status.ok()) {
    code = session.Refused(status);
    return false;
  }
  if (places.front() == "places/-") return true;
  if (places.size() == 1) {
    typed = places.front();
    return true;
  }
  const auto add_id = [](std::string* out, const std::string& place) {
    out->append(IdOf(place));
  };
  code = session.Usage(
      "say which of your places with --place: " +
          absl::StrJoin(places, ", ", add_id),
      "请用 --place 指定您的一个地方：" + absl::StrJoin(places, "、", add_id));
  return false;
}

}  // namespace twinaid::client
