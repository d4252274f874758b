// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/report_contributions.h"

#include <string>

#include "absl/strings/str_join.h"
#include "client/cli/enum_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string scheme = "default";
  std::string donor;
};

int Contributions(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--donor", typed.donor, code)) return code;
  v1::ListContributionsRequest request;
  request.set_scheme(SchemeName(typed.scheme));
  if (!typed.donor.empty()) request.set_donor(PlaceName(typed.donor));
  using C = v1::ContributionRow;
  const auto sum = [](const C& c, std::int64_t q) {
    return QuantityText(q, q == 0 ? "" : c.currency());
  };
  return PrintList<C>(
      session, request, &ReportStub::ListContributions,
      &v1::ListContributionsResponse::mutable_rows,
      {{"donor", "捐赠方", false, [](const C& c) { return IdOf(c.donor()); }},
       {"together_with",
        "共同捐赠",
        false,
        [](const C& c, bool zh) {
          return absl::StrJoin(c.together_with(), Comma(zh),
                               [](std::string* out, const std::string& place) {
                                 out->append(IdOf(place));
                               });
        },
        {.cut = true, .spare = 5}},
       {"recipient", "受助方", false,
        [](const C& c) { return IdOf(c.recipient()); }},
       {"item", "物品", false, [](const C& c) { return IdOf(c.item()); }},
       {"proposed",
        "提议",
        true,
        [sum](const C& c) { return sum(c, c.proposed()); },
        {.spare = 3}},
       {"committed",
        "承诺",
        true,
        [sum](const C& c) { return sum(c, c.committed()); },
        {.spare = 2}},
       {"in_transit",
        "在途",
        true,
        [sum](const C& c) { return sum(c, c.in_transit()); },
        {.spare = 4}},
       {"received", "收到", true,
        [sum](const C& c) { return sum(c, c.received()); }}});
}

}  // namespace

void AddReportContributions(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "contributions",
      "where the part of each contributor to a scheme went\n"
      "Example: twinaid report contributions --scheme joint-fund "
      "--donor cn-js-wuxi");
  verb->add_option("--scheme", typed->scheme, "the scheme")
      ->capture_default_str();
  verb->add_option("--donor", typed->donor, "only what this place gave");
  Does(*verb, session, typed, &Contributions);
}

}  // namespace twinaid::client
