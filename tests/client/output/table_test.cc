// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

constexpr Fit kCut = {.cut = true};

std::string Text(const std::vector<TableColumn>& columns,
                 const std::vector<std::vector<std::string>>& rows,
                 int max_width = 0) {
  return RenderTable(columns, rows, max_width).text;
}

TEST(Table, AlignsChineseByTheColumnsItTakes) {
  EXPECT_EQ(Text({{"place"}, {"name"}, {"n", true}},
                 {{"cn-js-wuxi", "无锡", "12"}, {"us-oh", "Ohio", "3"}}),
            "place       name   n\n"
            "cn-js-wuxi  无锡  12\n"
            "us-oh       Ohio   3\n");
}

TEST(Table, AlignsUnderChineseHeadings) {
  EXPECT_EQ(Text({{"地方"}, {"数量", true}}, {{"a", "1"}}),
            "地方  数量\n"
            "a        1\n");
}

TEST(Table, LeavesOutTheHeadingsWhereThereAreNone) {
  EXPECT_EQ(Text({{""}, {""}}, {{"need", "1"}, {"offered", "2"}}),
            "need     1\n"
            "offered  2\n");
}

TEST(Table, CutsTheWidestTextToFitTheTerminal) {
  EXPECT_EQ(Text({{"id"}, {"note", false, kCut}, {"also", false, kCut}},
                 {{"a", "a very long note", "short"}}, 20),
            "id  note       also\n"
            "a   a very l…  short\n");
}

TEST(Table, NeverCutsWhatIsNoText) {
  EXPECT_EQ(Text({{"id"}, {"note", false, kCut}},
                 {{"us-tx-san-antonio", "a note of some length"}}, 10),
            "id                 note\n"
            "us-tx-san-antonio  a not…\n");
}

TEST(Table, LeavesOutWhatCanBeSparedBeforeItCutsATextShort) {
  const std::vector<TableColumn> columns = {
      {"id"},
      {"name", false, {.cut = true, .spare = 1}},
      {"people", true, {.spare = 2}},
      {"state"}};
  const std::vector<std::vector<std::string>> rows = {
      {"a", "A name of some length", "1,234,567", "active"}};
  const Table wide = RenderTable(columns, rows, 44);
  EXPECT_EQ(wide.text,
            "id  name                      people  state\n"
            "a   A name of some length  1,234,567  active\n");
  EXPECT_TRUE(wide.left_out.empty());
  const Table narrow = RenderTable(columns, rows, 28);
  EXPECT_EQ(narrow.text,
            "id  name              state\n"
            "a   A name of some …  active\n");
  EXPECT_EQ(narrow.left_out, std::vector<std::string>{"people"});
  const Table narrower = RenderTable(columns, rows, 20);
  EXPECT_EQ(narrower.text, "id  state\na   active\n");
  EXPECT_EQ(narrower.left_out, (std::vector<std::string>{"name", "people"}));
}

TEST(Table, LeavesOutFromTheRightWhatNothingElseMakesRoomFor) {
  const Table table =
      RenderTable({{"id"}, {"from"}, {"to"}, {"state"}},
                  {{"lnk-1", "cn-js-wuxi", "us-oh", "active"}}, 18);
  EXPECT_EQ(table.text,
            "id     from\n"
            "lnk-1  cn-js-wuxi\n");
  EXPECT_EQ(table.left_out, (std::vector<std::string>{"to", "state"}));
}

TEST(Table, TakesBackWhatThereIsRoomForAfterAll) {
  EXPECT_EQ(Text({{"id"},
                  {"to"},
                  {"few", false, {.spare = 2}},
                  {"many", false, {.spare = 1}}},
                 {{"a", "b", "c", "a note of some length"}}, 12),
            "id  to  few\n"
            "a   b   c\n");
}

TEST(Table, GoesOnInFurtherLinesWhereASentenceIsLong) {
  EXPECT_EQ(
      Text({{"when"}, {"what", false, {.wrap = true}}, {"n", true}},
           {{"today", "the goods have left", "7"}, {"now", "no", "8"}}, 20),
      "when   what        n\n"
      "today  the goods   7\n"
      "       have left\n"
      "now    no          8\n");
}

TEST(Table, FitsToTheColumnThatChineseTakes) {
  EXPECT_EQ(Text({{"地方"}, {"名称", false, kCut}},
                 {{"cn-js-wuxi", "江苏省无锡市"}}, 21),
            "地方        名称\n"
            "cn-js-wuxi  江苏省无…\n");
}

TEST(Table, LeavesNoBlanksAtTheEndOfALine) {
  EXPECT_EQ(Text({{"a"}, {"b"}}, {{"1", ""}}), "a  b\n1\n");
}

TEST(Table, ToleratesRowsThatAreShorterThanTheColumns) {
  EXPECT_EQ(Text({{"a"}, {"b"}}, {{"1"}}), "a  b\n1\n");
}

}  // namespace
}  // namespace twinaid::client
