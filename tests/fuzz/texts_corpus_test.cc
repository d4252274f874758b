// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is kept for the targets that read texts and files: nothing is wrong with
// it, and a target whose faults are planted is found out by it.

#include <functional>
#include <string>

#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/convert/page_token.h"
#include "service/convert/update_mask.h"
#include "service/model/names.h"
#include "tests/fuzz/kept.h"
#include "tests/fuzz/text_targets.h"
#include "tests/fuzz/try_csv.h"
#include "tests/fuzz/try_decimal.h"
#include "tests/fuzz/try_decode.h"
#include "tests/fuzz/try_filter.h"
#include "tests/fuzz/try_folder.h"
#include "tests/fuzz/try_names.h"
#include "tests/fuzz/try_page_token.h"
#include "tests/fuzz/try_plan_diff.h"
#include "tests/fuzz/try_plan_folder.h"
#include "tests/fuzz/try_planted.h"
#include "tests/fuzz/try_update_mask.h"

namespace twinaid::fuzz {
namespace {

using ::testing::HasSubstr;
using Try = Target;

class FuzzTextsCorpusTest : public testing::TestWithParam<std::string> {};

TEST_P(FuzzTextsCorpusTest, EverythingKeptIsTakenOrRefusedByTheRules) {
  const Outcome all = TryKept(GetParam(), TextTargets().at(GetParam()));
  EXPECT_EQ(all.fault, "");
  // A corpus of which nothing is taken, or nothing refused, says nothing.
  EXPECT_GE(all.taken, 3);
  EXPECT_GE(all.refused, 3);
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& [name, attempt] : TextTargets()) names.push_back(name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, FuzzTextsCorpusTest, testing::ValuesIn(Names()),
                         [](const auto& test_case) { return test_case.param; });

struct Planted {
  const char* name;  // of the fault
  const char* target;
  const char* found;  // what is said
  Try attempt;
};

class FuzzTextsJudgeTest : public testing::TestWithParam<Planted> {};

TEST_P(FuzzTextsJudgeTest, FindsWhatIsPlanted) {
  EXPECT_THAT(TryKept(GetParam().target, GetParam().attempt).fault,
              HasSubstr(GetParam().found));
}

Outcome ForgetsQuotes(absl::string_view bytes) {
  return TryCsv(bytes, [](const std::vector<std::string>& cells) {
    return absl::StrReplaceAll(client::CsvLine(cells), {{"\"\"", "\""}});
  });
}

Outcome TakesBytesAsTheyAre(absl::string_view bytes) {
  return TryDecode(bytes, [](absl::string_view all) {
    return client::DecodedText{std::string(all), client::Encoding::kUtf8};
  });
}

Outcome TakesCapitals(absl::string_view bytes) {
  return TryNames(bytes, [](absl::string_view name, const auto& collections) {
    return model::SplitName(absl::StrReplaceAll(name, {{"W", "w"}}),
                            collections);
  });
}

Outcome RefusesLongIds(absl::string_view bytes) {
  return TryNames(bytes, [](absl::string_view name, const auto& collections) {
    constexpr std::size_t kShort = 60;
    return model::SplitName(name.size() > kShort ? "" : name, collections);
  });
}

Outcome TakesAnyField(absl::string_view bytes) {
  return TryFilter(bytes, [](absl::string_view filter, const auto& allowed) {
    auto more = allowed;
    more.push_back("mayor =");
    return convert::ParseFilter(filter, more);
  });
}

Outcome AddsBackslashes(absl::string_view bytes) {
  return TryFilter(bytes, [](absl::string_view filter, const auto& allowed) {
    auto terms = convert::ParseFilter(filter, allowed);
    if (!terms.ok()) return terms;
    for (convert::FilterTerm& term : *terms) {
      term.value += term.value.empty() ? "" : "\\";
    }
    return terms;
  });
}

Outcome TakesEveryQuery(absl::string_view bytes) {
  return TryPageToken(bytes, [](absl::string_view token,
                                absl::string_view query) {
    const auto key = convert::KeyOfPageToken(token, query);
    if (key.ok() || query.empty()) return key;
    return convert::KeyOfPageToken(token, query.substr(0, query.size() - 1));
  });
}

Outcome WritesNoNotes(absl::string_view bytes) {
  return TryFolder(bytes, [](client::Folder folder, bool hxl) {
    for (model::Need& need : folder.needs) need.note.clear();
    return client::WriteTexts(folder, hxl);
  });
}

Outcome WritesAPriceTooMuch(absl::string_view bytes) {
  return TryFolder(bytes, [](const client::Folder& folder, bool hxl) {
    client::FileTexts texts = client::WriteTexts(folder, hxl);
    texts["offers.csv"] =
        absl::StrReplaceAll(texts["offers.csv"], {{"CNY", "XXX"}});
    return texts;
  });
}

Outcome PlansByTheOrderOfRows(absl::string_view bytes) {
  return TryPlanFolder(bytes, [](client::Folder folder, const auto& options) {
    if (!folder.offers.empty()) folder.offers.pop_back();
    return client::PlanFolder(folder, options);
  });
}

Outcome ProvesNothing(absl::string_view bytes) {
  return TryPlanFolder(bytes,
                       [](const client::Folder& folder, const auto& options) {
                         auto plan = client::PlanFolder(folder, options);
                         if (!plan.ok()) return plan;
                         for (auto& stage : plan->certificate)
                           stage.verified = false;
                         return plan;
                       });
}

Outcome ForgetsWhatIsLost(absl::string_view bytes) {
  return TryPlanDiff(bytes, [](const auto& before, const auto& after) {
    auto diff = client::DiffPlans(before, after);
    if (diff.ok()) diff->matches.lost.clear();
    return diff;
  });
}

Outcome TakesEveryPath(absl::string_view bytes) {
  return TryUpdateMask(bytes, [](const auto& mask, const auto& allowed,
                                 const auto& patch, auto& target) {
    auto more = allowed;
    for (const std::string& path : mask.paths()) {
      if (patch.GetDescriptor()->FindFieldByName(path) == nullptr) continue;
      more.push_back(path);
    }
    const absl::Status status = convert::ApplyMask(mask, more, patch, target);
    if (status.ok())
      target.GetReflection()->ClearField(
          &target, patch.GetDescriptor()->FindFieldByName("name"));
    return status;
  });
}

INSTANTIATE_TEST_SUITE_P(
    All, FuzzTextsJudgeTest,
    testing::Values(
        Planted{"ForgetsQuotes", "csv", "does not read back", ForgetsQuotes},
        Planted{"LosesASign", "decimal", " read as 25", TryPlanted},
        Planted{"TakesBytesAsTheyAre", "decode", "is not UTF-8",
                TakesBytesAsTheyAre},
        Planted{"TakesCapitals", "names", "taken: places/Wuxi", TakesCapitals},
        Planted{"RefusesLongIds", "names", "refused: places/aaa",
                RefusesLongIds},
        Planted{"TakesAnyField", "filter", "taken: mayor =", TakesAnyField},
        Planted{"AddsBackslashes", "filter", "does not read back",
                AddsBackslashes},
        Planted{"TakesEveryQuery", "page_token", "taken for another query",
                TakesEveryQuery},
        Planted{"WritesNoNotes", "folder", "does not read back equal",
                WritesNoNotes},
        Planted{"WritesAPriceTooMuch", "folder", "of what was written",
                WritesAPriceTooMuch},
        Planted{"PlansByTheOrderOfRows", "plan_folder", "another plan",
                PlansByTheOrderOfRows},
        Planted{"ProvesNothing", "plan_folder", "not proven", ProvesNothing},
        Planted{"ForgetsWhatIsLost", "plan_diff", "not the opposite",
                ForgetsWhatIsLost},
        Planted{"TakesEveryPath", "update_mask", "is another", TakesEveryPath}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

TEST(FuzzOutcomeTest, FindsOutErrorsThatBreakTheRules) {
  EXPECT_THAT(FaultOfError(absl::InternalError("x")),
              HasSubstr("a fault of our own"));
  EXPECT_THAT(FaultOfError(absl::InvalidArgumentError("x")),
              HasSubstr("no reason"));
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "A_REASON";
  spec.en = "one";
  spec.zh = "one";
  EXPECT_THAT(FaultOfError(model::MakeError(spec)), HasSubstr("two texts"));
  spec.zh = "\xff";
  EXPECT_THAT(FaultOfError(model::MakeError(spec)), HasSubstr("not UTF-8"));
  spec.zh = "\u4e00";
  EXPECT_EQ(FaultOfError(model::MakeError(spec)), "");
  Outcome outcome;
  CountRefusal(model::MakeError(spec), "ANOTHER", outcome);
  EXPECT_EQ(outcome.fault, "refused as A_REASON instead of ANOTHER");
}

TEST(FuzzOutcomeTest, ASpotIsInItsText) {
  EXPECT_EQ(FaultOfSpot({2, 3}, "a\nbc"), "");
  EXPECT_THAT(FaultOfSpot({3, 1}, "a\nbc"), HasSubstr("of 2 lines"));
  EXPECT_THAT(FaultOfSpot({2, 4}, "a\nbc"), HasSubstr("of 2 bytes"));
  EXPECT_THAT(FaultOfSpot({0, 1}, "a"), HasSubstr("0:1"));
}

}  // namespace
}  // namespace twinaid::fuzz
