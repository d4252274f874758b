// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/session.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "client/cli/credentials.h"
#include "client/lib/error_text.h"

namespace twinaid::client {

Session::Session(const Environment& environment, std::ostream& out,
                 std::ostream& err)
    : environment_(environment), out_(out), err_(err) {}

absl::Status Session::SetUp() {
  const Variable& variable = environment_.variable;
  const absl::StatusOr<Config> read = ReadConfig(ConfigPath(variable));
  absl::Status status = read.status();
  const Config config = read.ok() ? *read : Config();
  context_ = ChosenContext();
  if (read.ok()) {
    const absl::StatusOr<ChosenContext> chosen =
        ChooseContext(setup_.context, variable, config);
    if (chosen.ok()) context_ = *chosen;
    status = chosen.status();
  }
  settings_ =
      Resolve(setup_.flags, variable, config, context_.name, kDefaultServer);
  options.server = settings_["server"].value;
  options.language = settings_["language"].value == "zh" ? "zh" : "en";
  options.tls = {settings_["ca"].value, settings_["client_cert"].value,
                 settings_["client_key"].value};
  const Setting& token_file = settings_["token_file"];
  options.token_file.clear();
  setup_.filed_token_file.clear();
  if (token_file.source == Source::kFlag) {
    options.token_file = token_file.value;
  } else if (token_file.source != Source::kEnvironment) {
    setup_.filed_token_file = token_file.value;
  }
  return status;
}

std::ostream& Session::out() {
  if (options.format != Format::kName && !setup_.json_lines) return out_;
  return held_;
}

void Session::LeftOut(const std::vector<std::string>& headings) {
  for (const std::string& heading : headings) {
    if (std::find(left_out_.begin(), left_out_.end(), heading) ==
        left_out_.end()) {
      left_out_.push_back(heading);
    }
  }
}

void Session::Finish() {
  if (!left_out_.empty() && environment_.shows_output &&
      environment_.shows_output()) {
    Say("no room for " + absl::StrJoin(left_out_, ", ") +
            "; -o wide shows everything",
        "屏幕宽度不够，未显示：" + absl::StrJoin(left_out_, "、") +
            "；加 -o wide 可显示全部");
  }
  const std::string kept = held_.str();
  held_.str("");
  if (!setup_.json_lines || kept.empty()) return;
  using Json = nlohmann::ordered_json;
  const Json json = Json::parse(kept, nullptr, false);
  if (json.is_discarded()) {  // a text of its own, such as a script
    out_ << kept;
  } else if (json.is_array()) {
    for (const Json& row : json) out_ << row.dump() << "\n";
  } else {
    out_ << json.dump() << "\n";
  }
}

bool Session::colours() const {
  const auto given = [this](const char* name) {
    return environment_.variable(name).value_or("");
  };
  return options.format == Format::kTable && environment_.shows_output &&
         environment_.shows_output() && given("NO_COLOR").empty() &&
         given("TERM") != "dumb";
}

bool Session::MayDestroy(const std::string& what, bool yes) {
  if (yes || options.dry_run) return true;
  if (!environment_.can_ask || !environment_.can_ask()) {
    Usage("nobody can be asked whether to delete " + what +
              "; say --yes where that is meant",
          "无法询问是否删除 " + what + "；如确定删除，请加 --yes");
    return false;
  }
  if (Agrees("delete " + what, "确定删除 " + what)) return true;
  Usage("nothing was deleted", "未删除任何内容");
  return false;
}

bool Session::MayReplace(const std::vector<std::string>& paths, bool yes) {
  if (yes || paths.empty()) return true;
  const std::string en = absl::StrJoin(paths, ", ");
  const std::string zh = absl::StrJoin(paths, "、");
  if (!environment_.can_ask || !environment_.can_ask()) {
    Usage("would replace " + en + "; say --yes where that is meant",
          "将覆盖 " + zh + "；如确定覆盖，请加 --yes");
    return false;
  }
  if (Agrees("replace " + en, "确定覆盖 " + zh)) return true;
  Usage("nothing was written", "未写入任何内容");
  return false;
}

bool Session::Agrees(const std::string& en, const std::string& zh) {
  err() << (chinese() ? zh + "？[y/N] " : en + "? [y/N] ");
  std::string answer = environment_.read_line().value_or("");
  absl::StripAsciiWhitespace(&answer);
  absl::AsciiStrToLower(&answer);
  return answer == "y" || answer == "yes" || answer == "是";
}

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
      TokenFor(environment_, options.server, options.token_file,
               setup_.filed_token_file);
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

std::ostream& Session::err() {
  ShowProgress("");
  return err_;
}

void Session::ShowProgress(const std::string& text) {
  // To the beginning of the line, and nothing behind what follows.
  constexpr char kAnew[] = "\r\x1b[K";
  if (text.empty() && !progress_shown_) return;
  err_ << kAnew << text << std::flush;
  progress_shown_ = !text.empty();
}

void Session::Say(const std::string& en, const std::string& zh) {
  if (!options.quiet) err() << (chinese() ? zh : en) << "\n";
}

int Session::Refused(const grpc::Status& status) {
  err() << "twinaid: ";
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE &&
      ReasonOf(status).empty()) {
    err() << (chinese() ? "服务器没有应答：" : "no answer from the server at ")
          << options.server
          << (chinese()
                  ? "；请用 twinaidd 启动服务器，或用 --server 指定其他地址\n  "
                  : "; start it with twinaidd, or name another with --server\n "
                    " ");
  }
  err() << ErrorText(status);
  return kRefused;
}

int Session::Refused(const absl::Status& status) {
  Usage(status);
  const std::string cause = model::CauseOf(status);
  if (!cause.empty())
    err() << (chinese() ? "  原因：" : "  cause: ") << cause << "\n";
  return kRefused;
}

int Session::Usage(const std::string& en, const std::string& zh) {
  err() << "twinaid: " << (chinese() ? zh : en) << "\n";
  return kUsage;
}

int Session::Usage(const absl::Status& status) {
  err() << "twinaid: " << model::TextOf(status, language()) << "\n";
  return kUsage;
}

}  // namespace twinaid::client
