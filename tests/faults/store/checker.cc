// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/checker.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::faults {
namespace {

using Answers = std::vector<absl::StatusOr<std::string>>;

// What a store says when it cannot go on, or is full.
bool IsOfTheStore(const absl::Status& status) {
  const std::string reason = model::ReasonOf(status);
  return reason == "STORE_UNAVAILABLE" || reason == "STORE_FULL" ||
         reason == "OUTCOME_UNKNOWN" || reason == "STORE_DAMAGED";
}

// Details come in no order that could be compared; the message has all of them.
bool SameAnswer(const absl::StatusOr<std::string>& a,
                const absl::StatusOr<std::string>& b) {
  if (a.ok() || b.ok()) return a.ok() && b.ok() && *a == *b;
  return a.status().code() == b.status().code() &&
         a.status().message() == b.status().message();
}

std::string Told(const absl::StatusOr<std::string>& answer) {
  return answer.ok() ? *answer : InWords(answer.status());
}

// The first line of each statement that finds a fault.
std::string FaultsOfTheFile(const std::string& path,
                            const store::SqliteTuning& tuning) {
  const auto connection =
      store::Connection::Open(path, store::Connection::Mode::kReadOnly, tuning);
  if (!connection.ok()) return InWords(connection.status());
  const auto first = [&](const char* sql) -> absl::StatusOr<std::string> {
    TWINAID_ASSIGN_OR_RETURN(store::Statement statement,
                             (*connection)->Prepare(sql, sql));
    TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
    return any ? statement.Text(0) : std::string();
  };
  const auto whole = first("PRAGMA integrity_check(1)");
  if (!whole.ok() || *whole != "ok") {
    return "integrity_check: " + Told(whole);
  }
  const auto dangling = first("PRAGMA foreign_key_check");
  if (!dangling.ok() || !dangling->empty()) {
    return "foreign_key_check: " + Told(dangling);
  }
  return "";
}

// Says where two contents part.
std::string Difference(const Contents& is, const Contents& should) {
  std::string text = absl::StrCat(is.events.size(), " events instead of ",
                                  should.events.size());
  for (const std::string& name : core::Changed(should.holdings, is.holdings)) {
    absl::StrAppend(&text, ", ", name, " differs");
  }
  for (const std::string& name : core::Changed(is.holdings, should.holdings)) {
    absl::StrAppend(&text, ", ", name, " should not");
  }
  return text;
}

std::string FaultsOfTheLedger(core::UnitOfWork& work) {
  absl::StatusOr<core::LedgerVerdict> verdict;
  const absl::Status read = work.Read(core::System(), [&](const core::View& v) {
    verdict = core::VerifyLedger(v);
    return verdict.status();
  });
  if (!read.ok()) return InWords(read);
  return verdict->broken_seq == 0
             ? ""
             : absl::StrCat("the chain is broken at ", verdict->broken_seq);
}

// Asks a group again; every answer is that of the reference.
std::string AskAgain(OfficeServer& server, const Reference& reference,
                     std::size_t group, bool stored) {
  Group requests;
  Answers wanted;
  for (std::size_t i = 0; i < reference.groups[group].size(); ++i) {
    // Only what succeeded is kept; the rest would be judged by what is there
    // now.
    const bool repeats = !reference.groups[group][i].validate_only &&
                         reference.answers[group][i].ok();
    if (stored && !repeats) continue;
    requests.push_back(reference.groups[group][i]);
    wanted.push_back(reference.answers[group][i]);
    if (!stored) continue;
    requests.back().body = [](core::Mutation&) -> absl::StatusOr<std::string> {
      return absl::InternalError("carried out twice");
    };
  }
  const Answers answers =
      server.AskInTurn(requests, TimeOf(group), reference.last_ids[group]);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (SameAnswer(answers[i], wanted[i])) continue;
    return absl::StrCat(requests[i].id, " asked again: ", Told(answers[i]),
                        " instead of ", Told(wanted[i]));
  }
  return "";
}

}  // namespace

std::string InWords(const absl::Status& status) {
  return status.ToString(absl::StatusToStringMode::kWithNoExtraData);
}

std::string Account(const Reference& reference, std::size_t group,
                    const Answers& answers, Progress& progress) {
  progress.asked = std::max(progress.asked, group + 1);
  bool refused = false;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto& wanted = reference.answers[group][i];
    if (SameAnswer(answers[i], wanted)) {
      if (wanted.ok() && !reference.groups[group][i].validate_only) {
        progress.kept_at_least = group + 1;
      }
    } else if (!answers[i].ok() && IsOfTheStore(answers[i].status())) {
      refused = true;
    } else {
      return absl::StrCat(reference.groups[group][i].id, ": ", Told(answers[i]),
                          " instead of ", Told(wanted));
    }
  }
  if (!refused) progress.kept_at_least = group + 1;
  return "";
}

std::string Check(OfficeServer& server, const std::string& path,
                  const store::SqliteTuning& tuning, const Reference& reference,
                  const Progress& progress) {
  std::string fault = FaultsOfTheFile(path, tuning);
  if (!fault.empty()) return fault;
  fault = FaultsOfTheLedger(server.work());
  if (!fault.empty()) return fault;
  auto contents = ContentsOf(server.work());
  if (!contents.ok()) return InWords(contents.status());
  std::size_t kept = progress.asked + 1;
  while (kept > 0 && *contents != reference.contents[kept - 1]) --kept;
  if (kept == 0) {
    return "what is stored is half of something: " +
           Difference(*contents, reference.contents[progress.kept_at_least]);
  }
  --kept;
  // A group may change nothing.
  while (kept < progress.kept_at_least &&
         reference.contents[kept] == reference.contents[kept + 1]) {
    ++kept;
  }
  if (kept < progress.kept_at_least) {
    return absl::StrCat("of ", progress.kept_at_least,
                        " groups that were answered, ",
                        progress.kept_at_least - kept, " are lost");
  }
  for (std::size_t g = progress.again_from; g < kept; ++g) {
    fault = AskAgain(server, reference, g, true);
    if (!fault.empty()) return fault;
  }
  for (std::size_t g = kept; g < progress.asked; ++g) {
    fault = AskAgain(server, reference, g, false);
    if (!fault.empty()) return fault;
  }
  contents = ContentsOf(server.work());
  if (!contents.ok()) return InWords(contents.status());
  if (*contents != reference.contents[progress.asked]) {
    return "after asking again: " +
           Difference(*contents, reference.contents[progress.asked]);
  }
  return "";
}

}  // namespace twinaid::faults
