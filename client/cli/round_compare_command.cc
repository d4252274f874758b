// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid round compare`: what changed since another round.
#include "client/cli/round_compare_command.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/fairness_text.h"
#include "client/cli/last_round.h"
#include "client/cli/reason_text.h"
#include "client/cli/rows.h"
#include "client/cli/timing_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

using Compared = v1::CompareRoundsResponse;

struct Typed {
  std::string name;
  std::string base;
  std::string scheme = "default";
};

// Pairings and needs in one list: what happened to what.
struct Change {
  const char* what;  // the code
  const char* zh;    // its Chinese word
  std::string of;
  std::string before;
  std::string after;
  std::string why;
};

template <typename Rows>
void AddPairings(const char* what, const char* zh, const Rows& rows,
                 bool chinese, std::vector<Change>& changes) {
  for (const Compared::PairingChange& row : rows) {
    changes.push_back(
        {what, zh,
         absl::StrCat(IdOf(row.donor()), " > ", IdOf(row.recipient())),
         row.has_before() ? PointsText(row.before(), chinese) : "",
         row.has_after() ? PointsText(row.after(), chinese) : "", ""});
  }
}

template <typename Rows>
void AddNeeds(const char* what, const char* zh, const Rows& rows, bool chinese,
              std::vector<Change>& changes) {
  for (const Compared::NeedChange& row : rows) {
    changes.push_back({what, zh, ShortName(row.need()), Grouped(row.before()),
                       Grouped(row.after()),
                       ReasonText(row.reason(), chinese)});
  }
}

std::string CoverageText(const v1::Round& round, bool chinese) {
  const v1::Coverage& c = round.coverage();
  return chinese ? absl::StrCat(Grouped(c.needs()), " 项需求中完全满足 ",
                                Grouped(c.needs_fully()), "，部分满足 ",
                                Grouped(c.needs_partly()), "；地方最低 ",
                                PermilleText(c.min_place_permille()), "，中位 ",
                                PermilleText(c.median_place_permille()))
                 : absl::StrCat(
                       Grouped(c.needs_fully()), " of ", Grouped(c.needs()),
                       " needs whole, ", Grouped(c.needs_partly()),
                       " in part; places least ",
                       PermilleText(c.min_place_permille()), ", median ",
                       PermilleText(c.median_place_permille()));
}

// Of one of the two rounds, in a line.
void PrintFigures(Session& session, const v1::Round& round) {
  const bool chinese = session.chinese();
  const std::string proof = CheckedText(round.certificate(), chinese);
  session.out() << ShortName(round.name()) << "  "
                << CoverageText(round, chinese);
  if (!proof.empty()) session.out() << (chinese ? "；" : "; ") << proof;
  session.out() << "\n";
}

void PrintChanges(Session& session, const std::vector<Change>& changes) {
  const bool chinese = session.chinese();
  Cells cells;
  cells.keys = {"change", "of", "before", "after", "why"};
  cells.headings =
      chinese ? std::vector<std::string>{"变化", "对象", "之前", "之后", "原因"}
              : cells.keys;
  cells.right = {false, false, false, false, false};
  const Fit text = {.cut = true};
  cells.fits = {{}, {}, text, text, text};
  for (const Change& change : changes) {
    cells.rows.push_back({HasChineseWords(session) ? change.zh : change.what,
                          change.of, change.before, change.after, change.why});
  }
  PrintCells(session, cells);
}

int Compare(Session& session, const Typed& typed) {
  v1::CompareRoundsRequest request;
  request.set_round(RoundName(typed.name));
  if (typed.name.empty()) {
    std::string last;
    const int code = LastRound(session, typed.scheme, last);
    if (code != kDone) return code;
    request.set_round(last);
  }
  request.set_base(RoundName(typed.base));
  Compared answer;
  const grpc::Status status =
      Send(session, &MatchingStub::CompareRounds, request, &answer);
  if (!status.ok()) return session.Refused(status);
  if (session.options.format == Format::kJson) {
    PrintJson(session, answer);
    return kDone;
  }
  const bool chinese = session.chinese();
  std::vector<Change> changes;
  AddPairings("pairing_gained", "新增结对", answer.gained(), chinese, changes);
  AddPairings("pairing_lost", "失去结对", answer.lost(), chinese, changes);
  AddPairings("pairing_changed", "结对改变", answer.changed(), chinese,
              changes);
  AddNeeds("unmet_gained", "新增未满足", answer.unmet_gained(), chinese,
           changes);
  AddNeeds("unmet_lost", "不再未满足", answer.unmet_lost(), chinese, changes);
  AddNeeds("unmet_changed", "未满足量改变", answer.unmet_changed(), chinese,
           changes);
  if (session.options.format == Format::kTable) {
    PrintFigures(session, answer.round());
    if (answer.has_base()) {
      PrintFigures(session, answer.base());
    } else {
      session.out() << (chinese ? "之前没有成功的轮次"
                                : "no round succeeded before it")
                    << "\n";
    }
    if (changes.empty()) {
      session.out() << (chinese ? "没有变化" : "nothing changed") << "\n";
      return kDone;
    }
    session.out() << "\n";
  }
  PrintChanges(session, changes);
  return kDone;
}

}  // namespace

void AddRoundCompare(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb =
      noun.add_subcommand("compare",
                          "what changed since the last round\n"
                          "Example: twinaid round compare second --base first");
  verb->add_option("name", typed->name,
                   "[SCHEME/]ROUND; the last that succeeded if left out");
  verb->add_option("--base", typed->base,
                   "[SCHEME/]ROUND to compare with; the last that succeeded "
                   "before it if left out");
  verb->add_option("--scheme", typed->scheme, "of which the last round counts")
      ->capture_default_str();
  Does(*verb, session, typed, &Compare);
}

}  // namespace twinaid::client
