// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The parts of the completion scripts that know no command: how each shell
// walks through a line and offers words. The tables stand between head and
// body.
#ifndef TWINAID_CLIENT_SETUP_COMPLETION_SCRIPTS_H_
#define TWINAID_CLIENT_SETUP_COMPLETION_SCRIPTS_H_

namespace twinaid::client {

// The tables are functions _twinaid_commands, _twinaid_arguments,
// _twinaid_flags (of a path such as "need create") and _twinaid_kind (of
// "need create|--urgency"), for fish with two underscores.
extern const char kBashHead[];
extern const char kBashBody[];
extern const char kZshHead[];
extern const char kZshBody[];
extern const char kFishHead[];
extern const char kFishBody[];

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_COMPLETION_SCRIPTS_H_
