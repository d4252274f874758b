// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the server is told at its start, by flag.
#ifndef TWINAID_SERVICE_OPS_OPTIONS_H_
#define TWINAID_SERVICE_OPS_OPTIONS_H_

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/ops/tls_files.h"

namespace twinaid::ops {

struct Options {
  std::string database = "twinaid.db";  // path of the database file
  // "127.0.0.1:7443", "[::1]:7443" or "unix:/run/twinaid/twinaid.sock"; port 0
  // takes a free one.
  std::vector<std::string> listen = {"127.0.0.1:7443"};
  // When the server can be called, the addresses it took are written here, one
  // a line. Empty: nowhere.
  std::string ready_file;
  int workers = 4;    // threads that carry out calls, 1 to 64
  int queue = 1024;   // calls that may wait for them, 1 to 65536
  int watchers = 64;  // streams at once, 1 to 4096
  // Where the first start writes the token of principals/admin; empty: beside
  // the database, with ".admin-token" added to its name.
  std::string admin_token_file;
  bool new_admin_token = false;  // write one at this start too
  // Where backups are kept; empty: none are made on request.
  std::string backup_folder;
  // HOST:PORT of this machine at which Prometheus reads; empty: nowhere.
  std::string metrics;

  // Of a hundred calls so many meet a fault on purpose, 0 to 90; 0: a server
  // in earnest.
  int sandbox_faults = 0;
  std::uint64_t sandbox_seed = 1;

  // Of one principal: calls a second (bursts of twice as many), calls that wait
  // or run at once, streams at once.
  int calls_per_second = 500;
  int calls_at_once = 64;
  int streams = 8;
  // A stream whose caller takes nothing for so long is cut off, 1 to 3600.
  int watch_stall_seconds = 60;

  // From one check of the whole database to the next; 0: none.
  int check_every_minutes = 60;

  // How the sides are told what happens to their matches; all empty: not at
  // all. The webhook has both, e-mail has both.
  std::string webhook_url;
  std::string webhook_secret_file;
  std::string sendmail;   // absolute path of the command
  std::string mail_from;  // address

  // For every listener but unix sockets.
  TlsFiles tls;
  int read_tls_every_seconds = 10;

  std::string AdminTokenFile() const {
    return admin_token_file.empty() ? database + ".admin-token"
                                    : admin_token_file;
  }
};

// The process ends at once with this code; what was to be said is said.
struct ExitNow {
  int code = 0;
};

// Reads the command line. Help and version are printed to stdout (code 0),
// usage errors to stderr (code 2).
std::variant<Options, ExitNow> ParseOptions(int argc, const char* const* argv,
                                            const char* version);

// INVALID_ARGUMENT LISTEN_ADDRESS: no HOST:PORT or unix:PATH, or one beyond
// loopback where clients need no certificate: what listens there has no defence
// of its own against hostile bytes before a call is authenticated.
absl::Status CheckListenAddress(absl::string_view address, const TlsFiles& tls);

// INVALID_ARGUMENT METRICS_ADDRESS: not 127.0.0.1:PORT or [::1]:PORT. Whoever
// reaches the port may read it.
absl::Status CheckMetricsAddress(absl::string_view address);

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_OPTIONS_H_
