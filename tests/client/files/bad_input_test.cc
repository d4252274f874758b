// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every way to spoil a file, with the exact place and reason that is told.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/client/files/bad_cases.h"
#include "tests/client/files/good_texts.h"

namespace twinaid::client {
namespace {

std::vector<BadCase> Cases() {
  std::vector<BadCase> cases = BadRegistryCases();
  for (const BadCase& bad : BadSupplyCases()) cases.push_back(bad);
  return cases;
}

class BadInput : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadInput, IsToldWithItsPlaceAndReason) {
  const BadCase& bad = GetParam();
  FileTexts texts;
  if (bad.where != Where::kAlone) texts = GoodTexts();
  if (bad.where == Where::kAppend) {
    texts[bad.file] += bad.text + "\n";
  } else {
    texts[bad.file] = bad.text;
  }
  const FolderReading reading = ReadTexts(texts);
  EXPECT_EQ(reading.errors(), bad.errors);
  const auto first =
      std::find_if(reading.problems.begin(), reading.problems.end(),
                   [](const Problem& problem) { return !problem.warning; });
  ASSERT_NE(first, reading.problems.end());
  SCOPED_TRACE(ProblemText(*first, model::Language::kEnglish));
  EXPECT_EQ(first->file, bad.file);
  EXPECT_EQ(first->spot.line, bad.spot.line);
  EXPECT_EQ(first->spot.column, bad.spot.column);
  EXPECT_EQ(first->column, bad.column);
  EXPECT_EQ(first->reason, bad.reason);
  EXPECT_FALSE(first->en.empty());
  EXPECT_NE(first->en, first->zh);
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadInput, ::testing::ValuesIn(Cases()),
    [](const ::testing::TestParamInfo<BadCase>& case_info) {
      return std::string(case_info.param.name);
    });

}  // namespace
}  // namespace twinaid::client
