// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the server has, as a folder of files has it.
#ifndef TWINAID_CLIENT_CLI_SERVER_FOLDER_H_
#define TWINAID_CLIENT_CLI_SERVER_FOLDER_H_

#include <map>
#include <string>
#include <vector>

#include "client/cli/session.h"
#include "client/files/folder.h"

namespace twinaid::client {

// The etag of each resource, by its name.
using Etags = std::map<std::string, std::string>;

// Both read page by page into `folder`, without what the server set itself
// (quantities under way, times). The pages are not one snapshot. The etags go
// to `etags` unless it is null. Return kDone, or kRefused with the error
// printed.

// All places, links, organizations and items: everybody may.
int FetchRegistry(Session& session, Folder& folder, Etags* etags = nullptr);

// The needs and offers of these places, withdrawn and expired ones included;
// "places/-" means all.
int FetchSupply(Session& session, const std::vector<std::string>& places,
                Folder& folder, Etags* etags = nullptr);

// What the caller is granted: "places/-" alone where that is everything, else
// its places and all that lie inside them. Errors of the call.
grpc::Status GrantedPlaces(Session& session,
                           const std::vector<model::Place>& all,
                           std::vector<std::string>& granted);
// The same where the places are not at hand.
grpc::Status GrantedPlaces(Session& session, std::vector<std::string>& granted);

// Takes away what the server sets, and what order a caller gave to sets, so
// that equal means: the same in all that callers set. A need or offer keeps
// whether it is closed.
void Normalize(model::Place& place);
void Normalize(model::SisterLink& link);
void Normalize(model::Organization& organization);
void Normalize(model::Item& item);
void Normalize(model::Need& need);
void Normalize(model::Offer& offer);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_SERVER_FOLDER_H_
