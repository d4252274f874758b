// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The places that the caller acts for.
#ifndef TWINAID_CLIENT_CLI_OWN_PLACES_H_
#define TWINAID_CLIENT_CLI_OWN_PLACES_H_

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/cli/session.h"

namespace twinaid::client {

// Names of the place that was typed, or of all that the caller is granted with
// all that lies inside them; "places/-" alone where that is everything. Errors
// of the calls.
grpc::Status WantedPlaces(Session& session, const std::string& typed,
                          std::vector<std::string>& places);

// Names of the place that was typed, or of all that the caller is granted if
// none was; "places/-" alone where that is everything. Errors of the call.
grpc::Status PlacesOf(Session& session, const std::string& typed,
                      std::vector<std::string>& places);

// Looks up the place that was typed for --place; where none was, makes it the
// one that the caller is granted, or leaves it empty where that is everything.
// False, and said, where nothing is called so or several are granted: `code` is
// what the command returns then.
bool OnePlace(Session& session, std::string& typed, int& code);

// Fetches the rows of every place that was asked for: of the one that was typed
// for --place, else of all that the caller is granted with what lies inside, in
// one call where that is everything. A row is there once, in the order of the
// places. `call` appends those of one place; "places/-" stands for all.
template <typename R>
grpc::Status FetchOwn(Session& session, const std::string& typed,
                      const std::function<grpc::Status(const std::string&,
                                                       std::vector<R>&)>& call,
                      std::vector<R>& rows) {
  std::vector<std::string> places;
  grpc::Status status = WantedPlaces(session, typed, places);
  std::set<std::string> seen;
  for (const std::string& place : places) {
    if (!status.ok()) return status;
    std::vector<R> found;
    status = call(place, found);
    for (R& row : found) {
      if (seen.insert(row.name()).second) rows.push_back(std::move(row));
    }
  }
  return status;
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_OWN_PLACES_H_
