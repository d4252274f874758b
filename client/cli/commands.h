// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The nouns of the command line: each adds its verbs to the parser. A verb's
// callback sets session.action; nothing runs while arguments are parsed.
#ifndef TWINAID_CLIENT_CLI_COMMANDS_H_
#define TWINAID_CLIENT_CLI_COMMANDS_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddAdminCommands(CLI::App& root, Session& session);
void AddLoginCommands(CLI::App& root, Session& session);
void AddPrincipalCommands(CLI::App& root, Session& session);
void AddTokenCommands(CLI::App& root, Session& session);
void AddPlaceCommands(CLI::App& root, Session& session);
void AddLinkCommands(CLI::App& root, Session& session);
void AddItemCommands(CLI::App& root, Session& session);
void AddOrganizationCommands(CLI::App& root, Session& session);
void AddNeedCommands(CLI::App& root, Session& session);
void AddOfferCommands(CLI::App& root, Session& session);
void AddInventoryCommands(CLI::App& root, Session& session);
void AddInboxCommand(CLI::App& root, Session& session);
void AddReviewCommand(CLI::App& root, Session& session);
void AddSchemeCommands(CLI::App& root, Session& session);
void AddRoundCommands(CLI::App& root, Session& session);
void AddPairingCommands(CLI::App& root, Session& session);
void AddLetterCommands(CLI::App& root, Session& session);
void AddMatchCommands(CLI::App& root, Session& session);
void AddGiftCommands(CLI::App& root, Session& session);
void AddReportCommands(CLI::App& root, Session& session);
void AddEventCommands(CLI::App& root, Session& session);
void AddImportCommand(CLI::App& root, Session& session);
void AddExportCommand(CLI::App& root, Session& session);
void AddPlanCommand(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_COMMANDS_H_
