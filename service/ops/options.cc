// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/options.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/time/clock.h"
#include "service/model/errors.h"
#include "service/model/organization.h"
#include "service/model/status_macros.h"
#include "service/ops/options_parser.h"

namespace twinaid::ops {
namespace {

constexpr int kUsageError = 2;

bool IsPort(absl::string_view text) {
  int port = 0;
  return absl::SimpleAtoi(text, &port) && port >= 0 && port <= 65535;
}

// The host of HOST:PORT; empty where it is not of that form.
absl::string_view HostOf(absl::string_view address) {
  const std::size_t colon = address.rfind(':');
  if (colon == absl::string_view::npos || !IsPort(address.substr(colon + 1))) {
    return "";
  }
  return address.substr(0, colon);
}

bool IsLoopback(absl::string_view host) {
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

}  // namespace

absl::Status CheckListenAddress(absl::string_view address,
                                const TlsFiles& tls) {
  if (absl::StartsWith(address, "unix:") && address.size() > 5) {
    return absl::OkStatus();
  }
  const absl::string_view host = HostOf(address);
  if (IsLoopback(host)) return absl::OkStatus();
  if (!host.empty() && tls.is_mutual()) return absl::OkStatus();
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "LISTEN_ADDRESS";
  spec.en =
      "cannot listen on {address}: without --tls-cert, --tls-key and "
      "--client-ca only 127.0.0.1:PORT, [::1]:PORT, localhost:PORT and "
      "unix:PATH are served; for callers with tokens alone put deploy/nginx in "
      "front";
  spec.zh =
      "不能监听 {address}：未同时指定 --tls-cert、--tls-key 和 --client-ca 时，"
      "只支持 `127.0.0.1:端口`、`[::1]:端口`、`localhost:端口` 和 `unix:路径`；"
      "仅凭令牌的调用者请经由 deploy/nginx 前端";
  spec.metadata = {{"address", model::Shown(address, 200)}};
  spec.field = "listen";
  return model::MakeError(spec);
}

absl::Status CheckMetricsAddress(absl::string_view address) {
  const absl::string_view host = HostOf(address);
  if (host == "127.0.0.1" || host == "[::1]") return absl::OkStatus();
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "METRICS_ADDRESS";
  spec.en =
      "cannot tell metrics at {address}: whoever reaches the port may read "
      "them, so --metrics takes 127.0.0.1:PORT or [::1]:PORT";
  spec.zh =
      "不能在 {address} 提供指标：能访问该端口者都可读取，因此 --metrics "
      "只支持 `127.0.0.1:端口` 或 `[::1]:端口`";
  spec.metadata = {{"address", model::Shown(address, 200)}};
  spec.field = "metrics";
  return model::MakeError(spec);
}

namespace {

absl::Status CheckSendmail(const Options& options) {
  if (options.sendmail.empty() || options.sendmail.front() == '/') {
    return model::CheckEmail(options.mail_from, "--mail-from");
  }
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "SENDMAIL";
  spec.en =
      "cannot send mail with {command}: --sendmail takes the absolute path of "
      "a command, such as /usr/sbin/sendmail";
  spec.zh =
      "无法用 {command} 发送邮件：--sendmail 须为命令的绝对路径，例如 "
      "/usr/sbin/sendmail";
  spec.metadata = {{"command", model::Shown(options.sendmail, 200)}};
  spec.field = "sendmail";
  return model::MakeError(spec);
}

// Everything that is wrong beyond the form of each flag.
absl::Status CheckOptions(const Options& options) {
  TWINAID_RETURN_IF_ERROR(CheckTlsFiles(options.tls, absl::Now()));
  for (const std::string& address : options.listen) {
    TWINAID_RETURN_IF_ERROR(CheckListenAddress(address, options.tls));
  }
  if (!options.metrics.empty()) {
    TWINAID_RETURN_IF_ERROR(CheckMetricsAddress(options.metrics));
  }
  return CheckSendmail(options);
}

// How the sides are told: each way is named whole or not at all.
void AddNotices(CLI::App& app, Options& options) {
  CLI::Option* const url = app.add_option(
      "--webhook-url", options.webhook_url,
      "Call this URL when something happens to a match: https, or http on "
      "this machine");
  CLI::Option* const secret =
      app.add_option("--webhook-secret-file", options.webhook_secret_file,
                     "File of the secret that signs these calls");
  url->needs(secret);
  secret->needs(url);
  CLI::Option* const sendmail =
      app.add_option("--sendmail", options.sendmail,
                     "Command that takes e-mails to contacts who wish to be "
                     "told, such as /usr/sbin/sendmail");
  CLI::Option* const from = app.add_option("--mail-from", options.mail_from,
                                           "Address these e-mails come from");
  sendmail->needs(from);
  from->needs(sendmail);
}

}  // namespace

std::unique_ptr<CLI::App> MakeParser(Options& options, const char* version) {
  auto parser = std::make_unique<CLI::App>(
      "twinaidd: keeps inventories of needs and offers of sister places and "
      "pairs them one-to-one");
  CLI::App& app = *parser;
  app.footer("twinaidd restore --help says how a backup is restored.");
  app.set_version_flag("--version", std::string("twinaidd ") + version);
  app.add_option("--database", options.database,
                 "File of the database; made if it is not there")
      ->capture_default_str();
  app.add_option("--listen", options.listen,
                 "Address to serve: 127.0.0.1:PORT, [::1]:PORT or unix:PATH; "
                 "may be given more than once")
      ->capture_default_str();
  app.add_option("--ready-file", options.ready_file,
                 "Write the addresses here when calls are served");
  app.add_option("--workers", options.workers, "Threads that carry out calls")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  app.add_option("--queue", options.queue, "Calls that may wait for a thread")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  app.add_option("--watchers", options.watchers, "Event streams at once")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
  app.add_option("--admin-token-file", options.admin_token_file,
                 "Where the first start writes the token of principals/admin "
                 "[DATABASE.admin-token]");
  app.add_flag("--new-admin-token", options.new_admin_token,
               "Write a new token for principals/admin at this start, for when "
               "every admin token was lost");
  app.add_option("--backup-folder", options.backup_folder,
                 "Folder for the backups that an admin asks for");
  app.add_option("--metrics", options.metrics,
                 "Address at which Prometheus reads: 127.0.0.1:PORT or "
                 "[::1]:PORT, path /metrics");
  app.add_option("--sandbox-faults", options.sandbox_faults,
                 "Never in earnest: of a hundred calls so many meet a fault on "
                 "purpose, so that callers can be tried")
      ->check(CLI::Range(0, 90))
      ->capture_default_str();
  app.add_option("--sandbox-seed", options.sandbox_seed,
                 "What fixes the faults, in the order of the calls")
      ->capture_default_str();
  app.add_option("--calls-per-second", options.calls_per_second,
                 "Calls a second of one principal; bursts of twice as many")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--calls-at-once", options.calls_at_once,
                 "Calls with one token that wait or run at once")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  app.add_option("--streams", options.streams,
                 "Event streams of one principal at once")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
  app.add_option("--watch-stall-seconds", options.watch_stall_seconds,
                 "A stream whose caller takes nothing for so long is cut off")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  app.add_option("--check-every-minutes", options.check_every_minutes,
                 "Look through the whole database for damage so often; 0 never")
      ->check(CLI::Range(0, 525'600))
      ->capture_default_str();
  CLI::Option* certificate = app.add_option(
      "--tls-cert", options.tls.certificate,
      "PEM file of the server's certificate; TLS on every address but unix:");
  CLI::Option* key = app.add_option("--tls-key", options.tls.key,
                                    "PEM file of its private key");
  certificate->needs(key);
  key->needs(certificate);
  app.add_option("--client-ca", options.tls.client_ca,
                 "PEM file of who signs clients; without a certificate of "
                 "theirs there is no connection")
      ->needs(certificate);
  AddNotices(app, options);
  return parser;
}

std::variant<Options, ExitNow> ParseOptions(int argc, const char* const* argv,
                                            const char* version) {
  Options options;
  const std::unique_ptr<CLI::App> parser = MakeParser(options, version);
  CLI::App& app = *parser;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    return ExitNow{code == 0 ? 0 : kUsageError};
  }
  if (const absl::Status status = CheckOptions(options); !status.ok()) {
    std::cerr << "twinaidd: " << status.message() << "\n";
    return ExitNow{kUsageError};
  }
  return options;
}

}  // namespace twinaid::ops
