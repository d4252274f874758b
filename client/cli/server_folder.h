// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the server has, as a folder of files has it.
#ifndef TWINAID_CLIENT_CLI_SERVER_FOLDER_H_
#define TWINAID_CLIENT_CLI_SERVER_FOLDER_H_

#include <map>
#include <string>

#include "client/cli/session.h"
#include "client/files/folder.h"

namespace twinaid::client {

// The etag of each resource, by its name.
using Etags = std::map<std::string, std::string>;

// Reads all places, links, organizations, items, needs and offers, page by
// page, withdrawn and expired ones included, into `folder`, without what the
// server set itself (quantities under way, times). The pages are not one
// snapshot. Their etags go to `etags` unless it is null. Returns kDone, or
// kRefused with the error printed.
int FetchFolder(Session& session, Folder& folder, Etags* etags = nullptr);

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
