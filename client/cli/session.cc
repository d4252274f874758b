// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/session.h"

#include <utility>

#include "client/cli/credentials.h"
#include "client/lib/error_text.h"

namespace twinaid::client {

Session::Session(const Environment& environment, std::ostream& out,
                 std::ostream& err)
    : environment_(environment), out_(out), err_(err) {}

model::Language Session::language() const {
  return chinese() ? model::Language::kChinese : model::Language::kEnglish;
}

Connection& Session::connection() {
  if (connection_ == nullptr) {
    ConnectionOptions connection_options;
    connection_options.server = options.server;
    connection_options.tls = tls_;
    connection_options.token = token_.value_or("");
    connection_options.timeout = absl::Seconds(options.timeout_seconds);
    connection_options.language = options.language;
    connection_options.sleep = environment_.sleep;
    connection_ = std::make_unique<Connection>(std::move(connection_options));
  }
  return *connection_;
}

absl::Status Session::FindToken() {
  if (token_) return absl::OkStatus();
  absl::StatusOr<std::string> found =
      TokenFor(environment_, options.server, options.token_file);
  if (!found.ok()) return found.status();
  token_ = *std::move(found);
  return absl::OkStatus();
}

absl::Status Session::FindTls() {
  absl::StatusOr<TlsTexts> read = ReadTls(options.tls);
  if (!read.ok()) return read.status();
  tls_ = *std::move(read);
  return CheckPlain(options.server, tls_);
}

void Session::UseToken(std::string token) {
  token_ = std::move(token);
  connection_.reset();
}

void Session::Say(const std::string& en, const std::string& zh) {
  if (!options.quiet) err_ << (chinese() ? zh : en) << "\n";
}

int Session::Refused(const grpc::Status& status) {
  err_ << "twinaid: ";
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE &&
      ReasonOf(status).empty()) {
    err_ << (chinese() ? "服务器没有应答:" : "no answer from the server at ")
         << options.server
         << (chinese()
                 ? ";请用 twinaidd 启动服务器,或用 --server 指定其他地址\n  "
                 : "; start it with twinaidd, or name another with --server\n "
                   " ");
  }
  err_ << ErrorText(status);
  return kRefused;
}

int Session::Refused(const absl::Status& status) {
  Usage(status);
  const std::string cause = model::CauseOf(status);
  if (!cause.empty()) err_ << "  cause: " << cause << "\n";
  return kRefused;
}

int Session::Usage(const std::string& en, const std::string& zh) {
  err_ << "twinaid: " << (chinese() ? zh : en) << "\n";
  return kUsage;
}

int Session::Usage(const absl::Status& status) {
  err_ << "twinaid: " << model::TextOf(status, language()) << "\n";
  return kUsage;
}

}  // namespace twinaid::client
