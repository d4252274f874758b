// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "service/model/errors.h"

namespace twinaid::ops {
namespace {

constexpr int kUsageError = 2;

bool IsPort(absl::string_view text) {
  int port = 0;
  return absl::SimpleAtoi(text, &port) && port >= 0 && port <= 65535;
}

bool IsLoopback(absl::string_view address) {
  const std::size_t colon = address.rfind(':');
  if (colon == absl::string_view::npos || !IsPort(address.substr(colon + 1))) {
    return false;
  }
  const absl::string_view host = address.substr(0, colon);
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

}  // namespace

absl::Status CheckListenAddress(absl::string_view address) {
  if (IsLoopback(address)) return absl::OkStatus();
  if (absl::StartsWith(address, "unix:") && address.size() > 5) {
    return absl::OkStatus();
  }
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "LISTEN_ADDRESS";
  spec.en =
      "cannot listen on {address}: callers are not authenticated, so only "
      "127.0.0.1:PORT, [::1]:PORT, localhost:PORT and unix:PATH are served";
  spec.zh =
      "不能监听 {address}:调用者尚未经过身份验证,只支持 127.0.0.1:端口、"
      "[::1]:端口、localhost:端口 和 unix:路径";
  spec.metadata = {{"address", model::Shown(address, 200)}};
  spec.field = "listen";
  return model::MakeError(spec);
}

std::variant<Options, ExitNow> ParseOptions(int argc, const char* const* argv,
                                            const char* version) {
  Options options;
  CLI::App app(
      "twinaidd: keeps inventories of needs and offers of sister places and "
      "pairs them one-to-one");
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
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    return ExitNow{code == 0 ? 0 : kUsageError};
  }
  for (const std::string& address : options.listen) {
    const absl::Status status = CheckListenAddress(address);
    if (status.ok()) continue;
    std::cerr << "twinaidd: " << status.message() << "\n";
    return ExitNow{kUsageError};
  }
  return options;
}

}  // namespace twinaid::ops
