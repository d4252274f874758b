// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>

#include "client/cli/commands.h"
#include "client/cli/picture_file.h"
#include "client/cli/plan_diff_output.h"
#include "client/cli/plan_picture.h"
#include "client/cli/reading_options.h"
#include "client/cli/round_output.h"
#include "client/cli/timing_text.h"
#include "client/cli/verbs.h"
#include "client/plan/folder_plan.h"
#include "client/plan/plan_diff.h"
#include "service/convert/plan.h"
#include "service/model/enum_names.h"

namespace twinaid::client {
namespace {

struct PlanArguments {
  TypedReading reading;
  std::string data;
  std::string as_of;
  std::string shape = "counterpart";
  int donor_capacity = 1;
  int recipient_capacity = 1;
  int rungs = 1;
  std::string tiers = "strict";
  std::string pool = "none";
  std::string keep = "fixed";
  bool allow_one_way = false;
  std::int64_t seed = 0;
  int threads = 1;
  bool timing = false;
};

struct DiffArguments {
  std::string before;
  std::string after;
};

// The words were checked while they were parsed.
PlanOptions OptionsOf(const Session& session, const PlanArguments& typed) {
  PlanOptions options;
  model::Policy& policy = options.policy;
  policy.shape =
      model::FromWord<model::Shape>(typed.shape).value_or(policy.shape);
  policy.donor_capacity = typed.donor_capacity;
  policy.recipient_capacity = typed.recipient_capacity;
  policy.rungs = typed.rungs;
  policy.tiers =
      model::FromWord<model::Tiers>(typed.tiers).value_or(policy.tiers);
  policy.pool = model::FromWord<model::Pool>(typed.pool).value_or(policy.pool);
  policy.keep = model::FromWord<model::Keep>(typed.keep).value_or(policy.keep);
  policy.allow_one_way = typed.allow_one_way;
  options.seed = typed.seed;
  options.threads = typed.threads;
  if (typed.timing) options.stopwatch = session.environment().elapsed;
  options.as_of = session.environment().today;
  if (!typed.as_of.empty()) absl::ParseCivilTime(typed.as_of, &options.as_of);
  return options;
}

int Plan(Session& session, const PlanArguments& typed) {
  if (session.options.format == Format::kCsv) {
    return session.Usage(
        "plan prints a table, JSON or HTML; take -o json or -o html",
        "plan 只能输出表格、JSON 或 HTML；请用 -o json 或 -o html");
  }
  if (typed.data.empty()) {
    return session.Usage("--data is required", "缺少必需项：--data");
  }
  const PlanOptions options = OptionsOf(session, typed);
  const absl::Status served = Validate(options.policy);
  if (!served.ok()) return session.Usage(served);
  const absl::StatusOr<FolderReading> reading =
      ReadFolder(typed.data, {}, OptionsOf(typed.reading));
  if (!reading.ok()) return session.Usage(reading.status());
  TellReading(session, *reading);
  // Half of a folder would give a plan of something else.
  if (reading->errors() > 0) return kRefused;
  const absl::StatusOr<planning::Plan> plan =
      PlanFolder(reading->folder, options);
  if (!plan.ok()) return session.Refused(plan.status());
  v1::Round round = convert::PreviewToProto(options.policy, options.seed,
                                            options.as_of, *plan);
  if (typed.timing) PrintTiming(session, round.certificate());
  if (session.options.format == Format::kJson) {
    session.out() << PlanJson(reading->folder, *plan);
  } else if (session.options.format == Format::kHtml) {
    return WritePicture(
        session, PlanPicture(reading->folder, typed.data, round, options.as_of),
        "-");
  } else {
    // What goes to stdout is the same for the same folder.
    for (v1::StageCertificate& stage : *round.mutable_certificate()) {
      stage.clear_solve_time();
      stage.clear_check_time();
    }
    PrintRound(session, round);
  }
  return kDone;
}

// The whole text of a file; nullopt if it cannot be read.
std::optional<std::string> TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) return std::nullopt;
  return text.str();
}

int Diff(Session& session, const DiffArguments& typed) {
  if (session.options.format == Format::kCsv) {
    return session.Usage("plan diff prints a table or JSON; take -o json",
                         "plan diff 只能输出表格或 JSON；请用 -o json");
  }
  std::array<std::string, 2> texts;
  const std::array<const std::string*, 2> paths = {&typed.before, &typed.after};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::optional<std::string> text = TextOf(*paths[i]);
    if (!text) {
      return session.Usage("cannot read " + *paths[i], "无法读取 " + *paths[i]);
    }
    texts[i] = *std::move(text);
  }
  const absl::StatusOr<PlanDiff> diff =
      DiffPlans({typed.before, texts[0]}, {typed.after, texts[1]});
  if (!diff.ok()) return session.Usage(diff.status());
  PrintPlanDiff(session, *diff);
  return kDone;
}

void AddDiff(CLI::App& plan, Session& session) {
  auto typed = std::make_shared<DiffArguments>();
  CLI::App* verb = plan.add_subcommand(
      "diff",
      "what changed from one plan to another, both as -o json has them\n"
      "Example: twinaid plan diff monday.json tuesday.json");
  verb->add_option("before", typed->before, "the file of the one")->required();
  verb->add_option("after", typed->after, "the file of the other")->required();
  Does(*verb, session, typed, &Diff);
}

}  // namespace

void AddPlanCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<PlanArguments>();
  CLI::App* verb = root.add_subcommand(
      "plan",
      "what a round would do with a folder of CSV files, without a server\n"
      "Examples: twinaid plan --data ./my-data --rungs 2 -o json\n"
      "          twinaid plan --data ./my-data -o html >plan.html");
  verb->add_option("--data", typed->data, "where the CSV files are; required");
  AddReadingOptions(*verb, typed->reading);
  AddDate(*verb, "--as-of", typed->as_of,
          "plan as of this day; today if not "
          "said");
  verb->add_option("--shape", typed->shape, "counterpart or mutual")
      ->check(CLI::IsMember({"counterpart", "mutual"}));
  verb->add_option("--donor-capacity", typed->donor_capacity,
                   "recipients that a donor may have");
  verb->add_option("--recipient-capacity", typed->recipient_capacity,
                   "donors that a recipient may have");
  verb->add_option("--rungs", typed->rungs,
                   "1: sister links; 2: friendly exchanges too; 3: ties "
                   "of the places above; 4: any two places");
  verb->add_option("--tiers", typed->tiers, "strict or weighted")
      ->check(CLI::IsMember({"strict", "weighted"}));
  verb->add_option("--pool", typed->pool, "none, value or fair")
      ->check(CLI::IsMember({"none", "value", "fair"}));
  verb->add_option("--keep", typed->keep, "fixed or ties: what stands")
      ->check(CLI::IsMember({"fixed", "ties"}));
  verb->add_flag("--allow-one-way", typed->allow_one_way,
                 "mutual: help in one direction is enough");
  verb->add_option("--seed", typed->seed, "decides between equals");
  constexpr int kMostThreads = 256;
  verb->add_option("--threads", typed->threads,
                   "how many to use at most; the plan is the same")
      ->check(CLI::Range(1, kMostThreads));
  verb->add_flag("--timing", typed->timing,
                 "tell on stderr how long each stage was solved and checked");
  AddDiff(*verb, session);
  // CLI11 runs it after that of `diff`, which must have its way.
  verb->callback([verb, &session, typed] {
    if (!verb->get_subcommands().empty()) return;
    session.action = [&session, typed] { return Plan(session, *typed); };
  });
}

}  // namespace twinaid::client
