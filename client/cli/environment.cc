// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/environment.h"

#include <openssl/rand.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "absl/time/clock.h"

namespace twinaid::client {
namespace {

// 128 random bits in hex.
std::string RandomText() {
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  return absl::BytesToHexString(absl::string_view(
      reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

// Shows nothing of what is typed while it lives.
class QuietTerminal {
 public:
  QuietTerminal() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~QuietTerminal() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;

 private:
  termios before_{};
  const bool is_terminal_;
};

std::string ReadSecret() {
  const QuietTerminal quiet;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

}  // namespace

Environment SystemEnvironment() {
  Environment environment;
  environment.variable = [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
  environment.unique = RandomText;
  environment.sleep = [](absl::Duration wait) { absl::SleepFor(wait); };
  environment.read_secret = ReadSecret;
  environment.read_line = []() -> std::optional<std::string> {
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
  };
  environment.can_ask = [] {
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
  };
  environment.shows_output = [] { return isatty(STDOUT_FILENO) == 1; };
  environment.shows_progress = [] {
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
           absl::string_view(terminal) != "dumb";
  };
  environment.now = [] { return absl::Now(); };
  environment.today = absl::ToCivilDay(absl::Now(), absl::LocalTimeZone());
  environment.elapsed = [] {
    return absl::FromChrono(
        std::chrono::steady_clock::now().time_since_epoch());
  };
  return environment;
}

}  // namespace twinaid::client
