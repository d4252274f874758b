// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/credentials.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/secret_file/secret_file.h"

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;

absl::Status BadFile(const std::string& path, const char* en, const char* zh) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "TOKEN_FILE";
  spec.en = absl::StrCat("the token file {path} ", en);
  spec.zh = absl::StrCat("令牌文件 {path} ", zh);
  spec.metadata = {{"path", path}};
  spec.field = "token_file";
  return model::MakeError(spec);
}

// The text of a file that only its owner may read.
absl::StatusOr<std::string> ReadPrivately(const std::string& path) {
  std::error_code error;
  const fs::perms others = fs::perms::group_all | fs::perms::others_all;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status) &&
      (status.permissions() & others) != fs::perms::none) {
    return BadFile(path,
                   "may be read by others; allow it to its owner only: "
                   "chmod 600",
                   "可被他人读取；请限制为仅所有者可读：chmod 600");
  }
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !text) return BadFile(path, "cannot be read", "无法读取");
  return text.str();
}

absl::StatusOr<std::string> ReadTokenFile(const std::string& path) {
  TWINAID_ASSIGN_OR_RETURN(const std::string text, ReadPrivately(path));
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  absl::StripAsciiWhitespace(&line);
  if (line.empty()) {
    return BadFile(path, "is empty; its first line is the token, ID.SECRET",
                   "为空；第一行应为令牌 ID.SECRET");
  }
  return line;
}

using Tokens = std::map<std::string, std::string>;  // by server

absl::StatusOr<Tokens> ReadStored(const std::string& path) {
  Tokens tokens;
  std::error_code error;
  if (path.empty() || !fs::exists(path, error)) return tokens;
  TWINAID_ASSIGN_OR_RETURN(const std::string text, ReadPrivately(path));
  std::istringstream lines(text);
  std::string server;
  std::string token;
  while (lines >> server >> token) tokens[server] = token;
  return tokens;
}

}  // namespace

std::string CredentialsFile(const Environment& environment) {
  const auto config = environment.variable("XDG_CONFIG_HOME");
  if (config && !config->empty()) {
    return absl::StrCat(*config, "/twinaid/credentials");
  }
  const auto home = environment.variable("HOME");
  if (!home || home->empty()) return "";
  return absl::StrCat(*home, "/.config/twinaid/credentials");
}

absl::StatusOr<std::string> TokenFor(const Environment& environment,
                                     const std::string& server,
                                     const std::string& token_file,
                                     const std::string& filed) {
  if (!token_file.empty()) return ReadTokenFile(token_file);
  const auto file = environment.variable("TWINAID_TOKEN_FILE");
  if (file && !file->empty()) return ReadTokenFile(*file);
  const auto token = environment.variable("TWINAID_TOKEN");
  if (token && !token->empty()) return *token;
  if (!filed.empty()) return ReadTokenFile(filed);
  TWINAID_ASSIGN_OR_RETURN(const Tokens stored,
                           ReadStored(CredentialsFile(environment)));
  const auto found = stored.find(server);
  return found == stored.end() ? std::string() : found->second;
}

absl::Status WritePrivately(const std::string& path, absl::string_view text) {
  const absl::Status written = WriteSecretFile(path, text);
  if (written.ok()) return absl::OkStatus();
  return BadFile(path, "cannot be written", "无法写入");
}

absl::Status StoreToken(const Environment& environment,
                        const std::string& server, absl::string_view token) {
  const std::string path = CredentialsFile(environment);
  if (path.empty()) {
    return BadFile("credentials", "has no place: set HOME or XDG_CONFIG_HOME",
                   "无处存放：请设置 HOME 或 XDG_CONFIG_HOME");
  }
  TWINAID_ASSIGN_OR_RETURN(Tokens tokens, ReadStored(path));
  if (token.empty()) {
    tokens.erase(server);
  } else {
    tokens[server] = std::string(token);
  }
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  std::string text;
  for (const auto& [known, its] : tokens) {
    absl::StrAppend(&text, known, " ", its, "\n");
  }
  return WritePrivately(path, absl::StripTrailingAsciiWhitespace(text));
}

}  // namespace twinaid::client
