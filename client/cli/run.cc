// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/run.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "client/cli/commands.h"
#include "client/cli/completion_command.h"
#include "client/cli/config_commands.h"
#include "client/cli/context_commands.h"
#include "client/cli/doctor_command.h"
#include "client/cli/enum_text.h"
#include "client/cli/examples.h"
#include "client/cli/man_command.h"
#include "client/cli/session.h"
#include "client/cli/usage_text.h"
#include "client/help/chinese.h"

namespace twinaid::client {
namespace {

constexpr char kAbout[] =
    "Twinaid: one-to-one mutual assistance between sister places.\n"
    "\n"
    "Examples:\n"
    "  twinaid need create --place us-tx-san-antonio --item mask-n95 "
    "--quantity 5000 --urgency critical\n"
    "  twinaid inventory show cn-js-wuxi\n"
    "  twinaid round run\n"
    "  twinaid match accept m-4k2j9x0q7c --side recipient\n"
    "  twinaid plan --data ./my-data -o json";

constexpr char kAfterwards[] =
    "Exit codes: 0 done; 1 refused by the server, which may not be reached, or "
    "rows of a\nfile are wrong; 2 the command line is wrong, a file cannot be "
    "read, or nobody said --yes.";

Format FormatOf(const std::string& word) {
  if (word == "json" || word == "jsonl") return Format::kJson;
  if (word == "name") return Format::kName;
  if (word == "html") return Format::kHtml;
  return word == "csv" ? Format::kCsv : Format::kTable;
}

void AddGlobalOptions(CLI::App& app, Session& session) {
  GlobalOptions& options = session.options;
  SettingValues& flags = session.setup().flags;
  app.add_option("--context", session.setup().context,
                 "which server's settings count (TWINAID_CONTEXT)")
      ->type_name("NAME");
  app.add_option("--server", flags["server"],
                 std::string("host:port or unix:PATH (TWINAID_SERVER) [") +
                     kDefaultServer + "]")
      ->type_name("ADDRESS");
  app.add_option("--ca", flags["ca"],
                 "PEM file of who signed the server, or \"system\"; needed "
                 "beyond this machine (TWINAID_CA)")
      ->type_name("FILE");
  app.add_option("--client-cert", flags["client_cert"],
                 "PEM file of your own certificate (TWINAID_CLIENT_CERT)")
      ->type_name("FILE");
  app.add_option("--client-key", flags["client_key"],
                 "PEM file of its key (TWINAID_CLIENT_KEY)")
      ->type_name("FILE");
  app.add_option("--token-file", flags["token_file"],
                 "file whose first line is your token (TWINAID_TOKEN_FILE)")
      ->type_name("FILE");
  app.add_option("--lang", flags["language"],
                 "language of texts: en, zh (TWINAID_LANG)")
      ->check(CLI::IsMember({"en", "zh"}));
  app.add_option("-o,--output",
                 "table, wide (a table with all columns, however narrow the "
                 "terminal), json, jsonl (one a line), csv, or name; of plan "
                 "also html")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(
          {"table", "wide", "json", "jsonl", "csv", "name", "html"}))
      ->each([&options, &session](const std::string& word) {
        options.format = FormatOf(word);
        session.setup().json_lines = word == "jsonl";
        session.setup().wide = word == "wide";
      });
  app.add_flag("-q,--quiet", options.quiet, "no talk on stderr, only errors");
  app.add_flag("--dry-run", options.dry_run, "check everything, store nothing");
  app.add_option("--request-id", options.request_id,
                 "name the change, so that a repeated command has one effect");
  app.add_option("--timeout", options.timeout_seconds,
                 "seconds to wait for one answer")
      ->check(CLI::Range(1, 600));
}

// Whether texts are to be Chinese, as far as that can be told of arguments that
// are not parsed yet: help is in the language of who asks.
bool ReadsChinese(const std::vector<std::string>& arguments, Session& session) {
  std::string& language = session.setup().flags["language"];
  std::string& context = session.setup().context;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    absl::string_view argument = arguments[i];
    std::string* value = nullptr;
    if (absl::ConsumePrefix(&argument, "--lang")) value = &language;
    if (absl::ConsumePrefix(&argument, "--context")) value = &context;
    if (value == nullptr) continue;
    if (absl::ConsumePrefix(&argument, "=")) {
      *value = std::string(argument);
    } else if (argument.empty() && i + 1 < arguments.size()) {
      *value = arguments[i + 1];
    }
  }
  // What else is wrong with the settings is said later.
  static_cast<void>(session.SetUp());
  language.clear();
  context.clear();
  return session.chinese();
}

// Whether the command prints pages of HTML.
bool PrintsHtml(const CLI::App& app) {
  const CLI::App& noun = *app.get_subcommands().front();
  return noun.get_name() == "plan" && noun.get_subcommands().empty();
}

// What the chosen command needs first; `set_up` is what the settings came to.
absl::Status MakeReady(const CLI::App& app, Session& session,
                       const absl::Status& set_up) {
  const std::string& noun = app.get_subcommands().front()->get_name();
  // These look after the settings themselves, or need none.
  for (const char* own : {"config", "context", "completion", "doctor", "man"}) {
    if (noun == own) return absl::OkStatus();
  }
  if (!set_up.ok()) return set_up;
  if (noun == "plan" || noun == "logout") return absl::OkStatus();
  const absl::Status tls = session.FindTls();
  // login looks after the token itself.
  return !tls.ok() || noun == "login" ? tls : session.FindToken();
}

}  // namespace

std::unique_ptr<CLI::App> MakeParser(Session& session) {
  auto parser = std::make_unique<CLI::App>(kAbout, "twinaid");
  CLI::App& app = *parser;
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", std::string("twinaid ") + TWINAID_VERSION);
  AddGlobalOptions(app, session);
  AddPlaceCommands(app, session);
  AddLinkCommands(app, session);
  AddItemCommands(app, session);
  AddOrganizationCommands(app, session);
  AddNeedCommands(app, session);
  AddOfferCommands(app, session);
  AddInventoryCommands(app, session);
  AddInboxCommand(app, session);
  AddReviewCommand(app, session);
  AddSchemeCommands(app, session);
  AddRoundCommands(app, session);
  AddPairingCommands(app, session);
  AddMatchCommands(app, session);
  AddLetterCommands(app, session);
  AddGiftCommands(app, session);
  AddReportCommands(app, session);
  AddEventCommands(app, session);
  AddImportCommand(app, session);
  AddExportCommand(app, session);
  AddPlanCommand(app, session);
  AddLoginCommands(app, session);
  AddPrincipalCommands(app, session);
  AddTokenCommands(app, session);
  AddAdminCommands(app, session);
  AddConfigCommands(app, session);
  AddContextCommands(app, session);
  AddDoctorCommand(app, session);
  AddCompletionCommand(app, session);
  AddManCommand(app, session);
  AddExamples(app);
  app.footer(kAfterwards);  // the commands would take it over before
  return parser;
}

int Run(const std::vector<std::string>& arguments,
        const Environment& environment, std::ostream& out, std::ostream& err) {
  Session session(environment, out, err);
  const std::unique_ptr<CLI::App> parser = MakeParser(session);
  CLI::App& app = *parser;
  const bool chinese = ReadsChinese(arguments, session);
  if (chinese) SayInChinese(app, ChineseOfCodes);
  // CLI11 takes the arguments from the back.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    // CLI11 has exit codes of its own; ours are the documented ones.
    if (error.get_exit_code() == 0) {  // help or version
      std::ostringstream text;
      app.exit(error, text, err);
      // CLI11 ends the help of a command with a blank line, too.
      out << absl::StripTrailingAsciiWhitespace(text.str()) << "\n";
      return kDone;
    }
    err << (arguments.empty() ? app.help() : UsageText(app, error, chinese));
    return kUsage;
  }
  const absl::Status set_up = session.SetUp();
  if (!session.action) return kUsage;
  if (session.options.format == Format::kHtml && !PrintsHtml(app)) {
    return session.Usage(
        "only plan prints HTML; take -o table, json or csv, or for a picture "
        "report --html FILE",
        "只有 plan 能输出 HTML；请用 -o table、json 或 csv，"
        "图表请用 report --html 文件");
  }
  if (const absl::Status ready = MakeReady(app, session, set_up); !ready.ok()) {
    return session.Usage(ready);
  }
  const int code = session.action();
  session.Finish();
  return code;
}

}  // namespace twinaid::client
