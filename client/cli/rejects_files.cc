// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/rejects_files.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "client/files/rejects.h"
#include "client/files/write_whole.h"

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> ContentOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) return std::nullopt;
  return text.str();
}

// The first name that is free or holds the very text.
fs::path PathFor(const fs::path& folder, const std::string& name,
                 const std::string& text) {
  for (int number = 1;; ++number) {
    const std::string suffix = number == 1 ? "" : absl::StrCat("-", number);
    fs::path path = folder / absl::StrCat(name, ".rejects", suffix, ".csv");
    std::error_code error;
    if (!fs::exists(path, error) || ContentOf(path) == text) return path;
  }
}

}  // namespace

int WriteRejects(Session& session, const FolderReading& reading,
                 const std::vector<Problem>& refused,
                 const std::string& where) {
  for (const auto& [file, raw] : reading.raw) {
    std::vector<Problem> problems;
    for (const auto* all : {&reading.problems, &refused}) {
      for (const Problem& problem : *all) {
        if (problem.file == file) problems.push_back(problem);
      }
    }
    const std::string text = RejectsText(raw, problems, session.language());
    if (text.empty()) continue;
    const auto source = reading.paths.find(file);
    fs::path folder = where;
    if (where.empty() && source != reading.paths.end()) {
      folder = fs::path(source->second).parent_path();
    }
    std::error_code error;
    if (!where.empty()) fs::create_directories(folder, error);
    const fs::path path = PathFor(folder, file.substr(0, file.find('.')), text);
    if (!WriteWhole(path.string(), text)) {
      return session.Usage(
          absl::StrCat(path.string(),
                       " cannot be written; name a folder with --rejects"),
          absl::StrCat("无法写入 ", path.string(),
                       "；请用 --rejects 指定文件夹"));
    }
    session.Say(
        absl::StrCat("the rows that were left out are in ", path.string(),
                     ", with the reason beside each; "
                     "mend them and import that file"),
        absl::StrCat("未导入的行及原因已写入 ", path.string(),
                     "；更正后导入该文件即可"));
  }
  return kDone;
}

}  // namespace twinaid::client
