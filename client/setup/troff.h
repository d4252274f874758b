// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The marks of manual pages, and the parts that every page has.
#ifndef TWINAID_CLIENT_SETUP_TROFF_H_
#define TWINAID_CLIENT_SETUP_TROFF_H_

#include <string>

#include "client/setup/command_tree.h"
#include "client/setup/man_words.h"

namespace twinaid::client {

// A text that troff prints as it is. A line of it begins no request.
std::string Plain(const std::string& text);
std::string Bold(const std::string& text);
std::string Italic(const std::string& text);

// The title and the line of NAME. `section`: 1 for everybody's commands, 8 for
// those of who runs a machine.
std::string Head(const std::string& name, int section, const std::string& about,
                 const std::string& version, const ManStyle& style);

// Appends "-o, --output FORMAT", then what it is for.
void AddOption(const CommandOption& option, const ManStyle& style,
               std::string& page);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_TROFF_H_
