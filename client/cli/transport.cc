// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/transport.h"

#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::client {
namespace {

absl::Status BadTls(const std::string& path, const char* en, const char* zh) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "TLS_FILE";
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"path", path}};
  spec.field = "tls";
  return model::MakeError(spec);
}

absl::StatusOr<std::string> ReadPem(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !absl::StrContains(text.str(), "-----BEGIN ")) {
    return BadTls(path, "{path} cannot be read, or is no PEM file",
                  "{path} 无法读取，或不是 PEM 文件");
  }
  return text.str();
}

bool IsOnThisMachine(absl::string_view server) {
  for (const char* prefix : {"unix:", "127.0.0.1:", "[::1]:", "localhost:"}) {
    if (absl::StartsWith(server, prefix)) return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<TlsTexts> ReadTls(const TlsPaths& paths) {
  TlsTexts texts;
  texts.on = !paths.ca.empty();
  if (paths.certificate.empty() != paths.key.empty()) {
    return BadTls("", "--client-cert and --client-key go together",
                  "--client-cert 与 --client-key 须同时使用");
  }
  if (!texts.on && !paths.key.empty()) {
    return BadTls("", "--client-cert needs --ca, who signed the server",
                  "--client-cert 需要同时用 --ca 指定服务器证书的签发者");
  }
  if (texts.on && paths.ca != "system") {
    TWINAID_ASSIGN_OR_RETURN(texts.ca, ReadPem(paths.ca));
  }
  if (paths.key.empty()) return texts;
  TWINAID_ASSIGN_OR_RETURN(texts.certificate, ReadPem(paths.certificate));
  TWINAID_ASSIGN_OR_RETURN(texts.key, ReadPem(paths.key));
  return texts;
}

absl::Status CheckPlain(const std::string& server, const TlsTexts& tls) {
  if (tls.on || IsOnThisMachine(server)) return absl::OkStatus();
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "PLAIN_BEYOND_LOOPBACK";
  spec.en =
      "{server} is not on this machine: say who signed its certificate with "
      "--ca FILE, or --ca system, so that your token is not sent in the clear";
  spec.zh =
      "{server} 不在本机：请用 --ca 文件 或 --ca system 指定其证书的签发者，"
      "以免令牌以明文发送";
  spec.metadata = {{"server", server}};
  spec.field = "server";
  return model::MakeError(spec);
}

}  // namespace twinaid::client
