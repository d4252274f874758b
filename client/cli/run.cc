// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/run.h"

#include <CLI/CLI.hpp>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "client/cli/usage_text.h"

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

// The language of the first locale variable that is set; English for any but
// Chinese.
std::string LanguageOf(const Environment& environment) {
  for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::optional<std::string> value = environment.variable(name);
    if (value.has_value() && !value->empty()) {
      return absl::StartsWith(*value, "zh") ? "zh" : "en";
    }
  }
  return "en";
}

Format FormatOf(const std::string& word) {
  if (word == "json") return Format::kJson;
  if (word == "html") return Format::kHtml;
  return word == "csv" ? Format::kCsv : Format::kTable;
}

void AddGlobalOptions(CLI::App& app, Session& session) {
  GlobalOptions& options = session.options;
  options.server =
      session.environment().variable("TWINAID_SERVER").value_or(kDefaultServer);
  options.language = LanguageOf(session.environment());
  app.add_option("--server", options.server,
                 "host:port or unix:PATH (TWINAID_SERVER)")
      ->capture_default_str();
  const auto variable = [&](const char* name) {
    return session.environment().variable(name).value_or("");
  };
  options.tls = {variable("TWINAID_CA"), variable("TWINAID_CLIENT_CERT"),
                 variable("TWINAID_CLIENT_KEY")};
  app.add_option("--ca", options.tls.ca,
                 "PEM file of who signed the server, or \"system\"; needed "
                 "beyond this machine (TWINAID_CA)");
  app.add_option("--client-cert", options.tls.certificate,
                 "PEM file of your own certificate (TWINAID_CLIENT_CERT)");
  app.add_option("--client-key", options.tls.key,
                 "PEM file of its key (TWINAID_CLIENT_KEY)");
  app.add_option("--token-file", options.token_file,
                 "file whose first line is your token (TWINAID_TOKEN_FILE)");
  app.add_option("--lang", options.language, "language of texts: en, zh")
      ->check(CLI::IsMember({"en", "zh"}));
  app.add_option("-o,--output", "table, json or csv; of plan also html")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json", "csv", "html"}))
      ->each([&options](const std::string& word) {
        options.format = FormatOf(word);
      });
  app.add_flag("-q,--quiet", options.quiet, "no talk on stderr, only errors");
  app.add_flag("--dry-run", options.dry_run, "check everything, store nothing");
  app.add_option("--request-id", options.request_id,
                 "name the change, so that a repeated command has one effect");
  app.add_option("--timeout", options.timeout_seconds,
                 "seconds to wait for one answer")
      ->check(CLI::Range(1, 600));
}

// Whether the command prints pages of HTML.
bool PrintsHtml(const CLI::App& app) {
  const CLI::App& noun = *app.get_subcommands().front();
  return noun.get_name() == "plan" && noun.get_subcommands().empty();
}

// What a command that calls a server needs first.
absl::Status MakeReady(const CLI::App& app, Session& session) {
  const std::string& noun = app.get_subcommands().front()->get_name();
  if (noun == "plan" || noun == "logout") return absl::OkStatus();
  const absl::Status tls = session.FindTls();
  // login looks after the token itself.
  return !tls.ok() || noun == "login" ? tls : session.FindToken();
}

}  // namespace

int Run(const std::vector<std::string>& arguments,
        const Environment& environment, std::ostream& out, std::ostream& err) {
  Session session(environment, out, err);
  CLI::App app(kAbout, "twinaid");
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
  // CLI11 takes the arguments from the back.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    // CLI11 has exit codes of its own; ours are the documented ones.
    if (error.get_exit_code() == 0) {  // help or version
      app.exit(error, out, err);
      return kDone;
    }
    err << (arguments.empty() ? app.help()
                              : UsageText(app, error, session.chinese()));
    return kUsage;
  }
  if (!session.action) return kUsage;
  if (session.options.format == Format::kHtml && !PrintsHtml(app)) {
    return session.Usage(
        "only plan prints HTML; take -o table, json or csv, or for a picture "
        "report --html FILE",
        "只有 plan 能输出 HTML;请用 -o table、json 或 csv,"
        "图表请用 report --html 文件");
  }
  if (const absl::Status ready = MakeReady(app, session); !ready.ok()) {
    return session.Usage(ready);
  }
  return session.action();
}

}  // namespace twinaid::client
