// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The command line, run in the test's own process.
#ifndef TWINAID_TESTS_CLIENT_CLI_FAKE_ENVIRONMENT_H_
#define TWINAID_TESTS_CLIENT_CLI_FAKE_ENVIRONMENT_H_

#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "client/cli/environment.h"
#include "client/cli/run.h"

namespace twinaid::client {

// No waiting; only the variables given. `unique` names the changes of a
// command.
inline Environment FakeEnvironment(
    std::map<std::string, std::string> variables = {},
    std::string unique = "fixed-id") {
  Environment environment;
  environment.variable = [variables = std::move(variables)](
                             const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
  environment.unique = [unique = std::move(unique)] { return unique; };
  environment.read_secret = [] { return std::string(); };
  environment.read_line = [] { return std::optional<std::string>(); };
  environment.can_ask = [] { return false; };
  environment.shows_output = [] { return false; };
  environment.shows_progress = [] { return false; };
  environment.now = [] { return absl::Now(); };
  environment.sleep = [](absl::Duration) {};
  environment.today = absl::CivilDay(2026, 2, 10);
  // Between two readings lie one millisecond, then two, then three, ...
  environment.elapsed = [reading = 0]() mutable {
    ++reading;
    return absl::Milliseconds(reading * (reading - 1) / 2);
  };
  return environment;
}

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

// Runs `twinaid ARGUMENTS`.
inline Outcome RunCommand(const std::vector<std::string>& arguments,
                          std::map<std::string, std::string> variables = {},
                          std::string unique = "fixed-id") {
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment =
      FakeEnvironment(std::move(variables), std::move(unique));
  Outcome outcome;
  outcome.code = Run(arguments, environment, out, err);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_CLI_FAKE_ENVIRONMENT_H_
