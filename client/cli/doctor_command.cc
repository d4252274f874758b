// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/doctor_command.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/credentials.h"
#include "client/cli/enum_text.h"
#include "client/cli/findings.h"
#include "client/cli/plain_rows.h"
#include "client/cli/verbs.h"
#include "client/lib/error_text.h"
#include "client/setup/config_file.h"
#include "client/setup/locale_look.h"
#include "client/setup/reach.h"
#include "client/setup/tls_look.h"

namespace twinaid::client {
namespace {

// What ends within this is worth saying.
constexpr absl::Duration kSoon = absl::Hours(14 * 24);
// Further apart than this, days and tokens come out wrong.
constexpr absl::Duration kClocksApart = absl::Minutes(1);

const BothTexts kConfig = {"settings", "配置"};
const BothTexts kLocale = {"locale", "区域设置"};
const BothTexts kServer = {"server", "服务器"};
const BothTexts kCertificate = {"certificate", "证书"};
const BothTexts kOwnCertificate = {"your certificate", "客户端证书"};
const BothTexts kToken = {"token", "令牌"};
const BothTexts kClock = {"clock", "时钟"};

std::string DayText(absl::Time time) {
  return absl::FormatTime("%Y-%m-%d %H:%MZ", time, absl::UTCTimeZone());
}

void LookAtConfig(Session& session, Findings& findings) {
  const absl::Status set_up = session.SetUp();
  if (!set_up.ok()) return findings.Wrong(kConfig, set_up);
  const std::string path = ConfigPath(session.environment().variable);
  const std::string& context = session.context().name;
  if (context.empty()) {
    return findings.Ok(kConfig, {"no context is in use; file: " + path,
                                 "未使用上下文；配置文件：" + path});
  }
  findings.Ok(kConfig, {"context " + context + ", from " + path,
                        "上下文 " + context + "，来自 " + path});
}

void LookAtWords(Session& session, Findings& findings) {
  const LocaleLook look = LookAtLocale(session.environment().variable);
  if (look.name.empty()) {
    return findings.Note(
        kLocale, {"none is set; if Chinese does not show: export LANG=C.UTF-8",
                  "未设置；如中文无法显示：export LANG=C.UTF-8"});
  }
  const std::string said = look.variable + "=" + look.name;
  if (!look.generated) {
    return findings.Wrong(
        kLocale,
        {said + " is not known on this machine: export " + look.variable +
             "=C.UTF-8, and TWINAID_LANG=zh for Chinese",
         said + " 在本机不存在：请执行 export " + look.variable +
             "=C.UTF-8，并用 TWINAID_LANG=zh 选择中文"});
  }
  if (look.charset != "UTF-8") {
    return findings.Wrong(
        kLocale,
        {said + " writes " + look.charset + ", but texts are UTF-8: export " +
             look.variable + "=C.UTF-8",
         said + " 使用 " + look.charset + "，而文本为 UTF-8：请执行 export " +
             look.variable + "=C.UTF-8"});
  }
  findings.Ok(kLocale, {said, said});
}

// True where calls can be made on it.
bool LookAtCertificate(Session& session, const ServerCertificate& seen,
                       const std::string& host, Findings& findings) {
  const absl::Time now = session.environment().now();
  const std::string until = DayText(seen.expires);
  if (!seen.trusted) {
    findings.Wrong(
        kCertificate,
        {"signed by " + seen.issuer + ", whom " + session.options.tls.ca +
             " does not hold: name with --ca who signed it",
         "由 " + seen.issuer + " 签发，而 " + session.options.tls.ca +
             " 中没有该签发者：请用 --ca 指定其签发者"});
  }
  if (!seen.name_fits) {
    findings.Wrong(
        kCertificate,
        {"it is for " + seen.names + ", not for " + host +
             ": name the server with --server as its certificate does",
         "证书属于 " + seen.names + "，而不是 " + host +
             "：请在 --server 中使用证书上的名称"});
  }
  if (seen.expires <= now) {
    findings.Wrong(
        kCertificate,
        {"it ended on " + until +
             ": whoever runs the server has to renew it, or the "
             "clock of this machine is wrong",
         "已于 " + until + " 到期：请管理员更新证书，或检查本机时钟"});
  } else if (seen.begins > now) {
    findings.Wrong(
        kCertificate,
        {"it counts from " + DayText(seen.begins) +
             " only: look at the clock of this machine",
         "自 " + DayText(seen.begins) + " 起才有效：请检查本机时钟"});
  } else if (seen.expires <= now + kSoon) {
    findings.Note(kCertificate,
                  {"it ends soon, on " + until + "; for " + seen.names,
                   "即将到期：" + until + "；属于 " + seen.names});
  } else if (seen.trusted && seen.name_fits) {
    findings.Ok(kCertificate, {"until " + until + ", for " + seen.names,
                               "有效期至 " + until + "，属于 " + seen.names});
  }
  return seen.trusted && seen.name_fits && seen.begins <= now &&
         now < seen.expires;
}

// True where the server has what it asks for.
bool LookAtOwnCertificate(Session& session, const TlsTexts& tls, bool wanted,
                          Findings& findings) {
  if (tls.certificate.empty()) {
    if (!wanted) return true;
    findings.Wrong(
        kOwnCertificate,
        {"the server asks for one: --client-cert and --client-key",
         "服务器要求客户端证书：请用 --client-cert 和 --client-key 指定"});
    return false;
  }
  const absl::StatusOr<absl::Time> expires = ExpiryOf(tls.certificate);
  if (!expires.ok()) {
    return findings.Wrong(kOwnCertificate, expires.status()), false;
  }
  const std::string until = DayText(*expires);
  if (*expires <= session.environment().now()) {
    findings.Wrong(kOwnCertificate,
                   {"it ended on " + until + ": ask for another",
                    "已于 " + until + " 到期：请申请新证书"});
    return false;
  }
  findings.Ok(kOwnCertificate, {"until " + until, "有效期至 " + until});
  return true;
}

// True where the server can be called.
bool LookAtServer(Session& session, Findings& findings) {
  const absl::StatusOr<TlsTexts> tls = ReadTls(session.options.tls);
  if (!tls.ok()) return findings.Wrong(kCertificate, tls.status()), false;
  const std::string& server = session.options.server;
  if (const absl::Status plain = CheckPlain(server, *tls); !plain.ok()) {
    return findings.Wrong(kServer, plain), false;
  }
  const ServerAddress address = ParseAddress(server);
  const auto opened =
      Reach(address, absl::Seconds(session.options.timeout_seconds));
  if (!opened.ok()) return findings.Wrong(kServer, opened.status()), false;
  findings.Ok(kServer, {server + " takes connections", server + " 可以连接"});
  if (!tls->on) {
    findings.Ok(kCertificate, {"none is needed: the server is on this machine",
                               "不需要：服务器在本机"});
    return true;
  }
  const auto seen = LookAtTls(opened->descriptor(), address.host, tls->ca);
  if (!seen.ok()) return findings.Wrong(kCertificate, seen.status()), false;
  const bool fits = LookAtCertificate(session, *seen, address.host, findings);
  const bool ours =
      LookAtOwnCertificate(session, *tls, seen->wants_ours, findings);
  return fits && ours;
}

// The token itself, ID.SECRET, as the session would send it.
absl::StatusOr<std::string> TokenText(Session& session) {
  return TokenFor(session.environment(), session.options.server,
                  session.options.token_file, session.setup().filed_token_file);
}

// When the token ends; unset where the server does not tell.
std::optional<absl::Time> EndOfToken(Session& session,
                                     const std::string& name) {
  v1::ListTokensRequest request;
  request.set_parent(name.substr(0, name.find("/tokens/")));
  std::vector<v1::Token> tokens;
  const grpc::Status listed =
      Fetch(session, request, &AdminStub::ListTokens,
            &v1::ListTokensResponse::mutable_tokens, tokens);
  if (!listed.ok()) return std::nullopt;
  for (const v1::Token& token : tokens) {
    if (token.name() != name) continue;
    return absl::FromUnixSeconds(token.expire_time().seconds());
  }
  return std::nullopt;
}

// The name of the token that the server takes; empty where it takes none.
std::string LookAtToken(Session& session, Findings& findings) {
  const absl::StatusOr<std::string> text = TokenText(session);
  if (!text.ok()) return findings.Wrong(kToken, text.status()), "";
  if (text->empty()) {
    findings.Wrong(kToken,
                   {"there is none for this server: twinaid login "
                    "--token-file FILE",
                    "没有此服务器的令牌：twinaid login --token-file 文件"});
    return "";
  }
  session.UseToken(*text);
  v1::Principal who;
  const grpc::Status status =
      Send(session, &AdminStub::WhoAmI, v1::WhoAmIRequest(), &who);
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE &&
      ReasonOf(status).empty()) {
    findings.Wrong(
        kServer,
        {"it takes connections but answers no call (" + status.error_message() +
             "): if it speaks TLS, name with --ca who signed its certificate",
         "可以连接，但不应答调用（" + status.error_message() +
             "）：如其使用 TLS，请用 --ca 指定证书签发者"});
    return "";
  }
  if (!status.ok()) return findings.Wrong(kToken, status), "";
  const std::string id = text->substr(0, text->find('.'));
  const std::string name = who.name() + "/tokens/" + id;
  const std::string is = who.name() + (session.chinese() ? "（" : " (") +
                         EnumText(who.role(), session.chinese()) +
                         (session.chinese() ? "）" : ")");
  const std::optional<absl::Time> end = EndOfToken(session, name);
  if (!end) {
    findings.Ok(kToken, {"you are " + is, "您的身份：" + is});
  } else if (*end <= session.environment().now() + kSoon) {
    findings.Note(kToken,
                  {"you are " + is + "; it ends soon, on " + DayText(*end) +
                       ": twinaid token rotate " + ShortName(name),
                   "您的身份：" + is + "；令牌即将到期：" + DayText(*end) +
                       ":twinaid token rotate " + ShortName(name)});
  } else {
    findings.Ok(kToken, {"you are " + is + ", until " + DayText(*end),
                         "您的身份：" + is + "，有效期至 " + DayText(*end)});
  }
  return name;
}

// The time of the server is in what it would answer to a change: everybody may
// replace their own token, and a dry run replaces nothing.
void LookAtClock(Session& session, const std::string& token,
                 Findings& findings) {
  v1::RotateTokenRequest request;
  request.set_name(token);
  request.set_request_id(session.environment().unique());
  request.set_validate_only(true);
  v1::Token would_be;
  const absl::Time before = session.environment().now();
  const grpc::Status status =
      Send(session, &AdminStub::RotateToken, request, &would_be);
  const absl::Time after = session.environment().now();
  if (!status.ok() || !would_be.has_create_time()) {
    return findings.Note(
        kClock, {"the server does not tell its time", "服务器未给出时间"});
  }
  const absl::Time theirs =
      absl::FromUnixSeconds(would_be.create_time().seconds()) +
      absl::Nanoseconds(would_be.create_time().nanos());
  // Between the two readings all may be the time of the answer.
  absl::Duration apart = absl::ZeroDuration();
  if (theirs < before) apart = theirs - before;
  if (theirs > after) apart = theirs - after;
  const std::string seconds =
      absl::StrCat(absl::ToInt64Seconds(absl::AbsDuration(apart)), " s");
  if (absl::AbsDuration(apart) <= kClocksApart) {
    return findings.Ok(kClock, {"within " + seconds + " of the server's",
                                "与服务器相差不超过 " + seconds});
  }
  const bool ahead = apart < absl::ZeroDuration();
  findings.Wrong(
      kClock,
      {"this machine is " + seconds + (ahead ? " ahead of" : " behind") +
           " the server: set it, for example with timedatectl set-ntp true",
       "本机时钟比服务器" + std::string(ahead ? "快 " : "慢 ") + seconds +
           "：请校准，例如 timedatectl set-ntp true"});
}

int Diagnose(Session& session) {
  if (HasNoNames(session, "doctor")) return kUsage;
  Findings findings(session);
  LookAtConfig(session, findings);
  // What the server says is for a machine, too.
  if (session.options.format != Format::kTable) session.options.language = "en";
  LookAtWords(session, findings);
  const bool reached = LookAtServer(session, findings);
  // What the connection needs was found wrong above, if it was.
  if (reached && session.FindTls().ok()) {
    const std::string token = LookAtToken(session, findings);
    if (!token.empty()) LookAtClock(session, token, findings);
  }
  return findings.Print();
}

}  // namespace

void AddDoctorCommand(CLI::App& root, Session& session) {
  root.add_subcommand(
          "doctor",
          "say what is wrong with settings, locale, server, certificate, "
          "token, clock\n"
          "Ends with 1 where something is. It changes nothing on the server.\n"
          "Example: twinaid doctor --context hubei")
      ->callback([&session] {
        session.action = [&session] { return Diagnose(session); };
      });
}

}  // namespace twinaid::client
