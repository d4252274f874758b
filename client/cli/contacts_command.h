// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whom to ring up: `organization contacts`, `match contacts`, `match consign`.
#ifndef TWINAID_CLIENT_CLI_CONTACTS_COMMAND_H_
#define TWINAID_CLIENT_CLI_CONTACTS_COMMAND_H_

#include <CLI/App.hpp>
#include <string>

#include "client/cli/session.h"
#include "twinaid/v1/organization.pb.h"

namespace twinaid::client {

void AddOrganizationContacts(CLI::App& noun, Session& session);
void AddMatchContacts(CLI::App& noun, Session& session);

// Reads "name=Duty desk,email=fao@wuxi.example,telephone=+86 510 1,language=zh,
// notify". False: something else is in it.
bool ParseContact(const std::string& typed, v1::Contact& contact);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_CONTACTS_COMMAND_H_
