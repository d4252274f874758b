// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <CLI/CLI.hpp>

#include "client/cli/commands.h"
#include "client/cli/round_output.h"
#include "client/cli/verbs.h"
#include "client/plan/folder_plan.h"
#include "service/convert/plan.h"
#include "service/model/enum_names.h"

namespace twinaid::client {
namespace {

struct PlanArguments {
  std::string data;
  std::string as_of;
  std::string shape = "counterpart";
  int donor_capacity = 1;
  int recipient_capacity = 1;
  int rungs = 1;
  std::string tiers = "strict";
  std::string pool = "none";
  std::int64_t seed = 0;
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
  options.seed = typed.seed;
  options.as_of = session.environment().today;
  if (!typed.as_of.empty()) absl::ParseCivilTime(typed.as_of, &options.as_of);
  return options;
}

int Plan(Session& session, const PlanArguments& typed) {
  if (session.options.format == Format::kCsv) {
    return session.Usage("plan prints a table or JSON; take -o json",
                         "plan 只能输出表格或 JSON;请用 -o json");
  }
  const PlanOptions options = OptionsOf(session, typed);
  const absl::Status served = Validate(options.policy);
  if (!served.ok()) return session.Usage(served);
  const absl::StatusOr<FolderReading> reading = ReadFolder(typed.data);
  if (!reading.ok()) return session.Usage(reading.status());
  for (const Problem& problem : reading->problems) {
    if (problem.warning && session.options.quiet) continue;
    session.err() << ProblemText(problem, session.language(), typed.data)
                  << "\n";
  }
  // Half of a folder would give a plan of something else.
  if (reading->errors() > 0) return kRefused;
  const absl::StatusOr<planning::Plan> plan =
      PlanFolder(reading->folder, options);
  if (!plan.ok()) {
    session.Usage(plan.status());
    return kRefused;
  }
  if (session.options.format == Format::kJson) {
    session.out() << PlanJson(reading->folder, *plan);
  } else {
    PrintRound(session, convert::PreviewToProto(options.policy, options.seed,
                                                options.as_of, *plan));
  }
  return plan->verified() ? kDone : kRefused;
}

}  // namespace

void AddPlanCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<PlanArguments>();
  CLI::App* verb = root.add_subcommand(
      "plan",
      "what a round would do with a folder of CSV files, without a server\n"
      "Example: twinaid plan --data ./my-data --rungs 2 -o json");
  verb->add_option("--data", typed->data, "where the CSV files are")
      ->required();
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
                   "1: sister links; 2: friendly exchanges too");
  verb->add_option("--tiers", typed->tiers, "strict or weighted")
      ->check(CLI::IsMember({"strict", "weighted"}));
  verb->add_option("--pool", typed->pool, "none, value or fair")
      ->check(CLI::IsMember({"none", "value", "fair"}));
  verb->add_option("--seed", typed->seed, "decides between equals");
  Does(*verb, session, typed, &Plan);
}

}  // namespace twinaid::client
