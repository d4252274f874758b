// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "deploy/manual/server_page.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/setup/command_tree.h"
#include "client/setup/troff.h"

namespace twinaid::manual {
namespace {

using client::Bold;
using client::Command;
using client::CommandOption;
using client::Italic;
using client::Plain;

client::ManStyle English() { return {client::ManWordsIn(false), false}; }

// What nobody can read off the flags.
constexpr char kRest[] = R"(.SH SIGNALS
.TP
.BR SIGTERM ", " SIGINT
takes no more calls, finishes those that run, and ends
.SH EXIT STATUS
.TP
.B 0
ended as it was told
.TP
.B 1
it could not start, or what was asked of restore was refused
.TP
.B 2
the command line is wrong
.TP
.B 75
the disk failed, or the listener went silent: what was answered is stored; start
it again, as the unit of systemd does
.SH FILES
.TP
.I DATABASE
the database, with
.IR DATABASE \-wal " and " DATABASE \-shm
beside it while the server runs; none of them is to be copied then: ask for a
backup with
.BR "twinaid admin backup"
.TP
.I DATABASE.admin\-token
the first token of principals/admin, for its owner only
.SH EXAMPLES
.EX
twinaidd \-\-database /var/lib/twinaid/twinaid.db \-\-listen unix:/run/twinaid/twinaid.sock
.EE
.PP
.EX
twinaidd restore /var/backups/twinaid/twinaid.backup \-\-database /var/lib/twinaid/twinaid.db \-\-replace
.EE
.SH SEE ALSO
.BR twinaid (1),
.BR twinaid\-admin (1),
.BR systemd.service (5)
)";

// "1 to 64" of "INT:INT in [1 - 64]"; empty where there are no bounds.
std::string BoundsOf(const std::string& type) {
  const std::string before = " in [";
  const std::size_t from = type.find(before);
  const std::size_t to = type.rfind(']');
  if (from == std::string::npos || to == std::string::npos) return "";
  const std::size_t first = from + before.size();
  return absl::StrReplaceAll(type.substr(first, to - first), {{" - ", " to "}});
}

// A command as the parser has it, with the bounds of a number and what counts
// where a flag is left out.
Command Told(const CLI::App& app) {
  Command command = client::TreeOf(app);
  for (CommandOption& option : command.options) {
    const CLI::Option* flag = app.get_option_no_throw(option.name);
    if (flag == nullptr) continue;
    const std::string bounds = BoundsOf(flag->get_type_name());
    if (!bounds.empty()) absl::StrAppend(&option.help, ", ", bounds);
    std::string left_out = flag->get_default_str();
    if (left_out.empty()) continue;
    // A list of one has brackets of its own.
    if (left_out.front() != '[') left_out = absl::StrCat("[", left_out, "]");
    absl::StrAppend(&option.help, " ", left_out);
  }
  return command;
}

void AddOptions(const Command& command, std::string& page) {
  for (const CommandOption& option : command.positionals) {
    client::AddOption(option, English(), page);
  }
  for (const CommandOption& option : command.options) {
    client::AddOption(option, English(), page);
  }
}

}  // namespace

std::string ServerPage(const CLI::App& server, const CLI::App& restore,
                       const std::string& version) {
  const Command serve = Told(server);
  const Command bring_back = Told(restore);
  const std::string about = serve.about.substr(serve.about.find(": ") + 2);
  std::string page = client::Head("twinaidd", 8, about, version, English());
  absl::StrAppend(&page, ".SH SYNOPSIS\n", Bold("twinaidd"), " [",
                  Italic("option"), "]...\n.br\n", Bold("twinaidd restore"),
                  " ", Italic("backup"), " ", Bold("--database"), " ",
                  Italic("FILE"), " [", Bold("--replace"), "]\n");
  absl::StrAppend(
      &page, ".SH DESCRIPTION\nThe server of Twinaid: it ", Plain(about),
      ".\nIt keeps everything in one database, and is asked with\n"
      ".BR twinaid (1)\nor over gRPC. No file of settings is read.\n");
  absl::StrAppend(&page, ".SH OPTIONS\n");
  AddOptions(serve, page);
  absl::StrAppend(&page, ".SH RESTORE\n", Plain(bring_back.about), "\n");
  AddOptions(bring_back, page);
  return absl::StrCat(page, kRest);
}

}  // namespace twinaid::manual
