// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/filter.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace twinaid::convert {
namespace {

std::string Read(absl::string_view filter) {
  const auto terms =
      ParseFilter(filter, {"state =", "place =", "update_time >="});
  if (!terms.ok()) return "refused";
  std::string all;
  for (const FilterTerm& term : *terms) {
    all += "[" + term.field + term.op + term.value + "]";
  }
  return all;
}

TEST(FilterTest, ReadsTermsInOrder) {
  EXPECT_EQ(Read(""), "");
  EXPECT_EQ(Read("  "), "");
  EXPECT_EQ(Read("state=OPEN"), "[state=OPEN]");
  EXPECT_EQ(Read("state = OPEN AND place = places/x"),
            "[state=OPEN][place=places/x]");
  EXPECT_EQ(Read("place=\"a b\" and state=x"), "[place=a b][state=x]");
  EXPECT_EQ(Read("place = \"a \\\"b\\\" \\\\\""), "[place=a \"b\" \\]");
  EXPECT_EQ(Read("update_time >= 2026-01-01T00:00:00Z"),
            "[update_time>=2026-01-01T00:00:00Z]");
}

TEST(FilterTest, WithoutAListOfTermsTheFormIsAllThatCounts) {
  EXPECT_TRUE(ParseFilter("mayor = x AND state > OPEN", {}).ok());
  EXPECT_FALSE(ParseFilter("state = a AND state = b", {}).ok());
  EXPECT_FALSE(ParseFilter("state", {}).ok());
}

TEST(FilterTest, RefusesWhatIsNotOfTheForm) {
  for (const char* bad :
       {"state", "state =", "= OPEN", "state OPEN", "state = OPEN place = x",
        "state = OPEN OR place = x", "state = OPEN AND", "state > OPEN",
        "update_time = x", "mayor = x", "state = a AND state = b",
        "place = \"open", "state == x"}) {
    EXPECT_EQ(Read(bad), "refused") << bad;
  }
}

}  // namespace
}  // namespace twinaid::convert
