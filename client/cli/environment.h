// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the command line takes from the world outside its arguments.
#ifndef TWINAID_CLIENT_CLI_ENVIRONMENT_H_
#define TWINAID_CLIENT_CLI_ENVIRONMENT_H_

#include <functional>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace twinaid::client {

// Injected, so that a test can run any command in its own process.
struct Environment {
  // The value of an environment variable; nullopt where it is not set.
  std::function<std::optional<std::string>(const char* name)> variable;
  // A text that no other call gives: request ids are made of it.
  std::function<std::string()> unique;
  std::function<void(absl::Duration)> sleep;
  // A line from the standard input, not shown where it is a terminal.
  std::function<std::string()> read_secret;
  // The next line of the standard input; nullopt at its end.
  std::function<std::optional<std::string>()> read_line;
  absl::CivilDay today;
  // Never less than before; how long something took is a difference.
  std::function<absl::Duration()> elapsed;
  // Whether somebody can be asked: standard input and error are a terminal.
  std::function<bool()> can_ask;
  // Whether the standard output is a terminal.
  std::function<bool()> shows_output;
  // Whether standard error is a terminal that can write a line anew.
  std::function<bool()> shows_progress;
  std::function<absl::Time()> now;
};

// The real one.
Environment SystemEnvironment();

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ENVIRONMENT_H_
