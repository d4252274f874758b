// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every command works with: the options all commands share, the
// connection, and where its output goes.
#ifndef TWINAID_CLIENT_CLI_SESSION_H_
#define TWINAID_CLIENT_CLI_SESSION_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "client/cli/environment.h"
#include "client/cli/transport.h"
#include "client/lib/connection.h"
#include "client/setup/settings.h"
#include "service/model/errors.h"

namespace twinaid::client {

// Exit codes; docs/setup.md tells them to users.
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;  // by the server, or it cannot be reached
inline constexpr int kUsage = 2;    // the command line or a file is wrong

inline constexpr char kDefaultServer[] = "127.0.0.1:7443";

// kName: the names of resources, one a line, and nothing else.
enum class Format { kTable, kJson, kCsv, kName, kHtml };

// The options before the noun, as flags, environment and file gave them.
struct GlobalOptions {
  std::string server;
  TlsPaths tls;
  std::string token_file;  // --token-file
  std::string language;    // "en" or "zh"
  Format format = Format::kTable;
  bool quiet = false;
  bool dry_run = false;  // validate_only on every mutation
  std::string request_id;
  int timeout_seconds = 20;
};

// What settings are made of besides variables and file.
struct SetupOptions {
  SettingValues flags;           // settings that were given as flags, by key
  std::string context;           // --context
  std::string filed_token_file;  // that of the context, or of the file
  bool json_lines = false;       // with Format::kJson: one value a line
  bool wide = false;  // with Format::kTable: whatever the terminal has
};

// Not thread-safe. Streams and environment are borrowed.
class Session {
 public:
  Session(const Environment& environment, std::ostream& out, std::ostream& err);

  GlobalOptions options;
  // What the chosen command does; set by the parser's callback.
  std::function<int()> action;

  SetupOptions& setup() { return setup_; }
  const SetupOptions& setup() const { return setup_; }
  // Reads the file of settings and fills `options` with what counts of flags,
  // environment and file; call it once the flags are parsed. INVALID_ARGUMENT,
  // as ReadConfig and ChooseContext: then without the file.
  absl::Status SetUp();
  // What SetUp() came to.
  const std::map<std::string, Setting>& settings() const { return settings_; }
  const ChosenContext& context() const { return context_; }

  // Where data goes that is not laid out by PrintRows and its like. With -o
  // name it is thrown away, with -o jsonl kept for Finish().
  std::ostream& out();
  // Where data goes that has its form already.
  std::ostream& data() { return out_; }
  // A table had no room for the columns of these headings.
  void LeftOut(const std::vector<std::string>& headings);
  // Prints what out() kept, one JSON value a line; says what was left out, to
  // who sits at a terminal.
  void Finish();
  // True where colours help: a table on a terminal that shows them, and no
  // NO_COLOR.
  bool colours() const;
  // Whether `what` may go: with --yes, in a dry run, or when who sits at the
  // terminal says so. False, and said, where not; nobody is asked without a
  // terminal.
  bool MayDestroy(const std::string& what, bool yes);
  // The same for files that are there and would be written anew.
  bool MayReplace(const std::vector<std::string>& paths, bool yes);

  // Takes a line of progress away first.
  std::ostream& err();
  // Writes the line of progress anew; an empty one goes. See Progress.
  void ShowProgress(const std::string& text);
  const Environment& environment() const { return environment_; }
  bool chinese() const { return options.language == "zh"; }
  model::Language language() const;

  // Opened at the first use, with the token that was found before.
  Connection& connection();

  // Looks for the token of the server. INVALID_ARGUMENT (TOKEN_FILE).
  absl::Status FindToken();
  // Reads the files of TLS. INVALID_ARGUMENT: TLS_FILE,
  // PLAIN_BEYOND_LOOPBACK.
  absl::Status FindTls();
  // The token from now on, whatever is found.
  void UseToken(std::string token);

  // A line of talk to stderr, unless --quiet.
  void Say(const std::string& en, const std::string& zh);

  // Prints an error to stderr; returns kRefused.
  int Refused(const grpc::Status& status);
  // The same for an error of work done here, with its cause: there is no log of
  // a server that has it.
  int Refused(const absl::Status& status);
  // Prints why the command line is wrong; returns kUsage.
  int Usage(const std::string& en, const std::string& zh);
  // Prints the error of our own parsing; returns kUsage.
  int Usage(const absl::Status& status);

  // Fills request_id and validate_only of a mutation: the id given with
  // --request-id, else a new one, so that a retry has one effect.
  template <typename Request>
  void Prepare(Request& request) {
    request.set_request_id(options.request_id.empty() ? environment_.unique()
                                                      : options.request_id);
    request.set_validate_only(options.dry_run);
  }

 private:
  // Whether who sits at the terminal answers with yes.
  bool Agrees(const std::string& en, const std::string& zh);

  const Environment& environment_;
  std::ostream& out_;
  std::ostream& err_;
  bool progress_shown_ = false;
  TlsTexts tls_;
  std::optional<std::string> token_;
  std::unique_ptr<Connection> connection_;
  SetupOptions setup_;
  std::map<std::string, Setting> settings_;
  ChosenContext context_;
  std::ostringstream held_;
  std::vector<std::string> left_out_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_SESSION_H_
