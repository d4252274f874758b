// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Scripts that let a shell complete command lines of `twinaid`.
#ifndef TWINAID_CLIENT_SETUP_COMPLETION_H_
#define TWINAID_CLIENT_SETUP_COMPLETION_H_

#include <string>

#include "client/setup/command_tree.h"

namespace twinaid::client {

// Each completes commands, flags (those of the root everywhere), and the words
// that a flag or a place in the line takes; files where a path is wanted. They
// call nothing but the shell. To be sourced, or put where the shell looks.
std::string BashCompletion(const Command& tree);
std::string ZshCompletion(const Command& tree);
std::string FishCompletion(const Command& tree);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_COMPLETION_H_
