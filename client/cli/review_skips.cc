// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/review_skips.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/files/write_whole.h"

namespace twinaid::client {
namespace {

using Line = std::pair<std::string, std::string>;  // server, match

std::vector<Line> ReadLines(const std::string& path) {
  std::vector<Line> lines;
  std::ifstream file(path);
  Line line;
  while (file >> line.first >> line.second) lines.push_back(line);
  return lines;
}

}  // namespace

std::string SkipsFile(const Environment& environment) {
  const auto state = environment.variable("XDG_STATE_HOME");
  if (state && !state->empty()) return absl::StrCat(*state, "/twinaid/review");
  const auto home = environment.variable("HOME");
  if (!home || home->empty()) return "";
  return absl::StrCat(*home, "/.local/state/twinaid/review");
}

std::set<std::string> ReadSkips(const Environment& environment,
                                const std::string& server) {
  std::set<std::string> matches;
  for (const Line& line : ReadLines(SkipsFile(environment))) {
    if (line.first == server) matches.insert(line.second);
  }
  return matches;
}

absl::Status WriteSkips(const Environment& environment,
                        const std::string& server,
                        const std::set<std::string>& matches) {
  const std::string path = SkipsFile(environment);
  if (path.empty()) return absl::OkStatus();
  std::string text;
  for (const Line& line : ReadLines(path)) {
    if (line.first == server) continue;
    absl::StrAppend(&text, line.first, " ", line.second, "\n");
  }
  for (const std::string& match : matches) {
    absl::StrAppend(&text, server, " ", match, "\n");
  }
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(),
                                      error);
  if (WriteWhole(path, text)) return absl::OkStatus();
  return absl::UnavailableError("cannot write " + path);
}

}  // namespace twinaid::client
